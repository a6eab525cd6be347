"""Articles in the base: whole batches in and out, equal, and counted right."""

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kbdesk.core.articles import Article, Audience, Kind, Link, Passage
from kbdesk.core.results import Scope
from kbdesk.store.articles import Articles
from kbdesk.store.database import Database
from tests.support.bases import article, changed, many, open_base

FULL = Article(
    id="facturation/avoir",
    path="facturation/avoir.md",
    source="---\ntitle: Avoir\n---\n# Avoir\n\nŒuvre à 3 € « net ».\n",
    title="Avoir",
    body="# Avoir\n\nŒuvre à 3 € « net ».\n",
    body_line=4,
    summary="Un avoir sous 8 jours.",
    kind=Kind.GUIDE,
    space="facturation",
    tags=("avoir", "à rendre"),
    aliases=("trop perçu",),
    owner="ana.silva",
    verified=date(2026, 10, 1),
    review_every=timedelta(days=90),
    valid_from=date(2026, 1, 1),
    valid_to=date(2026, 12, 31),
    audience=Audience.PUBLIC,
    lang="fr",
    updated=date(2026, 9, 30),
    passages=(
        Passage("", "", 0, "Ce que l'on dit d'abord."),
        Passage("dates", "Dates", 2, "Jusqu'au 31.", True, date(2026, 3, 1), date(2026, 4, 1)),
    ),
    links=(Link("offres/mobile", "le mobile", "prix"), Link("ailleurs", "")),
    assets=("images/avoir.png",),
    extra={"sujet": ["Argent"], "code": 12, "actif": True},
)


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Database]:
    database, _ = open_base(tmp_path)
    yield database
    database.close()


@pytest.fixture
def articles(kb: Database) -> Articles:
    return Articles(kb)


def test_an_article_comes_out_equal(articles: Articles) -> None:
    articles.put_all([FULL])
    assert articles.get(FULL.id) == FULL


def test_a_body_that_is_not_the_end_of_the_file_is_kept_too(articles: Articles) -> None:
    """An importer may have normalised line ends in the Markdown but not in the file."""
    odd = dataclasses.replace(FULL, source=FULL.source.replace("\n", "\r\n"))
    articles.put_all([odd])
    assert articles.get(odd.id) == odd


def test_front_matter_of_others_may_hold_anything_yaml_can(articles: Articles) -> None:
    """Days become text: the file itself stays the truth."""
    extra: dict[str, object] = {"le": date(2026, 1, 2), "par jour": {date(2026, 1, 2): [None]}}
    articles.put_all([dataclasses.replace(FULL, extra=extra)])
    found = articles.get(FULL.id)
    assert found is not None
    assert found.extra == {"le": "2026-01-02", "par jour": {"2026-01-02": [None]}}


def test_an_unknown_id_is_nothing(articles: Articles) -> None:
    assert articles.get("nowhere") is None
    assert articles.rid("nowhere") is None
    assert articles.cards([1, 2]) == {}
    assert articles.cards_by_id(["nowhere"]) == {}


def test_a_second_import_of_the_same_texts_writes_nothing(articles: Articles) -> None:
    articles.put_all(many(30))
    head = articles.head()
    report = articles.put_all(many(30))
    assert (report.new, report.changed, report.unchanged, report.total) == (0, 0, 30, 30)
    assert articles.head() == head
    assert list(articles.changed_since(head[1])) == []


def test_new_changed_and_unchanged_are_told_apart(articles: Articles) -> None:
    articles.put_all(many(10))
    first = next(many(10))
    report = articles.put_all([changed(first, "autre"), article("neuf"), *list(many(10))[1:4]])
    assert (report.new, report.changed, report.unchanged) == (1, 1, 3)
    assert articles.count() == 11


def test_an_article_that_moves_to_another_space_or_path_has_changed(articles: Articles) -> None:
    one = article("a")
    articles.put_all([one])
    assert articles.put_all([dataclasses.replace(one, space="offres")]).changed == 1
    moved = dataclasses.replace(one, space="offres", path="offres/a.md")
    assert articles.put_all([moved]).changed == 1
    assert articles.path_ids() == {"offres/a.md": "a"}


def test_of_an_id_given_twice_the_later_text_holds(articles: Articles) -> None:
    """Within one block and across blocks."""
    articles.put_all([article("a", "un"), article("a", "deux")])
    articles.put_all([article("b", "un"), *many(1200), article("b", "deux")])
    for article_id in ("a", "b"):
        found = articles.get(article_id)
        assert found is not None
        assert found.passages[0].text == "deux"
    assert articles.count() == 1202


def test_a_batch_that_breaks_off_brings_nothing(articles: Articles) -> None:
    """Whatever raises in the stream of articles: not one of them is seen, then or later."""
    articles.put_all([article("before")])
    head = articles.head()

    def breaking() -> Iterator[Article]:
        yield from many(1500)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        articles.put_all(breaking())
    assert articles.ids() == {"before"}
    assert articles.head() == head
    assert articles.put_all(many(3)).new == 3


def test_nothing_of_a_batch_is_seen_before_all_of_it(articles: Articles) -> None:
    seen: list[int] = []

    def watched() -> Iterator[Article]:
        for one in many(1500):
            seen.append(articles.count())
            yield one

    articles.put_all(watched())
    assert set(seen) == {0}
    assert articles.count() == 1500


def test_removed_articles_are_gone_and_their_rows_never_come_back(articles: Articles) -> None:
    """The index goes by rid: a rid given twice would show one article for another."""
    articles.put_all(many(5))
    old = articles.rid("fiche-4")
    assert articles.remove(["fiche-4", "nowhere"]) == 1
    assert articles.remove(["fiche-4"]) == 0
    assert articles.get("fiche-4") is None
    assert list(articles.removed_since(0)) == [old]
    articles.put_all(many(5))
    assert articles.rid("fiche-4") not in {None, old}


def test_cards_and_texts_of_many_rows_come_at_once(articles: Articles) -> None:
    articles.put_all([FULL, *many(5)])
    rids = [articles.rid("fiche-3"), articles.rid(FULL.id)]
    wanted = [rid for rid in rids if rid is not None]
    cards, parts = articles.cards([*wanted, 999]), articles.parts([*wanted, 999])
    assert [cards[rid].id for rid in wanted] == ["fiche-3", FULL.id]
    assert parts[wanted[1]] == [(p.anchor, p.heading, p.text) for p in FULL.passages]
    card = articles.cards_by_id([FULL.id])[FULL.id]
    assert (card.title, card.kind, card.verified, card.review_every) == (
        FULL.title,
        FULL.kind,
        FULL.verified,
        FULL.review_every,
    )


def test_counts_by_space_kind_and_tag(articles: Articles) -> None:
    articles.put_all([FULL, article("a", tags=["avoir"]), article("b", space="offres")])
    assert articles.spaces() == {"base": 1, "facturation": 1, "offres": 1}
    assert articles.kinds() == {"article": 2, "guide": 1}
    assert articles.tags() == {"avoir": 2, "à rendre": 1}
    assert articles.ids("offres") == {"b"}


def test_the_manual_is_no_part_of_the_base(articles: Articles) -> None:
    """Its pages are read and found like articles, but nobody counts or exports them."""
    articles.put_all([article("a", tags=["t"]), article("h", space="help", tags=["t"])])
    assert articles.count() == 1
    assert articles.spaces() == {"base": 1}
    assert articles.kinds() == {"article": 1}
    assert articles.tags() == {"t": 1}
    assert [one.id for one in articles.all()] == ["a"]
    assert [id_ for id_, _, _ in articles.sources()] == ["a"]
    assert [id_ for id_, _, _ in articles.sources("help")] == ["h"]
    assert articles.ids() == {"a", "h"}


def test_the_whole_base_streams_out_by_path(articles: Articles) -> None:
    batch = [*many(450), FULL]
    articles.put_all(batch)
    assert list(articles.all()) == sorted(batch, key=lambda one: one.path)
    assert list(articles.all("facturation")) == [FULL]


def test_backlinks_are_the_other_articles_that_point_here(articles: Articles) -> None:
    articles.put_all(
        [
            article("but", links=[Link("but", "moi")]),
            article("z", title="Zèbre", links=[Link("but", "là"), Link("but", "ici")]),
            article("a", title="Abeille", links=[Link("but", "là")]),
        ]
    )
    assert articles.backlinks("but") == [("a", "Abeille"), ("z", "Zèbre")]


def test_without_an_index_words_are_still_found(articles: Articles) -> None:
    """Whatever their case and accents in a title; in the text as they stand there."""
    articles.put_all(
        [
            article("a", title="Résilier l'Œuvre mobile", tags=["départ"]),
            article("b", "On y parle de bouquets.", space="offres"),
            article("c", title="Résilier la fibre", space="offres"),
            article("h", title="Résilier: le manuel", space="help"),
        ]
    )

    def found(query: str, scope: Scope = Scope()) -> list[str]:
        return [card.id for card in articles.plain_search(query, scope, limit=10)]

    assert found("RESILIER") == ["c", "a"]
    assert found("resilier oeuvre") == ["a"]
    assert found("bouquets") == ["b"]
    assert found("resilier", Scope(spaces=("offres",))) == ["c"]
    assert found("resilier", Scope(tags=("départ",))) == ["a"]
    assert found("resilier", Scope(kinds=(Kind.GUIDE,))) == []
    assert found("manuel", Scope(spaces=("help",))) == ["h"]
    for nothing in ("", "  ", "%", "'", "\0", "zzz"):
        assert found(nothing) == []
