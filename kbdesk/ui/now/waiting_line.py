"""A second call that waits: who, by which queue, and the key that switches to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kbdesk.core.contact import Contact
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import telling, words
from kbdesk.ui.shortcuts import SHORTCUTS

BELOW = 10  # px of air: the name of who is on the line follows
LARGE = 125  # percent: above, the act stands beside the first line alone


class WaitingLine(QWidget):
    """The second call: who, by which queue, and the key that switches to it."""

    switch_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._waiting: Contact | None = None
        self._others = 0
        self._queue_title = ""
        self._what = Paragraph("label", look, lines=1)
        self._who = Paragraph("caption", look, lines=2)
        self.act = KeyedButton(look, SHORTCUTS["switch_call"])
        self.act.stand_on("soft")
        self.act.clicked.connect(self.switch_requested.emit)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 12, 8 + BELOW)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._what, 0, 0)
        self._place()
        self.hide()

    def _place(self) -> None:
        """Give who it is the whole width where the letters are large."""
        large = self._look.scale > LARGE
        self._grid.addWidget(self._who, 1, 0, 1, 2 if large else 1)
        self._grid.addWidget(self.act, 0, 1, 1 if large else 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_waiting(self, waiting: Contact | None, queue_title: str, others: int) -> None:
        """Show the call that waits, None for none; `others` wait behind it."""
        self._waiting, self._queue_title, self._others = waiting, queue_title, others
        self._say()
        self.setVisible(waiting is not None)

    def _say(self) -> None:
        if (waiting := self._waiting) is None:
            return
        what = self.tr("A call waits")
        if self._others:
            what = self.tr("%n calls wait", "", self._others + 1)
        self._what.say(what)
        name = words.who(waiting)
        number = telling.number(waiting)
        bound = "" if number == name else number.replace(" ", "\u00a0")  # read as one word
        parts = (name, bound, words.queue(self._queue_title))
        self._who.say(" · ".join(part for part in parts if part))
        self.act.setText(self.tr("Switch"))
        self.act.setAccessibleName(f"{self.act.text()}: {self._who.text}")
        self.act.updateGeometry()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            height = self.height() - BELOW
            painter.fillRect(0, 0, self.width(), height, self._look.colour("accent-soft"))
            painter.fillRect(0, 0, 3, height, self._look.colour("accent"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
