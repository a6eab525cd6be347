"""The choices of a step as one card of rows: a key, the words, what they lead to.

The focus rides on the row that is selected, so that a screen reader says each one as it is reached
and Tab, arrows and mouse never disagree about which row Enter takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"  # beyond these a row is reached by arrows
ROW_OF_DIGITS = dict(zip("&é\"'(-è_ç", "123456789", strict=True))  # French keys without Shift
EDGE = 3  # px of accent at the left of the selected row
ARROW_FROM = 260  # px at 100 % of a row that shows where it leads by an arrow
PADDING, GAP, BOX = 16, 16, 28  # px: around a row, between its parts, the box of its key


@dataclass(frozen=True, slots=True)
class Answer:
    """What one row says."""

    text: str
    hint: str = ""
    internal: bool = False


def number_of(key: str) -> int:
    """Return which row a typed character chooses, from 0; -1 for none."""
    key = ROW_OF_DIGITS.get(key, key).lower()
    return KEYS.find(key) if len(key) == 1 else -1


class AnswerRow(QAbstractButton):
    """One choice; the whole of it can be pressed."""

    reached = Signal()  # the focus is here

    def __init__(self, answer: Answer, key: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._key = key.upper()
        self.selected = False
        self._internal = answer.internal
        self._words = Prose("choice", look)
        self._hint = Prose("body", look, colour="muted")
        self._end = Glyph("lock" if answer.internal else "caret-right", 20, look,
                          colour="muted", line="choice")  # fmt: skip
        self._row = QHBoxLayout(self)
        self._lay_out(answer)
        self.setAccessibleName(answer.text)
        self.setAccessibleDescription(answer.hint)
        self.apply_look(look)

    def _lay_out(self, answer: Answer) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        for prose, text in ((self._words, answer.text), (self._hint, answer.hint)):
            prose.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            prose.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            prose.say(text)
            prose.setParent(self)  # first: shown without one, it would flash up as a window
            prose.setVisible(bool(text))
            texts.addWidget(prose)
        texts.addStretch(1)
        self._row.setSpacing(GAP)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._end)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # its words wrap, which a button's own policy forbids
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def select(self, selected: bool) -> None:
        self.selected = selected
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._words, self._hint, self._end):
            part.apply_look(look)
        left = PADDING + look.px(BOX) + GAP
        self._row.setContentsMargins(left, look.px(10), PADDING, look.px(10))
        self.setMinimumHeight(look.size("choice"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the arrow out where its words need the room; a lock always stands."""
        super().resizeEvent(event)
        self._end.setVisible(self._internal or self.width() >= self._look.px(ARROW_FROM))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # the card moves the selection; a button would only move the focus
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._key:
            return
        look, side = self._look, self._look.px(BOX)
        box = QRectF(PADDING, (self.height() - side) / 2, side, side)
        with painter_on(self) as painter:
            edge = "accent" if self.selected else "line"
            painter.setPen(QPen(look.colour(edge), 1))
            painter.setBrush(look.colour("accent" if self.selected else "surface"))
            radius = look.tokens.radii["control"]
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setFont(look.font("list", tabular=True))
            painter.setPen(look.colour("accent-on" if self.selected else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class Answers(QWidget):
    """The card: rows one below the other, hairlines between them, one of them selected."""

    taken = Signal(int)  # the row that was pressed, from 0
    selected = Signal(object)  # AnswerRow that somebody went to: it should be in view

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: list[AnswerRow] = []
        self.present = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)

    def offer(self, answers: Sequence[Answer], present: int = 0) -> None:
        """Show other rows, one of them selected."""
        for row in self.rows:
            row.blockSignals(True)  # its focus goes elsewhere, and that chooses nothing
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [
            AnswerRow(answer, KEYS[place] if place < len(KEYS) else "", self._look)
            for place, answer in enumerate(answers)
        ]
        for place, row in enumerate(self.rows):
            self._column.addWidget(row)
            row.clicked.connect(lambda _on, place=place: self.taken.emit(place))
            row.reached.connect(lambda place=place: self._reach(place))
            row.show()
        self.select(present)
        self.setVisible(bool(self.rows))

    def select(self, number: int) -> None:
        """Show a row as the one that Enter takes."""
        self.present = min(max(number, 0), max(len(self.rows) - 1, 0))
        for place, row in enumerate(self.rows):
            row.select(place == self.present)
        self.update()

    def _reach(self, number: int) -> None:
        """Follow the focus, if it is not where it was: a step that is shown moves nothing."""
        if number != self.present:
            self.select(number)
            self.selected.emit(self.rows[number])

    def step(self, by: int) -> None:
        """Move the selection, from the last row to the first and back."""
        if self.rows:
            self.select((self.present + by) % len(self.rows))
            self.take_focus()
            self.selected.emit(self.rows[self.present])

    def take_focus(self) -> None:
        """Give the keys to the selected row."""
        if self.rows:
            self.rows[self.present].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_keys(self) -> bool:
        """True while the focus is on a row."""
        return any(row.hasFocus() for row in self.rows)

    def apply_look(self, look: Look) -> None:
        self._look = look
        for row in self.rows:
            row.apply_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        outline = QPainterPath()
        radius = self._look.tokens.radii["card"]
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        with painter_on(self) as painter:
            painter.setClipPath(outline)
            for place, row in enumerate(self.rows):
                box = row.geometry()
                if row.selected:
                    painter.fillRect(box.adjusted(-1, -1, 1, 1), self._look.colour("accent-soft"))
                    edge = QRect(0, box.top() - 1, EDGE, box.height() + 2)
                    painter.fillRect(edge, self._look.colour("accent"))
                if place:
                    line = QRect(0, box.top() - 1, self.width(), 1)
                    painter.fillRect(line, self._look.colour("line"))
            painter.setClipping(False)
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawPath(outline)
