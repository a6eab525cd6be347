"""The line above the steps of a guide: their title, and the button that walks them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.shortcuts import SHORTCUTS

ABOVE = 24  # px below what to say


class GuideRow(QWidget):
    """“Steps” at the left, “Start the guide” at the right."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = Prose("section", look)
        self.button = ActButton(look, shortcut=SHORTCUTS["guide"])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, ABOVE, 0, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.asked)
        self._say()

    def apply_look(self, look: Look) -> None:
        self._title.apply_look(look)
        self.button.apply_look(look)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self._title.say(self.tr("Steps"))
        self.button.setText(self.tr("Start the guide"))
        self.button.updateGeometry()
