"""Finding in an open article, and copying from it: real keys, the real clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import marked, open_in, reader_on_screen
from tests.support.keyboard import press, type_text


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return reader_on_screen(qtbot)


def test_find_ignores_accents_and_counts(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    said = []
    reader.highlight.counted.connect(lambda *count: said.append(count))
    reader.find()
    type_text(reader.find_bar.field, "RESILIE")
    assert said[-1] == (1, 2)
    assert marked(reader) == ["résilié", "résilié"]
    press(reader.find_bar.field, "Return")
    assert said[-1] == (2, 2)
    press(reader.find_bar.field, "F3")
    assert said[-1] == (1, 2)
    press(reader.find_bar.field, "Shift+Return")
    assert said[-1] == (2, 2)


def test_esc_closes_the_find_bar_at_the_word_found(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    reader.find()
    reader.find_bar.field.setText("résilié")
    press(reader.find_bar.field, "Esc")
    assert not reader.find_bar.isVisible()
    assert reader.page.textCursor().selectedText() == "résilié"
    assert marked(reader) == []


def test_a_word_found_below_the_view_is_brought_into_it(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.huge())
    reader.find()
    reader.find_bar.field.setText("partie 150")
    cursor = reader.page.document().find("Partie 150")
    assert reader.page.viewport().rect().contains(reader.page.cursorRect(cursor).center())


@pytest.mark.parametrize("way", ["Return", "Shift+Return"])
def test_no_word_found_stands_under_the_bar_that_found_it(
    reader: Reader, qtbot: QtBot, way: str
) -> None:
    """Beside a softphone the bar is as wide as the page: each match is seen below it."""
    reader.resize(400, 700)
    open_in(reader, qtbot, readings.huge())
    reader.find()
    reader.find_bar.field.setText("point")
    page, field = reader.page, reader.find_bar.field
    edge = reader.find_bar.geometry().bottom() - page.y()
    for _ in range(40):
        press(field, way)
        match = reader.highlight._match(reader.highlight._current)  # a look behind the scenes
        line = page.places.line_of(match.start).translated(0, -page.verticalScrollBar().value())
        assert edge < line.top() < line.bottom() < page.viewport().height()


def test_highlights_are_capped_and_the_count_is_not(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.huge())
    said = []
    reader.highlight.counted.connect(lambda *count: said.append(count))
    reader.find()
    reader.find_bar.field.setText("point")
    assert said[-1][1] == 190 * 8
    assert len(marked(reader)) == 200


# copying


def test_the_sentence_is_copied_with_one_key(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    with qtbot.waitSignal(reader.copied) as told:
        press(reader.page, "Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == readings.refund().article.summary
    assert told.args == [readings.refund().article.summary]


def test_a_message_with_a_hole_is_never_copied(reader: Reader, qtbot: QtBot) -> None:
    """Missing names are asked for; filled, the message goes to the clipboard with its values."""
    open_in(reader, qtbot, readings.script())
    QGuiApplication.clipboard().setText("before")
    reader.copy_reply()
    assert QGuiApplication.clipboard().text() == "before"
    fields = [f for f in reader.findChildren(QLineEdit) if f.isVisible()]
    assert [field.accessibleName() for field in fields] == ["nom", "montant", "date"]
    for field, value in zip(fields, ("Mme Hélie", "34,90 €", "3 mai"), strict=True):
        type_text(field, value)
        press(field, "Return")
    assert QGuiApplication.clipboard().text() == (
        "Bonjour Mme Hélie, votre remboursement de 34,90 € est parti le 3 mai."
        " Merci de votre patience."
    )


def test_what_was_filled_for_one_customer_is_forgotten_with_the_article(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.script())
    reader.copy_reply()
    next(f for f in reader.findChildren(QLineEdit) if f.isVisible()).setText("Mme Hélie")
    open_in(reader, qtbot, readings.script())
    reader.copy_reply()
    shown = [f for f in reader.findChildren(QLineEdit) if f.isVisible()]
    assert [field.text() for field in shown] == ["", "", ""]


def test_what_is_internal_is_never_copied(reader: Reader, qtbot: QtBot) -> None:
    """A copy goes into a customer's mail, whatever was selected (H02)."""
    open_in(reader, qtbot, readings.refund())
    assert "numéro de carte" in reader.page.toPlainText()
    reader.page.selectAll()
    press(reader.page, "Ctrl+C")
    copied = QGuiApplication.clipboard().text()
    assert "trop-perçus anciens" in copied
    assert "numéro de carte" not in copied
    assert "nterne" not in copied


def test_copied_text_keeps_its_lists_and_tables(reader: Reader, qtbot: QtBot) -> None:
    open_in(reader, qtbot, readings.refund())
    reader.page.selectAll()
    press(reader.page, "Ctrl+C")
    copied = QGuiApplication.clipboard().text().replace("\u00a0", " ")
    assert "- La facture est payée, pas seulement émise.\n" in copied
    assert "1. Ouvrir la facture" in copied
    assert "Montant\tQui valide\tDélai annoncé\nJusqu’à 50 €\tVous\t5 jours ouvrés\n" in copied
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
