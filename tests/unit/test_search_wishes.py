"""What a question asks for: its words without the courtesies, and what else they are called."""

from pathlib import Path

import pytest

from kbdesk.search.analysis import stems_of
from kbdesk.search.families import relatives
from kbdesk.search.searcher import Engine
from tests.unit.test_search_engine import TODAY, document, engine_over

TITLES = {
    "toujours": "Clients de toujours : ce que dit la charte",
    "modele": "Comment savoir si un modèle est repris",
    "suppression": "Suppression d’une ligne",
    "transfert": "Transfert d’une ligne",
    "inscrire": "S’inscrire à la newsletter",
    "courriel": "Courriel : changer d’adresse",
    "modeles": "Modèles repris",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("index")
    written = list(enumerate(TITLES.items(), start=1))
    return engine_over(folder, [document(n, id_, title, title) for n, (id_, title) in written])


def found(engine: Engine, query: str) -> list[str]:
    rows = engine.search(query, today=TODAY).rows
    return [list(TITLES)[rid - 1] for rid, _ in rows]


def test_insistence_and_courtesy_are_not_what_is_asked_for(engine: Engine) -> None:
    """An article about "toujours" is no answer to somebody who still waits."""
    assert found(engine, "bonjour, je voudrais toujours le transfert svp") == ["transfert"]
    assert found(engine, "toujours") == ["toujours"]
    assert found(engine, '"clients de toujours"') == ["toujours"]


def test_a_question_that_is_a_title_finds_it_by_all_its_words(engine: Engine) -> None:
    """The words a question is asked without still tell one name from another."""
    assert found(engine, "comment savoir si un modèle est repris")[0] == "modele"
    assert found(engine, "modèle repris")[0] == "modeles"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("supprimer ma ligne", "suppression"),
        ("inscription newsletter", "inscrire"),
        ("inscrit à la newsletter", "inscrire"),
        ("mes mails", "courriel"),
    ],
)
def test_a_word_finds_its_family_and_how_it_is_written(
    engine: Engine, typed: str, wanted: str
) -> None:
    """Verb and noun that no stem joins, and everyday words in the plural."""
    assert found(engine, typed)[0] == wanted


def test_the_words_of_a_family_have_other_stems() -> None:
    """What a stem finds by itself is not looked for twice; unknown words have no family."""
    others = relatives("supprimer")

    assert others == ("suppression",)
    assert relatives("suppression") == ("supprimer",)
    assert relatives("supprimez") == ("suppression",)
    assert stems_of("supprimer", "fr") != stems_of(others[0], "fr")
    assert relatives("xyzzy") == relatives("le") == ()
