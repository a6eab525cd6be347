"""Typing as people type, eight keys a second: what was typed last is what is answered."""

import pytest
from PySide6.QtCore import QTimer

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
    shown = desk.window.search.finder.answer
    assert (shown.query, shown.hits) == (text, found)
