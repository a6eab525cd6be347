"""A button that is only its words: an act that must be there and must not call for attention."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent

from kbdesk.ui.controls.buttons import PaintedButton, paint_ring
from kbdesk.ui.look.look import Look, painter_on

EDGE = 4  # px at each side of the words, where the focus ring stands


class QuietButton(PaintedButton):
    """Words in the accent's colour, underlined under the mouse."""

    def __init__(self, look: Look, *, role: str = "control") -> None:
        super().__init__(look)
        self._role = role
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._look.font(self._role)).horizontalAdvance(self.text())
        return QSize(wide + 2 * EDGE, self._look.line(self._role) + self._look.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        font = self._look.font(self._role)
        font.setUnderline(self.underMouse() and self.isEnabled())
        with painter_on(self) as painter:
            painter.setFont(font)
            painter.setPen(self._look.colour("accent" if self.isEnabled() else "muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect())
