"""What the engine promises beside finding: conditions, order, reasons, passages, suggestions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from kbdesk.core.documents import IndexDocument
from kbdesk.core.results import Scope
from kbdesk.search.index import SearchIndex
from kbdesk.search.passages import Reading
from kbdesk.search.plan import Wish
from kbdesk.search.scoring import CHEAP, COMMON, is_common, weights_for
from kbdesk.search.searcher import Engine
from kbdesk.search.synonyms import Synonyms

TODAY = date(2026, 11, 22)


@dataclass
class Shelf:
    """A source made of documents."""

    documents: list[IndexDocument] = field(default_factory=list)

    def head(self) -> tuple[str, int]:
        return "shelf", 1

    def changed_count(self, seq: int) -> int:
        return len(self.documents) if seq < 1 else 0

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        yield from self.documents if seq < 1 else []

    def removed_since(self, seq: int) -> Iterator[int]:
        yield from ()


TEXTS = {
    "delai": ("Délai de rétractation", "Le délai de rétractation est de 14 jours."),
    "delai-pro": ("Rétractation des pros", "Pour un pro, pas de délai de rétractation."),
    "retard": ("Retard", "Un délai. De rétractation, il n’est pas question ici."),
    "over": ("Turnover", "Over and over again, an overview of overtime."),
    "hover": ("Hover card", "A hover card shows details."),
    "code": ("Code E-203", "L’erreur E-203 dit que la ligne est coupée."),
    "code-4": ("Code E-204", "L’erreur E-204 dit que la box redémarre."),
    "fibre": ("Fibre", "La fibre arrive au boîtier. Le Wi-Fi part de la box."),
    "cable": ("Câble", "Le câble arrive au boîtier."),
}


def document(rid: int, name: str, title: str, text: str, **more: object) -> IndexDocument:
    lang = "en" if name in {"over", "hover"} else "fr"
    values = {"space": "base", "lang": lang, "tags": ("Été",), **more}
    return IndexDocument(rid, name, title, lead=text, body=(text,), **values)  # type: ignore[arg-type]


def engine_over(folder: Path, documents: list[IndexDocument], *groups: list[str]) -> Engine:
    index = SearchIndex(folder)
    index.catch_up(Shelf(documents))
    return Engine(index, Synonyms(groups))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    documents = [
        document(n + 1, name, title, text) for n, (name, (title, text)) in enumerate(TEXTS.items())
    ]
    return engine_over(tmp_path_factory.mktemp("index"), documents)


def found(engine: Engine, query: str, **more: object) -> list[str]:
    ranking = engine.search(query, today=TODAY, **more)  # type: ignore[arg-type]
    return [list(TEXTS)[rid - 1] for rid, _ in ranking.rows]


def test_a_quoted_phrase_stands_exactly_so(engine: Engine) -> None:
    """Every answer holds the phrase, none runs over the end of a text (A09)."""
    assert set(found(engine, '"delai de retractation"')) == {"delai", "delai-pro", "retard"}
    assert found(engine, '"rétractation de délai"') == []


def test_a_phrase_and_an_exclusion_agree_with_a_plain_scan(engine: Engine) -> None:
    scanned = {
        name
        for name, (title, text) in TEXTS.items()
        if "délai de rétractation" in f"{title} {text}".lower() and " pro" not in text
    }

    assert set(found(engine, '"delai de retractation" -pro')) - {"retard"} == scanned


def test_an_exclusion_alone_leaves_all_the_rest(engine: Engine) -> None:
    assert set(found(engine, "-rétractation")) == set(TEXTS) - {"delai", "delai-pro", "retard"}


def test_hover_does_not_flood_with_over(engine: Engine) -> None:
    """A word the base knows is not bent towards a commoner one (A04)."""
    assert found(engine, "hover") == ["hover"]


def test_a_code_finds_its_article_however_it_is_cut(engine: Engine) -> None:
    for typed in ("E-203", "e203", "erreur E 203"):
        assert found(engine, typed)[0] == "code"


def test_wifi_is_wi_fi(engine: Engine) -> None:
    for typed in ("wifi", "wi-fi", "Wi Fi"):
        assert found(engine, typed)[0] == "fibre"


def test_articles_with_all_words_come_before_those_with_some(engine: Engine) -> None:
    assert found(engine, "fibre boîtier")[:2] == ["fibre", "cable"]


def test_typing_finds_what_the_word_may_become(engine: Engine) -> None:
    assert found(engine, "rétrac", typing=True)[0] in {"delai", "delai-pro"}
    assert found(engine, "zzz", typing=True) == []


def test_scope_and_filters_keep_the_rest_out(engine: Engine) -> None:
    assert found(engine, "délai", scope=Scope(spaces=("ailleurs",))) == []
    assert found(engine, "délai tag:ete") == found(engine, "délai")
    assert found(engine, "délai tag:hiver") == []


def test_a_synonym_counts_at_the_next_search_without_a_new_index(engine: Engine) -> None:
    """The list is applied to the question (A06)."""
    engine.synonyms = Synonyms([["RIO", "délai de rétractation"]])
    try:
        assert found(engine, "rio")[0] in {"delai", "delai-pro"}
    finally:
        engine.synonyms = Synonyms()
    assert found(engine, "rio") == []


def test_the_shares_of_why_add_up_to_a_reason(engine: Engine) -> None:
    factors = engine.explain("délai de rétractation", 1, today=TODAY)

    assert {"title", "body"} <= {factor.name for factor in factors}
    assert factors == sorted(factors, key=lambda factor: -abs(factor.share))
    assert engine.explain("délai", 999, today=TODAY) == []


def test_a_reason_names_words_as_they_were_typed(engine: Engine) -> None:
    """Never their stems, which are no words."""
    factors = engine.explain("délai de rétractation", 1, today=TODAY)

    details = {factor.name: factor.detail for factor in factors}
    assert details["name"] == "delai retractation"
    assert details["title"] == "delai, retractation"


def test_words_are_marked_with_their_accents(engine: Engine) -> None:
    ranking = engine.search("retractations", today=TODAY)
    marked = engine.mark("Le délai de RÉTRACTATION court.", ranking)

    assert [marked.text[start:end] for start, end in marked.spans] == ["RÉTRACTATION"]


def test_the_passage_where_the_words_meet_is_shown(engine: Engine) -> None:
    ranking = engine.search("délai rétractation", today=TODAY)
    parts = [
        ("", "", "Le délai court."),
        ("b", "Sous 14 jours", "Bla. " * 200 + "Le délai de rétractation est de 14 jours."),
        ("c", "Ailleurs", "La rétractation se fait par écrit."),
    ]
    best, place = ranking.finder.best(Reading(parts))
    snippet = ranking.finder.snippet(parts[best][2], place)

    assert best == 1
    assert {snippet.text[a:b].lower() for a, b in snippet.spans} == {"délai", "rétractation"}


def test_titles_are_offered_while_typing(engine: Engine) -> None:
    offered = engine.suggest("délai de rétr")

    assert [suggestion.id for suggestion in offered] == ["delai"]
    assert engine.suggest("") == []


def test_verified_fresh_and_used_articles_break_ties(tmp_path: Path) -> None:
    """Three articles of the same words stand in the order of what speaks for them."""
    same = ("Même titre", "Le même texte.")
    documents = [
        document(1, "plain", *same),
        document(2, "old", *same, valid_to=TODAY.toordinal() - 1),
        document(3, "verified", *same, verified=TODAY.toordinal() - 10),
    ]
    engine = engine_over(tmp_path, documents)

    rows = engine.search("même titre", today=TODAY).rows
    assert [rid for rid, _ in rows] == [3, 1, 2]

    used = Engine(engine._index, Synonyms(), lambda: {"plain": 50})
    assert used.search("même titre", today=TODAY).rows[0][0] == 1


def test_what_others_call_an_article_is_its_name(tmp_path: Path) -> None:
    documents = [
        document(1, "long", "Prise en charge des soins par la caisse : cure", "Cure thermale."),
        document(2, "named", "Séjour de santé", "Un séjour.", link_texts=("cure thermale",)),
    ]
    engine = engine_over(tmp_path, documents)

    assert engine.search("cures thermales", today=TODAY).rows[0][0] == 2


def test_the_way_of_asking_tells_titles_apart_where_nobody_links(tmp_path: Path) -> None:
    """Who may and why: empty words in a text, and the whole difference between two titles."""
    titles = ("Pourquoi consulter le fichier central ?", "Qui peut consulter le fichier central ?")
    documents = [document(n, f"{n}", title, "Un fichier.") for n, title in enumerate(titles, 1)]
    engine = engine_over(tmp_path, documents)

    for rid, question in ((1, "Pourquoi consulter"), (2, "Qui donc peut-il consulter")):
        asked = f"{question} un fichier central"
        assert engine.search(asked, today=TODAY).rows[0][0] == rid


def test_a_title_weighs_like_a_link_where_nobody_links(tmp_path: Path) -> None:
    """Links elsewhere in the base change nothing for words that no link says."""
    titled = document(1, "titled", "Clôture du compte", "Écrire au service.")
    told = document(2, "told", "Démarches", "Clôture du compte : clôture. " * 3)
    alone = engine_over(tmp_path / "alone", [titled, told])
    linked = engine_over(
        tmp_path / "linked",
        [titled, told, document(3, "linked", "Compte", "Compte.", link_texts=("clôture compte",))],
    )

    def share(engine: Engine) -> float:
        factors = engine.explain("clôture du compte", 1, today=TODAY)
        return sum(factor.share for factor in factors if factor.name == "title")

    assert alone.search("clôture du compte", today=TODAY).rows[0][0] == 1
    assert share(alone) > 1.3 * share(linked)


def test_to_hold_a_word_is_worth_the_same_however_long_an_article_and_in_any_language(
    tmp_path: Path,
) -> None:
    """The lists that say so are read as terms, whose worth would go by lengths and frequencies."""
    texts = ["Le modem.", "Le modem. " + "La box redémarre. " * 200, "The modem.", "La box."]
    documents = [
        document(n + 1, "over" if text.startswith("The") else "box", "Box", text)
        for n, text in enumerate(texts)
    ]
    engine = engine_over(tmp_path, documents)

    def cover(query: str, rid: int) -> float:
        factors = engine.explain(query, rid, today=TODAY)
        return sum(factor.share for factor in factors if factor.name == "cover")

    for query in ("modem", "modem neuf", "modem câble"):
        short, long, english = (cover(query, rid) for rid in (1, 2, 3))
        assert short == pytest.approx(long, rel=1e-4) == pytest.approx(english, rel=1e-4)
    assert cover("modem", 1) == pytest.approx(weights_for(1).cover, rel=1e-4)
    assert cover("modem", 4) == 0


def test_only_a_word_of_very_many_articles_is_looked_for_in_names_alone() -> None:
    """A common word is dear to read where over a thousand hold it, and tells in a small base."""

    def common(frequency: int, weight: float, wishes: int) -> bool:
        return is_common(Wish(("contrat",), [], weight, frequency), wishes)

    assert common(CHEAP + 1, COMMON - 0.1, wishes=3)
    assert not common(CHEAP, COMMON - 0.1, wishes=3)
    assert not common(CHEAP + 1, COMMON, wishes=3)
    assert not common(CHEAP + 1, COMMON - 0.1, wishes=2)
