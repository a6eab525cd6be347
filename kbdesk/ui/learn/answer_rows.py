"""The choices of a question as one card of rows: a key, the words, and afterwards what was right.

The focus rides on the row that is selected while an answer is awaited. Once it is marked the rows
are read and no longer pressed: right and wrong are told by a sign and by words, never by colour
alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.prose import Prose

EDGE = 3  # px of accent at the left of the selected row
PADDING, GAP, BOX = 16, 16, 28  # px: around a row, between its parts, the box of its key
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


class AnswerRow(QAbstractButton):
    """One choice; the whole of it can be pressed."""

    reached = Signal()  # the focus is here

    def __init__(self, row: Row, key: str, look: Look, *, asks: bool) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self.row = row
        self.asks = asks
        self.selected = False
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if asks else Qt.FocusPolicy.NoFocus)
        if asks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.apply_look(look)

    def select(self, selected: bool) -> None:
        self.selected = selected and self.asks
        self.update()

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
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._across.setSpacing(GAP if beside else 0)
        left = PADDING + look.px(BOX) + GAP
        self._across.setContentsMargins(left, look.px(10), PADDING, look.px(10))
        told = self._told.sizeHint().width() if beside else 0
        self._told.setMinimumWidth(min(self._words_of_told(), self.width() // 2) if told else 0)
        self._told.setAlignment(
            (Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
        )

    def _words_of_told(self) -> int:
        return QFontMetrics(self._look.font("strong")).horizontalAdvance(self.row.told) + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return self._across.sizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # the card moves the selection; a button would only move the focus
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side, state = self._look, self._look.px(BOX), self.row.state
        box = QRectF(PADDING, (self.height() - side) / 2, side, side)
        tone = TONES.get(state, "accent" if self.selected else "")
        with painter_on(self) as painter:
            painter.setPen(QPen(look.colour(tone or "line"), 1))
            painter.setBrush(look.colour(tone or "surface"))
            radius = look.tokens.radii["control"]
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            if state:
                room = box.toRect().adjusted(6, 6, -6, -6)
                icons.paint(painter, SIGNS[state], room, look.colour("surface"))
                return
            painter.setFont(look.font("list", tabular=True))
            painter.setPen(look.colour("accent-on" if self.selected else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class AnswerCard(QWidget):
    """Rows one below the other, hairlines between them, one of them selected."""

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

    def show_rows(self, rows: Sequence[Row], *, asks: bool, present: int = 0) -> None:
        """Show other rows; those that say what they said stay the widgets they are."""
        if [one.row for one in self.rows] != list(rows) or any(
            one.asks != asks for one in self.rows
        ):
            self._make(rows, asks)
        self.select(present)
        self.setVisible(bool(rows))

    def _make(self, rows: Sequence[Row], asks: bool) -> None:
        for old in self.rows:
            old.blockSignals(True)  # its focus goes elsewhere, and that chooses nothing
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [
            AnswerRow(row, str(place + 1) if place < 9 else "", self._look, asks=asks)
            for place, row in enumerate(rows)
        ]
        for place, made in enumerate(self.rows):
            self._column.addWidget(made)
            made.clicked.connect(lambda _on, place=place: self._press(place))
            made.reached.connect(lambda place=place: self._reach(place))
            made.show()

    def _press(self, place: int) -> None:
        if self.rows[place].asks:
            self.taken.emit(place)

    def select(self, number: int) -> None:
        """Show a row as the one that Enter takes; -1 for none."""
        self.present = min(number, max(len(self.rows) - 1, 0))
        for place, row in enumerate(self.rows):
            row.select(place == self.present)
        self.update()

    def _reach(self, number: int) -> None:
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
            self.rows[max(self.present, 0)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_keys(self) -> bool:
        """True while the focus is on a row."""
        return any(row.hasFocus() for row in self.rows)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        outline = QPainterPath()
        radius = self._look.tokens.radii["card"]
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        with painter_on(self) as painter:
            painter.setClipPath(outline)
            for place, row in enumerate(self.rows):
                box = row.geometry()
                state = row.row.state
                tone = TONES.get(state, "accent" if row.selected else "")
                if tone and state != "off":
                    ground = self._look.colour(f"{tone}-soft")
                    painter.fillRect(box.adjusted(-1, -1, 1, 1), ground)
                if row.selected:
                    edge = QRect(0, box.top() - 1, EDGE, box.height() + 2)
                    painter.fillRect(edge, self._look.colour("accent"))
                if place:
                    line = QRect(0, box.top() - 1, self.width(), 1)
                    painter.fillRect(line, self._look.colour("line"))
            painter.setClipping(False)
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawPath(outline)
