"""PostgreSQL: any number of identical server processes on one database, in a schema of its own.

Writes run READ COMMITTED and are run again when they lost a race (a deadlock, an entity that two
made at once). Reads run REPEATABLE READ, so that a page and its head are of one moment. Commits
wake the other processes by a NOTIFY without payload on a connection that is nobody else's; after it
was lost, both pools are checked before anybody is told, because a pool full of dead connections
makes the next request wait for its whole timeout.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import psycopg
from psycopg import Connection, IsolationLevel, errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import ConnectionPool, PoolClosed, PoolTimeout

from sync.server.errors import StorageDown, Trouble
from sync.server.storage import migrating
from sync.server.storage.interface import Record, T
from sync.server.storage.schema import MIGRATIONS, POSTGRES

SCHEMA = "kbdesk"
CHANNEL = "kbdesk"
WRITERS, READERS = 4, 8
TIMEOUT = 5.0  # seconds to get a connection
TRIES = 8
LOST = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
DOWN = (psycopg.OperationalError, psycopg.InterfaceError, PoolTimeout, PoolClosed)
# Prepared plans are made while the tables are empty, and kept: a scan of nothing would become one
# of everything, for every push. All our queries look up by an index: other plans are ruled out.
SETTINGS = {
    "search_path": SCHEMA,
    "lock_timeout": "5000",
    "idle_in_transaction_session_timeout": "30000",
    **dict.fromkeys(("enable_seqscan", "enable_hashjoin", "enable_mergejoin", "jit"), "off"),
}
OPTIONS = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
POLL_SECONDS = 10.0  # a safety net below the notifications
LOOK_SECONDS = 0.5  # how soon the listener notices that it shall end
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 3.0
log = logging.getLogger("kbdesk.server")


@lru_cache(maxsize=1024)
def postgres_sql(sql: str) -> str:
    """Write placeholders as psycopg wants them."""
    return sql.replace("%", "%%").replace("?", "%s")


class PostgresTransaction:
    """One transaction on one connection."""

    def __init__(self, connection: Connection[Record]) -> None:
        self._connection = connection
        self._announced = False

    def run(self, sql: str, *values: object) -> int:
        return self._execute(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[Record]) -> None:
        with self._connection.cursor() as cursor:
            cursor.executemany(_query(sql), rows)

    def rows(self, sql: str, *values: object) -> list[Record]:
        return self._execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> Record | None:
        return self._execute(sql, values).fetchone()

    def value(self, sql: str, *values: object) -> Any:
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def stream(self, sql: str, *values: object) -> Iterator[Record]:
        with self._connection.cursor("stream") as cursor:
            cursor.itersize = 100  # rows may be 2 MB each
            yield from cursor.execute(_query(sql), values)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        with self._connection.transaction():
            yield

    def announce(self) -> None:
        if not self._announced:
            self._announced = True
            self._connection.execute(f"NOTIFY {CHANNEL}")

    def _execute(self, sql: str, values: tuple[object, ...]) -> psycopg.Cursor[Record]:
        return self._connection.execute(_query(sql), values)


class PostgresStorage:
    """One database, and our share of its connections."""

    shared = True

    def __init__(self, url: str) -> None:
        self._conninfo = _conninfo(url)
        self._closed = threading.Event()
        self._listener: threading.Thread | None = None
        self._wakes: list[Callable[[], None]] = []
        _prepare(self._conninfo)
        self._writers = self._pool("writers", WRITERS, _for_writing)
        self._readers = self._pool("readers", READERS, _for_reading)

    def write(self, work: Callable[[PostgresTransaction], T]) -> T:
        for left in reversed(range(TRIES)):
            try:
                return _within(self._writers, work)
            except LOST as error:
                if not left:
                    if isinstance(error, psycopg.OperationalError):
                        raise StorageDown from error
                    raise
            except DOWN as error:
                raise _down(error) from error
            time.sleep(random.uniform(0, 0.01 * (TRIES - left)))  # noqa: S311 -- only to spread
        raise AssertionError("unreachable")

    def read(self, work: Callable[[PostgresTransaction], T]) -> T:
        try:
            return _within(self._readers, work)
        except DOWN as error:
            raise _down(error) from error

    def version(self) -> int | None:
        return None

    def listen(self, wake: Callable[[], None]) -> None:
        """Listen; returns once the database listens, so that no later commit is missed."""
        self._wakes.append(wake)
        if self._listener is None:
            begun = threading.Event()
            self._listener = threading.Thread(
                target=self._listen, args=(begun,), name="listener", daemon=True
            )
            self._listener.start()
            begun.wait(TIMEOUT)

    def close(self) -> None:
        if self._closed.is_set():
            return
        self._closed.set()
        if self._listener is not None:
            self._listener.join()
        self._writers.close()
        self._readers.close()

    def _pool(
        self, name: str, size: int, configure: Callable[[Connection[Any]], None]
    ) -> ConnectionPool[Connection[Record]]:
        return ConnectionPool(
            self._conninfo,
            min_size=1,
            max_size=size,
            timeout=TIMEOUT,
            configure=configure,
            name=name,
            open=True,
        )

    def _listen(self, begun: threading.Event) -> None:
        pause, lost = FIRST_PAUSE, False
        while not self._closed.is_set():
            try:
                with psycopg.connect(self._conninfo, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if lost:
                        self._found_again()
                    begun.set()
                    pause, lost = FIRST_PAUSE, False
                    self._hear(connection)
            except DOWN as error:
                if not lost:
                    log.warning("The database does not answer: %s", _first_line(error))
                lost = True
                self._closed.wait(pause)
                pause = min(LONGEST_PAUSE, 2 * pause)

    def _hear(self, connection: Connection[Any]) -> None:
        """Wake for every notification, and now and then without one."""
        self._wake()
        quiet = time.monotonic()
        while not self._closed.is_set():
            heard = any(True for _ in connection.notifies(timeout=LOOK_SECONDS, stop_after=1))
            if heard or time.monotonic() - quiet > POLL_SECONDS:
                quiet = time.monotonic()
                self._wake()

    def _wake(self) -> None:
        for wake in self._wakes:
            wake()

    def _found_again(self) -> None:
        log.info("The database answers again.")
        self._writers.check()
        self._readers.check()


def _within(
    pool: ConnectionPool[Connection[Record]], work: Callable[[PostgresTransaction], T]
) -> T:
    with pool.connection() as connection:
        return work(PostgresTransaction(connection))


def _query(sql: str) -> Any:
    # psycopg's type wants a literal; ours is one, with placeholders only
    return postgres_sql(sql)


def _conninfo(url: str) -> str:
    """Complete what the administrator gave with what we rely on."""
    try:
        given = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise Trouble(
            "This is not the address of a PostgreSQL database.",
            "Write it like postgresql://user:password@host/name.",
        ) from error
    options = f"{given.pop('options', None) or ''} {OPTIONS}".strip()
    ours: dict[str, Any] = {
        "connect_timeout": 5,
        "keepalives_idle": 15,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,
        "application_name": "kbdesk-server",
        **{key: value for key, value in given.items() if value is not None},
    }
    return make_conninfo(**ours, options=options)


def _for_writing(connection: Connection[Any]) -> None:
    connection.isolation_level = IsolationLevel.READ_COMMITTED


def _for_reading(connection: Connection[Any]) -> None:
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = True


def _prepare(conninfo: str) -> None:
    """Reach the database and bring its schema up to date, one process at a time."""
    try:
        with psycopg.connect(conninfo) as connection:
            found = -1
            while found != len(MIGRATIONS):
                with connection.transaction():
                    found = _step(PostgresTransaction(connection))
    except psycopg.Error as error:
        raise Trouble(
            f"The database cannot be used: {_first_line(error)}.",
            "Check that PostgreSQL runs, and the address, name and password in --database.",
        ) from error


def _step(transaction: PostgresTransaction) -> int:
    transaction.run("SELECT pg_advisory_xact_lock(?)", 0x6B626465736B)
    transaction.run(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    known = transaction.value("SELECT to_regclass(?)::text", f"{SCHEMA}.meta") is not None
    found = transaction.value("SELECT value FROM meta WHERE key = 'schema'") if known else "0"
    return migrating.run_next(transaction, POSTGRES, int(found))


def _down(error: Exception) -> StorageDown:
    log.warning("The database cannot be used: %s", _first_line(error))
    return StorageDown()


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
