"""What buttons share that are only words: the room at their sides, and the ring round them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMoveEvent, QPainter, QResizeEvent

from kbdesk.ui.controls.buttons import PaintedButton, paint_ring
from kbdesk.ui.controls.focus_ring import RingAround
from kbdesk.ui.look.look import Look

EDGE = 4  # px at each side of the words, where the focus ring stands


class WordsButton(PaintedButton):
    """Words with an edge for the ring; flush ones begin where their column does, the ring outside.

    Those that stand among others in a row keep the edge: it is the room between them.
    """

    def __init__(self, look: Look, *, flush: bool = False) -> None:
        super().__init__(look)
        self.edge = 0 if flush else EDGE
        self._around: RingAround | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paint_focus(self, painter: QPainter) -> None:
        """Show that the keys are here."""
        if self.edge and self.hasFocus():
            paint_ring(painter, self._look, self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.edge and self._around is None:
            self._around = RingAround(self, self._look)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._around is not None:
            self._around.hide()
            self._around.deleteLater()
            self._around = None

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self._around is not None:
            self._around.place()
