"""Nothing clips: 80 to 200 % text, 1280 and 400 pixels, both languages."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kbdesk.settings import Settings
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.choice_row import Segment
from kbdesk.ui.controls.filter_chip import FilterChip
from tests.support.desk_window import DeskWindow

SIZES = {"wide": (1280, 800), "narrow": (400, 800)}


def clipped(window: QWidget) -> Iterator[str]:
    """Name every text of our own that does not fit its widget, and every part out of the window."""
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton):
            continue
        text = part.text()
        if text and not _fits(part):
            yield f"{type(part).__name__} {text!r}: {part.size()} of {part.sizeHint()}"
        left = part.mapTo(window, QPoint(0, 0)).x()
        if text and not QRect(0, 0, window.width(), 1).contains(QRect(left, 0, part.width(), 1)):
            yield f"{type(part).__name__} {text!r} stands at {left} to {left + part.width()}"


def _fits(part: QLabel | QAbstractButton) -> bool:
    if isinstance(part, QLabel):
        if part.wordWrap():
            return part.height() >= part.heightForWidth(part.width())
        return part.width() >= part.sizeHint().width()
    if isinstance(part, ActButton | Segment | FilterChip):
        return part.width() >= part.sizeHint().width()
    return True  # icons alone


@pytest.fixture(params=list(itertools.product((80, 200), ("fr", "en"))), ids=str)
def settings(request: pytest.FixtureRequest) -> Settings:
    scale, language = request.param
    return Settings(language=language, theme="light", text_scale=scale)


def test_no_text_of_the_window_is_clipped(desk: DeskWindow) -> None:
    faults: list[str] = []
    for shape, size in SIZES.items():
        desk.window.show_screen("search")
        desk.window.resize(*size)
        for query in ("", "zzyx", "facture"):
            desk.find(query)
            faults += [f"{shape} {query!r}: {fault}" for fault in clipped(desk.window.search.list)]
            faults += [f"{shape} {query!r}: {fault}" for fault in clipped(desk.window.status)]
        desk.window.show_screen("settings")
        desk.settle()
        faults += [
            f"{shape} settings: {fault}" for fault in clipped(desk.window.screens["settings"])
        ]
    assert faults == []


def test_rows_of_the_list_grow_with_their_letters(desk: DeskWindow) -> None:
    desk.find("facture")
    results, look = desk.window.search.list.results, desk.window.look
    height = results.visualRect(results.model().index(1, 0)).height()
    lines = look.line("list") + look.line("body") + look.line("caption")
    assert height == look.size("row") > lines


def test_the_window_fits_its_smallest_size(desk: DeskWindow) -> None:
    """No part is so wide that a window of 400 pixels cannot hold it."""
    desk.window.resize(400, 600)
    desk.find("facture")
    assert desk.window.width() == 400
    assert desk.window.minimumSizeHint().width() <= 400
    assert desk.window.focusWidget() is not None
    assert desk.window.windowState() == Qt.WindowState.WindowNoState
