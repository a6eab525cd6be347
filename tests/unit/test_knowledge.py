"""What an agent does with the base, over a real profile: databases, index and all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.articles import MANUAL, Audience, Freshness
from kbdesk.core.results import Scope
from kbdesk.errors import UnknownArticle
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.manual import fill_manual
from kbdesk.services.workspace import Workspace
from tests.support.small_base import write_base

NOON = FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The small base, imported and indexed."""
    with Workspace(Profile(tmp_path / "profile"), NOON) as opened:
        import_base(opened, write_base(tmp_path / "base"))
        opened.catch_up()
        yield opened


def test_a_hit_says_where_it_answers(workspace: Workspace) -> None:
    """The passage that matches is shown, under its heading, with the words marked."""
    hit = workspace.knowledge.search("quinze euros").hits[0]

    assert (hit.id, hit.heading, hit.anchor) == ("facturation/geste", "Montant", "montant")
    marked = [hit.snippet.text[start:end] for start, end in hit.snippet.spans]
    assert marked == ["Quinze", "euros"]


def test_pages_of_results_follow_each_other(workspace: Workspace) -> None:
    """A second page goes on where the first ended."""
    whole = workspace.knowledge.search("facturation remboursement résiliation", limit=3)
    second = workspace.knowledge.search("facturation remboursement résiliation", limit=1, offset=1)

    assert [hit.id for hit in second.hits] == [whole.hits[1].id]
    assert second.total == whole.total


def test_an_answer_can_be_shown_in_parts(workspace: Workspace) -> None:
    """Ranked once, and the rows are those of a whole page."""
    query = "facturation remboursement résiliation"
    found = workspace.knowledge.find(query, limit=12, typing=False)

    whole = workspace.knowledge.search(query)
    assert found.show(0, 1) + found.show(1, 12) == whole.hits
    assert (found.rows, found.total) == (len(whole.hits), whole.total)


def test_the_base_brings_its_synonyms_and_they_need_no_new_index(workspace: Workspace) -> None:
    """A word of the list finds the article that only knows its equal (A06)."""
    stamp = workspace.index.stamp()
    assert workspace.knowledge.search("frobniquer").hits == ()

    workspace.entities.put("synonyms", "synonyms", "synonyms:\n- [frobniquer, résilier]\n")
    workspace.refresh_synonyms()

    assert workspace.knowledge.search("frobniquer").hits[0].id == "mobile/resilier"
    assert workspace.index.stamp() == stamp


def test_opening_marks_the_words_as_they_stand(workspace: Workspace) -> None:
    """What was typed without accents is marked with them."""
    reading = workspace.knowledge.open("mobile/resilier", query="resiliation")

    assert "résiliation" in reading.marks
    assert reading.freshness is Freshness.UNVERIFIED


def test_opening_says_who_points_here_and_how_the_shelf_is_called(workspace: Workspace) -> None:
    """Backlinks and the title of the space come with the page."""
    reading = workspace.knowledge.open("facturation/remboursement")

    assert [link.id for link in reading.backlinks] == ["mobile/resilier"]
    assert reading.space_title == "Facturation"
    assert reading.freshness is Freshness.VERIFIED


def test_what_is_internal_stays_out_of_a_public_text(workspace: Workspace) -> None:
    """The text for others is the text without the internal blocks (H02)."""
    whole = workspace.knowledge.plain_text("facturation/remboursement")
    public = workspace.knowledge.plain_text("facturation/remboursement", Audience.PUBLIC)

    assert "vous décidez seul" in whole
    assert "vous décidez seul" not in public
    assert "La facture est payée" in public


def test_an_unknown_article_is_named(workspace: Workspace) -> None:
    """The error carries the id."""
    with pytest.raises(UnknownArticle, match="nowhere"):
        workspace.knowledge.open("nowhere")


def test_not_found_waits_in_the_outbox(workspace: Workspace) -> None:
    """One key records the query, its scope and what was opened (A19)."""
    changes = workspace.knowledge.not_found(
        "antenne", Scope(spaces=("mobile",)), ["mobile/resilier"]
    )

    assert changes.outbox
    [operation] = workspace.outbox.waiting()
    assert operation.kind == "not_found"
    assert operation.body["query"] == "antenne"
    assert operation.body["opened"] == ["mobile/resilier"]


def test_favourites_come_and_go(workspace: Workspace) -> None:
    """The same act makes a favourite and unmakes it."""
    assert workspace.knowledge.toggle_favourite("facturation/geste").favourites
    assert [card.id for card in workspace.knowledge.favourites()] == ["facturation/geste"]
    assert workspace.knowledge.open("facturation/geste").favourite

    workspace.knowledge.toggle_favourite("facturation/geste")
    assert workspace.knowledge.favourites() == ()


def test_recents_are_the_last_opened_each_once(workspace: Workspace) -> None:
    """Opening an article again brings it to the front."""
    for id_ in ("facturation/geste", "mobile/resilier", "facturation/geste"):
        workspace.knowledge.record_open(id_)

    assert [card.id for card in workspace.knowledge.recents()] == [
        "facturation/geste",
        "mobile/resilier",
    ]


def test_without_an_index_the_store_answers_and_says_so(tmp_path: Path) -> None:
    """Before the first indexing a search still finds, plainly."""
    with Workspace(Profile(tmp_path / "profile"), NOON) as workspace:
        import_base(workspace, write_base(tmp_path / "base"))
        results = workspace.knowledge.search("remboursement")

    assert results.degraded
    assert "facturation/remboursement" in [hit.id for hit in results.hits]


def test_why_names_its_factors(workspace: Workspace) -> None:
    """Each rank has reasons (A05)."""
    factors = workspace.knowledge.why("rembourser", "facturation/remboursement")

    assert factors
    assert all(factor.name for factor in factors)


def test_the_manual_is_found_only_on_its_own_shelf(workspace: Workspace) -> None:
    """The help is searchable where it is asked for, and in nobody's way elsewhere."""
    before = workspace.articles.count()
    assert fill_manual(workspace, "fr")
    assert not fill_manual(workspace, "fr")
    workspace.catch_up()

    everywhere = workspace.knowledge.search("raccourcis clavier", limit=50)
    on_its_shelf = workspace.knowledge.search("raccourcis clavier", scope=Scope(spaces=(MANUAL,)))
    assert MANUAL not in {hit.space for hit in everywhere.hits}
    assert {hit.space for hit in on_its_shelf.hits} == {MANUAL}
    assert workspace.articles.count() == before
    assert MANUAL not in {space.id for space in workspace.knowledge.spaces()}
