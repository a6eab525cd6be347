"""Requests a second and how long they take: the real server process, beside a bare uvicorn.

Everything goes over loopback from one client thread, so on a machine of few cores the client takes
its share; CPU milliseconds a request are the server's alone and are what to size by.
"""

import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.figures import Cell, Report, Spread, Table, Target, ratio
from tests.bench.http_load import Ask, Load, counted, request
from tests.bench.options import Options
from tests.support.shared_data import CHECKOUT
from tests.support.sync_calls import Caller, publish
from tests.support.sync_server import SyncServer, serving

NO_BOUND = [1_000_000, 10_000_000]
COLUMNS = ["", "requests/s", "CPU ms", "p50 ms", "p95 ms", "p99 ms", "worst", "answers"]
LINES = 16
TEXT = "Le conseiller vérifie la ligne, puis propose un rendez-vous au client. " * 56  # 4 KB


def measure(options: Options) -> Report:
    """Measure each call by itself, then three hundred desks at once."""
    report = Report("server")
    table = Table(f"one process, SQLite, {LINES} connections", COLUMNS)
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as server:
        articles = options.samples(10_000, 1_000)
        author = _filled(server, articles)
        token, etag = author.token, author.get("/v1/heads").headers["ETag"]
        rounds = options.samples(500, 100)
        floor = _floor(rounds)
        table.rows.append(["bare uvicorn (floor)", *floor])
        heads = counted(rounds, lambda *_: ("", request("GET", "/v1/heads", token, etag=etag)))
        figures = _timed(server.pid, server.url, heads)
        table.rows.append(["heads, no change", *figures])
        cpu = float(str(figures[1]))
        report.targets.append(Target("CPU ms, no change (1,500/s a core)", cpu, 1 / 1.5))
        table.notes.append(f"no change / floor, CPU: {ratio(cpu, float(str(floor[1]))):.1f}")
        calls = {
            "100 changes of 4 KB": "/v1/spaces/base/changes?after={}&limit=100",
            "full page of 4 KB texts": "/v1/spaces/base/pages/{}",
        }
        for name, path in calls.items():
            ask = counted(rounds // 2, _reading(path, articles, token))
            table.rows.append([name, *_timed(server.pid, server.url, ask)])
        pushes = counted(rounds // 4, lambda *_: ("", _push(token, 50)))
        table.rows.append(["push of 50 operations", *_timed(server.pid, server.url, pushes)])
        report.tables.append(table)
        _desks(report, server, token, options)
        megabytes = server.peak_memory() / 1024**2
        report.targets.append(Target("server memory at its peak, MB", megabytes, 150))
        author.close()
    return report


@contextmanager
def _server(folder: Path) -> Iterator[SyncServer]:
    with serving(folder, session_rate=NO_BOUND, stranger_rate=NO_BOUND) as server:
        yield server


def _filled(server: SyncServer, articles: int) -> Caller:
    author = Caller(server.url).sign_in("auteur")
    for start in range(0, articles, 200):
        author.push([publish(n, TEXT) for n in range(start, min(start + 200, articles))])
    return author


def _reading(path: str, articles: int, token: str) -> Any:
    pages = articles // 100

    def make(desk: int, number: int) -> tuple[str, bytes]:
        page = (desk * 7 + number) % pages
        return "", request("GET", path.format(page * 100 if "after" in path else page), token)

    return make


def _push(token: str, operations: int) -> bytes:
    made = [_operation() for _ in range(operations)]
    return request("POST", "/v1/operations", token, json.dumps({"operations": made}).encode())


def _operation() -> dict[str, Any]:
    return publish(uuid.uuid4().int, "Une note courte.")


def _timed(pid: int, url: str, ask: Ask) -> list[Cell]:
    """Run a script on all lines; return the cells of its row."""
    load = Load(url, LINES)
    before = _cpu_seconds(pid)
    seconds = load.run(ask)
    spent = _cpu_seconds(pid) - before
    load.close()
    wrong = {status for status in load.statuses if status not in {200, 304}}
    assert not wrong, load.statuses
    [values] = load.milliseconds.values()
    spread = Spread.of(values)
    times: list[Cell] = [spread.p50, spread.p95, spread.p99, spread.worst, spread.count]
    return [spread.count / seconds, spent * 1000 / spread.count, *times]


def _floor(rounds: int) -> list[Cell]:
    command = [sys.executable, "-m", "tests.bench.peers.bare_asgi"]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().split()[-1]
            ask = counted(rounds, lambda *_: ("", request("GET", "/", "x" * 43, etag='"0"')))
            while True:
                try:
                    return _timed(process.pid, url, ask)
                except ConnectionRefusedError:  # it has its port and does not listen yet
                    continue
        finally:
            process.terminate()


def _desks(report: Report, server: SyncServer, token: str, options: Options) -> None:
    """Three hundred desks that do nothing but sync: ask, fetch; every fourth pass pushes too."""
    desks, passes = 300, options.samples(20, 8)
    load = Load(server.url, desks)
    step = list(range(desks))  # not all of them push at the same moment
    head = Caller(server.url)
    head.take(token)
    start = head.heads().spaces["base"].head
    head.close()
    cursors = [start] * desks

    def ask(desk: int, status: int, body: bytes) -> tuple[str, bytes] | None:
        assert status in {0, 200, 304}, body
        turn, step[desk] = step[desk], step[desk] + 1
        if turn >= passes * 9 // 4 + desk:
            return None
        if turn % 9 in {0, 2, 4, 6}:
            return "heads", request("GET", "/v1/heads", token)
        if turn % 9 == 8:
            return "push of one", _push(token, 1)
        path = f"/v1/spaces/base/changes?after={cursors[desk]}&limit=100"
        cursors[desk] += 50
        return "changes", request("GET", path, token)

    seconds = load.run(ask)
    load.close()
    table = Table(
        f"{desks} desks at once, {passes} passes each, without a pause; one in four pushes",
        ["", "p50 ms", "p95 ms", "p99 ms", "worst", "answers"],
    )
    for name, values in load.milliseconds.items():
        table.rows.append([name, *Spread.of(values).cells()])
    every = [value for values in load.milliseconds.values() for value in values]
    table.notes.append(
        f"{len(every) / seconds:,.0f} requests/s, {desks * passes / seconds:,.0f} passes/s"
    )
    report.tables.append(table)
    report.targets.append(Target("300 desks, p95 of a request, s", Spread.of(every).p95 / 1000, 1))


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
