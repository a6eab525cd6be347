"""An article that moves between two spaces is never out of sight, wherever a pass is cut (G14)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb
from kbdesk.store.replica import StoredReplica
from kbdesk.store.user import open_user
from sync.protocol.digests import bucket_digests
from sync.protocol.wire import Change, Page, Snapshot
from tests.support.stored_replica import write_snapshot

ID = "prorata"
TEXT = "---\nid: prorata\ntitle: Le prorata\n---\n\nDeux périodes.\n"
LEFT = Change(2, "article", ID, 2, f"{ID}.md", None, moved="fibre")
CAME = Change(1, "article", ID, 3, f"{ID}.md", TEXT)


class Desk:
    """A replica over real files that follows two spaces and has read an article in one."""

    def __init__(self, kb: Database, replica: StoredReplica) -> None:
        self.kb = kb
        self.replica = replica
        replica.begin_epoch("office", "life")
        replica.follow(["base", "fibre"])
        self.take("base", Change(1, "article", ID, 1, f"{ID}.md", TEXT))

    def take(self, space: str, change: Change) -> None:
        self.replica.apply(Page("life", space, 0, (change,), change.seq), change.seq)

    @property
    def homes(self) -> list[str]:
        rows = self.kb.reading().rows("SELECT space FROM entities WHERE id = ?", ID)
        return [row["space"] for row in rows]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    kb, user = open_kb(tmp_path / "kb.db"), open_user(tmp_path / "user.db")
    yield Desk(kb, StoredReplica(kb, user, lambda: datetime.now(UTC)))
    kb.close()
    user.close()


def test_what_moved_stays_readable_until_its_new_space_was_read(desk: Desk) -> None:
    desk.take("base", LEFT)
    assert desk.homes == ["base"]
    desk.take("fibre", CAME)
    desk.replica.end_departures()
    assert desk.homes == ["fibre"]


def test_a_departed_row_counts_for_no_digest(desk: Desk) -> None:
    desk.take("base", LEFT)
    assert list(desk.replica.row_digests("base")) == list(bucket_digests([]))


def test_what_came_into_no_space_goes_when_all_are_level(desk: Desk) -> None:
    desk.take("base", LEFT)
    desk.replica.end_departures()
    assert desk.homes == []


def test_what_moved_out_of_sight_goes_at_once(desk: Desk) -> None:
    """A right that is lost is not a move (G16)."""
    desk.replica.drop("fibre")
    desk.take("base", LEFT)
    assert desk.homes == []


def test_a_snapshot_may_bring_what_has_moved(desk: Desk, tmp_path: Path) -> None:
    desk.take("base", LEFT)
    file = write_snapshot(tmp_path / "s.zst", "fibre", (CAME,), seq=1, epoch="life")
    desk.replica.load_snapshot("fibre", Snapshot(1, "", 0, 1), file)
    desk.replica.end_departures()
    assert desk.homes == ["fibre"]


def test_it_may_come_back_to_where_it_was(desk: Desk) -> None:
    desk.take("base", LEFT)
    desk.take("base", Change(3, "article", ID, 4, f"{ID}.md", TEXT))
    desk.take("fibre", CAME)
    desk.replica.end_departures()
    assert desk.homes == ["base"]


def test_another_life_of_the_server_knows_of_no_departure(desk: Desk) -> None:
    desk.take("base", LEFT)
    desk.replica.begin_epoch("office", "another life")
    desk.replica.end_departures()
    assert desk.homes == ["base"]
