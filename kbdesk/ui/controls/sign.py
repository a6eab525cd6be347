"""A small sign in front of a caption; the words beside it say what it means."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on


class Sign(QWidget):
    """An icon as high as the letters of a caption, in a colour of the tokens."""

    def __init__(self, icon: str, colour: str, look: Look) -> None:
        super().__init__()
        self._icon = icon
        self._colour = colour
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(QSize(look.px(14), look.line("caption")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(14)
        box = QRect(0, (self.height() - side) // 2, side, side)
        with painter_on(self) as painter:
            icons.paint(painter, self._icon, box, self._look.colour(self._colour))
