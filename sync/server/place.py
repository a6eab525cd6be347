"""Where a server keeps things: a folder with a SQLite file, or a PostgreSQL database.

With PostgreSQL the folder holds only copies that can be made again (attachments, snapshots).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sync.server.errors import Trouble
from sync.server.storage.interface import Storage
from sync.server.storage.locking import ServerLock
from sync.server.storage.sqlite import SqliteStorage

FILE = "server.db"


@dataclass(frozen=True, slots=True)
class Place:
    """What the administrator named. `database` is the address of a PostgreSQL database or empty."""

    folder: Path
    database: str = ""

    @property
    def file(self) -> Path:
        return self.folder / FILE

    @property
    def exists(self) -> bool:
        return bool(self.database) or self.file.exists()

    def open(self) -> Storage:
        """Open the database, making it when it is new."""
        self.make_folder()
        if not self.database:
            return SqliteStorage(self.file)
        from sync.server.storage.postgres import PostgresStorage  # late: SQLite needs no psycopg

        return PostgresStorage(self.database)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other servers off a SQLite file; on PostgreSQL they are welcome."""
        self.make_folder()
        if self.database:
            yield
            return
        lock = ServerLock(self.folder)
        try:
            yield
        finally:
            lock.release()

    def make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(
                f"The folder {self.folder} cannot be made: {error.strerror}.",
                "Name another one with --data.",
            ) from error
