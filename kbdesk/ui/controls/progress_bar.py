"""How far something is: a thin bar, filled as far as is known. It never moves for its own sake."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kbdesk.ui.look.look import Look, painter_on

HEIGHT = 4  # px


class ProgressBar(QWidget):
    """A bar from 0 to 100; None, where nothing can be known, leaves it empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: int | None = None
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def share(self) -> int | None:
        return self._share

    def show_share(self, share: int | None) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("line"))
            painter.drawRoundedRect(self.rect(), HEIGHT / 2, HEIGHT / 2)
            if self._share:
                painter.setBrush(self._look.colour("accent"))
                done = QRectF(0, 0, max(HEIGHT, self.width() * self._share / 100), HEIGHT)
                painter.drawRoundedRect(done, HEIGHT / 2, HEIGHT / 2)
