"""The contact before this one: looked at again, its note copied, and nothing more."""

from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.contact import Contact
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import telling, words

COPIED_FOR = 2000  # ms
LINES = 8  # of its note


class LastContact(QWidget):
    """A quiet line; pressed, it shows who it was, when, and the note."""

    note_copied = Signal(str)  # the note

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._contact: Contact | None = None
        self._copied = self._unfolded = False
        self.toggle = KeyedButton(look, quiet=True, caret=True)
        self.toggle.clicked.connect(lambda _on=False: self._unfold(not self._unfolded))
        self._line = Paragraph("caption", look, colour="muted", lines=2)
        self._note = Paragraph("body", look, lines=LINES, gives_way=True)
        self.copy = KeyedButton(look)
        self.copy.clicked.connect(self._copy)
        self._rest = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._rest.timeout.connect(lambda: self._tell_copied(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 16, 0)
        column.setSpacing(4)
        column.addWidget(self.toggle)
        inner = QVBoxLayout()
        inner.setContentsMargins(4, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self._line)
        inner.addWidget(self._note)
        column.addLayout(inner)
        column.addWidget(self.copy)
        self.hide()

    def show_contact(self, contact: Contact | None) -> None:
        """Hold a contact that is closed; another one folds it again."""
        if contact != self._contact:
            self._contact, self._unfolded = contact, False
        self._say()
        self.setVisible(contact is not None)

    def _unfold(self, on: bool) -> None:
        self._unfolded = on
        self._say()

    def _copy(self) -> None:
        if self._contact is not None:
            self.note_copied.emit(self._contact.note)
            self._tell_copied(True)
            self._rest.start()

    def _tell_copied(self, copied: bool) -> None:
        self._copied = copied
        self._say()

    def _say(self) -> None:
        contact = self._contact
        if contact is None:
            return
        self.toggle.setText(self.tr("Contact before: %1").replace("%1", words.who(contact)))
        self.toggle.setAccessibleName(self.toggle.text())
        ended = contact.ended or contact.began
        parts = (_clock(contact.began), telling.running(contact.began, ended))
        number = telling.number(contact)
        self._line.say(" · ".join(p for p in (*parts, number) if p))
        self._note.say(contact.note or self.tr("No note was written."))
        self.copy.setText(words.copied() if self._copied else self.tr("Copy the note"))
        self._line.setVisible(self._unfolded)
        self._note.setVisible(self._unfolded)
        self.copy.setVisible(self._unfolded and bool(contact.note))
        for button in (self.toggle, self.copy):
            button.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _clock(moment: datetime) -> str:
    """Write the time of day here; both languages read it."""
    return moment.astimezone().strftime("%H:%M")
