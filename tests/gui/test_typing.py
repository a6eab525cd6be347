"""Typing as people type, eight keys a second: what was typed last is what is answered."""

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from tests.support.desk_window import DeskWindow
from tests.support.keyboard import type_text

GAP = 125  # ms between two keys: eight a second
TEXTS = ("rembourseme", "débit lent l")


def type_slowly(desk: DeskWindow, text: str) -> None:
    """Strike one key every 125 ms while the event loop runs."""
    letters, field = list(text), desk.window.search.list.field

    def strike() -> None:
        if letters:
            type_text(field, letters.pop(0))

    keys = QTimer()
    keys.setInterval(GAP)
    keys.timeout.connect(strike)
    keys.start()
    desk.wait(lambda: not letters and desk.window.settled, "the last letter's results")
    keys.stop()


@pytest.mark.parametrize("text", TEXTS)
def test_the_final_text_has_the_last_word(desk: DeskWindow, text: str) -> None:
    """However the answers came in, the list is that of what stands in the field (A02).

    How long the screen may stand still meanwhile is measured by the bench `keystroke`.
    """
    type_slowly(desk, text)
    rows = desk.window.search.list.results.fits + 1
    found = desk.workspace.knowledge.search(text, limit=rows, typing=True).hits
    shown = desk.window.search.searching.finder.answer
    assert (shown.query, shown.hits) == (text, found)


class Ears(QObject):
    """Hears what a window is asked to do, and its parts."""

    def __init__(self, *parts: QObject) -> None:
        super().__init__()
        self.heard: list[QEvent.Type] = []
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        self.heard.append(event.type())
        return False


def test_a_letter_is_a_matter_of_the_list_alone(desk: DeskWindow) -> None:
    """Neither is the window laid out anew for it, nor is what lies below the list painted."""
    pane = desk.window.search.list
    desk.find("facture")
    desk.rest()
    field, above = Ears(pane.field), Ears(desk.window.window())
    pane.field.show_found("20")  # another room than before
    desk.wait(lambda: QEvent.Type.LayoutRequest in above.heard, "the room for the count")
    desk.settle()
    QApplication.sendPostedEvents()  # what that asked of the panes in between
    field.heard.clear()
    above = Ears(desk.window.search, desk.window.window())
    for count in ("24", "26", "28"):
        pane.field.show_found(count)
        desk.wait(lambda: QEvent.Type.Paint in field.heard, "the count")
        field.heard.clear()

    assert QEvent.Type.Paint not in above.heard
    assert QEvent.Type.LayoutRequest not in above.heard
