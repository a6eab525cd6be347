"""The maker of large bases: the same base every time, and a lifelike one."""

from pathlib import Path

import pytest

from kbdesk.core.articles import Article
from tests.support import corpus

FIRST = """---
title: "Bail : préavis du locataire"
---

# Bail : préavis du locataire

Le préavis est de **trois** mois.

## Zone tendue

Il est d'un mois, voir [la liste](liste.md#villes) et [le site](https://example.invalid/a).

- premier cas
- second cas
"""
SECOND = """# Facture : échéance

À régler sous 14 jours.

## Retard

| jours | frais |
| --- | --- |
| 15 | 7,50 € |
"""


@pytest.fixture
def small_base(tmp_path: Path) -> Path:
    base = tmp_path / "base"
    base.mkdir()
    (base / "bail.md").write_text(FIRST, "utf-8")
    (base / "facture.md").write_text(SECOND, "utf-8")
    return base


def made(base: Path, count: int) -> list[Article]:
    return list(corpus.make(base, count))


def test_the_same_seed_makes_the_same_base(small_base: Path) -> None:
    assert made(small_base, 20) == made(small_base, 20)
    assert made(small_base, 20) != list(corpus.make(small_base, 20, seed=7))


def test_a_larger_base_begins_with_the_smaller_one(small_base: Path) -> None:
    assert made(small_base, 30)[:10] == made(small_base, 10)


def test_every_word_comes_from_the_base_it_was_made_from(small_base: Path) -> None:
    real = set((FIRST + SECOND).split())
    for article in made(small_base, 10):
        assert set(article.title.split()) <= real
        assert {word for p in article.passages for word in p.text.split()} <= {
            word.strip("*") for word in (corpus.plain(FIRST) + " " + corpus.plain(SECOND)).split()
        }


def test_links_go_to_articles_that_are_there_and_stay_links_in_the_text(small_base: Path) -> None:
    articles = made(small_base, 40)
    ids = {article.id for article in articles}
    links = [(article, link) for article in articles for link in article.links]
    assert links
    for article, link in links:
        assert link.target in ids
        assert f"({link.target.removeprefix('made/')}.md)" in article.source


def test_what_is_read_shows_no_markdown(small_base: Path) -> None:
    texts = "\n".join(p.text for article in made(small_base, 20) for p in article.passages)
    assert not set("|*[]") & set(texts)
    assert "premier cas" in texts
    assert "7,50 €" in texts


def test_a_folder_holds_each_article_as_its_own_file(small_base: Path, tmp_path: Path) -> None:
    articles = made(small_base, 5)
    assert corpus.write_folder(articles, tmp_path / "out") == 5
    for article in articles:
        assert (tmp_path / "out" / article.path).read_text("utf-8") == article.source


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="No article"):
        list(corpus.make(tmp_path, 1))
