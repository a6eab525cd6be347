"""The finding of words in a page: without case, accents or ligatures, with positions kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.ui.reader.matching import find, find_words, fold


def found(text: str, wanted: str) -> list[str]:
    folded = fold(text)
    units = text.encode("utf-16-le")
    spans = [folded.match(*span) for span in find(folded, wanted)]
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Client résilié, RÉSILIÉE", "resilie", ["résilié", "RÉSILIÉ"]),
        ("une œuvre et un cœur", "oeuvre", ["œuvre"]),
        ("une œuvre", "euvre", ["œuvre"]),
        ("un coeur", "cœur", ["coeur"]),
        ("l’eau d'ici", "l'eau", ["l’eau"]),
        ("10\u00a0€ par mois", "10 €", ["10\u00a0€"]),
        ("re\u0301silie\u0301 ici", "résilié", ["re\u0301silie\u0301"]),
        ("😀 avant résilié", "resilie", ["résilié"]),
        ("co\xadupure", "coupure", ["co\xadupure"]),
        ("deux\u2029lignes", "deux lignes", ["deux\u2029lignes"]),
        ("rien", "", []),
        ("rien", "   ", []),
        ("a.c abc", "a.c", ["a.c"]),
    ],
)
def test_finds_what_a_person_means(text: str, wanted: str, expected: list[str]) -> None:
    assert found(text, wanted) == expected


def test_marks_whole_words_and_not_their_neighbours() -> None:
    """« an » is marked where it stands alone, never inside « annuel »."""
    folded = fold("Un an, un contrat annuel, une année")
    assert [folded.match(*span)[0] for span in find_words(folded, ["an"])] == [3]


def test_a_mark_that_is_only_a_beginning_is_marked_in_longer_words() -> None:
    folded = fold("Le remboursement est parti, remboursé hier")
    spans = [folded.match(*span) for span in find_words(folded, ["rembours"])]
    assert [tuple(span) for span in spans] == [(3, 11), (28, 36)]


def test_marks_that_overlap_are_one() -> None:
    folded = fold("mise en service")
    assert find_words(folded, ["mise en", "en service"]) == [(0, 15)]


@given(st.text(), st.text(max_size=6))
def test_every_match_is_a_stretch_of_the_text(text: str, wanted: str) -> None:
    """Whatever is typed, positions lie within the document and in order."""
    folded = fold(text)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    for start, end in (folded.match(*span) for span in find(folded, wanted)):
        assert 0 <= start <= end <= units


@given(st.text(alphabet="aéœ ß😀\u0301’b", max_size=40))
def test_a_text_is_found_in_itself(text: str) -> None:
    if fold(text).text.split():
        assert find(fold(text), text)
