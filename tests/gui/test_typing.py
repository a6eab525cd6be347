"""Typing as people type, against the clock: long, and only where the machine is quiet enough."""

import os

import pytest
from PySide6.QtCore import QTimer

from tests.bench.desk.probes import StallProbe
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import type_text

GAP = 125  # ms between two keys: eight a second
STALL = 50  # ms
TEXTS = ("rembourseme", "débit lent l", "resilier un ", "facture plus", "carte sim pe")


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


def busy() -> bool:
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1)


@pytest.mark.long
@pytest.mark.skipif(busy(), reason="other programs are using this machine's processors")
def test_twelve_letters_at_eight_a_second_never_stall_the_screen(desk: DeskWindow) -> None:
    """The event loop answers within 50 ms, and the final text has the last word (A02)."""
    probe = StallProbe()
    for text in TEXTS:
        desk.find("")
        probe.start()
        type_slowly(desk, text)
        stalls = probe.stop()
        found = desk.workspace.knowledge.search(text, typing=True).hits
        shown = desk.window.search.finder.answer
        assert (shown.query, shown.hits) == (text, found)
        assert max(stalls) <= STALL, text
