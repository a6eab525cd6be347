"""What is typed, taken apart: words, phrases, exclusions and filters."""

import pytest

from kbdesk.search.query import LONGEST_QUERY, read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("l'abonnement d’accès", ("l", "abonnement", "d", "acces")),
        ("ŒUVRE résiliée", ("oeuvre", "resiliee")),
        ("re\u0301silier", ("resilier",)),
        ("porte-monnaie wi-fi", ("porte", "monnaie", "wi", "fi")),
        ("remise - 20 % -5", ("remise", "20", "5")),
        ("note: important foo:bar", ("note", "important", "foo", "bar")),
        ('un "guillemet oublié', ("un", "guillemet", "oublie")),
        ("\ud83d \x00 :-) ???", ()),
    ],
)
def test_words_are_words(typed: str, words: tuple[str, ...]) -> None:
    """Apostrophes, hyphens, colons and marks left open leave nothing but words."""
    asked = read(typed)

    assert asked.words == words
    assert (asked.phrases, asked.without, asked.filters) == ((), (), {})


@pytest.mark.parametrize(
    "typed", ['"délai de grâce"', "« délai de grâce »", "“délai de grâce”", '  "DELAI de grace" ']
)
def test_quotes_of_every_house_make_a_phrase(typed: str) -> None:
    assert read(typed).phrases == (("delai", "de", "grace"),)


def test_a_minus_glued_in_front_excludes_a_word_or_a_phrase() -> None:
    asked = read('facture -pro -"mise en demeure"')

    assert asked.words == ("facture",)
    assert asked.without == (("pro",), ("mise", "en", "demeure"))


def test_filters_have_french_names_and_fold_their_values() -> None:
    asked = read('espace:Facturation étiquette:"Été 2026" type:produit -kind:guide sim')

    assert asked.filters == {
        "space": ("facturation",),
        "tag": ("ete 2026",),
        "kind": ("product",),
    }
    assert asked.filters_out == {"kind": ("guide",)}
    assert asked.words == ("sim",)


def test_the_last_word_may_go_on_only_where_it_is_being_typed() -> None:
    assert read("carte si").open_end
    assert not read("carte sim ").open_end
    assert not read('"carte sim"').open_end


def test_a_pasted_message_is_read_for_its_words_alone() -> None:
    """The dashes and quotes of a message were not meant as marks."""
    message = 'Bonjour,\n- ma facture "de mars"\n-remboursement tag:x\n' + "mot " * LONGEST_QUERY
    asked = read(message)

    assert "remboursement" in asked.words
    assert (asked.phrases, asked.without, asked.filters) == ((), (), {})
