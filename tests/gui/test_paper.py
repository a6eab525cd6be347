"""On paper: every page says what it is, and nothing internal goes to a customer."""

from dataclasses import replace
from datetime import date
from itertools import count, islice

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kbdesk.content import render
from kbdesk.content.articles import parse
from kbdesk.core.articles import Article, Audience, Freshness
from kbdesk.core.reading import Printout
from kbdesk.errors import BadContent
from kbdesk.ui.look.look import load_fonts
from kbdesk.ui.reader import paper
from kbdesk.ui.reader.paper import Marks, Pages
from kbdesk.ui.reader.printing import PaperWords
from tests.gui import readings
from tests.support.canaries import CANARY, Maker

DAY = date(2026, 11, 22)
A4 = QSizeF(658, 987)
ARTICLES = [200, pytest.param(1_000, marks=pytest.mark.long)]


def printout(article: Article, audience: Audience = Audience.INTERNAL) -> Printout:
    html = render.to_html(article, on=DAY, audience=audience).html
    return Printout(article, html, audience, DAY, 12, "Facturation", Freshness.VERIFIED)


def pages(made: Printout) -> Pages:
    words = PaperWords()
    html = paper.html_of(made, words.say(), words.about(made))
    return Pages(html, words.marks(made), A4, readings.asset)


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def test_a_page_holds_title_sentence_and_text_and_no_act() -> None:
    article = readings.everything().article
    text = pages(printout(article)).sheet.toPlainText()
    assert text.startswith(article.title)
    assert article.summary in text
    assert "Fibre 2 Giga" in text
    assert "La marge de négociation" in text
    html = paper.html_of(printout(article), "À dire", "")
    assert 'class="act"' not in html
    assert "icon:" not in html


def test_every_page_says_its_title_version_day_and_that_it_is_internal() -> None:
    marks = PaperWords().marks(printout(readings.refund().article))
    assert marks.title == "Rembourser une facture"
    assert "12" in marks.about
    assert "2026" in marks.about
    assert marks.internal
    public = replace(printout(readings.refund().article), audience=Audience.PUBLIC)
    assert not PaperWords().marks(public).internal


def test_a_long_article_goes_over_pages_and_loses_no_line() -> None:
    body = "\n\n".join(f"## Partie {n}\n\n" + "Du texte ordinaire. " * 40 for n in range(30))
    made = pages(printout(parse(f"# Longue\n\n{body}", path="l.md")))
    assert made.count > 3
    assert made.sheet.pageSize().height() == A4.height() - paper.HEAD - paper.FOOT
    assert all(f"Partie {n}\n" in made.sheet.toPlainText() for n in range(30))


def test_the_lines_of_a_page_stand_outside_its_text() -> None:
    """What is drawn above and below is there on a page of nothing else."""
    made = Pages("<p></p>", Marks("Titre", "Version 3", "INTERNE", "%1/%2"), A4)
    image = QImage(658, 987, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    made.draw(painter, 1)
    painter.end()

    def inked(top: int, bottom: int) -> bool:
        return any(
            image.pixelColor(x, y).lightness() < 128
            for y in range(top, bottom)
            for x in range(0, image.width(), 2)
        )

    assert inked(0, paper.HEAD)
    assert inked(987 - paper.FOOT, 987)
    assert not inked(paper.HEAD + 1, 987 - paper.FOOT)


def test_a_remote_picture_is_never_loaded() -> None:
    sheet = pages(printout(parse("# T\n\nx\n", path="t.md"))).sheet
    for address in ("https://example.org/a.png", "file:///etc/passwd", "asset:none.png"):
        assert sheet.loadResource(2, address).width() == 1  # type: ignore[attr-defined]  # a picture


def _public(seed: int) -> Article | None:
    try:
        return Maker(seed).article(("article", "script", "guide")[seed % 3])
    except BadContent:
        return None


@pytest.mark.parametrize("many", ARTICLES)
def test_no_article_leaks_anything_to_the_paper_of_a_customer(many: int) -> None:
    """Two hundred made at random with every change, a thousand with the long tests."""
    made = list(islice((one for one in map(_public, count()) if one is not None), many))
    held = sum(CANARY in article.source for article in made)
    assert held > len(made) * 0.8, "an article without a canary proves nothing"
    words, shown = PaperWords(), 0
    for article in made:
        public = replace(article, audience=Audience.PUBLIC)
        told = paper.html_of(printout(public, Audience.PUBLIC), words.say(), "")
        assert CANARY not in told.casefold(), article.source
        shown += "mot" in told
    assert shown > len(made) // 2  # what is public does come out


def test_what_is_internal_is_on_the_paper_of_colleagues() -> None:
    """The search for leaks would see one."""
    made = [one for one in map(_public, range(60)) if one is not None and CANARY in one.source]
    told = [paper.html_of(printout(article), "", "").casefold() for article in made]
    assert sum(CANARY in text for text in told) > len(made) // 2
