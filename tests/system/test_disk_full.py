"""A real full disk: told as that, nothing lost or deleted, and it goes on when there is room."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.errors import DamagedStore, DiskFull
from kbdesk.search.index import SearchIndex, State
from kbdesk.store import integrity
from kbdesk.store.outbox import Outbox
from kbdesk.store.user import open_user
from tests.support.bases import article, many, open_base
from tests.support.small_disk import small_disk as a_small_disk

MEGABYTE = 1024 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    with a_small_disk(tmp_path, 6) as place:
        yield place


def fill(place: Path, leave: int) -> Path:
    """Fill the disk up to `leave` bytes; return the file to delete for room."""
    ballast = place / "ballast"
    room = shutil.disk_usage(place).free - leave
    ballast.write_bytes(bytes(max(room, 0)))
    return ballast


def test_an_import_that_does_not_fit_leaves_the_base_as_it_was(small_disk: Path) -> None:
    kb, articles = open_base(small_disk)
    articles.put_all(many(50))
    ballast = fill(small_disk, 300_000)
    with pytest.raises(DiskFull, match="is full") as caught:
        articles.put_all(article(f"gros-{n}", "x" * 20_000) for n in range(200))
    assert not isinstance(caught.value, DamagedStore)
    assert articles.count() == 50
    assert articles.get("fiche-7") is not None
    ballast.unlink()
    assert integrity.check(kb) == []
    assert articles.put_all(many(60)).new == 10
    kb.close()


def test_what_the_person_did_is_told_as_not_saved_and_the_rest_is_kept(small_disk: Path) -> None:
    user = open_user(small_disk / "user.db")
    outbox = Outbox(user)
    now = datetime(2026, 11, 2, tzinfo=UTC)
    outbox.put("not_found", {"query": "before"}, now)
    ballast = fill(small_disk, 0)
    with pytest.raises(DiskFull):
        outbox.put("not_found", {"query": "x" * MEGABYTE}, now)
    assert [operation.body["query"] for operation in outbox.waiting()] == ["before"]
    ballast.unlink()
    outbox.put("not_found", {"query": "after"}, now)
    user.close()
    again = open_user(small_disk / "user.db")
    assert Outbox(again).count() == 2
    assert integrity.check(again) == []
    again.close()


def test_a_database_that_cannot_even_begin_says_why(small_disk: Path) -> None:
    ballast = fill(small_disk, 0)
    with pytest.raises(DiskFull):
        open_base(small_disk)
    ballast.unlink()
    kb, articles = open_base(small_disk)
    assert articles.count() == 0
    kb.close()


def test_a_base_opens_and_reads_on_a_full_disk(small_disk: Path) -> None:
    """Or says that the disk is full: never that the file is damaged."""
    kb, articles = open_base(small_disk)
    articles.put_all(many(50))
    kb.close()
    ballast = fill(small_disk, 0)
    try:
        kb, articles = open_base(small_disk)
        assert articles.count() == 50
        kb.close()
    except DiskFull:
        pass
    ballast.unlink()
    kb, articles = open_base(small_disk)
    assert articles.count() == 50
    kb.close()


@pytest.mark.parametrize("count", [10, 3000])
def test_an_index_that_does_not_fit_leaves_the_old_one_answering(
    small_disk: Path, tmp_path: Path, count: int
) -> None:
    """By the difference (a few articles) and by a rebuild (most of them)."""
    kb, articles = open_base(tmp_path)
    articles.put_all(many(1000))
    index = SearchIndex(small_disk / "index")
    index.catch_up(articles)
    before = index.stamp()
    ballast = fill(small_disk, 0)
    articles.put_all(many(count, seed=2, words=80))
    with pytest.raises(DiskFull):
        index.catch_up(articles)
    assert index.stamp() == before
    assert index.state() is State.READY
    assert len(index.rids()) == 1000
    ballast.unlink()
    index.catch_up(articles)
    assert len(index.rids()) == articles.count()
    assert index.faults() == []
    index.close()
    kb.close()
