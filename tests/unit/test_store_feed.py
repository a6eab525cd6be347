"""What the index is fed: the words of others, and exactly the articles whose document changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.core.articles import Link
from kbdesk.core.documents import IndexDocument
from kbdesk.store.articles import Articles
from kbdesk.store.entities import Entities
from tests.support.bases import article, changed, many, open_base


@pytest.fixture
def articles(tmp_path: Path) -> Iterator[Articles]:
    database, found = open_base(tmp_path)
    yield found
    database.close()


def fed(articles: Articles, since: int = 0) -> dict[str, IndexDocument]:
    documents = list(articles.changed_since(since))
    assert articles.changed_count(since) == len(documents)
    return {document.id: document for document in documents}


def test_a_document_holds_the_text_and_what_others_say(articles: Articles) -> None:
    articles.put_all(
        [
            article("but", "Le début.", title="Le but", tags=["t"]),
            article("a", links=[Link("but", "Le rendu"), Link("but", "argent")]),
            article("b", links=[Link("but", "le  rendu"), Link("but", "")]),
        ]
    )
    document = fed(articles)["but"]
    assert document.title == "Le but"
    assert document.lead == "Le début."
    assert document.body == ("Le début.", "La suite de Le but.")
    assert document.headings == ("Suite",)
    assert document.tags == ("t",)
    assert document.inbound == 2
    assert sorted(text.casefold() for text in document.link_texts) == ["argent", "le rendu"]


def test_a_link_to_oneself_says_nothing(articles: Articles) -> None:
    articles.put_all([article("a", links=[Link("a", "plus haut")])])
    document = fed(articles)["a"]
    assert (document.inbound, document.link_texts) == (0, ())


def test_the_words_of_others_are_bounded(articles: Articles) -> None:
    """A page that everybody links to must not drown in their wordings; the usual ones stay."""
    usual = [article(f"u{n}", links=[Link("but", "usuel")]) for n in range(3)]
    odd = [article(f"o{n}", links=[Link("but", f"mot {n}")]) for n in range(300)]
    articles.put_all([article("but"), *odd, *usual])
    document = fed(articles)["but"]
    assert document.inbound == 303
    assert document.link_texts[0] == "usuel"
    assert len(document.link_texts) == 64


def test_a_change_touches_the_article_and_those_it_points_to_anew_or_no_more(
    articles: Articles,
) -> None:
    articles.put_all(
        [
            article("a", links=[Link("old", "x"), Link("same", "x")]),
            *map(article, ("old", "same", "new")),
        ]
    )
    _, seq = articles.head()
    articles.put_all([article("a", "autre", links=[Link("new", "x"), Link("same", "x")])])
    assert set(fed(articles, seq)) == {"a", "old", "new"}


def test_another_wording_of_a_link_touches_its_target(articles: Articles) -> None:
    articles.put_all([article("a", links=[Link("but", "avant")]), article("but")])
    _, seq = articles.head()
    articles.put_all([article("a", links=[Link("but", "après")])])
    assert fed(articles, seq)["but"].link_texts == ("après",)


def test_a_link_that_waits_for_its_article_counts_when_it_comes(articles: Articles) -> None:
    articles.put_all([article("a", links=[Link("but", "attendu")])])
    _, seq = articles.head()
    articles.put_all([article("but")])
    assert set(fed(articles, seq)) == {"but"}
    assert fed(articles)["but"].link_texts == ("attendu",)


def test_a_removal_touches_what_it_pointed_to(articles: Articles) -> None:
    articles.put_all([article("a", links=[Link("but", "mot")]), article("but"), article("c")])
    _, seq = articles.head()
    articles.remove(["a"])
    assert set(fed(articles, seq)) == {"but"}
    assert fed(articles)["but"].inbound == 0


def test_a_text_changed_without_its_links_touches_itself_alone(articles: Articles) -> None:
    articles.put_all(many(50))
    _, seq = articles.head()
    one = list(many(50))[7]
    articles.put_all([changed(one, "tout autre chose")])
    assert set(fed(articles, seq)) == {one.id}


def test_documents_are_of_one_moment(articles: Articles) -> None:
    """A write in the middle of the reading is not half seen."""
    articles.put_all(many(1200))
    stream = articles.changed_since(0)
    first = next(stream)
    articles.put_all([article(f"fiche-{n}", "remplacé") for n in range(1200)])
    rest = [first, *stream]
    assert len(rest) == 1200
    assert not any("remplacé" in document.body for document in rest)


def test_other_entities_move_the_count_but_feed_nothing(articles: Articles, tmp_path: Path) -> None:
    database, found = open_base(tmp_path)
    Entities(database).put("synonyms", "synonyms", "synonyms: []")
    epoch, seq = found.head()
    assert (articles.head(), fed(articles)) == ((epoch, seq), {})
    assert seq == 1
    database.close()


def test_each_base_is_an_epoch_of_its_own(tmp_path: Path) -> None:
    heads = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        database, found = open_base(tmp_path / name)
        heads.append(found.head())
        database.close()
    assert heads[0][0] != heads[1][0]
