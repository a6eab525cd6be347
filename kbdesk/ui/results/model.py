"""The list's model: rows in rank order, with what a screen reader says for each."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kbdesk.ui import words
from kbdesk.ui.results.rows import Heading, Row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class ResultsModel(QAbstractListModel):
    """Holds one answer at a time; a new one replaces it whole, or row by row."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: tuple[Row | Heading, ...] = ()

    def show(self, rows: Sequence[Row | Heading]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def exchange(self, rows: Sequence[Row | Heading]) -> None:
        """Put as many rows in the places of those that are here."""
        self._rows = tuple(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def extend(self, rows: Sequence[Row | Heading]) -> None:
        """Add what `rows` holds beyond the rows already here."""
        added = tuple(rows)[len(self._rows) :]
        if added:
            last = len(self._rows) + len(added) - 1
            self.beginInsertRows(QModelIndex(), len(self._rows), last)
            self._rows += added
            self.endInsertRows()

    def drop(self, ids: frozenset[str]) -> None:
        """Take the rows of these articles out; all others stay where they are."""
        for number in reversed(range(len(self._rows))):
            row = self.article_at(number)
            if row is not None and row.id in ids:
                self.beginRemoveRows(QModelIndex(), number, number)
                self._rows = self._rows[:number] + self._rows[number + 1 :]
                self.endRemoveRows()

    @property
    def rows(self) -> tuple[Row | Heading, ...]:
        return self._rows

    def article_at(self, number: int) -> Row | None:
        """Return the article row with this number, None for a heading or none."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, Row) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.article_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text if isinstance(row, Heading) else self._spoken(row)
        return None

    def _spoken(self, row: Row) -> str:
        trust = words.spoken_trust(row.freshness, row.verified, self._today(), row.expired)
        parts = (row.title.text, row.passage.text, words.kind(row.kind), row.space, trust)
        return ", ".join(part for part in parts if part)
