"""The list of results; the search field steers it, so it never needs the focus itself.

While a question is typed, half of the lines of an answer stood there before: an answer of as many
rows is exchanged where it stands, and only the lines that differ are painted.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.controls.overlay_bar import overlay_scroll_bar
from kbdesk.ui.hearing import announce
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.results.delegate import ResultsDelegate
from kbdesk.ui.results.model import Index, ResultsModel
from kbdesk.ui.results.rows import Heading, Row


class ResultsList(QListView):
    """Rows with one selected; says which, and when one is to be read."""

    selected = Signal(object)  # Row, or None when nothing is selected
    read_requested = Signal()
    outgrown = Signal()  # there is room for more rows than are here

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._model = ResultsModel(today, self)
        self._delegate = ResultsDelegate(look, today, self)
        self._painted: tuple[Row | Heading, ...] = ()  # before they were exchanged
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        overlay_scroll_bar(self)
        FocusRing(self, look)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(look.size("row") // 2)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_click)

    def apply_look(self, look: Look) -> None:
        self._delegate.look = look
        self.verticalScrollBar().setSingleStep(look.size("row") // 2)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @property
    def count(self) -> int:
        return sum(isinstance(row, Row) for row in self._model.rows)

    @property
    def fits(self) -> int:
        """How many rows can be seen at once, the last one in part."""
        return max(-(-self.viewport().height() // self._delegate.look.size("row")), 1)

    @property
    def chosen(self) -> Row | None:
        return self._model.article_at(self.currentIndex().row())

    def unfold(self, on: bool) -> None:
        """Let the selected row say its sentence: for the list that stands alone."""
        if self._delegate.unfolds != on:
            self._delegate.unfolds = on
            self._level()
            self.scheduleDelayedItemsLayout()

    def show_rows(self, rows: Sequence[Row | Heading], *, choose_first: bool) -> None:
        """Replace the rows; the selection starts over."""
        if self._can_exchange(rows, 0 if choose_first else -1):
            self._painted = self._model.rows
            self._model.exchange(rows)
            if choose_first:
                self._tell_chosen()
            return
        self._model.show(rows)
        self._level()
        self._delegate.chosen = -1
        self.scrollToTop()
        if choose_first and self.count:
            self._choose(self._next_article(-1, 1))

    def _can_exchange(self, rows: Sequence[Row | Heading], chosen: int) -> bool:
        """Say whether rows take the places of those here, each its own, nothing else moving."""
        still = self.verticalScrollBar().value() == 0 and self._delegate.chosen == chosen
        level = self.uniformItemSizes() and all(isinstance(row, Row) for row in rows)
        return still and level and 0 < len(rows) == len(self._model.rows)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint what differs of exchanged rows; Qt would lay out and paint the whole list."""
        if QAccessible.isActive():
            super().dataChanged(first, last, list(roles))
            return
        differing = QRegion()
        seen = zip(self._painted[: self.fits], self._model.rows, strict=False)
        for number, (old, new) in enumerate(seen):
            if old != new and isinstance(old, Row) and isinstance(new, Row):
                differing += self._delegate.differing(old, new, self._box(number))
        self.viewport().update(differing)

    def extend_rows(self, rows: Sequence[Row | Heading]) -> None:
        """Add the rows of a further page; selection and place stay."""
        self._model.extend(rows)
        self._level()
        self._tell_room()

    def drop_rows(self, ids: frozenset[str]) -> None:
        """Take articles out of the list; where one was selected, nothing is."""
        chosen = self.chosen
        if chosen is not None and chosen.id in ids:
            self.selectionModel().setCurrentIndex(
                QModelIndex(), QItemSelectionModel.SelectionFlag.Clear
            )
        self._model.drop(ids)
        self._delegate.chosen = self.currentIndex().row()

    @property
    def ids(self) -> frozenset[str]:
        """The articles listed."""
        return frozenset(row.id for row in self._model.rows if isinstance(row, Row))

    def _level(self) -> None:
        """Where all rows are as high as each other, let Qt measure one of them and not each."""
        rows = self._model.rows
        self.setUniformItemSizes(
            not self._delegate.unfolds and all(isinstance(row, Row) for row in rows)
        )

    def _tell_room(self) -> None:
        if self.count <= self.fits:
            self.outgrown.emit()

    def move_by(self, by: int) -> None:
        """Move the selection by so many rows, past headings, not past the ends."""
        if not self.count:
            return
        here = self.currentIndex().row()
        last = len(self._model.rows) - 1
        wanted = min(max(here + by, 0), last) if here >= 0 else 0
        direction = 1 if by > 0 or here < 0 else -1
        found = self._next_article(wanted - direction, direction)
        if found < 0:
            found = here
        self._choose(found)

    def _next_article(self, after: int, direction: int) -> int:
        number = after + direction
        while 0 <= number < len(self._model.rows):
            if self._model.article_at(number):
                return number
            number += direction
        return -1

    def _choose(self, number: int) -> None:
        index = self._model.index(number, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self._show_heading_above(number)

    def _show_heading_above(self, number: int) -> None:
        # The first article of a group brings its heading into view with it.
        if number > 0 and self._model.article_at(number - 1) is None:
            self.scrollTo(self._model.index(number - 1, 0))

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._delegate.chosen = now.row()
        if self._delegate.unfolds:
            self.doItemsLayout()
            self.scrollTo(now)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        self.selected.emit(self.chosen)
        now = self.currentIndex()
        # The field steers: nothing else would be heard. To say it costs a key what a row costs.
        if now.isValid() and not self.hasFocus() and QAccessible.isActive():
            announce(self, str(now.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _on_click(self, index: QModelIndex) -> None:
        if self._model.article_at(index.row()):
            self.read_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_requested.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines asked for; Qt's own way makes an option of each row and all of it."""
        wanted, delegate = event.region(), self._delegate
        with painter_on(self.viewport()) as painter, delegate.one_day():
            for number, row in enumerate(self._model.rows):
                box = self._box(number)
                if wanted.intersects(box):
                    delegate.paint_row(painter, row, number, box, wanted)

    def _box(self, number: int) -> QRect:
        """Return where a row stands; where all are of one height Qt need not be asked."""
        if not self.uniformItemSizes():
            return self.visualRect(self._model.index(number, 0))
        height = self._delegate.look.size("row")
        top = number * height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.unfolds:
            self.scheduleDelayedItemsLayout()
        self._tell_room()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)
