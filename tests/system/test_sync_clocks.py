"""Clocks of desks are wrong by two days, and jump: the same in the same order (F06, G28, fault 12).

Every command of every desk is the real `kbdesk` as a process of its own whose clock is bent by
libfaketime; the server is real and has the true time. What is played holds all that an order could
decide: an edit on top of an edit, one against an edit, a removal, a text that waits offline.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sync.protocol import codec
from sync.protocol.wire import Change
from sync.server.storage.interface import Transaction
from tests.support import faketime_venv
from tests.support.serving import opened
from tests.support.shared_data import CHECKOUT
from tests.support.small_base import FILES, write_base
from tests.support.sync_server import PASSWORD, SyncServer, peopled, running

pytestmark = [
    pytest.mark.long,  # 25 s for each way that clocks are wrong, on two cores
    pytest.mark.skipif(faketime_venv.library() is None, reason=faketime_venv.MISSING),
]
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
TRUE = ("",)


@dataclass
class DeskElsewhen:
    """A desk whose clock says something else at each command: `shifts` in turn."""

    profile: Path
    shifts: tuple[str, ...]
    _commands: int = field(default=0, init=False)

    def run(self, *arguments: str, said: str = "", code: int = 0) -> str:
        shift = self.shifts[self._commands % len(self.shifts)]
        self._commands += 1
        done = subprocess.run(
            [sys.executable, "-m", "kbdesk", "--profile", str(self.profile), *arguments],
            cwd=CHECKOUT,
            env=os.environ
            | {"PYTHONUTF8": "1"}
            | (faketime_venv.under_clock(shift) if shift else {}),
            input=said,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (code, ""), done
        return done.stdout

    def sign_in(self, server: SyncServer, person: str) -> None:
        words = ("--user", person, "--password-stdin")
        self.run("login", server.url, *words, said=f"{PASSWORD}\n")


@dataclass(frozen=True)
class Ending:
    """All that must be the same: what is where, in which order, and what each person was told."""

    log: tuple[tuple[Any, ...], ...]
    held: tuple[dict[str, bytes], dict[str, bytes]]
    parked: tuple[Any, ...]
    standing: tuple[Any, ...]


def played(folder: Path, ana: tuple[str, ...], cy: tuple[str, ...]) -> Ending:
    """Let two authors work on one base, each under the clocks given."""
    before = datetime.now(UTC)
    server = SyncServer(peopled(folder / "server"))
    desks = (DeskElsewhen(folder / "ana", ana), DeskElsewhen(folder / "cy", cy))
    with running(server):
        _work(server, desks, folder / "files")
        held = tuple(_held(desk, folder / f"out-{n}") for n, desk in enumerate(desks))
        parked = tuple(json.loads(desk.run("parked", "--json")) for desk in desks)
        standing = tuple(_standing(desk) for desk in desks)
    changes = _log(server)
    moments = [datetime.fromisoformat(change.at) for _, change in changes]
    slack = timedelta(seconds=2)  # moments of the server have no fractions
    assert all(before - slack <= at <= datetime.now(UTC) + slack for at in moments)
    log = tuple(
        (space, c.seq, c.kind, UUID.sub("UUID", c.id), c.rev, c.by, _timeless(c.body))
        for space, c in changes
    )
    told = tuple((one["about"], one["kind"], one["conflict"]) for some in parked for one in some)
    return Ending(log, (held[0], held[1]), told, standing)


def _work(server: SyncServer, desks: tuple[DeskElsewhen, DeskElsewhen], files: Path) -> None:
    ana, cy = desks
    ana.sign_in(server, "ana")
    cy.sign_in(server, "cy")
    write_base(files)
    ana.run("import", str(files))
    cy.run("sync")

    def edit(who: DeskElsewhen, name: str, text: str) -> None:
        (files / name).write_text(FILES.get(name, "") + text, "utf-8")
        who.run("import", str(files))

    edit(ana, "facturation/geste.md", "\nPremier.\n")
    edit(ana, "facturation/geste.md", "\nSecond.\n")
    cy.run("sync")
    edit(cy, "facturation/geste.md", "\nTroisième, de Cy.\n")
    edit(ana, "facturation/remboursement.md", "\nD'Ana.\n")  # and of an old text of the gesture
    edit(cy, "facturation/remboursement.md", "\nDe Cy.\n")
    server.stop()
    edit(ana, "neuf.md", "# Neuf\n\nÉcrit sans réseau.\n")
    server.start()
    cy.run("retire", "mobile/resilier")
    for desk in (ana, cy, ana, cy):
        desk.run("sync", "--check")


def _held(desk: DeskElsewhen, out: Path) -> dict[str, bytes]:
    desk.run("export", str(out))
    return {str(x.relative_to(out)): x.read_bytes() for x in sorted(out.rglob("*")) if x.is_file()}


def _standing(desk: DeskElsewhen) -> tuple[Any, ...]:
    said = json.loads(desk.run("status", "--json"))
    return tuple(said[name] for name in ("state", "waiting", "refused", "cursor", "articles"))


def _log(server: SyncServer) -> list[tuple[str, Change]]:
    def read(transaction: Transaction) -> list[tuple[str, Change]]:
        rows = transaction.rows("SELECT space, line FROM changes ORDER BY space, seq")
        return [(space, codec.decode(line.encode(), Change)) for space, line in rows]

    storage = opened(server.folder, "")
    try:
        return storage.read(read)
    finally:
        storage.close()


def _timeless(body: str | None) -> str | None:
    """Leave moments and made-up ids out of what the server wrote about an operation."""
    if body is None or not body.startswith("{"):
        return body
    said = json.loads(body)
    return UUID.sub("UUID", json.dumps({k: v for k, v in said.items() if k not in {"at", "made"}}))


@cache
def with_true_clocks(folder: Path) -> Ending:
    folder.mkdir()
    return played(folder, TRUE, TRUE)


def test_the_clocks_of_these_processes_are_wrong_indeed() -> None:
    program = "import datetime; print(datetime.datetime.now(datetime.UTC).isoformat())"
    for shift, days in (("+2d", 2), ("-2d", -2)):
        said = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | faketime_venv.under_clock(shift),
            capture_output=True,
            text=True,
        ).stdout
        away = datetime.fromisoformat(said.strip()) - datetime.now(UTC)
        assert abs(away - timedelta(days=days)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("ana", "cy"),
    [
        (("+2d",), ("-2d",)),
        (("-2d",), ("+2d",)),
        (("+2d", "-2d", ""), ("-2d", "", "+2d")),
    ],
    ids=["ahead and behind", "behind and ahead", "jumping"],
)
def test_wrong_clocks_change_nothing(
    ana: tuple[str, ...], cy: tuple[str, ...], tmp_path: Path, tmp_path_factory: Any
) -> None:
    expected = with_true_clocks(tmp_path_factory.getbasetemp() / "true-clocks")
    assert len(expected.parked) > 0, "the play has no conflict in it"
    assert expected.held[0] == expected.held[1]
    found = played(tmp_path, ana, cy)
    assert found.log == expected.log
    assert found == expected
