"""Finding one's way in a page, and what a page answers of keys, pictures and clipboard."""

import pytest
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kbdesk.ui.reader.browser import Browser
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings
from tests.gui.reader_on_screen import open_in, reader_on_screen
from tests.support.keyboard import press


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return reader_on_screen(qtbot)


class Pictures(Browser):
    """A browser that has one picture for every address."""

    def loaded(self, address: QUrl) -> QImage:
        del address
        return QImage(2, 2, QImage.Format.Format_RGB32)


def test_what_is_in_view_is_not_scrolled_to(reader: Reader, qtbot: QtBot) -> None:
    """The eye stays where it is; what is out of sight comes to the upper third."""
    open_in(reader, qtbot, readings.huge())
    page, bar = reader.page, reader.page.verticalScrollBar()
    page.places.jump_to(page.builder.sections[40].position)
    before, top = bar.value(), page.places.top_letter()
    page.places.reveal(top + 200)
    assert bar.value() == before
    page.places.reveal(page.builder.sections[80].position)
    line = page.places.line_of(page.builder.sections[80].position)
    assert 0 < line.top() - bar.value() < page.viewport().height() / 2


def test_the_section_is_none_at_rest_and_the_last_one_at_the_end(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.huge())
    page, bar = reader.page, reader.page.verticalScrollBar()
    bar.setValue(0)
    sections = [page.places.section()]
    page.places.jump_to(page.builder.sections[12].position)
    sections.append(page.places.section())
    page.places.scroll_to(10**7)  # below its end: the lazy layout is finished first
    sections.append(page.places.section())
    assert sections == [-1, 12, len(page.builder.sections) - 1]


def test_a_place_is_found_again_after_the_page_has_grown_above_it(
    reader: Reader, qtbot: QtBot
) -> None:
    open_in(reader, qtbot, readings.huge())
    page = reader.page
    page.places.jump_to(page.builder.sections[30].position)
    kept = page.places.top()
    page.verticalScrollBar().setValue(0)
    assert kept is not None
    page.places.hold(*kept)
    assert page.places.top() == kept


def test_closing_the_find_bar_takes_no_keys_from_somewhere_else(
    reader: Reader, qtbot: QtBot
) -> None:
    """Only who was in the bar is led back to the text."""
    other = QLineEdit(reader)
    other.show()
    open_in(reader, qtbot, readings.refund())
    reader.find()
    other.setFocus()
    reader.finding.close()
    assert other.hasFocus()


def test_an_address_is_never_loaded_and_a_picture_is_never_null(qtbot: QtBot) -> None:
    """Qt would read the name as a local file if the answer were null."""
    browser = Pictures()
    qtbot.addWidget(browser)
    image = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, "asset:a.png")
    sheet = browser.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, "x.css")
    assert (image.isNull(), sheet) == (False, QByteArray())


def test_words_are_copied_alone_and_only_where_copying_is_allowed(qtbot: QtBot) -> None:
    browser = Pictures()
    qtbot.addWidget(browser)
    browser.setHtml("<p>Avant <b style='color:red'>mot</b></p>")
    browser.show()
    browser.selectAll()
    QGuiApplication.clipboard().setText("before")
    browser.may_copy = lambda: False
    press(browser, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "before"
    browser.may_copy = lambda: True
    press(browser, "Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert (data.text(), data.hasHtml()) == ("Avant mot", False)
