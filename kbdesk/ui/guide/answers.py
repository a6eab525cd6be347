"""The choices of a step as one card of rows: a key, the words, what they lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kbdesk.ui.controls.row_card import BOX, GAP, PADDING, CardRow, RowCard
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"  # beyond these a row is reached by arrows
ROW_OF_DIGITS = dict(zip("&é\"'(-è_ç", "123456789", strict=True))  # French keys without Shift
ARROW_FROM = 260  # px at 100 % of a row that shows where it leads by an arrow


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


class AnswerRow(CardRow):
    """One choice; the whole of it can be pressed."""

    def __init__(self, answer: Answer, key: str, look: Look) -> None:
        super().__init__(key.upper(), look)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._key:  # beyond the keys there is nothing to show
            super().paintEvent(event)


class Answers(RowCard):
    """The choices of a step, one of them selected."""

    def offer(self, answers: Sequence[Answer], present: int = 0) -> None:
        """Show other rows, one of them selected."""
        self.hold(
            [
                AnswerRow(answer, KEYS[place] if place < len(KEYS) else "", self._look)
                for place, answer in enumerate(answers)
            ]
        )
        self.select(present)
        self.setVisible(bool(self.rows))

    def select(self, number: int) -> None:
        """Show a row as the one that Enter takes."""
        super().select(max(number, 0))
