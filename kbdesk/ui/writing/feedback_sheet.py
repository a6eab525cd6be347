"""Saying what is wrong with an article, below it: F4, a digit, Enter; words if one likes.

It opens under what is read and covers nothing, so that one can look at what one speaks of. It is
about the passage in view unless the whole article is asked for. What was typed stays until it is
sent or the sheet is closed.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.feedback import KINDS
from kbdesk.ui.controls.buttons import ActButton, IconButton
from kbdesk.ui.controls.choice_row import ChoiceRow, Segment
from kbdesk.ui.controls.field import Field
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell.here import Here
from kbdesk.ui.writing import words

DIGITS = {"1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "&": 0, "é": 1, '"': 2, "'": 3, "(": 4}
SIDE, NARROW_SIDE, NARROW = 32, 16, 480  # px
TIGHT = 150  # percent of text


class FeedbackSheet(QWidget):
    """Five kinds, a line for words, and how it goes."""

    given = Signal(object, str, str)  # Here, kind, words
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._here = Here("", "")
        self._heading = ""
        self._offline = False
        self._about = Paragraph("label", look, lines=1, gives_way=True)
        self.whole = KeyedButton(look, quiet=True)
        self._close = IconButton("x", look)
        self.kinds = ChoiceRow(KINDS, look)
        self.kinds.name.hide()
        self.words = Field(look)
        self.send = ActButton(look, shortcut="Return", primary=True)
        self._how = Paragraph("caption", look, colour="muted", lines=2)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._about, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.whole)
        top.addWidget(self._close)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(top)
        self._column.addWidget(self.kinds)
        self._column.addLayout(row)
        self._column.addWidget(self._how)
        self.kinds.chosen.connect(lambda _key: self._say())
        self.whole.clicked.connect(self._take_whole)
        self._close.clicked.connect(self.close_up)
        self.send.clicked.connect(self.try_to_send)
        self.words.edit.installEventFilter(self)
        self._fit()
        self.hide()

    @property
    def here(self) -> Here:
        return self._here

    def open(self, here: Here, heading: str, *, offline: bool) -> None:
        """Ask about a passage; the same one again keeps what was typed."""
        if here != self._here:
            self.words.edit.clear()
            self.kinds.choose(KINDS[0])
        self._here, self._heading, self._offline = here, heading, offline
        self._say()
        self.show()
        self._fit()
        self._focus_kinds()

    def close_up(self) -> None:
        """Go away; nothing is sent."""
        self._here = Here("", "")
        self.words.edit.clear()
        self.hide()
        self.closed.emit()

    def leave_for(self, article: str) -> None:
        """Go away with the article it is about, unless something was typed."""
        if self.isVisible() and article != self._here.article and not self.words.text.strip():
            self.hide()

    def try_to_send(self) -> None:
        """Send what was chosen."""
        if kind := self.kinds.key:
            self.given.emit(self._here, kind, self.words.text.strip())

    def choose(self, number: int) -> None:
        """Choose a kind by its place, the caret ready for words."""
        self.kinds.choose(KINDS[number])
        self._say()
        self.words.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_whole(self) -> None:
        self._here = replace(self._here, anchor="")
        self._heading = ""
        self._say()
        self._focus_kinds()

    def _focus_kinds(self) -> None:
        """Give the keys to the kind that is chosen."""
        found = self.kinds.findChildren(Segment)
        chosen = next((one for one in found if one.isChecked()), found[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        passage = self._heading or self._here.title
        about = self.tr("About this passage: “%1”") if self._heading else self.tr("About “%1”")
        self._about.say(about.replace("%1", passage))
        self.whole.setText(self.tr("The whole article"))
        self.whole.setAccessibleName(self.tr("About the whole article instead"))
        self.whole.setVisible(bool(self._heading))
        self._close.name(self.tr("Close without sending (Esc)"))
        names = {kind: self._name(number, kind) for number, kind in enumerate(KINDS, 1)}
        self.kinds.say(self.tr("What is it?"), "", names)
        self.words.name(self.tr("In your words (optional)"), self._example())
        self.send.setText(self.tr("Send"))
        self.send.setAccessibleName(self.tr("Send"))
        self.send.updateGeometry()
        told = self.tr("The owner of the article reads it and answers you.")
        if self._offline:
            told = self.tr("No connection now: it goes by itself as soon as there is one.")
        self._how.say(told)

    def _name(self, number: int, kind: str) -> str:
        """Name a kind with its key, which large letters leave no room for."""
        name = words.kind(kind)
        return name if self._look.scale >= TIGHT else f"{number}  {name}"

    def _example(self) -> str:
        return {
            "outdated": self.tr("Since when, as far as you know"),
            "wrong": self.tr("What is right"),
            "unclear": self.tr("What you had to read twice"),
            "missing": self.tr("What the customer asked"),
            "thanks": self.tr("What it was good for"),
        }.get(self.kinds.key, "")

    # keys

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._owns) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owns(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.text() in DIGITS:
            self.choose(DIGITS[event.text()])
        else:
            self.try_to_send()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        ours = isinstance(event, QKeyEvent) and event.key() in (
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
        )  # fmt: skip
        if watched is self.words.edit and ours:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)  # type: ignore[arg-type]
                return True
        return super().eventFilter(watched, event)

    def _owns(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return event.key() in keys or event.text() in DIGITS

    # look

    def _fit(self) -> None:
        side = SIDE if self.width() >= NARROW else NARROW_SIDE
        self._column.setContentsMargins(side, 10, side, 12)
        tight = self._look.scale >= TIGHT
        self.send.setVisible(not tight)  # Enter sends
        self._how.setVisible(not tight)
        self.words.show_name(not (tight and self.width() < NARROW))
        self.setMinimumHeight(self._column.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("canvas"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
