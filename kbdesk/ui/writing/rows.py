"""The lists of writing: two lines a row, what it is about and how far it is; some can be ticked."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kbdesk.ui.controls import key_cap, row_list
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.controls.row_list import ROW, Index
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look

HIGH = 64  # px at 100 %
EDGE, LEFT, RIGHT, TOP = 2, 16, 16, 12
TICK = 16  # px at 100 %
DOT = 6
OWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. `mark` stands before the second line, in its tone."""

    id: str
    title: str
    about: str
    told: str = ""  # at the right
    tone: str = "muted"  # of what is told at the right
    mark: str = ""
    mark_tone: str = "warn"
    fresh: bool = False  # with a dot: not read yet
    ticked: bool | None = None  # None: it cannot be
    key: str = ""  # that chooses it, as a cap at the right

    @property
    def spoken(self) -> str:
        """Everything in the order of reading, for a screen reader."""
        parts = (self.title, self.mark, self.about, self.told)
        return ", ".join(part for part in parts if part)


class RowModel(row_list.RowModel):
    """Holds the rows, and says which are ticked."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            ticked = index.data(ROW).ticked
            if ticked is not None:
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)


class RowDelegate(row_list.RowDelegate):
    """Paints a row in two lines."""

    HIGH = HIGH

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look, box = index.data(ROW), self.look, option.rect
        painter.save()
        if index.row() == self.chosen:
            painter.fillRect(box, look.colour("accent-soft"))
            painter.fillRect(box.left(), box.top(), EDGE, box.height(), look.colour("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, look.colour("line"))
        inner = box.adjusted(LEFT, look.px(TOP), -RIGHT, 0)
        if row.ticked is not None:
            self._paint_tick(painter, row, box, inner.left())
            inner.setLeft(inner.left() + look.px(TICK) + 12)
        self._paint_lines(painter, row, inner)
        painter.restore()

    def _paint_tick(self, painter: QPainter, row: Row, box: QRect, left: int) -> None:
        side = self.look.px(TICK)
        at = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        name, colour = ("check-square", "accent") if row.ticked else ("square", "muted")
        icons.paint(painter, name, at, self.look.colour(colour))

    def _paint_lines(self, painter: QPainter, row: Row, box: QRect) -> None:
        look = self.look
        high, caption = look.line("list"), look.line("caption")
        if row.key:
            wide = key_cap.width_of(look, (row.key,))
            at_cap = QPointF(box.right() - wide, box.top() + high / 2 + 1)
            key_cap.paint(painter, look, (row.key,), at_cap, "plain")
        told = QFontMetrics(look.font("caption")).horizontalAdvance(row.told)
        told = min(told, box.width() // 2)
        at = QRect(box.right() + 1 - told, box.top(), told + 1, high)
        self.write(painter, "caption", row.tone, at, row.told)
        left = box.left()
        if row.fresh:
            side = look.px(DOT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(left, box.top() + (high - side) // 2, side, side)
            left += side + 8
        room = box.right() - left - (told + 12 if told else 0)
        self.write(painter, "list", "text", QRect(left, box.top(), room, high), row.title)
        below = QRect(box.left(), box.top() + high + 2, box.width(), caption)
        if row.mark:
            letters = QFontMetrics(look.font("label"))
            wide = min(letters.horizontalAdvance(row.mark) + 1, below.width())
            mark = QRect(below.left(), below.top(), wide, caption)
            self.write(painter, "label", row.mark_tone, mark, row.mark)
            below.setLeft(mark.right() + 8)
        self.write(painter, "caption", "muted", below, row.about)


class RowList(row_list.RowList):
    """Rows with one selected; Space ticks those that can be."""

    ticked = Signal(str)  # the id of a row that is to be ticked, or no longer

    def _model_of(self) -> row_list.RowModel:
        return RowModel(self)

    def _delegate_of(self, look: Look) -> row_list.RowDelegate:
        return RowDelegate(look, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._may_tick:
            self.ticked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        at_tick = event.position().x() < LEFT + self._delegate.look.px(TICK) + 6
        if index.isValid() and at_tick and index.data(ROW).ticked is not None:
            self.ticked.emit(index.data(ROW).id)
            return
        super().mousePressEvent(event)

    @property
    def _may_tick(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and index.data(ROW).ticked is not None

    def event(self, event: QEvent) -> bool:
        return claimed(event, _owns) or super().event(event)


def _owns(event: QKeyEvent) -> bool:
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return plain and event.key() in OWN
