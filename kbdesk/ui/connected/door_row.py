"""One way to a base: what it is, its key, and what it asks, inside a card of such ways."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

NARROW = 440  # px at 100 %: below, what a door asks takes the whole width
EDGE = 3  # px of accent at the left of the door that is chosen


class DoorHead(QAbstractButton):
    """Icon, name, meaning and key of a door; the whole of it can be pressed."""

    def __init__(self, icon: str, key: str, look: Look) -> None:
        super().__init__()
        self._icon = icon
        self._look = look
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # its words wrap, which a button's own policy forbids
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
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
                paint_ring(painter, self._look, self.rect().adjusted(4, 2, -2, -2))


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
        outline = QPainterPath()
        radius = self._look.tokens.radii["card"]
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        with painter_on(self) as painter:
            painter.setClipPath(outline)
            painter.fillPath(outline, self._look.colour("surface"))
            self._paint_doors(painter)
            painter.setClipping(False)
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawPath(outline)

    def _paint_doors(self, painter: QPainter) -> None:
        for place, door in enumerate(self.doors):
            box = door.geometry()
            if place == self.present:
                painter.fillRect(box.adjusted(-1, -1, 1, 0), self._look.colour("accent-soft"))
                edge = QRect(0, box.top() - 1, EDGE + 1, box.height() + 1)
                painter.fillRect(edge, self._look.colour("accent"))
            if place:
                line = QRect(0, box.top() - 1, self.width(), 1)
                painter.fillRect(line, self._look.colour("line"))
