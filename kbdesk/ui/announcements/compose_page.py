"""The form of an announcement with its foot: what stands in the place of the list."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.announcements.compose import Compose
from kbdesk.ui.look.look import Look


class ComposePage(QWidget):
    """The form, and below it the bar with the one act, which does not scroll away."""

    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.form = Compose(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self.form.foot)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.put_away.emit()
