"""SQLite: one thread that writes, a few connections that read, one server process.

Whole transactions go to the writer, so that no lock is ever waited for between two statements, and
those that wait while it commits go into its next one together (`together.py`).
BEGIN IMMEDIATE takes the lock before anything is read (a deferred one fails at once when somebody
else has written meanwhile). synchronous=FULL: a desk forgets an operation once it is acknowledged.
The command line may write beside a running server; `PRAGMA data_version` tells us that it did.
"""

import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sync.server.errors import StorageDown, Trouble
from sync.server.storage import migrating, together
from sync.server.storage.interface import T
from sync.server.storage.schema import MIGRATIONS, SQLITE
from sync.server.storage.sqlite_transaction import SqliteTransaction
from sync.server.storage.together import Job

APPLICATION_ID = 0x6B625365  # "kbSe"
READERS = 4
BUSY_SECONDS = 10.0
LOOK_SECONDS = 0.5  # how soon a commit of the command line is noticed
WORLD = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
    }
)
log = logging.getLogger("kbdesk.server")


class SqliteStorage:
    """One database file."""

    shared = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self._closed = threading.Event()
        self._wakes: list[Callable[[], None]] = []
        self._writer = _open(path)
        self._migrate()
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        for _ in range(READERS):
            self._idle.put(_open(path, reader=True))
        self._probe, self._probing = _open(path, reader=True), threading.Lock()
        self._looker: threading.Thread | None = None

    def write(self, work: Callable[[SqliteTransaction], T]) -> T:
        job = Job(work)
        self._jobs.put(job)
        try:
            self._lane.submit(self._write)
        except RuntimeError as error:
            raise StorageDown from error  # closed
        answer: T = job.answer.result()
        return answer

    def read(self, work: Callable[[SqliteTransaction], T]) -> T:
        if self._closed.is_set():
            raise StorageDown
        connection = self._idle.get()
        try:
            return _within(connection, "BEGIN", work)[0]
        finally:
            self._idle.put(connection)

    def version(self) -> int:
        with self._probing:
            if self._closed.is_set():
                raise StorageDown
            return int(self._probe.execute("PRAGMA data_version").fetchone()[0])

    def listen(self, wake: Callable[[], None]) -> None:
        self._wakes.append(wake)
        if self._looker is None:
            self._looker = threading.Thread(target=self._look, name="looker", daemon=True)
            self._looker.start()

    def copy_to(self, path: Path) -> None:
        """Write the whole database into a new file, as it stands at one moment."""
        connection, target = self._idle.get(), sqlite3.connect(path)
        try:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            raise Trouble(f"{path} cannot be written: {error}.", "Free some room.") from error
        finally:
            target.close()
            self._idle.put(connection)

    def close(self) -> None:
        if self._closed.is_set():
            return
        self._closed.set()
        if self._looker is not None:
            self._looker.join()
        self._lane.shutdown(wait=True)
        for _ in range(READERS):
            self._idle.get().close()
        with self._probing:
            self._probe.close()
        self._writer.close()

    def _write(self) -> None:
        """Do what waits for the writer; an earlier turn may have done it already."""
        if not (jobs := together.waiting(self._jobs)):
            return
        try:
            _, transaction = _within(
                self._writer, "BEGIN IMMEDIATE", lambda t: together.do_all(jobs, t, self._is_fatal)
            )
        except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits
            for job in jobs:
                job.answer.set_exception(error)
            return
        try:
            if transaction.announced:
                self._wake()
        finally:
            for job in jobs:
                job.tell()

    def _is_fatal(self, error: Exception) -> bool:
        """Say whether what one work met concerns all that stand in its transaction."""
        return _of_the_world(error) or not self._writer.in_transaction

    def _wake(self) -> None:
        for wake in self._wakes:
            wake()

    def _look(self) -> None:
        """Notice what another process has committed, until this one closes, at whatever moment."""
        with contextlib.suppress(StorageDown):
            seen = self.version()
            while not self._closed.wait(LOOK_SECONDS):
                if (now := self.version()) != seen:
                    seen = now
                    self._wake()

    def _migrate(self) -> None:
        """Bring the file up to date; `user_version` lets every tool see how old it is."""
        found = -1
        while found != len(MIGRATIONS):
            found = _within(self._writer, "BEGIN IMMEDIATE", self._step)[0]

    def _step(self, transaction: SqliteTransaction) -> int:
        found = int(transaction.value("PRAGMA user_version"))
        known = migrating.run_next(transaction, SQLITE, found)
        if known != found:
            transaction.run(f"PRAGMA user_version = {known}")
            transaction.run(f"PRAGMA application_id = {APPLICATION_ID}")
        return known


def _within(
    connection: sqlite3.Connection, begin: str, work: Callable[[SqliteTransaction], T]
) -> tuple[T, SqliteTransaction]:
    transaction = SqliteTransaction(connection)
    try:
        connection.execute(begin)
        answer = work(transaction)
        connection.execute("COMMIT")
    except BaseException as error:
        _roll_back(connection)
        if _of_the_world(error):
            log.warning("The database cannot be used: %s", error)
            raise StorageDown from error
        raise
    return answer, transaction


def _of_the_world(error: BaseException) -> bool:
    """Tell a disk, a lock or damage from a mistake in our SQL."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in WORLD


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _open(path: Path, *, reader: bool = False) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        _prepare(connection, path, reader=reader)
    except sqlite3.DatabaseError as error:
        raise Trouble(
            f"{path} cannot be opened as a database ({error}).",
            "Check the folder and its rights, or restore a backup: kbdesk-server restore FILE",
        ) from error
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, reader: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION_ID and tables:
        connection.close()
        raise Trouble(f"{path} is not the database of a kbdesk server.", "Name another folder.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    migrating.refuse_newer(version)
    if not reader:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_size_limit = 67108864")
        # From 16 MB on: folding it in waits for the disk twice, and pushes wait for that.
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
    else:
        connection.execute("PRAGMA query_only = ON")
    # Six connections hold this each; the system keeps the pages they leave in its own memory.
    connection.execute("PRAGMA cache_size = -2048")
