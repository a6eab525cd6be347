"""Why an announcement is taken back: one line, told to those who had read it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.look.look import Look


class RecallForm(QWidget):
    """A field and the act."""

    decided = Signal(str)  # why

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.why = Field(look)
        self.fault = FaultLine(look)
        self.act = ActButton(look, shortcut="Return")
        row = QHBoxLayout()
        row.addWidget(self.act)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for part in (self.why, self.fault):
            column.addWidget(part)
        column.addLayout(row)
        self.act.clicked.connect(self._decide)
        self.why.edit.returnPressed.connect(self._decide)
        self._say()
        self.hide()

    def open(self) -> None:
        """Ask why."""
        self.why.edit.clear()
        self.fault.say("")
        self.show()
        self.why.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        if why := self.why.text.strip():
            self.hide()
            self.decided.emit(why)
        else:
            self.fault.say(self.tr("Say why, for those who had read it."))

    def _say(self) -> None:
        self.why.name(self.tr("Why it is recalled, for those who had read it"))
        self.act.setText(self.tr("Recall the announcement"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
