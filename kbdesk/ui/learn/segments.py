"""How far a session is: one thin segment a question. It shows no time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.ui.look.look import Look, painter_on

HIGH, GAP = 3, 4  # px


class Segments(QWidget):
    """Filled up to the question that is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._at = self._of = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_at(self, at: int, of: int) -> None:
        """Stand at a question, from 1, of so many."""
        self._at, self._of = at, of
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._of:
            return
        wide = (self.width() - GAP * (self._of - 1)) / self._of
        with painter_on(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            for number in range(self._of):
                on = number < self._at
                painter.setBrush(self._look.colour("accent" if on else "line"))
                box = QRectF(number * (wide + GAP), 0, wide, HIGH)
                painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
