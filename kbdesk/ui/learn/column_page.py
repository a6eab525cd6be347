"""A page of learning: a bar with the way back, a column that scrolls, and perhaps a foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.controls.scroll_page import ROOMY, WIDE
from kbdesk.ui.learn.column_scroll import ColumnScroll
from kbdesk.ui.learn.head_bar import HeadBar
from kbdesk.ui.look.look import Look


class ColumnPage(QWidget):
    """Its parts go into `column`, one below the other."""

    left = Signal()

    def __init__(self, look: Look, *, wide: int = WIDE) -> None:
        super().__init__()
        self._look = look
        self._wide = wide
        self.bar = HeadBar(look)
        self.bar.left.connect(self.left.emit)
        self._inner = QWidget()
        self.column = QVBoxLayout(self._inner)
        self.column.setSpacing(0)
        self.pane = ColumnScroll(self._inner)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.bar)
        self._outer.addWidget(self.pane, 1)

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self.bar.show_alone(alone)

    def take_focus(self) -> None:
        """Bring the keys to what is first here."""
        self.bar.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shape(self) -> None:
        most = round(self._wide * (1 + (self._look.scale - 100) / 200))
        side = 40 if self.width() >= ROOMY else 16
        right = max(side, self.width() - side - most)
        self.column.setContentsMargins(side, 4, right, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()
