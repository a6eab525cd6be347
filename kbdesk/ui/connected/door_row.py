"""One way to a base: what it is, its key, and what it asks, inside a card of such ways."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import RING
from kbdesk.ui.controls.card import card_of_rows, paint_line_above
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.wrapping_button import WrappingButton
from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

NARROW = 440  # px at 100 %: below, what a door asks takes the whole width
EDGE = 3  # px of accent at the left of the door that is chosen


class DoorHead(WrappingButton):
    """Icon, name, meaning and key of a door; the whole of it can be pressed."""

    def __init__(self, icon: str, key: str, look: Look) -> None:
        super().__init__(look)
        self._icon = icon
        self.chosen = False
        self._caps = KeyCaps(key, look)
        self.name, self.meaning = label("door", wraps=True), label("body-ui", wraps=True)
        self.meaning.setProperty("tone", "muted")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.name)
        texts.addWidget(self.meaning)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._caps)
        self.apply_look(look)

    def say(self, name: str, meaning: str) -> None:
        self.name.setText(name)
        self.meaning.setText(meaning)
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)

    def choose(self, chosen: bool) -> None:
        self.chosen = chosen
        self._caps.stand_on("soft" if chosen else "plain")
        self.update()

    @property
    def indent(self) -> int:
        """Where the words begin: what a door asks stands below them."""
        return 20 + self._look.px(20) + 16

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._row.setContentsMargins(self.indent, 16, 20, 16)
        self.update()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the page chooses among doors; a button would only move the focus
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(20)
        middle = (self.name.geometry().top() + self.meaning.geometry().bottom()) // 2
        box = QRect(20, middle - side // 2, side, side)
        with painter_on(self) as painter:
            colour = "accent" if self.chosen else "text" if self.underMouse() else "muted"
            icons.paint(painter, self._icon, box, self._look.colour(colour))
            if self.hasFocus():
                self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        """Draw the ring along the edge of the card, so that both are one line."""
        painter.setPen(QPen(self._look.colour("accent"), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._look.tokens.radii["card"] - 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class Door(QWidget):
    """A door: its head, and below it what it asks once it is chosen."""

    def __init__(self, icon: str, key: str, look: Look, asks: QWidget | None = None) -> None:
        super().__init__()
        self._look = look
        self.head = DoorHead(icon, key, look)
        self._asks = asks
        self._below = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        if asks is not None:
            column.addLayout(self._below)
            self._below.addWidget(asks)
        self.apply_look(look)

    def choose(self, chosen: bool) -> None:
        self.head.choose(chosen)
        if self._asks is not None:
            self._asks.setVisible(chosen)
            self._shape()

    def _margins(self, chosen: bool) -> tuple[int, int, int, int]:
        if not chosen:
            return (0, 0, 0, 0)
        narrow = self.width() < self._look.px(NARROW)
        return (20 if narrow else self.head.indent, 4, 20, 20)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def _shape(self) -> None:
        if self._asks is not None:
            self._below.setContentsMargins(*self._margins(self.head.chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()


class Doors(QWidget):
    """The card: doors one below the other, hairlines between them, one of them chosen."""

    chosen = Signal(int)  # the door that was pressed, from 0

    def __init__(self, doors: Sequence[Door], look: Look) -> None:
        super().__init__()
        self._look = look
        self.doors = tuple(doors)
        self.present = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        for number, door in enumerate(self.doors):
            column.addWidget(door)
            door.head.clicked.connect(lambda _on, number=number: self.chosen.emit(number))
        self.choose(0)

    def choose(self, number: int) -> None:
        """Show a door as the one that is meant."""
        self.present = number
        for place, door in enumerate(self.doors):
            door.choose(place == number)
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with card_of_rows(self, self._look, "surface") as painter:
            self._paint_doors(painter)

    def _paint_doors(self, painter: QPainter) -> None:
        for place, door in enumerate(self.doors):
            box = door.geometry()
            if place == self.present:
                painter.fillRect(box.adjusted(-1, -1, 1, 0), self._look.colour("accent-soft"))
                if not door.head.hasFocus():  # else the ring is there
                    edge = QRect(0, box.top() - 1, EDGE + 1, box.height() + 1)
                    painter.fillRect(edge, self._look.colour("accent"))
            if place:
                paint_line_above(painter, self._look, self, door)
