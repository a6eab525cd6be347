"""Signing in, in the page: first the address, then name and password. No dialog.

What is wrong stands beside what was typed; only the password has to be typed again.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kbdesk.services.connected.sync_facts import Refusal, SignIn, Welcome
from kbdesk.ui.connected import sentences
from kbdesk.ui.connected.acts import ConnectionActs
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look

GAP = 8
NARROW = 440  # px at 100 %: below, what stands side by side stands one below the other
ADDRESS = frozenset(
    {"unreachable", "certificate", "portal", "stranger", "too old"}
)  # faults of the address


class SignInForm(QWidget):
    """Asks where, then who. With `at`, an address that is settled already, only who."""

    signed_in = Signal(object)  # Welcome

    def __init__(self, look: Look, acts: ConnectionActs) -> None:
        super().__init__()
        self._look = look
        self._acts = acts
        self._busy = False
        self._fixed = False
        self._address = ""  # whole, once a server has answered there
        self.where = Field(look, named=False)
        self.user, self.password = Field(look), Field(look, secret=True)
        self.link = ActButton(look, shortcut="Return", primary=True)
        self.enter = ActButton(look, shortcut="Return", primary=True)
        self.replace = ActButton(look)
        self._faults = (FaultLine(look), FaultLine(look))  # where, who
        self._at = label("strong")
        self._other = QuietButton(look)
        self._first, self._second = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._say()
        self._show_step()

    # set up

    def _lay_out(self) -> None:
        first = QVBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(0)
        self._ask_where = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first.addLayout(self._ask_where)
        first.addWidget(self._faults[0])
        self._ask_where.addWidget(self.where, 1)
        self._ask_where.addWidget(self.link, alignment=Qt.AlignmentFlag.AlignTop)
        self._ask_who = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for field in (self.user, self.password):
            self._ask_who.addWidget(field, 1)
        for row in (self._ask_where, self._ask_who):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
        second = QVBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(0)
        second.addLayout(self._place())
        second.addSpacing(12)
        second.addLayout(self._ask_who)
        second.addWidget(self._faults[1])
        second.addSpacing(16)
        second.addWidget(self.enter, alignment=Qt.AlignmentFlag.AlignLeft)
        second.addWidget(self.replace, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for step in (self._first, self._second):
            column.addWidget(step)
        self.replace.hide()

    def _place(self) -> Flow:
        row = Flow(4)
        row.addWidget(self._at)
        row.addWidget(self._other)
        return row

    def _connect(self) -> None:
        self.link.clicked.connect(self.look)
        self.where.edit.returnPressed.connect(self.look)
        self.enter.clicked.connect(self.sign_in)
        self.replace.clicked.connect(lambda: self.sign_in(replace_base=True))
        self.user.edit.returnPressed.connect(self._after_name)
        self.password.edit.returnPressed.connect(self.sign_in)
        self._other.clicked.connect(self.ask_address)
        for field in (self.where, self.user, self.password):
            field.edit.textEdited.connect(lambda _text: self._say_trouble(""))

    # steps

    def begin(self, address: str = "", user: str = "") -> None:
        """Begin with what is known; an address that is known is not asked for again."""
        if address == self._address and user and self.user.text:
            return
        self._address, self._fixed = address, bool(address)
        self.where.edit.setText(address)
        self.user.edit.setText(user)
        self._show_step()

    @property
    def asks_who(self) -> bool:
        """True once a server has answered."""
        return bool(self._address)

    def ask_address(self) -> None:
        """Take one step back, to another address."""
        self.give_up()
        self._address = ""
        self.password.edit.clear()
        self._say_trouble("")
        self._show_step()
        self.focus_first()

    def focus_first(self) -> None:
        """Bring the caret to the first thing that is still to be typed."""
        self._first_empty().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_empty(self) -> QLineEdit:
        if not self.asks_who:
            return self.where.edit
        return self.password.edit if self.user.text else self.user.edit

    def _show_step(self) -> None:
        self._first.setVisible(not self.asks_who)
        self._second.setVisible(self.asks_who)
        self._say_address()
        self._other.setVisible(not self._fixed)
        self.replace.hide()

    def _say_address(self) -> None:
        """Show where one signs in; the middle of a very long address gives way."""
        room = max(self._look.px(120), self.width())
        shown = self._address.removeprefix("https://")
        letters = self._at.fontMetrics()
        self._at.setText(letters.elidedText(shown, Qt.TextElideMode.ElideMiddle, room - 8))
        self._at.setToolTip(self._address)

    def _after_name(self) -> None:
        if self.password.text:
            self.sign_in()
        else:
            self.password.edit.setFocus(Qt.FocusReason.TabFocusReason)

    # acts

    def look(self) -> None:
        """Find out whether a server answers at the address."""
        if self._busy:
            return
        if not self.where.text.strip():
            self._blame(self.where, self.tr("Type the address that your supervisor gave you."))
            return
        self._set_busy(True)
        self._acts.look(self.where.text, self._on_found, self._on_not_found)

    def give_up(self) -> None:
        """Leave what is being waited for; what was typed stays."""
        if self._busy:
            self._acts.give_up()
            self._set_busy(False)

    def _on_found(self, address: str) -> None:
        self._set_busy(False)
        self._say_trouble("")
        self._address = address
        self._show_step()
        self.focus_first()

    def _on_not_found(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._blame(self.where, sentences.refusal(refusal))

    @property
    def trouble(self) -> str:
        """What is told to be wrong, "" for nothing."""
        return self._faults[self.asks_who].text

    def _say_trouble(self, sentence: str) -> None:
        for fault in self._faults:
            fault.say("")
        self._faults[self.asks_who].say(sentence)

    def _blame(self, field: Field, sentence: str) -> None:
        self._say_trouble(sentence)
        field.blame(sentence)

    def sign_in(self, *, replace_base: bool = False) -> None:
        """Ask to be let in."""
        if self._busy or self._missing():
            return
        self._set_busy(True)
        asked = SignIn(self._address, self.user.text.strip(), self.password.text, replace_base)
        self._acts.sign_in(asked, self._on_signed_in, self._on_refused)

    def _missing(self) -> bool:
        for field, sentence in (
            (self.user, self.tr("Type your name on the server.")),
            (self.password, self.tr("Type your password.")),
        ):
            if not field.text.strip():
                self._blame(field, sentence)
                return True
        return False

    def _on_signed_in(self, welcome: Welcome) -> None:
        self._set_busy(False)
        self.password.edit.clear()
        self._say_trouble("")
        self.replace.hide()
        self.signed_in.emit(welcome)

    def _on_refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        sentence = sentences.refusal(refusal)
        self._say_trouble("")
        if refusal.kind == "base":
            self._say_trouble(sentence)
            self.replace.show()
            self.replace.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.password.edit.clear()
        if refusal.kind == "password":
            self._blame(self.password, sentence)
        elif refusal.kind in ADDRESS and not self._fixed:
            self.ask_address()
            self._blame(self.where, sentence)
        else:
            self._say_trouble(sentence)
            self.focus_first()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for field in (self.where, self.user, self.password):
            field.edit.setReadOnly(busy)
        for button in (self.link, self.enter):
            button.setEnabled(not busy)
        self._say_acts()

    # look and words

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def _shape(self) -> None:
        wide = self.width() >= self._look.px(NARROW)
        way = QBoxLayout.Direction
        direction = way.LeftToRight if wide else way.TopToBottom
        for row in (self._ask_where, self._ask_who):
            row.setDirection(direction)
            row.setSpacing(GAP if wide else 2 * GAP)
        self._say_address()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that was made small is still waited in
            self.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self._busy:
            self.give_up()
        elif escape and self.asks_who and not self._fixed:
            self.ask_address()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self.where.name(self.tr("Address of the server"), self.tr("base.example.com"))
        self.user.name(self.tr("Name"))
        self.password.name(self.tr("Password"))
        self._other.setText(self.tr("Other address"))
        self.replace.setText(self.tr("Take the base of the server"))
        self._say_acts()

    def _say_acts(self) -> None:
        busy = self._busy
        self.link.setText(self.tr("Connecting…") if busy else self.tr("Connect"))
        self.enter.setText(self.tr("Signing in…") if busy else self.tr("Sign in"))
        for button in (self.link, self.enter, self.replace, self._other):
            button.updateGeometry()
            button.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
