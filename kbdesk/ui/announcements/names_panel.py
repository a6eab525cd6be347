"""The names behind a board: who of a team is missing, how far they are, and since when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kbdesk.core.announcements import State
from kbdesk.core.receipts_board import Board, BoardRow
from kbdesk.ui.announcements import words
from kbdesk.ui.controls import elided
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.overlay_bar import overlay_scroll_bar
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
HEADING, PERSON, PAD = 34, 50, 16  # px at 100 %


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, or a person with when and what."""

    name: str
    at: str = ""
    more: str = ""
    heading: bool = False
    warns: bool = False


class _Model(QAbstractListModel):
    """The lines; what is said of a person is put into words when they are seen."""

    def __init__(self, parent: QObject, said: Callable[[BoardRow], Line]) -> None:
        super().__init__(parent)
        self._said = said
        self.lines: tuple[Line | BoardRow, ...] = ()

    def show(self, lines: Sequence[Line | BoardRow]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        found = self.lines[index.row()]
        line = found if isinstance(found, Line) else self._said(found)
        if role == ROW:
            return line
        return ", ".join(part for part in (line.name, line.more, line.at) if part)


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Model) -> None:
        super().__init__(model)
        self.look = look
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(self._model.lines[index.row()], Line)
        return QSize(100, self.look.px(HEADING if heading else PERSON))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, look, box = index.data(ROW), self.look, option.rect
        inner, write = box.adjusted(PAD, 0, -PAD, 0), partial(elided.write, painter, look)
        if line.heading:
            colour = "critical" if line.warns else "muted"
            write("label", colour, inner.adjusted(0, look.px(10), 0, 0), line.name)
            return
        painter.fillRect(inner.left(), box.bottom(), inner.width(), 1, look.colour("line"))
        first = QRect(inner.left(), box.top() + look.px(6), inner.width(), look.line("body"))
        wide = QFontMetrics(look.font("caption")).horizontalAdvance(line.at)
        at = QRect(first.right() + 1 - wide, first.top(), wide + 2, first.height())
        write("caption", "muted", at, line.at)
        write("body", "text", first.adjusted(0, 0, -wide - 8, 0), line.name)
        below = QRect(inner.left(), first.bottom() + 1, inner.width(), look.line("caption"))
        write("caption", "critical" if line.warns else "muted", below, line.more)


class NamesPanel(QWidget):
    """Who is missing, the least far first; any number of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._board: Board | None = None
        self._group: str | None = None
        self._now: datetime | None = None
        self._title = Paragraph("strong", look, lines=1, gives_way=True)
        self._left = Paragraph("caption", look, colour="muted", lines=1)
        self.close_ = IconButton("x", look)
        self.list = QListView()
        self._model = _Model(self.list, self._line)
        self._delegate = _Delegate(look, self._model)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # a team may be thousands
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        overlay_scroll_bar(self.list)
        FocusRing(self.list, look)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(PAD, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._left, 1)
        head.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        self.apply_look(look)
        self.hide()

    def show_board(self, board: Board, group: str | None, title: str, now: datetime) -> None:
        """Show who is missing of a group; None is everybody."""
        self._board, self._group, self._now = board, group, now
        self._title.say(title)
        self._say()

    def _say(self) -> None:
        if self._board is None or self._now is None:
            return
        people = self._board.roll.missing(self._group)
        self._left.say(self.tr("%n left", "people", len(people)))
        lines: list[Line | BoardRow] = []
        for state, of in groupby(people, lambda row: row.state):  # they come in this order
            those, warns = list(of), state is State.NOT_DELIVERED
            lines.append(Line(f"{words.state(state)} {len(those)}", heading=True, warns=warns))
            lines += those
        self._model.show(lines)
        self.list.setCurrentIndex(self._model.index(1, 0))  # the first person, below a heading
        self.close_.name(self.tr("Close the names (N)"))
        self.list.setAccessibleName(self.tr("Who is missing"))

    def _line(self, row: BoardRow) -> Line:
        now = self._now
        assert now is not None
        at = row.moment.at if row.moment is not None else row.since
        return Line(
            row.name, words.short(at, now) if at else "", self._more(row, now), warns=row.late
        )

    def _more(self, row: BoardRow, now: datetime) -> str:
        parts = []
        if row.wrong:
            parts.append(self.tr("%n wrong answer(s)", "", row.wrong))
        if row.present:
            parts.append(self.tr("there now"))
        elif row.seen is not None:
            seen = self.tr("last there %1", "a day and a time")
            parts.append(seen.replace("%1", words.moment(row.seen, now)))
        else:
            parts.append(self.tr("never signed in"))
        if row.late:
            parts.append(self.tr("late"))
        return " · ".join(parts)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._delegate.look = look
        self._head.setFixedHeight(look.size("bar"))
        self.list.scheduleDelayedItemsLayout()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("canvas"))
            painter.fillRect(0, 0, 1, self.height(), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
