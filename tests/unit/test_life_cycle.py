"""From draft to archive, and the minute at which an article comes and goes (B01)."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.clock import FixedClock
from kbdesk.content.articles import read_article
from kbdesk.content.targets import Place
from kbdesk.core.life_cycle import Life, Phase, kept_moment, life_of, moment_of, next_turn
from kbdesk.core.results import Scope
from kbdesk.errors import BadContent
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from tests.support.small_base import write_base

EVE = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = "---\ntitle: Offre de Noël {n}\n{fields}\n---\n\nLe vermicelle {n} est offert.\n"
ANY = st.text(max_size=30) | st.sampled_from(["2026-11-23", "2026-02-30", "99999-01-01", "T", "8h"])


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this machine stand in Paris."""
    if not hasattr(time, "tzset"):
        pytest.skip("This system cannot change its zone for one process.")
    monkeypatch.setitem(os.environ, "TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(EVE)


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    files = {
        "a.md": TEXT.format(n=1, fields="publish_at: 2026-11-23T08:00+00:00"),
        "b.md": TEXT.format(n=2, fields="expire_at: 2026-11-23T08:00+00:00"),
        "c.md": TEXT.format(n=3, fields="status: draft"),
        "d.md": TEXT.format(n=4, fields="status: review"),
        "e.md": TEXT.format(n=5, fields="status: archived"),
        "f.md": TEXT.format(n=6, fields="status: published"),
    }
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        import_base(opened, write_base(tmp_path / "base", files))
        opened.catch_up()
        yield opened


def seen(workspace: Workspace) -> set[str]:
    return {hit.id for hit in workspace.knowledge.search("vermicelle").hits}


def test_what_is_scheduled_comes_and_what_expires_goes_at_the_minute(
    workspace: Workspace, clock: FixedClock
) -> None:
    """B01: a second before and at the minute, with nothing but the clock between."""
    assert seen(workspace) == {"b", "f"}
    eight = workspace.knowledge.next_turn()
    assert eight == datetime(2026, 11, 23, 8, tzinfo=UTC)
    clock.moment = eight - timedelta(seconds=1)
    assert seen(workspace) == {"b", "f"}
    clock.moment = eight
    assert seen(workspace) == {"a", "f"}
    assert workspace.knowledge.next_turn() is None


def test_what_does_not_stand_is_in_no_list(workspace: Workspace, clock: FixedClock) -> None:
    """B01: search, titles offered, related, favourites, recents and counts."""
    knowledge = workspace.knowledge
    for id_ in "abcdef":
        knowledge.record_open(id_)
        knowledge.toggle_favourite(id_)
    for stands in ({"b", "f"}, {"a", "f"}):
        assert {one.id for one in knowledge.suggest("offre de noël", limit=9)} == stands
        assert {one.id for one in knowledge.favourites()} == stands
        assert {one.id for one in knowledge.recents()} == stands
        assert {one.article_id for one in knowledge.related("f")} <= stands
        assert [one.count for one in knowledge.spaces()] == [2]
        assert sum(knowledge.kinds().values()) == 2
        clock.moment = EVE + timedelta(days=1)


def test_without_an_index_the_store_keeps_to_it_too(
    workspace: Workspace, clock: FixedClock
) -> None:
    hidden = workspace.articles.lives.hidden(clock.now()).rids
    assert len(hidden) == 4
    rows = workspace.articles.plain_search("vermicelle", Scope(), limit=9, hidden=hidden)
    assert {row.id for row in rows} == {"b", "f"}


def test_an_open_article_says_where_it_stands(workspace: Workspace, clock: FixedClock) -> None:
    """A link still leads there; the reader says what it is."""
    phases = {id_: workspace.knowledge.open(id_).phase for id_ in "abcdef"}
    assert phases == {
        "a": Phase.SCHEDULED,
        "b": Phase.PUBLISHED,
        "c": Phase.DRAFT,
        "d": Phase.REVIEW,
        "e": Phase.ARCHIVED,
        "f": Phase.PUBLISHED,
    }
    clock.moment = EVE + timedelta(days=1)
    assert workspace.knowledge.open("b").phase is Phase.EXPIRED


def test_who_writes_finds_again_what_nobody_finds(workspace: Workspace, clock: FixedClock) -> None:
    """Drafts, scheduled, expired and archived articles have a list of their own."""
    unseen = workspace.live.authoring.unseen
    assert [(one.article, one.phase) for one in unseen()] == [
        ("e", Phase.ARCHIVED),
        ("c", Phase.DRAFT),
        ("d", Phase.REVIEW),
        ("a", Phase.SCHEDULED),
    ]
    assert unseen()[-1].turn == datetime(2026, 11, 23, 8, tzinfo=UTC)
    clock.moment = EVE + timedelta(days=1)
    assert [one.article for one in unseen()] == ["e", "c", "b", "d"]


def test_an_article_that_is_published_at_last_comes_into_the_index(
    workspace: Workspace, tmp_path: Path
) -> None:
    """And one put back leaves it again."""
    for fields, stands in (("", True), ("status: archived", False), ("lang: fr", True)):
        files = {"c.md": TEXT.format(n=3, fields=fields)}
        import_base(workspace, write_base(tmp_path / f"x{stands}{fields[:2]}", files))
        workspace.catch_up()
        assert ("c" in seen(workspace)) is stands


def test_local_moments_are_local_and_the_changing_of_clocks_is_known(paris: None) -> None:
    """At eight is eight where the desk stands, in winter and in summer; a day alone is whole."""
    for text, hour in (("2026-01-15T08:00", 7), ("2026-07-15T08:00", 6)):
        assert moment_of(kept_moment(text, ends=False)).astimezone(UTC).hour == hour
    begins = moment_of(kept_moment("2026-11-23", ends=False))
    ends = moment_of(kept_moment("2026-11-23", ends=True))
    assert (begins.isoformat(), ends - begins) == ("2026-11-23T00:00:00+01:00", timedelta(days=1))
    twice = moment_of(kept_moment("2026-10-25T02:30", ends=False))
    assert twice.astimezone(UTC).hour == 0, "of an hour that comes twice the first is meant"
    left_out = moment_of(kept_moment("2026-03-29T02:30", ends=False))
    assert left_out.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_moment_that_is_none_is_refused_with_its_line() -> None:
    """Nobody waits in vain for what can never come."""
    for fields in ("publish_at: demain", "expire_at: 2026-02-30", "publish_at: [1]"):
        with pytest.raises(BadContent) as refused:
            read_article(TEXT.format(n=1, fields=fields), Place("a.md"))
        assert refused.value.line == 3
    fields = "publish_at: 2026-11-23T08:00\nexpire_at: 2026-11-23T07:00"
    with pytest.raises(BadContent, match="before it comes"):
        read_article(TEXT.format(n=1, fields=fields), Place("a.md"))


@given(ANY, ANY, ANY)
def test_whatever_a_front_matter_says_something_is_known_of_it(a: str, b: str, c: str) -> None:
    """Leniently read, as an older desk may hold it: never a fault, and always one phase."""
    life = life_of({"status": a, "publish_at": b, "expire_at": c})
    assert life.phase(EVE) in set(Phase)
    assert next_turn([life, Life()], EVE) is None or not life.plain
