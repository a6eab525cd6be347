"""Texts first, parts later: reading in blocks, on the fly, and past what cannot be read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.core.changes import Changes
from kbdesk.services.connected.reading_on import parser, read_on
from kbdesk.store import integrity
from kbdesk.store.articles import Articles
from kbdesk.store.database import Database
from kbdesk.store.kb import open_kb
from kbdesk.store.replica import StoredReplica
from kbdesk.store.unread import PathIds, Unread
from kbdesk.store.user import open_user
from sync.protocol.wire import Change, Page

POISON = "---\nid: [\n---\n```\nEncore ````"


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Database]:
    database = open_kb(tmp_path / "kb.db")
    yield database
    database.close()


@pytest.fixture
def replica(kb: Database, tmp_path: Path) -> Iterator[StoredReplica]:
    user = open_user(tmp_path / "user.db")
    found = StoredReplica(kb, user, lambda: datetime.now(UTC))
    found.begin_epoch("office", "e")
    yield found
    user.close()


def change(seq: int, id_: str, body: str | None, rev: int = 1) -> Change:
    return Change(seq=seq, kind="article", id=id_, rev=rev, path=f"{id_}.md", body=body)


def come(replica: StoredReplica, *changes: Change, after: int = 0) -> None:
    head = after + len(changes)
    replica.apply(Page("e", "base", after, changes, head), head)


def test_what_has_come_can_be_read_at_once_and_found_after_reading_on(
    kb: Database, replica: StoredReplica
) -> None:
    articles = Articles(kb, parser(kb))
    come(replica, change(1, "a", "# Un\n\n[vers b](b.md)\n"), change(2, "b", "# Deux\n"))
    assert Unread(kb).count() == 2
    assert articles.cards_by_id(["a"]) == {}
    article = articles.get("a")
    assert article is not None
    assert (article.title, [link.target for link in article.links]) == ("Un", ["b"])
    assert read_on(kb, lambda: None) == Changes(articles=True)
    assert articles.get("a") == article
    assert articles.backlinks("b") == [("a", "Un")]
    assert integrity.check(kb) == []


def test_an_edit_is_shown_whole_before_it_is_read_on(kb: Database, replica: StoredReplica) -> None:
    """The old parts must not be laid over the new text."""
    articles = Articles(kb, parser(kb))
    come(replica, change(1, "a", "---\ntitle: Un\n---\n\nAncien.\n"))
    read_on(kb, lambda: None)
    come(replica, change(2, "a", "# Neuf\n", rev=2), after=1)
    article = articles.get("a")
    assert article is not None
    assert (article.title, article.body) == ("Neuf", "# Neuf\n")


def test_a_text_that_cannot_be_read_is_shown_as_it_stands_and_named(
    kb: Database, replica: StoredReplica
) -> None:
    articles = Articles(kb, parser(kb))
    come(replica, change(1, "a", POISON), change(2, "b", "# Deux\n"))
    read_on(kb, lambda: None)
    article = articles.get("a")
    assert article is not None
    assert (article.title, article.source) == ("a", POISON)
    assert POISON in article.body
    assert [id_ for id_, _ in Unread(kb).faults()] == ["a"]
    assert articles.get("b") is not None
    come(replica, change(3, "a", "# Guéri\n", rev=2), after=2)
    read_on(kb, lambda: None)
    assert Unread(kb).faults() == []


def test_a_text_of_half_a_character_is_set_aside_and_the_page_goes_on(
    kb: Database, replica: StoredReplica
) -> None:
    come(replica, change(1, "a", "\ud800"), change(2, "b", "# Deux\n"))
    assert [id_ for id_, _ in Unread(kb).faults()] == ["a"]
    assert replica.standing().cursors["base"].seq == 2
    assert Unread(kb).count() == 1


def test_the_index_follows_soon_and_then_ever_more_rarely(
    kb: Database, replica: StoredReplica
) -> None:
    come(replica, *(change(n + 1, f"a{n}", f"# T{n}\n") for n in range(2500)))
    left: list[int] = []
    read_on(kb, lambda: left.append(Unread(kb).count()))
    assert left == [2100, 900, 0]


def test_the_shelf_is_what_the_text_says_and_the_space_where_it_lives(
    kb: Database, replica: StoredReplica
) -> None:
    articles = Articles(kb, parser(kb))
    come(replica, change(1, "a", "---\nspace: fibre\n---\n# A\n"), change(2, "b", "# B\n"))
    come(replica, change(3, "c", "---\nspace: help\n---\n# C\n"), after=2)
    read_on(kb, lambda: None)
    assert articles.spaces() == {"fibre": 1, "base": 2}
    assert articles.count() == 3


def test_paths_are_looked_up_as_they_are_asked_for(kb: Database, replica: StoredReplica) -> None:
    come(replica, change(1, "a", "# A\n"))
    ids = PathIds(kb)
    assert (ids["a.md"], "b.md" in ids, len(ids)) == ("a", False, 1)
