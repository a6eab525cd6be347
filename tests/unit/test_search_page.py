"""A page of hits costs no more than it shows, and shows what the whole list would."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.results import Scope
from kbdesk.search.highlight import Sought, mark, mark_all
from kbdesk.services.workspace import Workspace
from tests.support.sample_profile import open_sample

TODAY = date(2026, 11, 22)
QUESTIONS = (
    "box",
    "résilier box",
    "panne fibre box",
    "comment résilier un abonnement fibre après un déménagement",
    "qui peut demander le remboursement d’une facture",
)
SOUGHT = Sought(
    words=frozenset({"oeuvre", "ete", "wifi", "facture"}),
    stems={"factur": 1.0},
    phrases=(("carte", "bancaire"),),
    beginning="resi",
)
PIECES = st.sampled_from(
    (
        "L’été", "e\u0301te\u0301", "main-d’œuvre", "Wi-Fi", "wifi", "FACTURES", "carte",
        "bancaire", "résilier", "-", "\n", " ", " — ", "\u0301", "",
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_sample(tmp_path_factory.mktemp("page")) as found:
        yield found


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_rows_are_those_of_the_whole_list(workspace: Workspace, question: str) -> None:
    """Fewer rows asked for are fewer labels read, and the same rows with the same scores."""
    whole = workspace.engine.search(question, limit=60, today=TODAY)
    assert whole.rows
    for limit in (0, 1, 5, 12, 40):
        first = workspace.engine.search(question, limit=limit, today=TODAY)
        assert first.rows == whole.rows[:limit]
        assert first.total == whole.total


@pytest.mark.parametrize("question", ["avoir", "avoir ou remboursement"])
def test_a_title_is_found_by_a_word_that_is_grammar_elsewhere(
    workspace: Workspace, question: str
) -> None:
    """An “avoir” is a credit note, and a French auxiliary that no list of stems holds."""
    found = workspace.knowledge.find(question, scope=Scope(), limit=3, typing=False)
    assert "facturation/avoir-ou-remboursement" in [hit.id for hit in found.show(0, 3)]


@given(st.lists(st.lists(PIECES, max_size=6).map(" ".join), max_size=5))
def test_texts_are_marked_together_as_they_are_one_by_one(texts: list[str]) -> None:
    """Neither a text beside it nor its alphabet changes what is marked in a text."""
    assert mark_all(texts, SOUGHT) == [mark(text, SOUGHT) for text in texts]


def test_a_question_reads_the_age_of_the_copy_once(workspace: Workspace) -> None:
    """What is locked, which day it is and what stands now are one reading of what is kept."""
    asked: list[str] = []
    reader = workspace.kb.reading()
    reader.set_trace_callback(asked.append)
    try:
        workspace.knowledge.find("box", scope=Scope(), limit=12, typing=True)
    finally:
        reader.set_trace_callback(None)
    assert len([sql for sql in asked if "last_success" in sql]) == 1
