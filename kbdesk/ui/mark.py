"""The product's mark: a K of three strokes on an accent square."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kbdesk.ui.look.look import Look, painter_on

DRAWN = 32  # px: the size it was drawn for


class Mark(QWidget):
    """The mark at one size; letters grow, it does not."""

    def __init__(self, look: Look, side: int = DRAWN) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(side, side)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.scale(self.width() / DRAWN, self.height() / DRAWN)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(0, 0, DRAWN, DRAWN, 8, 8)
            pen = QPen(self._look.colour("accent-on"), 1.75)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.translate(6, 6)
            painter.drawPath(_letter())


def _letter() -> QPainterPath:
    path = QPainterPath(QPointF(5.5, 4))
    path.lineTo(5.5, 16)
    path.moveTo(14.5, 4.5)
    path.lineTo(6, 10.5)
    path.moveTo(9, 8.6)
    path.lineTo(14.7, 15.6)
    return path
