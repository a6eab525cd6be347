"""The choices of a question as one card of rows: a key, the words, and afterwards what was right.

The focus rides on the row that is selected while an answer is awaited. Once it is marked the rows
are read and no longer pressed: right and wrong are told by a sign and by words, never by colour
alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from kbdesk.ui.controls.row_card import BOX, GAP, PADDING, CardRow, RowCard
from kbdesk.ui.learn.told_beside import place_told
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

DIGITS = 9  # rows that have a key
HIGH = 52  # px at 100 %
BESIDE = 420  # px at 100 %: from there on what is told of a row stands at its right
TONES = {"right": "ok", "wrong": "critical", "off": "warn", "chosen": "accent"}
SIGNS = {"right": "check", "wrong": "x", "off": "x", "chosen": "check"}


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says; `state` is "", "chosen", "right", "wrong", or "off": elsewhere."""

    text: str
    told: str = ""
    state: str = ""


class AnswerRow(CardRow):
    """One answer; the whole of it can be pressed while it asks."""

    def __init__(self, row: Row, key: str, look: Look, *, asks: bool) -> None:
        super().__init__(key, look)
        self.row = row
        self.asks = asks
        strong = row.state in ("right", "chosen")
        muted = not asks and not row.state
        self._words = Prose("said" if strong else "read", look, colour="muted" if muted else "text")
        self._told = Prose("strong", look, colour=TONES.get(row.state, "muted"))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(GAP)
        for part, text in ((self._words, row.text), (self._told, row.told)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            part.setParent(self)  # first: shown without one, it would flash up as a window
            part.say(text)
            part.setVisible(bool(text))
        self._across.addWidget(self._words, 1)
        self._across.addWidget(self._told)
        self.setAccessibleName(f"{row.text}, {row.told}" if row.told else row.text)
        if not asks:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        self.apply_look(look)

    @property
    def tone(self) -> str:
        return TONES.get(self.row.state, super().tone)

    @property
    def ground(self) -> str:
        return "" if self.row.state == "off" else super().ground

    @property
    def sign(self) -> str:
        return SIGNS.get(self.row.state, "")

    def select(self, selected: bool) -> None:
        super().select(selected and self.asks)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._words.apply_look(look)
        self._told.apply_look(look)
        self.setMinimumHeight(look.px(HIGH))
        self._place()

    def _place(self) -> None:
        """Tell what is told beside the words, or below them where that is too narrow."""
        look = self._look
        beside = self.width() >= look.px(BESIDE)
        room = min(self._words_of_told(), self.width() // 2)
        place_told(self._across, self._told, beside=beside, room=room, gaps=(GAP, 0))
        left = PADDING + look.px(BOX) + GAP
        above, drop = look.px(10), self._words.drop
        self._across.setContentsMargins(left, above - drop, PADDING, above + drop)

    def _words_of_told(self) -> int:
        return QFontMetrics(self._look.font("strong")).horizontalAdvance(self.row.told) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return self._across.sizeHint().expandedTo(QSize(0, self.minimumHeight()))


class AnswerCard(RowCard):
    """The answers to a question; once they are marked they are read and no longer pressed."""

    rows: Sequence[AnswerRow]  # made here, all of them

    def show_rows(self, rows: Sequence[Row], *, asks: bool, present: int = 0) -> None:
        """Show other rows; those that say what they said stay the widgets they are."""
        if [one.row for one in self.rows] != list(rows) or any(
            one.asks != asks for one in self.rows
        ):
            self.hold(
                [
                    AnswerRow(row, str(place) if place <= DIGITS else "", self._look, asks=asks)
                    for place, row in enumerate(rows, 1)
                ]
            )
        self.select(present)
        self.setVisible(bool(rows))

    def press(self, place: int) -> None:
        if self.rows[place].asks:
            super().press(place)
