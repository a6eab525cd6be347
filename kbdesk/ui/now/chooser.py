"""Who is it? Several customers have the number that calls: an agent asks, and chooses. No guess."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.contact import Caller
from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.now import words
from kbdesk.ui.now.column_button import ColumnButton
from kbdesk.ui.shortcuts import SHORTCUTS

SHOWN = 4  # customers with a key; a switchboard may have hundreds, which nobody chooses from


class CallerRow(ColumnButton):
    """One customer: name, and what tells them from the next one."""

    def __init__(self, look: Look, shortcut: str) -> None:
        super().__init__(look)
        self.account = ""
        self._name = Paragraph("strong", look, lines=1, gives_way=True)
        self._what = Paragraph("caption", look, colour="muted", lines=2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(KeyCaps(shortcut, look))
        self._column.setContentsMargins(6, 8, 4, 9)
        self._column.addLayout(top)
        self._column.addWidget(self._what)

    def show_caller(self, caller: Caller) -> None:
        self.account = caller.account
        self._name.say(caller.name)
        self._what.say(" · ".join(p for p in (words.customer(caller), caller.note) if p))
        self.setAccessibleName(caller.name)
        self.setAccessibleDescription(self._what.text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            over = "line-strong" if self.underMouse() else "line"
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour(over))
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect().adjusted(0, 1, 0, -2))


class Chooser(QWidget):
    """The customers of one number, each with a key; while it asks, the cards have none."""

    chosen = Signal(str)  # account
    nobody = Signal()  # none of them

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._callers: tuple[Caller, ...] = ()
        self._alike = False
        self._heading = Paragraph("label", look, colour="muted")
        self._rows = [CallerRow(look, SHORTCUTS[f"card_{n}"]) for n in range(1, SHOWN + 1)]
        self._others = Paragraph("caption", look, colour="muted")
        self._nobody = KeyedButton(look, SHORTCUTS["card_5"])
        self._nobody.clicked.connect(self.nobody.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 12, 0)
        column.setSpacing(0)
        heading = QVBoxLayout()
        heading.setContentsMargins(6, 0, 4, 4)
        heading.addWidget(self._heading)
        column.addLayout(heading)
        for row in self._rows:
            row.clicked.connect(lambda _on=False, row=row: self.chosen.emit(row.account))
            column.addWidget(row)
        column.addWidget(self._others)
        column.addSpacing(4)
        after = QHBoxLayout()
        after.setContentsMargins(2, 0, 0, 0)
        after.addWidget(self._nobody)
        after.addStretch(1)
        column.addLayout(after)
        self._say()

    @property
    def first_stop(self) -> QWidget:
        """Where the focus enters."""
        return self._rows[0]

    def ask(self, callers: Sequence[Caller], *, alike: bool) -> None:
        """Show who it may be; `alike` when the number is only like theirs."""
        self._callers, self._alike = tuple(callers), alike
        for row, caller in zip(self._rows, self._callers, strict=False):
            row.show_caller(caller)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._callers))
        self._say()

    def choose_number(self, number: int) -> bool:
        """Choose by its key; return whether that key means something here."""
        if 1 <= number <= min(SHOWN, len(self._callers)):
            self.chosen.emit(self._callers[number - 1].account)
        elif number == SHOWN + 1:
            self.nobody.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step)

    def _say(self) -> None:
        exact = self.tr("%n customer(s) have this number: ask who it is", "", len(self._callers))
        self._heading.say(self.tr("A number like this: ask who it is") if self._alike else exact)
        self.setAccessibleName(self.tr("Who is calling?"))
        self._nobody.setText(self.tr("None of them"))
        self._nobody.updateGeometry()
        others = max(0, len(self._callers) - SHOWN)
        self._others.say(self.tr("and %n more: search by name in your customer file", "", others))
        self._others.setVisible(others > 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.ask(self._callers, alike=self._alike)
        super().changeEvent(event)
