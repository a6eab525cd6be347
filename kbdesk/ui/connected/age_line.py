"""One line above the foot when the copy is old, locked, or the clock is wrong; hidden otherwise.

At the foot and not above the work: it comes while somebody reads, and must move neither the search
box nor the text. It has no cross, because what it says stays true until the next sync.
"""

from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.lease import Lease, Level
from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui.connected import sentences
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look.look import Look

SIDE, GAP, HIGH = 16, 8, 6  # px


class AgeLine(QWidget):
    """Tells how old the copy is; a press opens the sync page."""

    page_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lease = Lease()
        self._clock_off: timedelta | None = None
        self._text = label("caption", wraps=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, HIGH, SIDE, HIGH)
        row.setSpacing(GAP)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def tone(self) -> str:
        return "critical" if self._lease.level is Level.LOCKED else "warn"

    def show_facts(self, facts: SyncFacts) -> None:
        """Take what is known; what is fresh needs no line."""
        self._lease, self._clock_off = facts.lease, facts.clock_off
        self._say()

    def _say(self) -> None:
        clock = "" if self._clock_off is None else sentences.clock(self._clock_off)
        told = " ".join(text for text in (sentences.age(self._lease), clock) if text)
        self._text.setText(told)
        set_tone(self._text, self.tone)
        self.setAccessibleName(told)
        self.setVisible(bool(told))
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.page_requested.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{self.tone}-soft"))
            painter.fillRect(0, 0, 4, self.height(), self._look.colour(self.tone))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
