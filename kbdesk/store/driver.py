"""The one place where what SQLite says becomes what kbdesk says.

Every connection of the store is a `Connection` of this file: its cursors turn errors of the world
(disk full, busy, damaged) into `kbdesk.errors` wherever they surface, while executing or while
fetching. Only SQLITE_CORRUPT and SQLITE_NOTADB may ever be called damage; a full disk never is.
Mistakes of ours (SQL, constraints) pass through as they are.
"""

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar

from kbdesk.errors import DamagedStore, DiskFull, StoreBusy, StoreTrouble

P = ParamSpec("P")
T = TypeVar("T")

READ_CACHE = 512  # kilobytes of pages that a reader holds; each thread has one, the system all
LITTLE_ROOM = 1024 * 1024  # bytes; an I/O error on a disk with less left is a full disk


class StoreClosed(RuntimeError):
    """A database was used after it had been closed."""


def translate(path: Path, error: sqlite3.Error) -> Exception:
    """Return the trouble that a driver error stands for, or the error itself if it is our bug."""
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return StoreClosed(f"{path.name} is closed.") if "closed" in str(error) else error
    sentence = _SENTENCES.get(extended & 0xFF)
    return error if sentence is None else sentence(path, error)


def no_room(path: Path) -> DiskFull:
    return DiskFull(
        path,
        f"The disk that holds {path} is full; nothing was half-written.",
        "Free some room, then do it again.",
    )


def _input_output(path: Path, error: sqlite3.Error) -> Exception:
    if _free_room(path) < LITTLE_ROOM:
        return no_room(path)
    return StoreTrouble(
        path,
        f"The disk would not read or write {path} ({error}).",
        "Check the disk and any quota on it; the file was left as it is.",
    )


def _free_room(path: Path) -> int:
    try:
        return shutil.disk_usage(path.parent).free
    except OSError as error:
        return 0 if error.errno == errno.ENOSPC else LITTLE_ROOM


def _busy(path: Path) -> StoreBusy:
    return StoreBusy(
        path,
        f"Another program is writing to {path}.",
        "Wait until it has finished, then try again.",
    )


def damaged(path: Path, detail: object) -> DamagedStore:
    return DamagedStore(
        path,
        f"{path} is damaged or is not a database ({detail}); it was left as it is.",
        "Keep a copy of it, move it away, and start kbdesk again.",
    )


def _unreachable(path: Path) -> StoreTrouble:
    if path.is_dir():
        return _a_folder(path)
    if _free_room(path) < LITTLE_ROOM:
        return no_room(path)
    return no_right(path)


def _a_folder(path: Path) -> StoreTrouble:
    return StoreTrouble(path, f"{path} is a folder, not a database.", "Move it away.")


def no_right(path: Path) -> StoreTrouble:
    return StoreTrouble(
        path,
        f"{path} cannot be opened for reading and writing.",
        "Check that the folder exists and that you may write in it.",
    )


def translate_file_error(path: Path, error: OSError) -> StoreTrouble:
    """Return the trouble that an error of the file system stands for."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return no_room(path)
    if path.is_dir():
        return _a_folder(path)
    return no_right(path)


_SENTENCES: dict[int, Callable[[Path, sqlite3.Error], Exception]] = {
    sqlite3.SQLITE_FULL: lambda path, _: no_room(path),
    sqlite3.SQLITE_IOERR: _input_output,
    sqlite3.SQLITE_BUSY: lambda path, _: _busy(path),
    sqlite3.SQLITE_LOCKED: lambda path, _: _busy(path),
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
    sqlite3.SQLITE_CANTOPEN: lambda path, _: _unreachable(path),
    sqlite3.SQLITE_PERM: lambda path, _: no_right(path),
}


class Cursor(sqlite3.Cursor):
    """A cursor whose errors are ours."""

    connection: "Connection"

    def _do(self, act: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        try:
            return act(*args, **named)
        except sqlite3.Error as error:
            translated = self.connection.trouble(error)
            if translated is error:
                raise
            raise translated from error

    def execute(self, *args: Any) -> Self:
        return self._do(super().execute, *args)

    def executemany(self, *args: Any) -> Self:
        return self._do(super().executemany, *args)

    def fetchone(self) -> Any:
        return self._do(super().fetchone)

    def fetchmany(self, *args: Any) -> list[Any]:
        return self._do(super().fetchmany, *args)

    def fetchall(self) -> list[Any]:
        return self._do(super().fetchall)

    def __next__(self) -> Any:
        # Not through _do: this runs once a row.
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise self.connection.trouble(error) from error


class Connection(sqlite3.Connection):
    """A connection that knows its file, for the sentences about it."""

    path: Path
    read_only = False

    def trouble(self, error: sqlite3.Error) -> Exception:
        return translate(self.path, error)

    def cursor(self, factory: Any = Cursor) -> Any:
        try:
            return super().cursor(factory)
        except sqlite3.Error as error:
            raise self.trouble(error) from error

    # Python's own make their cursor without asking `cursor()`.

    def execute(self, *args: Any) -> Any:
        return self.cursor().execute(*args)

    def executemany(self, *args: Any) -> Any:
        return self.cursor().executemany(*args)

    def rows(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        """Run a query with its values in order."""
        return iter(self.execute(sql, values))

    def value(self, sql: str, *values: object) -> Any:
        """Return the first column of the first row, None when there is no row."""
        row = self.execute(sql, values).fetchone()
        return None if row is None else row[0]


def connect(path: Path, *, wait: float, read_only: bool) -> Connection:
    """Open an existing file in autocommit mode: every transaction here is begun by name."""
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,  # close() comes from another thread; Database keeps them apart
            factory=Connection,
        )
    except sqlite3.Error as error:
        raise translate(path, error) from error
    connection.path = path
    connection.row_factory = sqlite3.Row
    connection.create_function("sha256", 1, _sha256, deterministic=True)  # migrations prove rows
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        connection.execute(f"PRAGMA cache_size = -{READ_CACHE}")
    return connection


def _sha256(text: str) -> bytes:
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(text.encode()).digest()
