"""One card of rows of which one is selected: the choices of a guide, the answers of a question.

The focus rides on the row that is selected, so that a screen reader says each one as it is reached
and Tab, arrows and mouse never disagree about which row Enter takes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.controls.card import card_of_rows, paint_line_above
from kbdesk.ui.controls.wrapping_button import WrappingButton
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

PADDING, GAP, BOX = 16, 16, 28  # px: around a row, between its parts, the box of its key
EDGE = 3  # px of accent at the left of the selected row


class CardRow(WrappingButton):
    """One row; the whole of it can be pressed. Its words are laid out by who makes it."""

    reached = Signal()  # the focus is here

    def __init__(self, key: str, look: Look) -> None:
        super().__init__(look)
        self._key = key  # shown in the box at its left
        self.selected = False

    @property
    def tone(self) -> str:
        """The token of its box and, softer, of its ground; empty for a plain row."""
        return "accent" if self.selected else ""

    @property
    def ground(self) -> str:
        """The token of its ground; empty for that of the card."""
        return f"{self.tone}-soft" if self.tone else ""

    @property
    def sign(self) -> str:
        """The icon that stands in its box instead of the key, if any."""
        return ""

    def select(self, selected: bool) -> None:
        self.selected = selected
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # the card moves the selection; a button would only move the focus
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(BOX)
        box = QRectF(PADDING, (self.height() - side) / 2, side, side)
        with painter_on(self) as painter:
            painter.setPen(QPen(look.colour(self.tone or "line"), 1))
            painter.setBrush(look.colour(self.tone or "surface"))
            radius = look.tokens.radii["control"]
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            if self.sign:
                room = box.toRect().adjusted(6, 6, -6, -6)
                icons.paint(painter, self.sign, room, look.colour("surface"))
                return
            painter.setFont(look.font("list", tabular=True))
            painter.setPen(look.colour("accent-on" if self.selected else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class RowCard(QWidget):
    """Rows one below the other, hairlines between them, one of them selected."""

    taken = Signal(int)  # the row that was pressed, from 0
    selected = Signal(object)  # CardRow that somebody went to: it should be in view

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: Sequence[CardRow] = ()
        self.present = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)

    def hold(self, rows: Sequence[CardRow]) -> None:
        """Take other rows in the place of those it has."""
        for old in self.rows:
            old.blockSignals(True)  # its focus goes elsewhere, and that chooses nothing
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = tuple(rows)
        for place, row in enumerate(rows):
            self._column.addWidget(row)
            row.clicked.connect(lambda _on, place=place: self.press(place))
            row.reached.connect(lambda place=place: self._reach(place))
            row.show()

    def press(self, place: int) -> None:
        """Take a row."""
        self.taken.emit(place)

    def select(self, number: int) -> None:
        """Show a row as the one that Enter takes; -1 for none."""
        self.present = min(number, max(len(self.rows) - 1, 0))
        for place, row in enumerate(self.rows):
            row.select(place == self.present)
        self.update()

    def _reach(self, number: int) -> None:
        """Follow the focus, if it is not where it was: what is shown anew moves nothing."""
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
        with card_of_rows(self, self._look) as painter:
            for place, row in enumerate(self.rows):
                box = row.geometry()
                if row.ground:
                    painter.fillRect(box.adjusted(-1, -1, 1, 1), self._look.colour(row.ground))
                if row.selected:
                    edge = QRect(0, box.top() - 1, EDGE, box.height() + 2)
                    painter.fillRect(edge, self._look.colour("accent"))
                if place:
                    paint_line_above(painter, self._look, self, row)
