"""A reader on the screen, and the questions that its tests ask of it."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kbdesk.clock import FixedClock
from kbdesk.core.reading import Reading
from kbdesk.ui.look.look import Look, load_fonts
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def reader_on_screen(qtbot: QtBot) -> Reader:
    """Show an empty reader, wide enough for its outline."""
    load_fonts()
    made = Reader(look=Look.of("light"), clock=FixedClock(NOW))
    qtbot.addWidget(made)
    made.set_assets(readings.asset)
    made.resize(860, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def open_in(reader: Reader, qtbot: QtBot, reading: Reading) -> None:
    """Open an article and wait until all of it is in."""
    reader.show_reading(reading)
    qtbot.waitUntil(lambda: reader.page.builder.done, timeout=60_000)


def said(context: str, words: str, value: str = "") -> str:
    """Return words of the screen in whatever language an earlier test left them."""
    return QCoreApplication.translate(context, words).replace("%1", value)


def text(reader: Reader) -> str:
    """Return the text of the page."""
    return reader.page.toPlainText()


def marked(reader: Reader) -> list[str]:
    """Return the words on a ground of their own."""
    return [one.cursor.selectedText() for one in reader.page.extraSelections()]
