"""What stays at the foot of a page while the page scrolls: the surface, and a hairline above."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kbdesk.ui.look.look import Look


class FootGround(QWidget):
    """Paints the ground; what stands on it is whose it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
