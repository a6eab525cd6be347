"""What is internal never leaves: articles made at random, every way out, no canary.

Two hundred of them with every change, a thousand with the long tests.

The ways out: the public page and the public text (the site, `kbdesk show --audience public`), every
message of a script in every form, the passages selected on screen, and of a guide each question,
each sentence and the path as text, along every branch.
"""

from collections import Counter
from datetime import date
from itertools import count, islice

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from kbdesk.content.articles import parse
from kbdesk.content.plain_text import to_plain_text
from kbdesk.content.render import to_html, to_safe_html
from kbdesk.content.step_pages import step_pages
from kbdesk.core.articles import Article, Audience
from kbdesk.core.replies import Channel, shape
from kbdesk.core.walks import Walk
from kbdesk.errors import BadContent
from kbdesk.ui.reader import copy, dressing, replies
from tests.support.canaries import CANARY, Maker

DAY = date(2026, 11, 22)
ARTICLES = [200, pytest.param(1_000, marks=pytest.mark.long)]
KINDS = ("article", "script", "guide")


def _article(seed: int) -> Article | None:
    try:
        return Maker(seed).article(KINDS[seed % 3])
    except BadContent:
        return None  # a block of ours left open keeps a file out: nothing leaves then


def _public(article: Article) -> list[str]:
    return [
        to_safe_html(article, on=DAY, audience=Audience.PUBLIC),
        to_plain_text(article, on=DAY, audience=Audience.PUBLIC),
    ]


def _replies(html: str) -> list[str]:
    greeting, closing = replies.frame(html)
    told = [greeting, closing]
    for text in replies.replies(html).values():
        for channel in Channel:
            made = shape(text, {"nom": "Ana"}, channel, greeting=greeting, closing=closing)
            told += [made.text, made.html]
    return told


def _selected(html: str) -> list[str]:
    document = QTextDocument()
    document.setHtml(dressing.dress(html, DAY))
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return [copy.plain_text(cursor)]


def _walked(article: Article) -> list[str]:
    guide, pages = step_pages(article, on=DAY)
    begun = Walk.begin(guide)
    told, waiting, seen = [], [begun] if begun else [], Counter[str]()
    while waiting:
        walk = waiting.pop()
        told += ["" if walk.step.internal else walk.step.question, walk.as_text("Titre")]
        told += [pages[walk.step.id].say] if walk.step.id in pages else []
        seen[walk.step.id] += 1
        if seen[walk.step.id] <= 3:
            waiting += [walk.take(number) for number in range(len(walk.step.choices))]
    return told


def _all_that_leaves(article: Article) -> list[str]:
    html = to_html(article, on=DAY).html
    walked = _walked(article) if article.kind == "guide" else []
    return [*_public(article), *_replies(html), *_selected(html), *walked]


@pytest.mark.parametrize("many", ARTICLES)
def test_no_article_leaks_anything_by_any_way(qtbot: QtBot, many: int) -> None:
    made = list(islice((one for one in map(_article, count()) if one is not None), many))
    held = sum(CANARY in article.source for article in made)
    assert held > len(made) * 0.8, "an article without a canary proves nothing"
    leaks = [
        (article.source, told)
        for article in made
        for told in _all_that_leaves(article)
        if CANARY in told.casefold()
    ]
    assert not leaks, f"{len(leaks)} leaks, first:\n{leaks[0][0]}\n-> {leaks[0][1]}"


def test_what_is_public_does_come_out() -> None:
    """A test that lets nothing through would pass on empty pages."""
    out = Counter[str]()
    for seed in range(100):
        article = _article(seed)
        if article is not None:
            out["public"] += "mot" in _public(article)[0]
            out["reply"] += any("mot" in told for told in _replies(to_html(article, on=DAY).html))
            out["inside"] += CANARY in to_html(article, on=DAY).html
    assert min(out.values()) > 50


@pytest.mark.parametrize("word", ["internal", "interne", "inconnu"])
def test_a_block_of_any_internal_word_stays_inside(word: str) -> None:
    article = parse(f"---\nkind: script\n---\n## M {{#m}}\n\nDit.\n\n::: {word}\n{CANARY}\n:::\n",
                    path="a.md")  # fmt: skip
    assert replies.replies(to_html(article, on=DAY).html) == {"m": "Dit."}
