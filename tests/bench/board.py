"""How soon a supervisor's board opens: 10,000 people, a receipt of each, from the copy on the disk.

What is measured is what the screen waits for: the numbers of all and of each team, then the names
of who is missing in one. First with nothing read before, then after one receipt has come, which is
what a board that stays open meets all day. Apart from them, every row with its moments, as a table
for a spreadsheet has it. The floor is to fetch the same rows and read their JSON. The promise is in
wall time; two versions of the desk are told apart by the time of the processor, since a machine
with other work to do gives a board only its share.
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
from kbdesk.services.connected.account import Account, Accounts
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
CPU_MS = 120.0  # at the median
AT_MOST = 1.0  # times the floor, both in time of the processor
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
            every = [_took(lambda: _rows(live)) for _ in range(times)]
            floor = [_took(lambda: _read(workspace)) for _ in range(times)]
    finally:
        shutil.rmtree(folder)
    head = ["", "p50", "p95", "p99", "worst", "count"]
    named = {"first": cold, "again": warm, "every row": every, "rows and JSON (floor)": floor}
    for name, which in (("ms", 0), ("ms of CPU", 1)):
        table = Table(f"board · {PEOPLE} people ({name})", head)
        for what, taken in named.items():
            table.rows.append([what, *Spread.of([one[which] for one in taken]).cells()])
        report.tables.append(table)
    first = percentile([one[1] for one in cold], 0.5)
    report.targets += [
        Target("board opens, p95 ms", percentile([one[0] for one in cold], 0.95), WITHIN_MS),
        Target("board opens, p50 ms of CPU", first, CPU_MS),
        Target(
            "board / rows and JSON (CPU)",
            ratio(first, percentile([one[1] for one in floor], 0.5)),
            AT_MOST,
        ),
    ]
    return report


def _open(live: Live) -> None:
    board = live.board.board(ID)
    assert board.people == PEOPLE
    assert sum(board.counts.values()) == PEOPLE
    worst = board.teams[0]
    assert len(board.roll.missing(worst.group)) == worst.people - worst.done


def _rows(live: Live) -> None:
    board = live.board.board(ID)
    assert len(board.rows) == PEOPLE
    assert sum(len(row.reached) for row in board.rows)


def _took(act: Callable[[], None]) -> tuple[float, float]:
    """Return how many ms an act took, by the wall and of the processor."""
    began, worked = time.perf_counter(), time.process_time()
    act()
    worked = time.process_time() - worked
    return 1000 * (time.perf_counter() - began), 1000 * worked


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
