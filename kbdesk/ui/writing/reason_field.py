"""A line to say why, opened by a key below what it is about; Enter sends it, Esc takes it away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.look.look import Look


class ReasonField(QWidget):
    """A named field, and below it what is wrong with it."""

    given = Signal(str)  # what was typed, by Enter
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = Field(look)
        self.fault = FaultLine(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.fault)
        self.edit: QLineEdit = self.field.edit
        self.edit.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    def open(self, name: str, example: str = "") -> None:
        """Ask, with the caret in the field."""
        self.field.name(name, example)
        self.fault.say("")
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def blame(self, sentence: str) -> None:
        """Say what is missing."""
        self.fault.say(sentence)
        self.field.blame(sentence)

    def close_up(self) -> None:
        """Go away, empty."""
        self.edit.clear()
        self.fault.say("")
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent):
            ours = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if ours and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if ours and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self.left.emit()
                else:
                    self.given.emit(self.text)
                return True
        return super().eventFilter(watched, event)
