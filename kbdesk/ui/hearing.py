"""For whoever has no mouse or no screen: what is said aloud, and where Tab goes next."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

COVERED = "covered"  # property of a scroll area


def announce(about: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence, after what it says now; costs nothing without one."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, sentence))


def stops_in(part: QWidget) -> list[QWidget]:
    """List what Tab comes to within a part, as it was built."""
    return [
        one
        for one in part.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    ]


def in_order(stops: Sequence[QWidget]) -> None:
    """Let Tab take these one after the other: what is made late would else come last of all."""
    for before, after in itertools.pairwise(stops):
        QWidget.setTabOrder(before, after)


def cover(area: QAbstractScrollArea, height: int) -> None:
    """Say how much of the top of an area lies under something that floats over it."""
    area.setProperty(COVERED, height)


def covered(area: QAbstractScrollArea) -> int:
    """Return how much of its top cannot be seen, in px."""
    return int(area.property(COVERED) or 0)


def reveal(_before: QWidget | None, now: QWidget | None) -> None:
    """Bring what has the focus into view: Qt does so within a scroll area, not on the way in."""
    area = now.parentWidget() if now is not None else None
    while now is not None and area is not None:
        held = isinstance(area, QAbstractScrollArea) and area.viewport().isAncestorOf(now)
        if held and isinstance(area, QAbstractScrollArea) and now.isVisible():
            _scroll_to(area, now)
        area = area.parentWidget()


def _scroll_to(area: QAbstractScrollArea, part: QWidget) -> None:
    hidden, bar = covered(area), area.verticalScrollBar()
    room = area.viewport().height() - hidden
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y() - hidden
    if part.height() <= room and not 0 <= top <= room - part.height():
        bar.setValue(bar.value() + (top if top < 0 else top + part.height() - room))
