"""Rows of the list, before any painting."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.results import Marked
from kbdesk.ui.results.rows import from_first_match, on_one_line, within


def test_a_match_near_the_start_leaves_the_passage_whole() -> None:
    passage = Marked("Remboursé sous 30 jours", ((0, 9),))
    assert from_first_match(passage, 40) == passage


def test_a_far_match_is_brought_into_view_between_words() -> None:
    text = "Une longue entrée en matière qui ne dit rien, puis le remboursement attendu"
    start = text.index("remboursement")
    shown = from_first_match(Marked(text, ((start, start + 13),)), 40)
    assert shown.text == "…rien, puis le remboursement attendu"
    begin, end = shown.spans[0]
    assert shown.text[begin:end] == "remboursement"
    assert begin < 40


def test_line_breaks_become_spaces_one_for_one() -> None:
    shown = on_one_line(Marked("a\n\tb", ((3, 4),)))
    assert shown == Marked("a  b", ((3, 4),))


def test_spans_beyond_what_is_shown_are_cut() -> None:
    assert within(((0, 4), (6, 12), (20, 22)), 10) == ((0, 4), (6, 10))


@given(st.text(min_size=1, max_size=200), st.data(), st.integers(1, 60))
def test_a_cut_passage_still_marks_the_same_letters(
    text: str, data: st.DataObject, room: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = from_first_match(Marked(text, ((start, end),)), room)
    assert shown.text[slice(*shown.spans[0])] == text[start:end]
