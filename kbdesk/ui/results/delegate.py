"""Paints one row of the list: title, matching passage, and a caption line.

Matched letters are underlined in the title and stand on `mark` in the passage, always in the text
colour. Where the list is alone (one column), the selected row says its sentence in full, so that
an agent can speak without opening anything.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QRegion,
    QTextLayout,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kbdesk.core.results import Marked
from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.look.look import Look
from kbdesk.ui.results import caption
from kbdesk.ui.results.line import Line
from kbdesk.ui.results.model import ROW
from kbdesk.ui.results.rows import Heading, Row
from kbdesk.ui.shortcuts import SHORTCUTS

Index = QModelIndex | QPersistentModelIndex
SIDE = 16  # left and right padding
EDGE = 2  # of the selected row
BESIDE = 2  # px by which the ground of a match reaches out of its line
SAID_LINES = 6  # a sentence to say is said whole, at 200 % text too
COPY_FROM = 340  # px at 100 %: below, the caption needs the line for itself


class ResultsDelegate(QStyledItemDelegate):
    """Draws rows by the look; `unfolds` makes the selected row say its sentence."""

    def __init__(
        self, look: Look, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.unfolds = False
        self.chosen = -1  # the selected row, which may be taller
        self._ask_today = today
        self._day: date | None = None
        self._painting = False

    @contextmanager
    def one_day(self) -> Iterator[None]:
        """Paint a list within: the day is asked for once at most, since it comes from the store."""
        self._painting, self._day = True, None
        try:
            yield
        finally:
            self._painting = False

    def _today(self) -> date:
        if not self._painting or self._day is None:
            self._day = self._ask_today()
        return self._day

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        if isinstance(row, Heading):
            return QSize(0, self.look.px(40 if index.row() else 34))
        if self._says(row, index.row()):
            return QSize(0, self._said_height(row, option.rect.width() or self._width(option)))
        return QSize(0, self.look.size("row"))

    def _width(self, option: QStyleOptionViewItem) -> int:
        return option.widget.width()

    def _says(self, row: Row, number: int) -> bool:
        return self.unfolds and number == self.chosen and bool(row.summary)

    def _said_height(self, row: Row, width: int) -> int:
        lines = len(self._said_layout(row.summary, width - 2 * SIDE))
        return self.look.px(12 + 20 + 4 + 10 + 16 + 12) + lines * self.look.line("said")

    def paint_row(
        self, painter: QPainter, row: Row | Heading, number: int, box: QRect, wanted: QRegion
    ) -> None:
        """Paint the lines of a row that lie in what is wanted."""
        if isinstance(row, Heading):
            self._paint_heading(painter, row, box)
            return
        self._paint_ground(painter, box, selected=number == self.chosen)
        if self._says(row, number):
            self._paint_saying(painter, row, box)
            return
        title, passage, last = self._lines(box)
        if wanted.intersects(title):
            self._paint_title(painter, row.title, title)
        if wanted.intersects(passage):
            self._paint_passage(painter, row.passage, passage)
        if wanted.intersects(last):
            caption.paint(painter, self.look, caption.of(row, self._today), last)

    def differing(self, old: Row, new: Row, box: QRect) -> QRegion:
        """Return the lines of a place in the list that another row would paint otherwise."""
        title, passage, last = self._lines(box)
        found = QRegion()
        for line, same in (
            (title, old.title == new.title),
            (passage, old.passage == new.passage),
            (last, caption.same(old, new)),
        ):
            if not same:
                found += line.adjusted(-BESIDE, 0, BESIDE, 0)
        return found

    def _lines(self, box: QRect) -> tuple[QRect, QRect, QRect]:
        """Return where title, passage and caption stand in a row that says no sentence."""
        left, width, look = box.x() + SIDE, box.width() - 2 * SIDE, self.look
        title = QRect(left, box.y() + 1 + look.px(9), width, look.line("list"))
        passage = QRect(left, title.bottom() + 1, width, look.line("body"))
        top = passage.bottom() + 1 + look.px(2)
        return title, passage, QRect(left, top, width, look.line("caption"))

    def _paint_heading(self, painter: QPainter, heading: Heading, box: QRect) -> None:
        painter.setFont(self.look.font("label"))
        painter.setPen(self.look.colour("muted"))
        inner = box.adjusted(SIDE, 0, -SIDE, -self.look.px(8))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner, align, heading.text)

    def _paint_ground(self, painter: QPainter, box: QRect, *, selected: bool) -> None:
        if selected:
            painter.fillRect(box, self.look.colour("accent-soft"))
        painter.fillRect(box.x(), box.y(), box.width(), 1, self.look.colour("line"))
        if selected:
            painter.fillRect(box.x(), box.y(), EDGE, box.height(), self.look.colour("accent"))

    def _paint_saying(self, painter: QPainter, row: Row, box: QRect) -> None:
        """Paint a row with its sentence in the place of the passage."""
        left, width = box.x() + SIDE, box.width() - 2 * SIDE
        top = box.y() + 1 + self.look.px(11)
        self._paint_title(painter, row.title, QRect(left, top, width, self.look.line("list")))
        top += self.look.line("list") + self.look.px(4)
        top = self._paint_said(painter, row.summary, QRect(left, top, width, 0))
        top += self.look.px(10)
        width -= self._paint_copy(painter, left + width, top + self.look.line("caption") / 2)
        line = QRect(left, top, width, self.look.line("caption"))
        caption.paint(painter, self.look, caption.of(row, self._today), line)

    def _paint_copy(self, painter: QPainter, right: int, middle: float) -> int:
        """Show the key that copies the sentence, where it leaves room; return the width taken."""
        caps = words.keys(SHORTCUTS["copy_reply"])
        wide = key_cap.width_of(self.look, caps)
        if right < self.look.px(COPY_FROM):
            return 0
        key_cap.paint(painter, self.look, caps, QPointF(right - wide, middle), "soft")
        painter.setFont(self.look.font("label"))
        painter.setPen(self.look.colour("accent"))
        letters = QFontMetrics(painter.font())
        text = words.copy()
        left = right - wide - 8 - letters.horizontalAdvance(text)
        box = QRectF(left, middle - 20, right - left, 40)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return round(right - left + 8)

    def _paint_title(self, painter: QPainter, title: Marked, line: QRect) -> None:
        text = Line.of_passage(title, self.look, "list", line)
        text.draw(painter, self.look.colour("text"))
        for run in text.runs():
            under = QRectF(run.x(), line.bottom() - self.look.px(1), run.width(), 1.5)
            painter.fillRect(under, self.look.colour("accent"))

    def _paint_passage(self, painter: QPainter, passage: Marked, line: QRect) -> None:
        """Draw the passage muted, then each match over it: its ground, and its letters in full."""
        text = Line.of_passage(passage, self.look, "body", line)
        text.draw(painter, self.look.colour("muted"))
        for run in text.runs():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("mark"))
            ground = run.adjusted(-1, self.look.px(1), 1, -self.look.px(1))
            painter.drawRoundedRect(ground, 2, 2)
            text.draw_run(painter, run, self.look.colour("text"))

    def _said_layout(self, sentence: str, width: int) -> list[str]:
        """Break a sentence into lines, at most six, the last one cut if there is more."""
        layout = QTextLayout(sentence, self.look.font("said"))
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, length = line.textStart(), line.textLength()
            lines.append(sentence[start : start + length].rstrip())
            if len(lines) == SAID_LINES and start + length < len(sentence):
                letters = QFontMetrics(self.look.font("said"))
                lines[-1] = letters.elidedText(sentence[start:], Qt.TextElideMode.ElideRight, width)
                break
        layout.endLayout()
        return lines

    def _paint_said(self, painter: QPainter, sentence: str, box: QRect) -> int:
        painter.setFont(self.look.font("said"))
        painter.setPen(self.look.colour("text"))
        top, height = box.y(), self.look.line("said")
        for text in self._said_layout(sentence, box.width()):
            line = QRect(box.x(), top, box.width() + 4, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            top += height
        return top
