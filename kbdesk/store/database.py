"""One SQLite file: a writer that takes its turn, and a reader for each thread.

The file is in WAL mode, so readers never wait for the writer. Every write is a BEGIN IMMEDIATE
under a lock of this process (threads take turns without polling) and SQLite's own (processes wait
up to `wait` seconds). Readers are `query_only`. Nothing in here ever deletes or replaces the file.
"""

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from kbdesk.errors import DiskFull, StoreTrouble
from kbdesk.store.driver import Connection, StoreClosed, connect, damaged, translate_file_error
from kbdesk.store.migrations import Migration, migrate, refuse_newer, version_of
from kbdesk.store.reserve import Reserve

HEADER = b"SQLite format 3\0"
WAL_KEPT = 16 * 1024 * 1024  # bytes the WAL may keep on the disk after a large import
WAL_PAGES = 4000  # from which a commit folds the WAL into the file: 16 MB
CACHE, BULK_CACHE = 2_000, 64_000  # kilobytes of pages that the writer holds
MAPPED = 1024 * 1024 * 1024  # bytes of an attached file that are read without being copied
WAIT = 5.0  # seconds that a writer waits for the writer of another process

Synchronous = Literal["NORMAL", "FULL"]


class Database:
    """A file and its connections; `close()` may be called again, later use raises `StoreClosed`."""

    def __init__(
        self,
        path: Path,
        *,
        application: int,
        synchronous: Synchronous,
        migrations: Sequence[Migration],
        wait: float = WAIT,
        secure_delete: bool = False,
        reserve: Reserve | None = None,
    ) -> None:
        self.path = path
        self.reserve = reserve
        self._secure_delete = secure_delete
        self._wait = wait
        self._synchronous = synchronous
        self._turn = threading.RLock()
        self._readers: dict[threading.Thread, Connection] = {}
        self._readers_lock = threading.Lock()
        self._closed = False
        self._fold_later = False
        self._make_way()
        make_private(path)
        refuse_headless(path)
        self._writer = connect(path, wait=wait, read_only=False)
        try:
            self._prepare(application, migrations)
        except BaseException:
            self._writer.close()
            raise

    def _prepare(self, application: int, migrations: Sequence[Migration]) -> None:
        refuse_foreign(self._writer, self.path, application)
        refuse_newer(self._writer, self.path, len(migrations))
        self._writer.execute("PRAGMA journal_mode = WAL")
        self._writer.execute(f"PRAGMA journal_size_limit = {WAL_KEPT}")
        self._writer.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
        self._writer.execute(f"PRAGMA synchronous = {self._synchronous}")
        self._writer.execute(f"PRAGMA secure_delete = {int(self._secure_delete)}")
        if version_of(self._writer) < len(migrations):
            self._writer.execute(f"PRAGMA application_id = {application}")
            migrate(self._writer, self.path, migrations)

    # read

    def reading(self) -> Connection:
        """Return this thread's own connection for reading."""
        self._refuse_closed()
        thread = threading.current_thread()
        reader = self._readers.get(thread)
        if reader is None:
            reader = connect(self.path, wait=self._wait, read_only=True)
            self._keep(thread, reader)
        return reader

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a reader of its own that sees one moment, however long the reading takes."""
        self._refuse_closed()
        reader = connect(self.path, wait=self._wait, read_only=True)
        try:
            reader.execute("BEGIN")
            yield reader
        finally:
            reader.close()

    def _keep(self, thread: threading.Thread, reader: Connection) -> None:
        with self._readers_lock:
            for gone in [known for known in self._readers if not known.is_alive()]:
                self._readers.pop(gone).close()
            self._readers[thread] = reader

    # write

    @contextlib.contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """Give the writer inside one transaction: all of it is kept, or nothing.

        A write inside a write of the same thread becomes part of it, and may fail alone. `durable`
        makes this one commit survive a power cut even where the database as a whole may lose its
        last commits (synchronous NORMAL).
        """
        with self._turn:
            self._refuse_closed()
            if self._writer.in_transaction:
                begin, keep, undo = "SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner"
            else:
                level = "FULL" if durable else self._synchronous
                if durable and self._fold_later:
                    self._writer.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
                    self._fold_later = False
                self._writer.execute(f"PRAGMA synchronous = {level}")
                begin, keep, undo = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
                self._make_way()
            self._writer.execute(begin)
            try:
                yield self._writer
                self._writer.execute(keep)
            except BaseException as error:
                # SQLite has rolled back by itself after some errors, a full disk among them.
                if self._in_transaction():
                    self._writer.execute(undo)
                self._make_room_after(error)
                raise

    def _make_way(self) -> None:
        if self.reserve is not None:
            self.reserve.make_way()

    def _make_room_after(self, error: BaseException) -> None:
        if self.reserve is not None and isinstance(error, DiskFull):
            self.reserve.give()

    def _in_transaction(self) -> bool:
        return self._writer.in_transaction

    @contextlib.contextmanager
    def attached(self, file: Path, name: str) -> Iterator[None]:
        """Let writes inside read another database, never change it, under a schema name.

        They are many: they get a larger cache, and the WAL they leave is folded in by the next
        durable write that comes after, not by the one that somebody waits for.
        """
        with self._turn:
            self._refuse_closed()
            self._writer.execute(f"PRAGMA cache_size = -{BULK_CACHE}")
            self._writer.execute("PRAGMA wal_autocheckpoint = 0")
            self._fold_later = False
            self._writer.execute(
                f"ATTACH ? AS {name}", (f"{file.absolute().as_uri()}?mode=ro&immutable=1",)
            )
            self._writer.execute(f"PRAGMA {name}.mmap_size = {MAPPED}")
            try:
                yield
            finally:
                self._writer.execute(f"DETACH {name}")
                self._writer.execute(f"PRAGMA cache_size = -{CACHE}")
                self._fold_later = True

    # the traces of what was deleted

    def fold(self) -> bool:
        """Bring the WAL into the file and empty it; False when a reader stood in the way."""
        with self._turn:
            self._refuse_closed()
            busy, _, _ = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def rewrite(self) -> None:
        """Write the whole file anew, without the pages that are free."""
        with self._turn:
            self._refuse_closed()
            self._writer.execute("VACUUM")

    # end

    def close(self) -> None:
        """Close every connection; the last one to close folds the WAL into the file."""
        with self._turn, self._readers_lock:
            self._closed = True
            for reader in self._readers.values():
                reader.close()
            self._readers.clear()
            self._writer.close()

    def _refuse_closed(self) -> None:
        if self._closed:
            raise StoreClosed(f"{self.path.name} is closed.")


def make_private(path: Path) -> None:
    """Create folder and file with rights for their owner alone, or take others' rights away.

    The files that SQLite puts beside it take over the rights of the database.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise translate_file_error(path, error) from error


def refuse_headless(path: Path) -> None:
    """Stop before SQLite takes a stump of a file for an empty one and writes over it."""
    with path.open("rb") as file:
        if (start := file.read(len(HEADER))) and start != HEADER:
            raise damaged(path, "it does not begin as one")


def is_database(path: Path) -> bool:
    """Say whether a file begins as one of SQLite's."""
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def refuse_foreign(connection: Connection, path: Path, application: int) -> None:
    """Stop before anything is written to a database that some other program made."""
    found = connection.value("PRAGMA application_id")
    if found == application:
        return
    if found or connection.value("SELECT count(*) FROM sqlite_schema"):
        raise StoreTrouble(
            path,
            f"{path} is a database of something else than this part of kbdesk.",
            "Move it away; it was left as it is.",
        )
