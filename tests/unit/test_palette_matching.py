"""What the palette finds, in which order, by which letters."""

from dataclasses import dataclass

import pytest

from kbdesk.ui.shell.matching import Mode, best, match, read


@dataclass(frozen=True)
class Named:
    title: str


def found(typed: str, *titles: str) -> list[str]:
    return [entry.title for entry, _ in best(typed, [Named(t) for t in titles], 10)]


def letters(typed: str, title: str) -> list[str]:
    answer = match(typed, title)
    assert answer is not None
    return [title[start:end] for start, end in answer.spans]


@pytest.mark.parametrize(
    ("typed", "mode", "words"),
    [
        ("cop", Mode.ALL, "cop"),
        (" > thème ", Mode.ACTS, "thème"),
        ("@fib", Mode.SPACES, "fib"),
        ("? raccourci", Mode.HELP, "raccourci"),
        ("a@b", Mode.ALL, "a@b"),
        ("", Mode.ALL, ""),
    ],
)
def test_the_first_character_says_what_is_looked_for(typed: str, mode: Mode, words: str) -> None:
    asked = read(typed)
    assert (asked.mode, asked.words) == (mode, words)


def test_a_beginning_comes_before_a_word_and_that_before_the_middle_of_one() -> None:
    titles = ("Photocopie", "Envoyer une copie", "Copier le lien")
    assert found("cop", *titles) == ["Copier le lien", "Envoyer une copie", "Photocopie"]


def test_accents_and_case_do_not_count_and_the_letters_keep_their_place() -> None:
    assert letters("theme", "Changer de thème") == ["thème"]
    assert letters("ÉTE", "Heure d’été") == ["été"]


def test_words_may_be_typed_in_any_order() -> None:
    assert letters("lien cop", "Copier le lien") == ["Cop", "lien"]
    assert match("lien xyz", "Copier le lien") is None


def test_letters_in_their_order_are_found_when_they_begin_words() -> None:
    assert letters("clf", "Copier le lien de la fiche") == ["C", "l", "f"]
    assert match("zzz", "Copier le lien") is None


def test_two_scattered_letters_are_no_match() -> None:
    """Else everything would answer to everything."""
    assert match("ce", "Copier le lien") is None


def test_equal_matches_keep_the_order_of_the_table() -> None:
    assert found("co", "Copier b", "Copier a") == ["Copier b", "Copier a"]


def test_nothing_typed_offers_everything_unmarked() -> None:
    assert found("", "b", "a") == ["b", "a"]
    answer = match("", "b")
    assert answer is not None
    assert answer.spans == ()


def test_a_ligature_or_an_emoji_does_not_shift_the_marks() -> None:
    assert letters("fiche", "🙂 œuvre fiche") == ["fiche"]
