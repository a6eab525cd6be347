"""What the Now screen shows while nobody is on the line: what it is for, and how to begin."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS


class Rest(QWidget):
    """One line, one act, and where it is told how the telephone is connected."""

    take_requested = Signal()
    connect_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._empty = EmptyState("headset", look)
        self.take = self._empty.add_act(self.take_requested.emit)
        self._hint = self._empty.add_hint(SHORTCUTS["take_contact"])
        self.connect_telephone = QuietButton(look, role="caption")
        self.connect_telephone.clicked.connect(self.connect_requested.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self._empty, 1)
        column.addWidget(self.connect_telephone, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._say()

    def _say(self) -> None:
        self._empty.say(
            self.tr("Nobody on the line"),
            self.tr("When a call comes, what to say stands here by itself."),
        )
        self.take.setText(self.tr("I have someone on the line"))
        self._hint.setText(self.tr("The same by key"))
        self.connect_telephone.setText(self.tr("Connect the telephone"))
        for button in (self.take, self.connect_telephone):
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
