"""Pictures of the reader, to be looked at: python -m tests.gui.reader_preview OUT [NAME ...].

Not a test: it draws every state that a designer would ask to see, from readings of our own.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kbdesk.clock import FixedClock
from kbdesk.core.reading import Reading
from kbdesk.ui.look.look import Look, load_fonts
from kbdesk.ui.look.palette import palette
from kbdesk.ui.look.stylesheet import stylesheet
from kbdesk.ui.look.tokens import Theme
from kbdesk.ui.reader.reader import Reader
from tests.gui import readings

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Picture:
    """One state to draw."""

    name: str
    reading: Reading
    width: int = 560
    height: int = 772
    theme: Theme = "light"
    scale: int = 100
    act: Callable[[Reader], None] = lambda reader: None


def _find(reader: Reader) -> None:
    reader.find()
    reader.find_bar.field.setText("resilie")


def _copy(reader: Reader) -> None:
    reader.copy_reply()


def _end(reader: Reader) -> None:
    reader.page.verticalScrollBar().setValue(reader.page.verticalScrollBar().maximum())


def pictures() -> list[Picture]:
    refund = readings.refund()
    return [
        Picture("01-light", refund),
        Picture("02-dark", refund, theme="dark"),
        Picture("03-margin", refund, width=860),
        Picture("03-margin-dark", refund, width=860, theme="dark"),
        Picture("04-wide", readings.everything(), width=1300, height=1000),
        Picture("05-docked", refund, width=400, height=800),
        Picture("06-docked-200", refund, width=400, height=800, scale=200),
        Picture("07-full-200", refund, width=860, scale=200),
        Picture("08-everything", readings.everything(), width=860, height=1800),
        Picture("08-everything-dark", readings.everything(), width=860, height=1800, theme="dark"),
        Picture("09-everything-docked", readings.everything(), width=400, height=2000),
        Picture("10-long-words", readings.long_words(), width=400, height=800),
        Picture("10-long-words-200", readings.long_words(), width=400, height=800, scale=200),
        Picture("11-stale", readings.stale()),
        Picture("12-no-summary", readings.no_summary(), width=860),
        Picture("13-script", readings.script()),
        Picture("14-script-asks", readings.script(), act=_copy),
        Picture("15-found", readings.matched(), width=860),
        Picture("16-find", replace(refund, marks=()), width=860, act=_find),
        Picture("16-find-dark", replace(refund, marks=()), width=860, theme="dark", act=_find),
        Picture("17-huge", readings.huge(), width=860),
        Picture("18-huge-end", readings.huge(), width=860, act=_end),
        Picture("19-wide-table", readings.wide_table(), width=400),
    ]


def settle(reader: Reader) -> None:
    """Let events run until the page is whole and nothing is left to lay out."""
    loop = QEventLoop()
    check = QTimer(interval=10)
    check.timeout.connect(lambda: loop.quit() if reader.page.builder.done else None)
    check.start()
    loop.exec()
    for _ in range(5):
        QApplication.processEvents()


def draw(app: QApplication, picture: Picture, out: Path) -> None:
    look = Look.of(picture.theme, picture.scale)
    app.setPalette(palette(look.tokens))
    app.setStyleSheet(stylesheet(look))
    reader = Reader(look=look, clock=FixedClock(NOW))
    reader.set_assets(readings.asset)
    reader.resize(picture.width, picture.height)
    reader.show()
    reader.show_reading(picture.reading)
    reader.focus_text()
    settle(reader)
    picture.act(reader)
    settle(reader)
    reader.grab().save(str(out / f"{picture.name}.png"))
    reader.hide()
    reader.deleteLater()


def main(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(["preview"])
    app.setStyle("Fusion")
    load_fonts()
    speak_french(app)
    for picture in pictures():
        if not arguments[1:] or any(picture.name.startswith(name) for name in arguments[1:]):
            draw(app, picture, out)
    return 0


def speak_french(app: QApplication) -> None:
    """Use the French translation when it has been compiled."""
    from kbdesk.ui.i18n import Translations  # late: only the preview of French needs it

    Translations(app).use("fr")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
