"""Where an answer is given: rows, two cards of pairs, or a field; afterwards what was right.

Keys alone are enough for every kind (`asking`), on a French row without Shift too.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Marked
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.field import Field
from kbdesk.ui.guide.answers import number_of
from kbdesk.ui.hearing import in_order
from kbdesk.ui.learn.answer_rows import AnswerCard, Row
from kbdesk.ui.learn.asking import Asking
from kbdesk.ui.learn.outcome import outcome
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AnswerPad(QWidget):
    """Asks, and says what was answered."""

    answered = Signal(tuple)  # of str, as it is marked
    row_reached = Signal(object)  # a row that should be in view

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._asking: Asking | None = None
        self._marked: Marked | None = None
        self._held = False
        self._hint = Prose("caption", look, colour="muted")
        self.lefts, self.card = AnswerCard(look), AnswerCard(look)
        self._with = Prose("label", look, colour="muted")
        self.field = Field(look, named=False)
        self.send = ActButton(look, shortcut="Return", primary=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        parts = ((self._hint, 12), (self.lefts, 0), (self._with, 0), (self.card, 0),
                 (self.field, 16), (self.send, 0))  # fmt: skip
        for part, below in parts:
            self._column.addWidget(part)
            self._column.addSpacing(below)
        self._column.setAlignment(self.send, Qt.AlignmentFlag.AlignLeft)
        self._with.setContentsMargins(0, 16, 0, 8)
        self.card.taken.connect(self.take)
        self.lefts.taken.connect(self.take_left)
        for card in (self.lefts, self.card):
            card.selected.connect(self.row_reached.emit)
        self.field.edit.returnPressed.connect(self._send)
        self.field.edit.textEdited.connect(self._type)
        self.send.clicked.connect(self._send)
        self._say()

    # what is asked

    @property
    def asking(self) -> Asking | None:
        """What was chosen so far."""
        return self._asking

    @property
    def asks(self) -> bool:
        """True while an answer is awaited."""
        return self._asking is not None and self._marked is None and not self._held

    def ask(self, asking: Asking) -> None:
        """Ask a question, or go on where an answer to it stood."""
        self._asking, self._marked = asking, None
        self.field.edit.setText(asking.typed)
        self._show(0)

    def show_marked(self, asking: Asking, marked: Marked) -> None:
        """Say what was right; nothing is pressed here any more."""
        self._asking, self._marked = asking, marked
        self._show(-1)

    def hold(self, held: bool) -> None:
        """Take no answer while one is on its way to the disk; the keys stay here meanwhile."""
        self._held = held

    @property
    def _matches(self) -> bool:
        return self._asking is not None and self._asking.kind is QuestionKind.MATCHING

    # rows

    def _show(self, present: int) -> None:
        asking, marked = self._asking, self._marked
        if asking is None:
            return
        short = asking.kind is QuestionKind.SHORT
        had = self.card.has_keys or self.lefts.has_keys
        if marked is not None:
            self.lefts.setVisible(False)
            self.card.show_rows(outcome(asking.due, marked), asks=False, present=-1)
        else:
            self._show_lefts(asking)
            rows = [self._row(asking, place) for place in range(len(asking.rows))]
            waits = self._matches and asking.left < 0
            self.card.show_rows(rows, asks=not waits, present=-1 if waits else present)
        self.field.setVisible(short and marked is None)
        self.send.setVisible(marked is None and not asking.at_once)
        self.send.setEnabled(asking.complete)
        self._with.setVisible(self._matches and marked is None)
        self._say()
        in_order((*self.lefts.rows, *self.card.rows, self.field.edit, self.send))
        if had and marked is None:
            self.take_focus()

    def _show_lefts(self, asking: Asking) -> None:
        rows = []
        for left, text in enumerate(asking.due.lefts):
            with_it = asking.due.choices[asking.pairs[left]] if left in asking.pairs else ""
            rows.append(Row(text, with_it, "chosen" if left == asking.left else ""))
        open_ones = [left for left in range(len(rows)) if left not in asking.pairs]
        present = asking.left if asking.left >= 0 else next(iter(open_ones), 0)
        self.lefts.show_rows(rows, asks=True, present=present)

    def _row(self, asking: Asking, place: int) -> Row:
        text = asking.due.choices[asking.rows[place]]
        if asking.kind is QuestionKind.ORDERING:
            number = asking.place_of(place)
            told = self.tr("Place %1").replace("%1", str(number)) if number else ""
            return Row(text, told)
        chosen = asking.kind is QuestionKind.MULTIPLE and asking.rows[place] in asking.taken
        return Row(text, "", "chosen" if chosen else "")

    # answers

    def take_left(self, number: int) -> None:
        """Choose the left side that the next row goes with."""
        if self.asks and self._asking is not None:
            self._asking = self._asking.let_go().take(number)
            self._show(0)
            self.card.take_focus()

    def take(self, row: int) -> None:
        """Take a row, by its key or the mouse."""
        if not self.asks or self._asking is None:
            return
        pairing = self._asking.left >= 0
        self._asking = self._asking.take(row)
        if self._asking.at_once and self._asking.complete:
            self._send()
            return
        self._show(row if not self._matches else 0)
        if pairing:
            self.lefts.take_focus()

    def shift(self, by: int) -> None:
        """Move the selected item of an order."""
        if not self.asks or self._asking is None or self.card.present < 0:
            return
        one = self._asking.rows[self.card.present]
        self._asking = self._asking.move(self.card.present, by)
        self._show(self._asking.rows.index(one))
        self.card.take_focus()

    def _type(self, text: str) -> None:
        if self._asking is not None:
            self._asking = replace(self._asking, typed=text)
            self.send.setEnabled(self._asking.complete)

    def _send(self) -> None:
        if self.asks and self._asking is not None and self._asking.complete:
            self.answered.emit(self._asking.answer)

    # keys

    def take_focus(self) -> None:
        """Bring the keys here."""
        if self._asking is None or not self.asks:
            return
        if self._asking.kind is QuestionKind.SHORT:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._matches and self._asking.left < 0:
            self.lefts.take_focus()
        else:
            self.card.take_focus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key; return whether it was one of these."""
        if not self.asks or self._asking is None or self.field.edit.hasFocus():
            return False
        key, modifiers = (
            Qt.Key(event.key()),
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        if key in ARROWS and modifiers == Qt.KeyboardModifier.AltModifier:
            self.shift(ARROWS[key])
        elif key in ARROWS and not modifiers:
            self._card.step(ARROWS[key])
        elif key in ENTER and not modifiers:
            return self._enter()
        else:
            return self._take_digit(event)
        return True

    def _take_digit(self, event: QKeyEvent) -> bool:
        allowed = event.modifiers() in (*PLAIN, Qt.KeyboardModifier.ShiftModifier)
        number = number_of(event.text()) if event.text() and allowed else -1
        rows = self._card.rows
        if not 0 <= number < min(9, len(rows)):
            return False
        (self.take_left if self._card is self.lefts else self.take)(number)
        return True

    def _enter(self) -> bool:
        """Answer when all is there; else take the row that is selected."""
        asking = self._asking
        if asking is None:
            return False
        if asking.complete and not asking.at_once and asking.left < 0:
            self._send()
        elif self._card.has_keys or self.isAncestorOf(self.focusWidget()):
            card = self._card
            (self.take_left if card is self.lefts else self.take)(max(card.present, 0))
        else:
            return False
        return True

    @property
    def _card(self) -> AnswerCard:
        """The card that keys speak to now."""
        waits = self._matches and self._asking is not None and self._asking.left < 0
        return self.lefts if waits else self.card

    # words

    def _told(self) -> str:
        asking = self._asking
        if asking is None or self._marked is not None:
            return ""
        return {
            QuestionKind.MATCHING: self.tr(
                "A key for the left side, then a key for what goes with it."
            ),
            QuestionKind.MULTIPLE: self.tr("Several may be right: choose, then Enter."),
            QuestionKind.ORDERING: self.tr(
                "The first, then the next by their keys; or Alt with ↑ and ↓ moves one."
            ),
            QuestionKind.SHORT: self.tr("Type it, then Enter; capitals do not count."),
        }.get(asking.kind, "")

    def _say(self) -> None:
        told = self._told()
        self._hint.say(told)
        self._hint.setVisible(bool(told))
        self.send.setText(self.tr("Answer"))
        self.send.updateGeometry()
        self.field.name(self.tr("Your answer"))
        left = self._asking.left if self._asking is not None else -1
        name = self._asking.due.lefts[left] if self._asking is not None and left >= 0 else ""
        goes = self.tr("“%1” goes with").replace("%1", name) if name else self.tr("Goes with")
        self._with.say(goes)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self.card.present)
        super().changeEvent(event)
