"""The rows of the palette: what they hold, for the list and a screen reader, and their paint."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kbdesk.ui import words
from kbdesk.ui.controls import elided, key_cap
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
SIDE, GAP = 18, 12  # px
EDGE = 2
LINES = 2  # a title takes


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group."""

    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be chosen."""

    title: str
    does: Callable[[], object]
    icon: str = "caret-right"
    aside: str = ""
    key: str = ""
    spans: tuple[tuple[int, int], ...] = ()


Row = Heading | Entry


class PaletteModel(QAbstractListModel):
    """The rows that answer to what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def entry(self, number: int) -> Entry | None:
        """Return the entry of a row, None for a heading or none."""
        row = self.rows[number] if 0 <= number < len(self.rows) else None
        return row if isinstance(row, Entry) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Heading):
                return row.title
            caps = "+".join(words.keys(row.key)) if row.key else ""
            return ", ".join(part for part in (row.title, row.aside, caps) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Draws an icon, the title with its letters underlined, an aside, and the key at the right."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look
        self.chosen = -1
        self.width = 640  # px of a row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height_of(index.data(ROW)))

    def height_of(self, row: Row) -> int:
        """Return the height of a row: a title that is too long for one line takes two."""
        if isinstance(row, Heading):
            return self.look.px(32)
        return self.look.px(44) + (self.look.line("list") if self._breaks(row) else 0)

    def _breaks(self, row: Entry) -> bool:
        wide = QFontMetrics(self._font(chosen=True)).horizontalAdvance(row.title)
        return wide > self.width - 2 * SIDE - GAP - self.look.px(20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, row, box)
        else:
            self._paint_entry(painter, row, box, chosen=index.row() == self.chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Heading, box: QRect) -> None:
        painter.setFont(self.look.font("label"))
        painter.setPen(self.look.colour("muted"))
        inner = box.adjusted(SIDE, 0, -SIDE, -self.look.px(4))
        align = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, align, row.title)

    def _paint_entry(self, painter: QPainter, row: Entry, box: QRect, *, chosen: bool) -> None:
        look, middle = self.look, box.center().y()
        if chosen:
            painter.fillRect(box, look.colour("accent-soft"))
            painter.fillRect(box.x(), box.y(), EDGE, box.height(), look.colour("accent"))
        side = look.px(20)
        icon = QRect(box.x() + SIDE, middle - side // 2, side, side)
        icons.paint(painter, row.icon, icon, look.colour("accent" if chosen else "muted"))
        left = icon.right() + 1 + GAP
        right = box.right() - SIDE
        caps = words.keys(row.key) if row.key else ()
        wide = key_cap.width_of(look, caps)
        title = QFontMetrics(self._font(chosen=chosen)).horizontalAdvance(row.title)
        if caps and left + title + GAP + wide <= right:
            ground: key_cap.Ground = "soft" if chosen else "plain"
            key_cap.paint(painter, look, caps, QPointF(right - wide, middle + 1), ground)
            right -= wide + GAP
        if self._breaks(row):
            self._paint_broken(painter, row, QRect(left, box.y(), right - left, box.height()),
                               chosen=chosen)  # fmt: skip
            return
        used = self._paint_title(painter, row, QRect(left, box.y(), right - left, box.height()),
                                 chosen=chosen)  # fmt: skip
        rest = QRect(left + used + GAP, box.y(), right - left - used - GAP, box.height())
        if row.aside and rest.width() > look.px(48):
            elided.write(painter, self.look, "caption", "muted", rest, row.aside)

    def _font(self, *, chosen: bool) -> QFont:
        font = self.look.font("field")
        if chosen:
            font.setWeight(QFont.Weight.Medium)
        return font

    def _paint_title(self, painter: QPainter, row: Entry, box: QRect, *, chosen: bool) -> int:
        look, font = self.look, self._font(chosen=chosen)
        letters = QFontMetrics(font)
        shown = letters.elidedText(row.title, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        base = box.center().y() + letters.height() // 2 + 1
        whole = len(shown) if shown == row.title else len(shown) - 1
        for start, end in row.spans:
            if end <= whole:
                x = box.x() + letters.horizontalAdvance(row.title[:start])
                width = letters.horizontalAdvance(row.title[start:end])
                painter.fillRect(x, base, width, max(1, look.px(1.5)), look.colour("accent"))
        return letters.horizontalAdvance(shown)

    def _paint_broken(self, painter: QPainter, row: Entry, box: QRect, *, chosen: bool) -> None:
        look, font = self.look, self._font(chosen=chosen)
        letters, lines = QFontMetrics(font), broken(row.title, font, box.width())
        painter.setFont(font)
        top = box.center().y() - len(lines) * letters.height() // 2
        for number, (start, end) in enumerate(lines):
            base = top + number * letters.height() + letters.ascent()
            painter.setPen(look.colour("text"))
            painter.drawText(box.x(), base, row.title[start:end])
            for first, last in within(row.spans, start, end):
                x = box.x() + letters.horizontalAdvance(row.title[start:first])
                wide = letters.horizontalAdvance(row.title[first:last])
                painter.fillRect(
                    x, base + letters.descent(), wide, max(1, look.px(1.5)), look.colour("accent")
                )


def broken(title: str, font: QFont, width: int) -> list[tuple[int, int]]:
    """Return where each line of a title begins and ends; the last holds all that is left."""
    layout = QTextLayout(title, font)
    lines: list[tuple[int, int]] = []
    layout.beginLayout()
    while len(lines) < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return [*lines[:-1], (lines[-1][0], len(title))] if lines else []


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of runs of letters that stand between two places."""
    cut = [(max(first, start), min(last, end)) for first, last in spans]
    return [(first, last) for first, last in cut if first < last]
