"""The acts of the editor on plain text: each is one replacement, and done twice is taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.ui.writing import marking
from kbdesk.ui.writing.changed_words import changed
from kbdesk.ui.writing.marking import Edit

TEXTS = st.text(alphabet="ab \n-#*|1.>", max_size=40)


def made(text: str, edit: Edit | None) -> str:
    assert edit is not None
    return text[: edit.start] + edit.text + text[edit.end :]


@given(TEXTS, st.data())
def test_bold_twice_is_the_text_again(text: str, data: st.DataObject) -> None:
    """What is wrapped and unwrapped is what it was, and the same words are selected."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if text[max(0, start - 2) : start] == "**" == text[end : end + 2]:
        return
    once = marking.wrapped(text, start, end, "**")
    bold = made(text, once)
    assert bold[once.first : once.last] == text[start:end]
    assert made(bold, marking.wrapped(bold, once.first, once.last, "**")) == text


@given(TEXTS, st.data())
def test_every_act_selects_within_the_text_it_makes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for edit in (
        marking.heading(text, start),
        marking.listed(text, start, end),
        marking.table(text, start, "Colonne", "texte"),
        marking.link(text, start, end, "adresse"),
        marking.continued(text, start),
    ):
        if edit is not None:
            assert 0 <= edit.start <= edit.end <= len(text)
            assert 0 <= edit.first <= edit.last <= len(made(text, edit))


def test_a_heading_goes_through_two_levels_and_back() -> None:
    text = "Conditions"
    for expected in ("## Conditions", "### Conditions", "Conditions"):
        text = made(text, marking.heading(text, 0))
        assert text == expected


def test_lines_become_a_list_and_lines_again() -> None:
    text = "un\ndeux\n\ntrois"
    once = made(text, marking.listed(text, 0, len(text)))
    assert once == "- un\n- deux\n\n- trois"
    assert made(once, marking.listed(once, 0, len(once))) == text


@pytest.mark.parametrize(
    ("line", "follows"),
    [
        ("- un", "- un\n- "), ("3. trois", "3. trois\n4. "), ("> dit", "> dit\n> "),
        ("- [x] juste", "- [x] juste\n- [ ] "), ("  * a", "  * a\n  * "),
    ],
)  # fmt: skip
def test_return_goes_on_with_a_list(line: str, follows: str) -> None:
    assert made(line, marking.continued(line, len(line))) == follows


def test_return_on_an_empty_item_ends_the_list() -> None:
    assert made("- un\n- ", marking.continued("- un\n- ", 7)) == "- un\n"


def test_return_in_plain_words_is_a_return() -> None:
    assert marking.continued("plain", 5) is None


def test_the_shelf_is_said_once_in_the_front_matter() -> None:
    text = "---\ntitle: a\n---\n\nspace: not this\n"
    once = made(text, marking.shelf(text, "fibre"))
    assert once == "---\ntitle: a\nspace: fibre\n---\n\nspace: not this\n"
    assert made(once, marking.shelf(once, "mobile")).count("space: mobile") == 1
    assert marking.shelf("no front matter", "fibre") is None


def test_headings_in_fences_are_none() -> None:
    text = "# a\n```\n# code\n```\n## b\nend"
    assert marking.heading_number(text, len(text)) == 1
    assert marking.heading_number("plain", 0) == -1


def test_the_words_that_are_new_are_marked_on_their_line() -> None:
    found = changed("un\nsous 15 jours\ntrois\n", "un\nsous 30 jours\ntrois\nquatre\n")
    assert [(span.line, span.start, span.length) for span in found.spans] == [(1, 5, 2), (3, 0, 6)]
    assert found.stretches == (1, 3)


def test_letters_beyond_the_first_plane_count_as_two() -> None:
    """Qt's columns do: else the mark would stand beside the word."""
    (span,) = changed("😀 un\n", "😀 deux\n").spans
    assert (span.start, span.length) == (3, 4)


def test_a_new_text_has_nothing_changed() -> None:
    assert changed(None, "a\nb") == changed("a\nb", "a\nb")
