"""Ten thousand live connections to one process: what they cost, and how soon they hear.

They come from ten addresses, because one has no more than 28,000 ports; each process needs as many
descriptors as there are connections (`ulimit -n`), and fewer are opened where that is too low.
"""

import resource
import selectors
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.figures import Report, Spread, Table, Target
from tests.bench.options import Options
from tests.bench.server import NO_BOUND
from tests.support.sync_calls import Caller, operation
from tests.support.sync_server import SyncServer, serving

SOURCES = [f"127.0.0.{n}" for n in range(2, 12)]
SPARE = 200  # descriptors that a process needs for itself


def measure(options: Options) -> Report:
    """Open the crowd, announce, and time each connection's copy."""
    report = Report("live")
    wanted = options.samples(10_000, 2_000)
    count = min(wanted, _descriptors() - SPARE)
    if count < wanted:
        report.skipped.append(f"{wanted - count} connections: ulimit -n is {_descriptors()}")
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder), count) as server:
        ana, chef = (Caller(server.url).sign_in(name) for name in ("ana", "chef"))
        before = server.memory()
        with _crowd(server, ana.token, count) as (crowd, seconds):
            each = (server.memory() - before) / 1024 / count
            rounds = [_announce(crowd, chef, n) for n in range(options.samples(10, 3))]
            memory = server.memory() / 1024**2
        table = Table(
            f"{count:,} connections to one process: from the push to each copy (milliseconds)",
            ["", "p50", "p95", "p99", "worst", "copies"],
        )
        for n, values in enumerate(rounds):
            table.rows.append([f"announcement {n + 1}", *Spread.of(values).cells()])
        table.notes += [
            f"opened {count / seconds:,.0f} a second; {each:.1f} KB a connection; {memory:.0f} MB",
            "the client reads on the other core, and its own reading is in these times",
        ]
        report.tables.append(table)
        worst = max(Spread.of(values).p95 for values in rounds) / 1000
        report.targets.append(Target(f"p95 of {count:,} copies, worst announcement, s", worst, 1))
        report.targets.append(Target("KB a connection", each, 16))
        for caller in (ana, chef):
            caller.close()
    return report


@contextmanager
def _server(folder: Path, count: int) -> Iterator[SyncServer]:
    with serving(
        folder,
        live_connections=count + 10,
        ping_seconds=3600,
        session_rate=NO_BOUND,
        stranger_rate=NO_BOUND,
    ) as server:
        yield server


class Crowd:
    """Streams on plain sockets, and when each of them got something."""

    def __init__(self) -> None:
        self.selector = selectors.EpollSelector()
        self.lines: list[socket.socket] = []

    def open(self, server: SyncServer, token: str, count: int) -> None:
        address = urlsplit(server.url)
        assert address.hostname is not None
        request = f"GET /v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
        for n in range(count):
            source = (SOURCES[n % len(SOURCES)], 0)
            line = socket.create_connection(
                (address.hostname, address.port or 80), 60, source_address=source
            )
            line.sendall(request.encode())
            line.setblocking(False)
            self.lines.append(line)
            self.selector.register(line, selectors.EVENT_READ)
            if n % 100 == 99:
                self.until(b": ping", 0)  # drains, so that no side falls far behind
        for line in self.lines:
            self.selector.modify(line, selectors.EVENT_READ)

    def until(self, word: bytes, count: int) -> list[float]:
        """Read until so many have got a word; return when each did (monotonic seconds)."""
        came: list[float] = []
        patience = time.monotonic() + 60
        while time.monotonic() < patience:
            ready = self.selector.select(0.01 if count else 0)
            now = time.monotonic()
            for key, _ in ready:
                line = key.fileobj
                assert isinstance(line, socket.socket)
                if word in line.recv(65536):
                    came.append(now)
            if len(came) >= count:
                return came
        raise TimeoutError(f"{len(came)} of {count} got {word!r}.")

    def close(self) -> None:
        for line in self.lines:
            line.close()
        self.selector.close()


@contextmanager
def _crowd(server: SyncServer, token: str, count: int) -> Iterator[tuple[Crowd, float]]:
    crowd = Crowd()
    began = time.monotonic()
    try:
        crowd.open(server, token, count)
        _wait_for_all(server, count)
        seconds = time.monotonic() - began
        crowd.until(b": ping", 0)
        yield crowd, seconds
    finally:
        crowd.close()


def _wait_for_all(server: SyncServer, count: int) -> None:
    watcher = Caller(server.url)
    until = time.monotonic() + 120
    while f"kbdesk_live_connections {count:.1f}" not in watcher.get("/metrics").text:
        if time.monotonic() > until:
            raise TimeoutError("Not all connections stand.")
        time.sleep(0.05)
    watcher.close()


def _announce(crowd: Crowd, chef: Caller, number: int) -> list[float]:
    while crowd.selector.select(0):
        crowd.until(b"", 0)
    name = f"annonce-{number}-{time.time_ns()}"
    body = {"audience": "all", "id": name, "title": name, "body": "À lire.", "level": "important"}
    began = time.monotonic()
    chef.push([operation("announce", body)])
    came = crowd.until(name.encode(), len(crowd.lines))
    time.sleep(0.5)  # the heads event that follows is not part of it
    return [(at - began) * 1000 for at in came]


def _descriptors() -> int:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard if hard > 0 else soft
