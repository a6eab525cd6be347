"""“Contact closed · Take back”, for some seconds: in place of a question before it is done."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS


class UndoLine(QWidget):
    """“Contact closed · Take back”, for some seconds: in place of a question before."""

    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._what = Paragraph("caption", look, lines=1)
        self.act = KeyedButton(look, SHORTCUTS["undo_end"])
        self.act.clicked.connect(self.undo_requested.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._what, 1)
        row.addWidget(self.act)
        self._say()
        self.hide()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("sunken"))

    def _say(self) -> None:
        self._what.say(self.tr("Contact closed"))
        self.act.setText(self.tr("Take back"))
        self.act.setAccessibleName(self.tr("Take back the end of the contact"))
        self.act.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
