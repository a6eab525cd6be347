"""What completes the typed words to a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.ui.completion import first_rest, rest_of


@pytest.mark.parametrize(
    ("typed", "title", "rest"),
    [
        ("resil", "Résilier un mobile", "ier un mobile"),
        ("RÉSIL", "Résilier", "ier"),
        ("l'offre", "L’offre du mois", " du mois"),
        ("r", "Résilier", ""),
        ("  ", "  a", ""),
        ("résilier", "Résilier", ""),
        ("mobile", "Résilier un mobile", ""),
    ],
)
def test_accents_case_and_apostrophes_do_not_matter(typed: str, title: str, rest: str) -> None:
    assert rest_of(typed, title) == rest


def test_the_first_title_that_fits_is_offered() -> None:
    assert first_rest("fib", ["Offre fibre", "Fibre 500", "Fibre Max"]) == ("Fibre 500", "re 500")
    assert first_rest("xyz", ["Fibre 500"]) == ("", "")


@given(st.text(), st.text())
def test_a_rest_always_ends_the_title(typed: str, title: str) -> None:
    """Whatever is typed, taking the offer gives the title to the letter."""
    rest = rest_of(typed, title)
    assert title.endswith(rest)
    assert not rest or len(typed) + len(rest) == len(title)
