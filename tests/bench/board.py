"""How soon a supervisor's board opens: 10,000 people, a receipt of each, from the copy on the disk.

What is measured is what the screen waits for: everybody with their state and moments, in order, and
teams and counts. First with nothing read before, then after one receipt has come, which is what a
board that stays open meets all day. The floor is to fetch the same rows and read their JSON.
"""

import json
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from kbdesk.core.announcements import State
from kbdesk.paths import Profile
from kbdesk.services.account import Account, Accounts
from kbdesk.services.live import Live
from kbdesk.services.workspace import Workspace
from sync.protocol import codec
from sync.protocol.bodies.announcements import Announcement, Colleague, Reached, Receipt, Stamp
from sync.protocol.digests import row_sha256
from tests.bench.figures import Report, Spread, Table, Target, percentile, ratio
from tests.bench.options import Options

PEOPLE, TEAMS = 10_000, 40
TIMES, QUICK = 20, 5
WITHIN_MS = 300.0
AT_MOST = 4.0  # times the floor
ID = "plafond"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SENT = Announcement("all", "Plafond à 15 €", "chef", NOON.isoformat(), receipt=True)


def measure(options: Options) -> Report:
    """Open the board again and again, cold and warm."""
    report = Report("board")
    folder = Path(tempfile.mkdtemp(prefix="kbdesk-board-"))
    times = QUICK if options.quick else TIMES
    try:
        with Workspace(Profile(folder)) as workspace:
            _fill(workspace)
            cold = [_took(lambda: _open(Live(workspace))) for _ in range(times)]
            live = workspace.live
            _open(live)
            warm = []
            for number in range(times):
                _one_more(workspace, number)
                warm.append(_took(lambda: _open(live)))
            floor = [_took(lambda: _read(workspace)) for _ in range(times)]
    finally:
        shutil.rmtree(folder)
    table = Table(f"board · {PEOPLE} people (ms)", ["", "p50", "p95", "p99", "worst", "count"])
    for name, taken in (("first", cold), ("again", warm), ("rows and JSON (floor)", floor)):
        table.rows.append([name, *Spread.of(taken).cells()])
    report.tables.append(table)
    first = percentile(cold, 0.95)
    report.targets += [
        Target("board opens, p95 ms", first, WITHIN_MS),
        Target("board / rows and JSON", ratio(first, percentile(floor, 0.95)), AT_MOST),
    ]
    return report


def _open(live: Live) -> None:
    board = live.board.board(ID)
    assert board.people == PEOPLE
    assert sum(board.counts.values()) == PEOPLE


def _took(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _read(workspace: Workspace) -> None:
    rows = workspace.kb.reading().rows(
        "SELECT body FROM entities WHERE kind IN ('receipt', 'colleague')"
    )
    assert len([json.loads(row["body"]) for row in rows]) == 2 * PEOPLE


def _one_more(workspace: Workspace, number: int) -> None:
    body = _receipt(f"p{number:05}", random.Random(PEOPLE + number))
    workspace.entities.put("receipt", f"{ID}/p{number:05}", body, space="+steer")


def _fill(workspace: Workspace) -> None:
    """Write what a server would have sent, as pages bring it in."""
    account = Account("https://base.example", "office", "chef", "supervisor")
    Accounts(workspace.profile).keep(account, "token")
    workspace.become("office", "chef", ())
    chance = random.Random(7)
    rows = [("sent_announcement", ID, codec.encode(SENT).decode())]
    for number in range(PEOPLE):
        name = f"p{number:05}"
        known = Colleague(
            f"Prénom Nom {number}", "agent", (f"equipe-{number % TEAMS}",), ("base",),
            NOON.isoformat(), here=bool(number % 3),
        )  # fmt: skip
        rows.append(("colleague", name, codec.encode(known).decode()))
        rows.append(("receipt", f"{ID}/{name}", _receipt(name, chance)))
    with workspace.kb.writing() as connection:
        connection.executemany(
            """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
                VALUES (?, ?, '+steer', '', 1, 0, 0, ?, ?)""",
            [
                (kind, id_, body, row_sha256(kind, id_, "+steer", "", body))
                for kind, id_, body in rows
            ],
        )


def _receipt(name: str, chance: random.Random) -> str:
    """Write how far somebody is: each state a while after the one before."""
    far = chance.randint(1, len(State) - 1)
    at, reached = NOON, Reached()
    for state in list(State)[1 : far + 1]:
        at += timedelta(seconds=chance.randint(1, 9_000))
        stamp = Stamp(at.isoformat(), at.isoformat(), f"pc-{name}")
        reached = replace(reached, **{state.value: stamp})
    return codec.encode(Receipt(ID, name, {"1": reached})).decode()
