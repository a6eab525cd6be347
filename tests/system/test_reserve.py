"""G26: on a disk that is really full, what a person writes still goes in, and nothing else does."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.core.results import Scope
from kbdesk.errors import DiskFull, ServerTrouble
from kbdesk.paths import Profile
from kbdesk.services.connected.account import Account
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from kbdesk.store import integrity
from kbdesk.store.outbox import Outbox
from kbdesk.store.reserve import MEGABYTE, SIZE, Reserve
from kbdesk.store.user import open_user
from tests.support.bases import many
from tests.support.small_disk import small_disk

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 megabytes."""
    with small_disk(tmp_path, 24) as place:
        yield place


def small(place: Path) -> Reserve:
    """Return a reserve that fits the small disk."""
    return Reserve(place / "user.db", size=4 * MEGABYTE, piece=MEGABYTE, comfort=2 * MEGABYTE)


def fill(place: Path) -> None:
    """Fill the disk to the last byte, in place of whatever was freed."""
    with (place / "ballast").open("ab", buffering=0) as ballast:
        for size in (MEGABYTE, 4096):
            try:
                while ballast.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    assert shutil.disk_usage(place).free < 4096


def test_without_a_reserve_a_full_disk_takes_nothing(disk: Path) -> None:
    """What the reserve is measured against."""
    user = open_user(disk / "user.db")
    fill(disk)
    with pytest.raises(DiskFull):
        Outbox(user).put("not_found", {"query": "x" * 100_000}, NOW)
    user.close()


def test_what_a_person_writes_goes_in_slice_by_slice(disk: Path) -> None:
    """Another program eats each slice at once; four times a text goes in all the same."""
    reserve = small(disk)
    reserve.make()
    assert reserve.held == 4 * MEGABYTE
    user = open_user(disk / "user.db", reserve)
    outbox = Outbox(user)
    for number in range(4):
        fill(disk)
        outbox.put("not_found", {"query": f"{number} " + "x" * 200_000}, NOW)
        assert reserve.held == (3 - number) * MEGABYTE
        assert reserve.used
    fill(disk)
    with pytest.raises(DiskFull):
        write_on(outbox)
    assert outbox.count() >= 4
    (disk / "ballast").unlink()
    assert integrity.check(user) == []
    user.close()


def write_on(outbox: Outbox) -> None:
    """Write until the disk takes no more."""
    for _ in range(40):
        outbox.put("not_found", {"query": "x" * 200_000}, NOW)


def test_the_reserve_is_whole_again_when_there_is_room(disk: Path) -> None:
    reserve = small(disk)
    reserve.make()
    assert (reserve.held, reserve.used) == (4 * MEGABYTE, False)
    fill(disk)
    reserve.make_way()
    assert reserve.used
    reserve.make()
    assert reserve.used, "there is still no room: it would take away what it has just given"
    (disk / "ballast").unlink()
    reserve.refill()
    assert (reserve.held, reserve.used) == (4 * MEGABYTE, False)


def test_a_desk_starts_on_a_full_disk_that_has_a_reserve(disk: Path) -> None:
    """To open a database takes room too; and the person's work is there, and more goes in."""
    profile = Profile(disk)
    with Workspace(profile) as workspace:
        workspace.articles.put_all(many(20))
        workspace.knowledge.not_found("before", Scope())
        small(disk).make()
    fill(disk)
    with Workspace(profile) as workspace:
        assert workspace.status()["reserve"] == "used"
        workspace.knowledge.not_found("after", Scope())
        asked = [one.body["query"] for one in workspace.outbox.waiting()]
        assert asked == ["before", "after"]


def test_nothing_comes_in_while_the_reserve_is_in_use(disk: Path) -> None:
    """A pass would take what is kept for the person; what waits goes when there is room."""
    profile = Profile(disk)
    with Workspace(profile) as workspace:
        small(disk).make()
        syncing = Syncing(workspace)
        syncing.session._accounts.keep(_account(), "token")
        fill(disk)
        workspace.knowledge.not_found("kayak", Scope())
        with pytest.raises(ServerTrouble) as caught:
            syncing.sync_once()
        assert caught.value.state == "no room"
        assert syncing.status().state == "no room"
        assert syncing.status().waiting == 1


def _account() -> Account:
    return Account(url="http://127.0.0.1:9", server="s", person="bo")


def test_a_reserve_that_cannot_be_made_leaves_no_stump(disk: Path) -> None:
    reserve = Reserve(disk / "user.db", size=SIZE, comfort=16 * MEGABYTE)
    reserve.make()
    assert not reserve.file.exists()
    assert not reserve.used
    greedy = Reserve(disk / "user.db", size=30 * MEGABYTE, comfort=-20 * MEGABYTE)
    greedy.make()
    assert list(disk.iterdir()) == []


def test_a_kill_while_it_is_made_is_no_full_disk(tmp_path: Path) -> None:
    """What is half made is not called used: nobody is told of a full disk for it."""
    reserve = Reserve(tmp_path / "user.db", size=2 * MEGABYTE)
    (tmp_path / "user.reserve.new").write_bytes(b"half")
    assert not reserve.used
    reserve.make()
    assert [file.name for file in tmp_path.iterdir()] == ["user.reserve"]
    assert not reserve.used


def test_a_reserve_is_for_its_owner_alone_and_holds_real_bytes(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "user.db", size=2 * MEGABYTE)
    reserve.make()
    stat = reserve.file.stat()
    assert stat.st_mode & 0o077 == 0
    assert stat.st_blocks * 512 >= 2 * MEGABYTE
    assert len(set(reserve.file.read_bytes()[:1000])) > 100, "zeros would be packed away"
