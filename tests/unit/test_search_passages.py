"""Articles as they are looked through for the passage that answers."""

from collections.abc import Sequence

import pytest

from kbdesk.search.highlight import Sought
from kbdesk.search.passages import Finder, Parts, Reading, Readings


def best(word: str, *parts: tuple[str, str]) -> tuple[int, int]:
    return Finder(Sought(frozenset([word]))).best(Reading([("", *part) for part in parts]))


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("demission", "DÉMISSION"),
        ("zizek", "Žižek"),
        ("istanbul", "İstanbul"),
        ("отпуск", "Отпуск"),  # noqa: RUF001 a word of another script
        ("preavis", "«préavis»"),
    ],
)
def test_a_word_is_found_however_it_is_written(asked: str, written: str) -> None:
    """Case, accents, punctuation and script hide no word, and its place is that in the text."""
    before = "Le texte — avant… "
    number, place = best(asked, ("", "Une ouverture."), ("", before + written))
    assert (number, place) == (1, len(before) + written.startswith("«"))


def test_a_word_is_found_by_its_beginning_only() -> None:
    assert best("mission", ("", "Une ouverture."), ("", "La démission.")) == (0, 0)


def test_the_opening_is_the_first_passage_with_a_text() -> None:
    assert best("rien", ("Titre", ""), ("", "Une ouverture.")) == (1, 0)
    assert best("titre", ("Titre", ""), ("", "Une ouverture.")) == (1, 0)
    assert best("rien") == (0, 0)


def test_an_article_is_read_once_until_it_changes() -> None:
    asked: list[int] = []

    def parts_of(rids: Sequence[int]) -> dict[int, Parts]:
        asked.extend(rids)
        return {rid: [("", "", f"texte {rid}")] for rid in rids if rid != 9}

    readings = Readings(kept=2)
    first = readings.of([(1, 1), (2, 1)], parts_of)
    assert readings.of([(2, 1), (1, 1)], parts_of) == first
    assert asked == [1, 2]
    readings.of([(1, 2)], parts_of)
    assert asked == [1, 2, 1]
    readings.of([(2, 1)], parts_of)
    assert asked == [1, 2, 1, 2]  # the one that was not shown for longest had made room
    assert readings.of([(9, 1)], parts_of)[9].plain.strip() == b""
