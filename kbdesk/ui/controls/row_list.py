"""A list of painted rows: one is selected, arrows choose, Enter opens; the painting is whose it is.

Rows keep their places while they say the same things: the same ids in the same order are only said
anew, and what is selected stays.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kbdesk.ui.controls import elided
from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.overlay_bar import overlay_scroll_bar
from kbdesk.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PAGING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class OneRow(Protocol):
    """What every row has, whatever else it says."""

    @property
    def id(self) -> str: ...

    @property
    def spoken(self) -> str: ...


class RowModel(QAbstractListModel):
    """Holds the rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[OneRow, ...] = ()

    def show(self, rows: Sequence[OneRow]) -> None:
        """Show rows; the same ones in the same places are only said anew."""
        rows = tuple(rows)
        if [row.id for row in rows] == [row.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; whoever inherits paints what they say."""

    HIGH = 64  # px at 100 %, the hairline below included

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look
        self.chosen = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self.look.px(self.HIGH - 1) + 1)

    def write(self, painter: QPainter, role: str, colour: str, box: QRect, text: str) -> None:
        """Write one line, cut with an ellipsis where there is no more room."""
        elided.write(painter, self.look, role, colour, box, text)


class RowList(QListView):
    """Rows with one selected; arrows choose, Enter opens. All other keys are the screen's."""

    selected = Signal(str)  # the id chosen
    opened = Signal(str)  # likewise, by Enter or a click

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows_model = self._model_of()
        self._delegate = self._delegate_of(look)
        self.setModel(self.rows_model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        overlay_scroll_bar(self)
        FocusRing(self, look)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(lambda index: self.opened.emit(index.data(ROW).id))

    def _model_of(self) -> RowModel:
        return RowModel(self)

    def _delegate_of(self, look: Look) -> RowDelegate:
        return RowDelegate(look, self)

    @property
    def chosen(self) -> str:
        """The id of the row selected, "" for none."""
        index = self.currentIndex()
        return index.data(ROW).id if index.isValid() else ""

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(row.id for row in self.rows_model.rows)

    def show_rows(self, rows: Sequence[OneRow], chosen: str = "") -> None:
        """Show rows with one of them selected, the place in the list kept."""
        at = self.verticalScrollBar().value()
        self.rows_model.show(rows)
        self.doItemsLayout()
        self.choose(chosen)
        self.verticalScrollBar().setValue(at)

    def choose(self, id_: str) -> None:
        """Select a row; an id that is not there selects nothing."""
        number = self.ids.index(id_) if id_ in self.ids else -1
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows_model.index(number, 0), flags)
        self._delegate.chosen = number
        self.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next row, or back, not past the ends."""
        if self.ids:
            here = self.currentIndex().row()
            self.choose(self.ids[min(max(here + by, 0), len(self.ids) - 1)])
            self.scrollTo(self.currentIndex())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._delegate.chosen = now.row()
        self.viewport().update()
        if now.isValid():
            self.selected.emit(now.data(ROW).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in PAGING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def apply_look(self, look: Look) -> None:
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)
