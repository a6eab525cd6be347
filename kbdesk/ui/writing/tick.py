"""A box with or without its check."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent

from kbdesk.ui.controls.buttons import PaintedButton, paint_ring
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on


class Tick(PaintedButton):
    """What is taken or left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        side = self._look.px(24)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(18)
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        on = self.isChecked()
        with painter_on(self) as painter:
            colour = self._look.colour("accent" if on else "muted")
            icons.paint(painter, "check-square" if on else "square", box, colour)
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect())
