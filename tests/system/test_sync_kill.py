"""kill -9 anywhere in a round of sync: the desk is whole, and each write counts once (F04).

A round is an author's: import as operations, push, pull, read on, by the services that the command
line uses, against the real server. The moment is a numbered call that writes. One server serves all
points; a desk that has come level again is what the next point begins with, so that the scars of
two hundred kills would add up.
"""

import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.store import integrity
from sync.protocol import codec
from sync.protocol.wire import Change
from tests.support import write_calls
from tests.support.author_at_work import work
from tests.support.bases import many
from tests.support.desk_commands import desk, sign_in
from tests.support.sync_server import SyncServer, peopled, running
from tests.support.write_calls import Point

BASE, MINE = 16, 6  # articles of somebody else, and articles that are edited in each round
MAIN_THREAD = ("pwrite64", "fsync", "ftruncate")  # calls are counted thread by thread
PICTURE = b"\x89PNG\r\n\x1a\n"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not write_calls.available(), reason="needs strace"),
]


class Rounds:
    """A server, a colleague who writes too, and a desk that goes from round to round."""

    def __init__(self, folder: Path, server: SyncServer) -> None:
        self.folder = folder
        self.server = server
        self.number = 0
        self._colleague = folder / "colleague"
        self._profile, self._copy = folder / "profile", folder / "copy"
        self._theirs, self._mine = folder / "theirs", folder / "mine"
        for place, count in ((self._theirs, BASE), (self._mine, MINE)):
            place.mkdir()
            for n, one in enumerate(many(count)):
                (place / f"{place.name}-{n}.md").write_text(f"# {one.title}\n\n{one.body}\n")
        sign_in(self._colleague, server, "ana")
        sign_in(self._profile, server, "cy")
        desk(self._colleague, "import", str(self._theirs))
        desk(self._profile, "import", str(self._mine))

    def prepare(self) -> list[str]:
        """Let all write something, and give the command that is the next round."""
        self.number += 1
        for n in range(MINE):
            with (self._mine / f"mine-{n}.md").open("a") as file:
                file.write(f"\nRound {self.number}.\n")
        (self._mine / f"new-{self.number}.md").write_text(f"# New\n\nRound {self.number}.\n")
        (self._mine / "a.png").write_bytes(PICTURE + f"{self.number}".encode() * 40)
        (self._theirs / "theirs-0.md").write_text(f"# Theirs\n\nRound {self.number}.\n")
        with Workspace(Profile(self._colleague)) as colleague:
            work(colleague, self._theirs)
        self._before = self._head()
        shutil.copytree(self._profile, self._copy)
        return self.command()

    def command(self, tries: int = 1) -> list[str]:
        script = "tests.support.author_at_work"
        return [sys.executable, "-m", script, str(self._copy), str(self._mine), str(tries)]

    def points(self) -> list[Point]:
        found = write_calls.points(self.prepare(), self.folder)
        self.finish()
        return found

    def finish(self) -> None:
        """Ask for every promise; then the level desk is the one of the next round."""
        with Workspace(Profile(self._copy)) as workspace:
            self._assert_sound(workspace)
            if self.number % 2:  # the person may import again first, or only open the desk
                work(workspace)
            work(workspace, self._mine)
            self._assert_level(workspace)
        self._assert_each_once()
        shutil.rmtree(self._profile)
        self._copy.rename(self._profile)

    def _assert_sound(self, workspace: Workspace) -> None:
        """G8, G9: whole files, and no row ahead of its cursor or behind it."""
        assert integrity.check_kb(workspace.kb) == integrity.check(workspace.user) == []
        for space, cursor in workspace.replica.standing().cursors.items():
            said = {(c.kind, c.id): c.body for c in self._log(space) if c.seq <= cursor.seq}
            rows = workspace.kb.reading().rows(
                "SELECT kind, id, body FROM entities WHERE space = ?", space
            )
            held = {(row["kind"], row["id"]): row["body"] for row in rows}
            assert held == {key: body for key, body in said.items() if body is not None}

    def _assert_level(self, workspace: Workspace) -> None:
        status = workspace.status()
        assert (status["waiting"], status["refused"], status["index"]) == (0, 0, "level")
        assert status["articles"] == BASE + MINE + self.number
        articles = workspace.articles
        assert workspace.index.rids() == {articles.rid(id_) for id_ in articles.ids()}
        assert workspace.index.faults() == []

    def _assert_each_once(self) -> None:
        """Count in the server's own log what this round wrote."""
        written = [c for c in self._log("base") if c.seq > self._before and c.by == "cy"]
        expected = [*(f"mine-{n}" for n in range(MINE)), f"new-{self.number}", "a.png"]
        assert Counter(change.id for change in written) == Counter(expected)

    def _log(self, space: str) -> list[Change]:
        plain = sqlite3.connect(f"file:{self.server.folder / 'server.db'}?mode=ro", uri=True)
        try:
            lines = plain.execute(
                "SELECT line FROM changes WHERE space = ? ORDER BY seq", (space,)
            ).fetchall()
        finally:
            plain.close()
        return [codec.decode(line.encode(), Change) for (line,) in lines]

    def _head(self) -> int:
        return self._log("base")[-1].seq


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[Rounds]:
    with running(SyncServer(peopled(tmp_path / "server"))) as server:
        yield Rounds(tmp_path, server)


@pytest.mark.parametrize("count", [200])
def test_killed_at_numbered_writes_of_a_round(rounds: Rounds, count: int) -> None:
    for point in write_calls.spread(rounds.points(), count):
        write_calls.kill_at(point, rounds.prepare())
        rounds.finish()


@pytest.mark.parametrize("count", [40])
def test_a_disk_that_is_full_at_numbered_writes_loses_nothing(rounds: Rounds, count: int) -> None:
    """And what was done is told in a sentence: nothing ends in a traceback."""
    for point in write_calls.spread(rounds.points(), count):
        said = write_calls.fail_at(point, rounds.prepare())
        assert said.stderr == "", point
        rounds.finish()


@pytest.mark.parametrize("count", [20])
def test_a_disk_that_is_full_for_a_while_needs_nobody(rounds: Rounds, count: int) -> None:
    """When there is room again the desk goes on by itself, to its end."""
    main = [point for point in rounds.points() if point.call in MAIN_THREAD]
    for point in write_calls.spread(main, count):
        rounds.prepare()
        said = write_calls.fail_for_long(point, 15, rounds.command(tries=40))
        assert (said.returncode, said.stderr) == (0, ""), point
        rounds.finish()
