"""Gaps and figures in a base of its own: what is kept, what leaves, what closes."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core import figures
from kbdesk.core.results import Scope
from kbdesk.core.search_trail import Searched, Wording
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.gaps import tokens
from kbdesk.store import search_trails
from tests.support.desk_commands import desk
from tests.support.signed_in import sign_in

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ARTICLE = """\
---
id: base/esim
title: Perdre son eSIM
aliases: [esim perdue, esim volée]
verified: 2026-11-01
---

On la bloque.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = tmp_path / "base"
    base.mkdir()
    (base / "esim.md").write_text(ARTICLE, "utf-8")
    (base / "box.md").write_text("---\nid: base/box\ntitle: Box\n---\n\nLa box.\n", "utf-8")
    desk(tmp_path / "profile", "import", str(base))
    return tmp_path / "profile"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace(Profile(folder), FixedClock(NOW)) as made:
        made.catch_up()
        yield made


def failed(query: str, how: str = "empty") -> Searched:
    return Searched(Wording(query, 0), NOW, timedelta(seconds=6), how=how)


NOTED = [
    failed("esim 0612345678 jean@example.com"),
    failed(" ".join(["bonjour"] * 13)),
    failed("123456789"),
    Searched(Wording("box", 2), NOW, timedelta(seconds=2), opened="base/box"),
]


def test_what_failed_leaves_bare_of_numbers_and_addresses_and_what_was_answered_stays(
    folder: Path,
) -> None:
    """The trail keeps the words as they were, on this machine alone."""
    sign_in(Profile(folder))
    with Workspace(Profile(folder), FixedClock(NOW)) as workspace:
        workspace.live.gaps.note(NOTED)
        sent = [one for one in workspace.outbox.waiting() if one.kind == "missed"]
        assert [one.body["query"] for one in sent] == ["esim"]
        assert [one.wording.query for one in workspace.live.gaps.trail()] == [
            one.wording.query for one in NOTED
        ]


def test_what_failed_in_a_base_of_its_own_is_never_sent(workspace: Workspace) -> None:
    """Who tries the sample has agreed to nothing: a first sign-in later takes none of it along."""
    workspace.live.gaps.note(NOTED)
    assert [one.name for one in workspace.live.gaps.subjects()] == ["esim"]
    workspace.outbox.belong_to("https://base.example", "ana")
    assert workspace.outbox.waiting() == []


def test_a_trail_is_bounded_in_rows_and_in_days_and_forgotten_to_the_letter(
    workspace: Workspace, folder: Path
) -> None:
    trails = search_trails.SearchTrails(workspace.user)
    old = Searched(Wording("très ancien"), NOW - timedelta(days=31), timedelta(0))
    trails.note([old, *[failed("zzletters")] * (search_trails.KEPT + 5)], NOW)
    kept = trails.all()
    assert len(kept) == search_trails.KEPT
    assert {one.wording.query for one in kept} == {"zzletters"}
    workspace.live.gaps.forget_trail()
    assert trails.all() == []
    assert all(b"zzletters" not in file.read_bytes() for file in folder.glob("user.db*"))


def test_what_is_kept_here_for_ever_does_not_grow_for_ever(workspace: Workspace) -> None:
    for _ in range(3):
        workspace.live.gaps.note([failed("esim")] * 300)
    assert workspace.live.gaps.subjects()[0].times == 500


def test_in_a_small_base_the_first_place_alone_proves_nothing(workspace: Workspace) -> None:
    """One word in three finds the article, for want of any other: it does not speak of the need."""
    live = workspace.live.gaps
    live.note([failed("esim bateau plaisance"), failed("eSIM volees")])
    for subject in live.subjects():
        (made,) = live.replay(subject.id, "base/esim").asked
        assert made.rank == 1
        assert made.found is (subject.name == "eSIM volees")
        (other,) = live.replay(subject.id, "base/box").asked
        assert not other.found


def test_an_article_speaks_of_what_the_base_calls_the_same(workspace: Workspace) -> None:
    """A synonym is how the base says it: the query succeeds, and that is the proof."""
    workspace.entities.put("synonyms", "synonyms", "synonyms:\n- [box, boîtier]\n")
    workspace.refresh_synonyms()
    workspace.live.gaps.note([failed("boîtier")])
    (subject,) = workspace.live.gaps.subjects()
    assert workspace.live.gaps.replay(subject.id, "base/box").closes == 1


def test_a_gap_of_a_base_of_its_own_closes_by_proof_too(workspace: Workspace) -> None:
    live = workspace.live.gaps
    for query in ("esim perdue", "esim volée"):
        workspace.knowledge.not_found(query, Scope())
    live.note([failed("télécommande du décodeur")])
    ids = {one.name: one.id for one in live.subjects()}
    made, changes = live.close(ids["télécommande du décodeur"], "base/esim")
    assert (made.closes, changes.gaps) == (0, False)
    assert len(live.subjects()) == len(ids)
    for name in ("esim perdue", "esim volée"):
        if name in ids:
            live.close(ids[name], "base/esim")
    assert [one.name for one in live.subjects()] == ["télécommande du décodeur"]
    closed = [gap for one in live.subjects(closed=True) for gap in one.gaps]
    assert {(gap.state, gap.article) for gap in closed} == {("closed", "base/esim")}
    assert not [one for one in workspace.outbox.waiting() if one.kind == "not_found"]


def test_a_gap_is_asked_again_in_its_own_scope(workspace: Workspace) -> None:
    """What is found only elsewhere is no answer to who looked here."""
    workspace.knowledge.not_found("esim perdue", Scope(spaces=("ailleurs",)))
    (subject,) = workspace.live.gaps.subjects()
    assert workspace.live.gaps.replay(subject.id, "base/esim").closes == 0


def test_dismissing_wants_a_reason(workspace: Workspace) -> None:
    workspace.knowledge.not_found("météo", Scope())
    (subject,) = workspace.live.gaps.subjects()
    with pytest.raises(Trouble, match="Say why"):
        workspace.live.gaps.dismiss(subject.id, "  ")
    workspace.live.gaps.dismiss(subject.id, "Hors sujet.")
    assert workspace.live.gaps.subjects() == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("e-sim perdue", "esim perdue"), ("Résilier", "resilier"), ("les factures", "facture")],
)
def test_wordings_of_one_thing_have_the_same_words(one: str, other: str) -> None:
    assert tokens(one) == tokens(other)


def test_the_commands_say_the_same_as_the_services(folder: Path) -> None:
    with Workspace(Profile(folder)) as workspace:
        workspace.knowledge.not_found("esim perdue", Scope())
    assert "esim perdue" in desk(folder, "gaps")
    (subject,) = json.loads(desk(folder, "gaps", "--json"))["subjects"]
    told = json.loads(desk(folder, "gaps", "replay", subject["id"][:20], "base/esim", "--json"))
    assert (told["closes"], told["asked"][0]["rank"]) == (1, 1)
    assert "There is no such subject" in desk(folder, "gaps", "close", "zz", "base/esim", code=1)
    said = json.loads(desk(folder, "steer", "--json"))
    assert said["trusted"] == {"verified": 1, "stale": 0, "never": 1}
    assert [one["name"] for one in said["subjects"]] == ["esim perdue"]
    assert "1 subject(s) missing" in desk(folder, "steer")
    assert "1 answered" in desk(folder, "gaps", "close", subject["id"], "base/esim")
    assert "Nothing is missing" in desk(folder, "gaps")


def test_weeks_begin_on_monday_and_what_is_older_or_to_come_is_left_out() -> None:
    day = date(2026, 11, 22)  # a Sunday
    came = [day, date(2026, 11, 16), date(2026, 11, 15), date(2026, 9, 27), date(2026, 11, 23)]
    found = figures.by_week(day, came, [date(2026, 11, 20)])
    assert [week.begins for week in found][-1] == date(2026, 11, 16)
    assert [(week.came, week.went) for week in found][-2:] == [(1, 0), (2, 1)]
    assert sum(week.came for week in found) == 3


def test_each_age_falls_into_exactly_one_band() -> None:
    ages = list(range(200))
    bands = figures.banded(ages)
    assert sum(band.articles for band in bands) == len(ages)
    assert [band.articles for band in bands] == [30, 30, 30, 110]


def test_the_wait_of_a_week_is_the_median_and_an_empty_week_says_nothing() -> None:
    day = date(2026, 11, 22)
    found = figures.delays(day, [(day, 1.0), (day, 2.0), (day, 9.0), (date(2020, 1, 1), 5.0)])
    assert (found[-1].days, found[-1].decided) == (2.0, 3)
    assert {one.days for one in found[:-1]} == {None}


def test_weak_subjects_are_summed_by_article_and_those_always_right_are_none() -> None:
    found = figures.weakest([("a", "A", 10, 5), ("a", "A", 10, 7), ("b", "B", 5, 5)])
    assert [(one.article, one.asked, one.right) for one in found] == [("a", 20, 12)]
