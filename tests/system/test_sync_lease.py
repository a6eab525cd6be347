"""G16, G24, G28, F18: old copies and a real server: said, then locked, and one sync mends it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kbdesk.cli.main import group
from kbdesk.clock import FixedClock
from kbdesk.core.lease import Level, Mark
from kbdesk.errors import ContentLocked, ServerTrouble
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from kbdesk.store.lease_notes import LeaseNotes
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.small_base import write_base
from tests.support.sync_server import SyncServer, peopled, running

PANNE = "---\nid: panne\nclass: critical\n---\n\n# Panne\n\nDites ceci.\n"
SLACK = timedelta(minutes=5)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with running(SyncServer(peopled(tmp_path / "server"))) as server:
        yield server


@pytest.fixture
def agent(tmp_path: Path, server: SyncServer) -> Path:
    """The desk of an agent who has synced, in a house that locks after seven days."""
    author, agent = tmp_path / "author", tmp_path / "agent"
    server.run("policy", "--lease-days", "7")
    sign_in(author, server, "ana")
    sign_in(agent, server, "bo")
    files = write_base(tmp_path / "files")
    (files / "panne.md").write_text(PANNE, "utf-8")
    desk(author, "import", str(files))
    sync_until(agent, lambda said: said["articles"] >= 4)
    return agent


def grow_old(profile: Path, age: timedelta) -> None:
    """Have the last success lie so far back, as it does after a real absence."""
    with Workspace(Profile(profile)) as workspace:
        notes = LeaseNotes(workspace.kb)
        mark, _ = notes.read()
        assert mark is not None
        notes.write(Mark(mark.told - age, mark.reckoned - age, mark.wall - age))


def status(profile: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(desk(profile, "status", "--json"))
    return found


def test_after_its_days_nothing_is_shown_until_the_next_sync(agent: Path) -> None:
    assert status(agent)["lease"] == "fresh"
    grow_old(agent, timedelta(days=7, hours=1))
    assert status(agent)["lease"] == "locked"
    for command in (("show", "panne"), ("search", "panne"), ("show", "panne", "--as", "text")):
        said = desk(agent, *command, code=1)
        assert "locked" in said
        assert "kbdesk sync" in said
        assert "Dites ceci" not in said
    desk(agent, "sync")
    assert status(agent)["lease"] == "fresh"
    assert "Dites ceci" in desk(agent, "show", "panne")


def test_a_whole_base_does_not_leave_by_the_back_door_while_it_is_locked(
    agent: Path, tmp_path: Path
) -> None:
    grow_old(agent, timedelta(days=8))
    assert "locked" in desk(agent, "export", str(tmp_path / "out"), code=1)
    assert not list((tmp_path / "out").rglob("*.md"))


def test_critical_content_says_its_age_and_other_content_does_not(agent: Path) -> None:
    def shown(article: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(desk(agent, "show", article, "--as", "json"))
        return found

    other = next(id_ for id_ in _ids(agent) if id_ != "panne")
    assert shown("panne")["lease"] == "fresh"
    grow_old(agent, timedelta(hours=4, minutes=1))
    assert "critical: not refreshed for 4 h" in told(agent, "panne")
    assert told(agent, other) == ""
    with Workspace(Profile(agent)) as workspace:
        assert workspace.knowledge.open("panne").lease.level is Level.AGEING
        assert workspace.knowledge.open(other).lease.level is Level.FRESH
    assert status(agent)["lease"] == "fresh"
    grow_old(agent, timedelta(hours=4))
    assert status(agent)["lease"] == "ageing"


def told(profile: Path, article: str) -> str:
    """Return what `kbdesk show` says beside the text, on standard error."""
    result = CliRunner().invoke(group, ["--profile", str(profile), "show", article])
    assert result.exit_code == 0
    return result.stderr


def _ids(profile: Path) -> list[str]:
    with Workspace(Profile(profile)) as workspace:
        return sorted(workspace.articles.ids())


def test_the_servers_moment_is_what_counts_and_a_wrong_clock_is_told(
    agent: Path, server: SyncServer
) -> None:
    """Twenty years off, and moved while it runs: the same ages, and one sync starts over."""
    wrong = FixedClock(datetime.now(UTC) + timedelta(days=20 * 365))
    with Workspace(Profile(agent), wrong) as workspace:
        syncing = Syncing(workspace)
        syncing.sync_once()
        lease = workspace.leases.lease()
        assert lease.since is not None
        assert abs(lease.since - datetime.now(UTC)) < SLACK
        off = syncing.status().clock_off
        assert off is not None
        assert abs(off - timedelta(days=20 * 365)) < SLACK
        wrong.pass_(timedelta(hours=9))
        wrong.moment -= timedelta(days=40 * 365)
        assert syncing.status().age == timedelta(hours=9)
        wrong.pass_(timedelta(days=7))
        with pytest.raises(ContentLocked):
            workspace.knowledge.open("panne")
        syncing.sync_once()
        assert workspace.knowledge.open("panne").lease.level is Level.FRESH


def test_a_pass_that_does_not_come_through_renews_nothing(agent: Path, server: SyncServer) -> None:
    clock = FixedClock(datetime.now(UTC))
    with Workspace(Profile(agent), clock) as workspace:
        syncing = Syncing(workspace)
        syncing.sync_once()
        clock.pass_(timedelta(hours=9))
        server.stop()
        with pytest.raises(ServerTrouble):
            syncing.sync_once()
        assert syncing.status().lease.level is Level.AGEING
        server.start()
        syncing.sync_once()
        assert syncing.status().lease.level is Level.FRESH


def test_what_the_house_asks_comes_to_a_desk_that_is_level(agent: Path, server: SyncServer) -> None:
    """A change of the policy alone is news: its tag is another."""
    grow_old(agent, timedelta(hours=9))
    desk(agent, "sync")
    server.run("policy", "--stale-after", "1", "--lease-days", "0")
    clock = FixedClock(datetime.now(UTC))
    with Workspace(Profile(agent), clock) as workspace:
        Syncing(workspace).sync_once()
        clock.pass_(timedelta(hours=2))
        assert workspace.leases.lease().level is Level.AGEING
        clock.pass_(timedelta(days=300))
        assert workspace.leases.lease().level is Level.AGEING
