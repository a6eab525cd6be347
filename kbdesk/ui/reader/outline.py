"""The headings of an article in its margin: where one is, and where one can go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kbdesk.core.reading import OutlineEntry, Reading
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look

DEEPEST = 2  # heading levels shown, from the highest the article uses
PAD, STEP, AIR = 12, 10, 4
MOST_LINES = 3
MOVES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down}
LEVEL = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def outline_entries(reading: Reading) -> tuple[OutlineEntry, ...]:
    """Return the headings worth a line, with their depth from 0 instead of their level."""
    top = min((entry.level for entry in reading.outline), default=1)
    return tuple(
        OutlineEntry(entry.anchor, entry.text, entry.level - top)
        for entry in reading.outline
        if entry.level - top < DEEPEST
    )


def outline_menu(
    parent: QWidget, entries: Sequence[OutlineEntry], current: int, go: Callable[[int], None]
) -> QMenu:
    """Return the headings as a menu, for a pane without room beside the text."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for row, entry in enumerate(entries):
        action = menu.addAction("\u2003" * entry.level + entry.text.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, row=row: go(row))
    if current >= 0:
        menu.setActiveAction(menu.actions()[current])
    return menu


class OutlineDelegate(QStyledItemDelegate):
    """Draws a heading beside the hairline, the current one in accent."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        lines = len(self._lines(index, width))
        return QSize(width, lines * self.look.line("body") + 2 * self.look.px(AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(box.left(), box.top(), 1, box.height(), self.look.colour("line"))
        if current:
            painter.fillRect(box.left(), box.top(), 2, box.height(), self.look.colour("accent"))
        painter.setFont(self.look.font("control" if current else "body"))
        painter.setPen(self.look.colour("accent" if current else "text" if pointed else "muted"))
        self._draw_lines(painter, box, index)
        painter.restore()

    def _draw_lines(self, painter: QPainter, box: QRect, index: Index) -> None:
        line = self.look.line("body")
        top = box.top() + self.look.px(AIR)
        for words in self._lines(index, box.width()):
            at = QRectF(box.left() + self._indent(index), top, box.width(), line)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, words)
            top += line

    def _indent(self, index: Index) -> int:
        return PAD + int(index.data(LEVEL)) * self.look.px(STEP)

    def _lines(self, index: Index, width: int) -> list[str]:
        """Break a heading into at most three lines; the last one says if more was left out.

        Lines break as for the current heading, the bolder one: nothing moves when it becomes it.
        """
        font = self.look.font("control")
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = max(40, width - self._indent(index) - 2)
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            starts.append(line.textStart())
        layout.endLayout()
        lines = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
        if len(lines) > MOST_LINES:
            rest = text[starts[MOST_LINES - 1] :]
            elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
            lines = [*lines[: MOST_LINES - 1], elided]
        return lines


class Headings(QListWidget):
    """The list itself: arrows move, Enter goes."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._delegate = OutlineDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("background: transparent; border: 0;")
        FocusRing(self, look)
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def apply_look(self, look: Look) -> None:
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # another width breaks lines otherwise

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: key.key() in MOVES) or super().event(event)


class Outline(QWidget):
    """A small title and the headings below it."""

    chosen = Signal(int)  # row, as given to `show_entries`

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title: QLabel = label("label")
        self.headings = Headings(look)
        self.headings.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.headings, 1)
        self._name_things()

    def show_entries(self, entries: Sequence[tuple[str, int]]) -> None:
        """Show headings, each with its depth from 0."""
        self.headings.clear()
        for text, depth in entries:
            item = QListWidgetItem(text, self.headings)
            item.setData(LEVEL, depth)
            item.setToolTip(text)

    def show_current(self, row: int) -> None:
        """Mark where one reads; the list follows without moving more than it must."""
        if row != self.headings.currentRow():
            self.headings.setCurrentRow(row)

    def apply_look(self, look: Look) -> None:
        self.headings.apply_look(look)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _name_things(self) -> None:
        self._title.setText(self.tr("In this article"))
        self.headings.setAccessibleName(self.tr("In this article"))
