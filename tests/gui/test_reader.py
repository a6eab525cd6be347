"""What the reader shows of an article, and where it opens it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from kbdesk.ui import dates
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import dressing
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import NOW, marked, open_in, reader_on_screen, said, text
from tests.support.keyboard import press


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return reader_on_screen(qtbot)


def test_an_article_opens_at_its_top_with_what_to_say_first(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    head = reader.page.head
    assert head.title.accessibleName() == "Rembourser une facture"
    assert head.say.isVisible()
    assert head.say.mapTo(reader, QPoint(0, 0)).y() < reader.height() / 3
    assert reader.page.verticalScrollBar().value() == 0
    assert "Conditions" in text(reader)


def test_a_verified_article_says_since_when_and_does_not_warn(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    trust = reader.page.head.trust
    days = dates.ago(date(2026, 11, 19), NOW.date())
    assert trust.words.startswith(f"{said('Trust', 'Verified %1', days)} · Claire Morel")
    assert trust.warning == ""


def test_an_owner_goes_by_the_name_that_the_base_gives(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund(owner_name="Claire Morel-Dupuis"))
    assert "· Claire Morel-Dupuis" in reader.page.head.trust.words


def test_a_stale_article_warns_above_its_text(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.stale())
    trust = reader.page.head.trust
    months = dates.ago(date(2026, 5, 2), NOW.date())
    words = "To review: last verified %1. Check before you promise."
    assert trust.warning == said("Doubts", words, months)
    assert said("Trust", "Verified %1", months) not in trust.words


def test_an_article_nobody_verified_says_so(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.no_summary())
    assert reader.page.head.trust.warning == said(
        "Doubts", "Not verified yet. Check before you promise."
    )
    assert not reader.page.head.say.isVisible()


def test_a_rule_with_dates_says_that_it_holds_and_when_it_changes(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.refund())
    change = said("ReaderPage", "changes on %1", dates.day(date(2027, 1, 1), NOW.date()))
    caption = f"{said('ReaderPage', 'In force today')} · {change}"
    assert caption.replace("\u00a0", " ") in text(reader)


def test_the_next_article_leaves_nothing_of_the_last(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.matched())
    open_in(reader, qtbot, readings.no_summary())
    assert reader.page.verticalScrollBar().value() == 0
    assert marked(reader) == []
    assert "Suite 3" not in text(reader)
    reader.clear()
    assert text(reader) == ""
    assert not reader.page.isVisible()


def test_a_page_built_in_slices_is_the_page_built_at_once(reader: Reader, qtbot: QtBot) -> None:
    """Text, headings and formats of blocks are equal: no seam can be seen."""
    reading = readings.huge()
    open_in(reader, qtbot, reading)
    whole = QTextDocument()
    whole.setDefaultStyleSheet(reader.page.document().defaultStyleSheet())
    whole.setHtml(dressing.french(reading.html))
    assert _blocks(reader.page.document()) == _blocks(whole)


def _blocks(document: QTextDocument) -> list[tuple[object, ...]]:
    blocks: list[tuple[object, ...]] = []
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        look = (form.headingLevel(), form.topMargin(), form.bottomMargin(), form.lineHeight())
        blocks.append((block.text(), *look, form.indent()))
        block = block.next()
    return blocks


def test_leaving_a_long_page_before_its_end_drops_the_rest(reader: Reader, qtbot: QtBot) -> None:
    reader.show_reading(readings.huge())
    assert not reader.page.builder.done
    open_in(reader, qtbot, readings.refund())
    qtbot.wait(20)  # any slice still due would come in now
    assert "Partie" not in text(reader)


# places


def test_an_article_opens_at_the_passage_that_answers(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.matched())
    assert {word.lower() for word in marked(reader)} == {"remboursement", "remboursé"}
    cursor = reader.page.document().find("Vous êtes remboursé")
    line = reader.page.cursorRect(cursor)
    assert 0 <= line.top() < reader.page.viewport().height() / 2
    assert reader.outline.headings.currentItem().text() == "Le passage"


def test_a_passage_that_shows_at_the_top_moves_nothing(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund(anchor="conditions", marks=("payée",)))
    assert reader.page.verticalScrollBar().value() == 0


def test_a_passage_in_a_late_slice_is_opened_when_it_comes_in(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, replace(readings.huge(), anchor="partie-180"))
    cursor = reader.page.document().find("Partie 180")
    assert 0 <= reader.page.cursorRect(cursor).top() < 60


@pytest.mark.parametrize("change", ["theme", "scale", "width"])
def test_the_line_being_read_stays_where_it_is(reader: Reader, qtbot: QtBot, change: str) -> None:
    """Another theme, text size or width draws the page anew at the same letter."""
    open_in(reader, qtbot, readings.matched())
    before = reader.page.places.top_letter()
    if change == "theme":
        reader.apply_look(Look.of("dark"))
    elif change == "scale":
        reader.apply_look(Look.of("dark", 140))
    else:
        reader.resize(420, 700)
    qtbot.waitUntil(lambda: reader.page.builder.done, timeout=60_000)
    assert abs(reader.page.places.top_letter() - before) < 80


def test_the_outline_follows_the_scroll_and_leads(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.matched())
    assert reader.outline.isVisible()
    reader.outline.headings.setCurrentRow(8)
    wanted = reader.outline.headings.currentItem().text()
    press(reader.outline.headings, "Return")
    cursor = reader.page.document().find(wanted)
    assert 0 <= reader.page.cursorRect(cursor).top() < 40
    reader.page.verticalScrollBar().setValue(0)
    assert reader.outline.headings.currentItem().text() == said("Reader", "What to say")


def test_a_narrow_pane_keeps_the_outline_in_a_menu(reader: Reader, qtbot: QtBot) -> None:
    reader.resize(400, 700)
    open_in(reader, qtbot, readings.refund())
    assert not reader.outline.isVisible()
    assert reader.bar.outline.isVisible()


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("width", [400, 560, 860])
def test_nothing_is_wider_than_the_pane(
    reader: Reader, qtbot: QtBot, width: int, scale: int
) -> None:
    """French words of any length, links and tables never bring a sideways scroll."""
    reader.apply_look(Look.of("light", scale))
    reader.resize(width, 700)
    for reading in (readings.long_words(), readings.refund(), readings.wide_table()):
        open_in(reader, qtbot, reading)
        assert reader.page.horizontalScrollBar().maximum() == 0
        assert reader.page.head.width() <= reader.page.viewport().width()
