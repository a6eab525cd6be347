"""After the call: what is still worth a key before the contact is closed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

LONGEST = 200  # characters


class WrapUp(QWidget):
    """Put the path of the guide into the note; say that an answer was missing."""

    path_requested = Signal()
    missing_told = Signal(str)  # what was missing, in the agent's words

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = False
        self.path = KeyedButton(look)
        self.path.hide()
        self.path.clicked.connect(self._put_path)
        self.missing = KeyedButton(look, SHORTCUTS["not_found"])
        self.missing.clicked.connect(self.ask_missing)
        self.what = QLineEdit()
        self.what.setMaxLength(LONGEST)
        self.what.hide()
        self.what.returnPressed.connect(self._tell)
        self._thanks = Paragraph("caption", look, colour="ok")
        self._thanks.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 16, 0)
        column.setSpacing(2)
        for part in (self.path, self.missing):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignLeft)
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 2, 0, 0)
        inner.addWidget(self.what)
        inner.addWidget(self._thanks)
        column.addLayout(inner)
        self.apply_look(look)
        self._say()

    def begin(self, words: str) -> None:
        """Start over for a contact; `words` are what was searched for last."""
        self._told = False
        self.what.setText(words[:LONGEST])
        self._show(asking=False)

    def offer_path(self, offered: bool) -> None:
        self.path.setVisible(offered)

    def ask_missing(self) -> None:
        """Ask what was missing: the words of a note are not sent, they may name somebody."""
        if not self._told:
            self._show(asking=True)
            self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.what.selectAll()

    def tell_not_noted(self) -> None:
        """Ask again, the words still there: they could not be recorded."""
        self._told = False
        self._show(asking=True)

    def _put_path(self) -> None:
        self.path.hide()
        self.path_requested.emit()

    def _tell(self) -> None:
        if words := self.what.text().strip():
            self._told = True
            self._show(asking=False)
            self.missing_told.emit(words)

    def _show(self, *, asking: bool) -> None:
        self.missing.setVisible(not asking and not self._told)
        self.what.setVisible(asking)
        self._thanks.setVisible(self._told)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.what.setFont(look.font("body"))
        self.what.setFixedHeight(look.size("control"))
        self.what.setTextMargins(6, 0, 6, 0)

    def _say(self) -> None:
        self.path.setText(self.tr("Put the path into the note"))
        self.missing.setText(self.tr("An answer was missing"))
        self.what.setPlaceholderText(self.tr("What was missing? Enter sends it"))
        self.what.setAccessibleName(self.tr("What was missing?"))
        self._thanks.say(self.tr("Noted: whoever keeps the base will see it. Thank you."))
        for button in (self.path, self.missing):
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
