"""Who is on the line: name, number, how sure that is, and what the customer has.

All of it comes from telephony, so it is plain text within its room, and a number alone never
proves anybody: it says “unverified” until somebody has asked.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.contact import Contact, Phase
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import telling, words

LARGE = 125  # percent: above, the number does not fit beside a name


class CallerLines(QWidget):
    """Three lines at most; in one column two, with the number at the right of the name."""

    confirmed = Signal()  # the agent has made sure who it is

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._contact: Contact | None = None
        self._alone = False
        self.name = Paragraph("section", look, lines=2, gives_way=True)
        self._number = Paragraph("caption", look, colour="muted", lines=1, tabular=True)
        self.line = Paragraph("caption", look, colour="muted", lines=3, tabular=True)
        self.customer = Paragraph("caption", look, colour="muted", lines=2)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.name, 1)
        top.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(2)
        column.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.line, 1)
        column.addLayout(below)
        column.addWidget(self.customer)
        self.confirm = KeyedButton(look, low=True)
        self.confirm.clicked.connect(self.confirmed.emit)
        below.addWidget(self.confirm, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_contact(self, contact: Contact) -> None:
        self._contact = contact
        self._say()

    def show_alone(self, alone: bool) -> None:
        self._alone = alone
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()

    def _say(self) -> None:
        contact = self._contact
        if contact is None:
            return
        name, number = words.who(contact), telling.number(contact)
        number = number if number != name else ""
        self.name.say(name)
        self._number.say(number)
        beside = self._alone and self._look.scale <= LARGE
        self._number.setVisible(beside and bool(number))
        customer = words.customer(contact.caller) if contact.caller is not None else ""
        has = customer if beside or contact.caller is None else contact.caller.product
        told = ("" if beside else number, words.trust(contact), has if self._alone else "")
        self.line.say("\u00a0· ".join(part for part in told if part))
        self.line.setVisible(bool(self.line.text))
        self.customer.say(customer)
        self.customer.setVisible(bool(customer) and not self._alone)
        self.confirm.setText(self.tr("Confirm"))
        self.confirm.setAccessibleName(self.tr("I have checked who it is"))
        self.confirm.setToolTip(self.confirm.accessibleName())
        self.confirm.updateGeometry()
        asked = contact.phase is not Phase.RINGING  # nobody has spoken yet
        self.confirm.setVisible(asked and contact.caller is not None and not contact.verified)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
