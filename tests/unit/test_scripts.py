"""Scripts: names filled in, and never a hole pasted."""

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.scripts import fill, variables


def test_variables_are_named_once_in_the_order_of_their_use() -> None:
    text = "Bonjour {prénom} {nom du client}, {montant} € ({prénom}) {date_d'effet}"
    assert variables(text) == ("prénom", "nom du client", "montant", "date_d'effet")


def test_what_only_looks_like_a_variable_is_none() -> None:
    assert variables("{} {1} { a } {a b {{literal}} {#id} {a\nb} {a-}") == ()


def test_what_is_known_is_filled_and_what_is_missing_stays_and_is_named() -> None:
    filled, missing = fill("Bonjour {nom}, {montant} €.", {"nom": "Ana", "montant": "  "})
    assert filled == "Bonjour Ana, {montant} €."
    assert missing == ("montant",)


def test_a_value_is_not_read_again() -> None:
    assert fill("{a} {b}", {"a": "{b}", "b": r"\1"}) == (r"{b} \1", ())


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_nothing_missing_means_nothing_left(text: str, values: dict[str, str]) -> None:
    filled, missing = fill(text, values)
    assert set(missing) <= set(variables(text))
    if not variables(text):
        assert (filled, missing) == (text, ())
