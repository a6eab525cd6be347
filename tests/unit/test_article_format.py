"""The article format: what is read, what is translated with a note, what is refused and where."""

from datetime import date, timedelta

import pytest

from kbdesk.content.articles import identify, parse, read_article
from kbdesk.content.targets import Place
from kbdesk.core.articles import Article, Audience, Kind, Link, Passage
from kbdesk.errors import BadContent
from kbdesk.search.analysis import folded_name, words
from kbdesk.search.names import key
from kbdesk.store.folding import fold

WHOLE = """---
id: facturation/remboursement
title: Rembourser une facture
summary: On rembourse sous dix jours.
kind: script
space: facturation
tags: [remboursement, avoir]
aliases: [trop perçu, avoir client]
owner: prenom.nom
verified: 2026-10-01
review_every: 90d
valid_from: 2026-01-01
valid_to: 2026-12-31
audience: public
lang: fr-FR
updated: 2026-09-30T10:00:00
cost_centre: 0042
---
# Rembourser une facture

Bonjour {client}, voir [le délai](<../delais.md#Dix jours>).

## Étapes de l'avoir

| Cas | Délai |
|-----|-------|
| a   | **10 jours** |
"""


def test_every_field_of_the_format_is_read() -> None:
    article = parse(WHOLE, path="facturation/avoirs/remboursement.md")
    assert article.id == "facturation/remboursement"
    assert article.title == "Rembourser une facture"
    assert article.summary == "On rembourse sous dix jours."
    assert (article.kind, article.audience) == (Kind.SCRIPT, Audience.PUBLIC)
    assert (article.space, article.owner, article.lang) == ("facturation", "prenom.nom", "fr")
    assert article.tags == ("remboursement", "avoir")
    assert article.aliases == ("trop perçu", "avoir client")
    assert (article.verified, article.review_every) == (date(2026, 10, 1), timedelta(days=90))
    assert (article.valid_from, article.valid_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert article.updated == date(2026, 9, 30)
    assert article.extra == {"cost_centre": "0042"}


def test_the_source_is_kept_to_the_letter_and_the_body_knows_its_line() -> None:
    article = parse(WHOLE, path="a.md")
    assert article.source == WHOLE
    assert WHOLE.splitlines()[article.body_line - 1] == "# Rembourser une facture"
    assert WHOLE.endswith(article.body)


def test_passages_hold_plain_text_under_each_heading_and_the_title_is_not_one() -> None:
    article = parse(WHOLE, path="facturation/avoirs/remboursement.md")
    assert article.passages == (
        Passage("", "", 0, "Bonjour {client}, voir le délai."),
        Passage("etapes-de-l-avoir", "Étapes de l'avoir", 2, "Cas | Délai\na | 10 jours"),
    )
    assert article.lead == "Bonjour {client}, voir le délai."


def test_without_front_matter_the_id_comes_from_the_path_and_the_title_from_the_heading() -> None:
    article = parse("Un mot.\n\n## Le *vrai* titre\n", path="a/Mon fichier.md")
    assert (article.id, article.title) == ("a/Mon fichier", "Le vrai titre")
    assert article.audience is Audience.INTERNAL
    assert [passage.heading for passage in article.passages] == ["", "Le vrai titre"]


def test_without_any_heading_the_title_is_the_name_of_the_file() -> None:
    assert parse("Rien.", path="dossier/Ma note.md").title == "Ma note"


def test_links_are_resolved_against_the_path_and_the_ids_of_the_base() -> None:
    ids = {"f/a.md": "un", "f/b c.md": "deux", "g/index.md": "trois", "f/é.md": "quatre"}
    text = (
        "[A](a.md#Mon Été) [B](<b c.md>) [B](b%20c.md) [G](../g/) [E](é.md) [no](../no.md)"
        " [web](https://x.fr) [out](../../etc/passwd) [abs](/f/a.md)"
    )
    found = read_article(text, Place("f/x.md", ids))
    assert found.article.links == (
        Link("deux", "B"), Link("deux", "B"), Link("trois", "G"), Link("quatre", "E"),
        Link("un", "abs"),
    )  # fmt: skip
    assert [entry.message for entry in found.entries] == [
        "the link to “../no.md” is kept as text",
        "the link to “../../etc/passwd” is kept as text",
    ]
    linked = read_article("[A](<a.md#Mon Été>)", Place("f/x.md", ids)).article.links
    assert linked == (Link("un", "A", "mon-ete"),)


def test_images_are_assets_by_their_path_in_the_base_and_remote_ones_are_told() -> None:
    text = "![a](img/a.png) ![b](../b%20b.png)\n\n![c](https://x.fr/c.png) ![d](no.png)"
    found = read_article(text, Place("f/x.md", {}, {"f/img/a.png", "b b.png"}))
    assert found.article.assets == ("f/img/a.png", "b b.png")
    assert [(entry.line, entry.topic) for entry in found.entries] == [
        (3, "Images that are not files of the base"),
        (3, "Images that are not there"),
    ]


def test_internal_and_dated_blocks_are_passages_of_their_own() -> None:
    text = """## Prix

Avant.

::: internal
### Marge
Secret.
::: valid from=2026-03-01
Dès mars.
:::
:::

Après.

::: valid to=2026-12-31
Jusqu'à fin 2026.
:::
"""
    passages = parse(text, path="a.md").passages
    assert [(p.heading, p.text, p.internal) for p in passages] == [
        ("Prix", "Avant.", False),
        ("Marge", "Secret.", True),
        ("Marge", "Dès mars.", True),
        ("Prix", "Après.", False),
        ("Prix", "Jusqu'à fin 2026.", False),
    ]
    assert passages[2].valid_from == date(2026, 3, 1)
    assert passages[4].valid_to == date(2026, 12, 31)
    assert len({p.anchor for p in passages}) == len(passages)


def test_nested_dates_narrow_one_another() -> None:
    text = (
        "::: valid from=2026-01-01 to=2026-06-30\n::: valid from=2026-03-01 to=2026-12-31\n"
        "x\n:::\n:::\n"
    )
    (passage,) = parse(text, path="a.md").passages
    assert (passage.valid_from, passage.valid_to) == (date(2026, 3, 1), date(2026, 6, 30))


def test_equal_headings_get_unique_anchors_and_explicit_ones_keep_their_name() -> None:
    text = "# T\n\n## Délai\n\n## Délai\n\n## Autre {#delai}\n\n## ✓\n"
    anchors = [passage.anchor for passage in parse(text, path="a.md").passages]
    assert anchors == ["delai-2", "delai-3", "delai", "section"]


def test_questions_are_not_part_of_the_text() -> None:
    text = "Texte.\n\n```quiz\nSûr ?\n- [x] oui\n- [ ] non\n```\n\nSuite.\n"
    assert parse(text, path="a.md").lead == "Texte.\nSuite."


def test_words_of_other_systems_are_understood_or_noted() -> None:
    text = (
        "---\nkind: Fiche d'information\naudience: particuliers\nlanguage: en_GB\n"
        "tags: a, b\ncategory: [Accueil, Impôts]\nkeywords: b, c\nsubjects: Impôts\n---\nx"
    )
    found = read_article(text, Place("a.md"))
    assert (found.article.kind, found.article.audience) == (Kind.ARTICLE, Audience.INTERNAL)
    assert found.article.lang == "en"
    assert found.article.tags == ("a", "b", "Accueil", "Impôts", "c")
    assert [(e.field, e.line, e.value) for e in found.entries] == [
        ("kind", 2, "Fiche d'information"),
        ("audience", 3, "particuliers"),
    ]


NO_BREAKS = pytest.mark.parametrize(
    "space", ["\u00a0", "\u202f", "\u2007"], ids=["no-break", "narrow", "figure"]
)


@NO_BREAKS
def test_no_break_spaces_of_titles_aliases_and_tags_are_kept_as_written(space: str) -> None:
    """Where a line must not break is the author's choice; other white space is evened out."""
    name = f"Tarif{space}! 10{space}€"
    text = f"---\ntitle: {name}  nets\naliases: [{name}  nets]\ntags: [ {name}  nets ]\n---\nx"
    article = parse(text, path="a.md")
    assert (article.title, article.aliases, article.tags) == (
        f"{name} nets", (f"{name} nets",), (f"{name} nets",)
    )  # fmt: skip
    assert parse(f"## Le  {name}", path="a.md").title == f"Le {name}"


@NO_BREAKS
def test_a_heading_repeats_the_title_whatever_its_spaces(space: str) -> None:
    article = parse(f"---\ntitle: Tarif{space}! net\n---\n# Tarif ! net\n\nx", path="a.md")
    assert [(passage.heading, passage.text) for passage in article.passages] == [("", "x")]


@NO_BREAKS
def test_a_search_reads_no_break_spaces_as_spaces(space: str) -> None:
    """Nobody types them: words, names, filters and the store's own search see plain spaces."""
    written, typed = f"Tarif{space}! 10{space}€{space}net", "Tarif ! 10 € net"
    assert words(written) == words(typed) == ["tarif", "10", "net"]
    assert key(written, "fr") == key(typed, "fr")
    assert folded_name(written) == folded_name(typed)
    assert fold(written) == fold(typed)


@NO_BREAKS
def test_a_tag_of_nothing_but_spaces_is_none(space: str) -> None:
    assert parse(f"---\ntags: ['{space}', ' ', a]\n---\nx", path="a.md").tags == ("a",)


def test_texts_are_taken_as_written_whatever_yaml_would_make_of_them() -> None:
    article = parse("---\nid: 0012\ntitle: 2026-01-01\nowner: no\nsummary: ~\n---\n", path="a.md")
    assert (article.id, article.title, article.owner) == ("0012", "2026-01-01", "no")
    assert article.summary == ""


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("---\ntitle: a\nverified: 2026-02-30\n---\n", 3, "verified"),
        ("---\nvalid_from: demain\n---\n", 2, "valid_from"),
        ("---\nvalid_from: 2026-02-02\nvalid_to: 2026-02-01\n---\n", 3, "valid_to"),
        ("---\nreview_every: often\n---\n", 2, "review_every"),
        ("---\nreview_every: 0d\n---\n", 2, "review_every"),
        ("---\nid: ../../etc/passwd\n---\n", 2, "id"),
        ("---\nid: 'a#b'\n---\n", 2, "id"),
        ("---\ntitle: [a, b]\n---\n", 2, "title"),
        ("---\ntags: {a: b}\n---\n", 2, "tags"),
        ("---\ntitle: a\n  b: c\n---\n", 3, ""),
        ("---\ntitle: 'a\n---\n", 3, ""),
        ("---\n- a\n---\n", 2, ""),
        ("---\ntitle: a\n\nNo end.", 1, ""),
        ("---\na: &x [1]\nb: [*x, *x]\n---\n", 3, ""),
        ("---\na: " + "[" * 50 + "]" * 50 + "\n---\n", 2, ""),
        ("---\ntitle: a\x07b\n---\n", 2, ""),
        ("a\nb\0c", 2, ""),
        ("a\n\ud800", 2, ""),
        ("---\nid: a\n---\n\n::: valid from=2026-02-30\nx\n:::\n", 5, ""),
        ("::: valid\nx\n:::\n", 1, ""),
        ("::: valid from=2026-02-02 to=2026-02-01\nx\n:::\n", 1, ""),
        ("a\n\n::: internal\nb\n", 3, ""),
        ("a\n\n```quiz\nQui ?\n- [ ] moi\n- [ ] toi\n```\n", 3, ""),
        ("```quiz\nQui ?\n- [x] moi\n- [ ] toi\n```\n", 1, ""),
        ("---\nkind: guide\n---\n## A {#a}\n\n- [B](#b)\n", 6, ""),
    ],
)
def test_a_fault_names_the_file_the_line_and_the_field(text: str, line: int, field: str) -> None:
    with pytest.raises(BadContent) as caught:
        parse(text, path="f/a.md")
    assert (caught.value.path, caught.value.line, caught.value.field) == ("f/a.md", line, field)
    assert caught.value.sentence


@pytest.mark.parametrize(
    "path",
    ["", "/a.md", "../a.md", "a/../b.md", "a//b.md", "C:/a.md", "a\0.md", "a\\b.md", "a\nb.md"],
)
def test_a_path_that_could_leave_the_base_is_refused(path: str) -> None:
    with pytest.raises(BadContent):
        parse("x", path=path)


def test_two_rules_with_a_text_between_are_no_front_matter() -> None:
    article = parse("---\nJuste un texte\n---\nSuite", path="a.md")
    assert "Juste un texte" in article.passages[0].heading + article.lead


def test_a_field_written_twice_counts_once_and_is_noted() -> None:
    found = read_article("---\ntitle: a\ntitle: b\n---\n", Place("a.md"))
    assert found.article.title == "b"
    assert [(entry.line, entry.field) for entry in found.entries] == [(3, "title")]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    text = "\ufeff---\r\nid: a\r\nverified: 2026-01-02\r\n---\r\n# T\r\n\r\nUn\r\ndeux\r\n"
    article = parse(text, path="x.md")
    assert (article.id, article.verified, article.lead) == ("a", date(2026, 1, 2), "Un deux")
    assert article.source == text
    assert parse("\ufeff# T\n", path="x.md").title == "T"


def test_the_id_can_be_told_without_reading_the_rest() -> None:
    assert identify(WHOLE, "a.md") == "facturation/remboursement"
    assert identify("rien", "a/b.md") == "a/b"


def test_a_break_tag_is_the_one_tag_that_is_understood() -> None:
    article: Article = parse("| a<br>b | c<br/>d |\n|---|---|\n| <b>e</b> | f |", path="a.md")
    assert article.lead == "a\nb | c\nd\n<b>e</b> | f"
