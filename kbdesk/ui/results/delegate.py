"""Paints one row of the list: title, matching passage, and a caption line.

Matched letters are underlined in the title and stand on `mark` in the passage, always in the text
colour. Where the list is alone (one column), the selected row says its sentence in full, so that
an agent can speak without opening anything.
"""

from collections.abc import Callable
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
    QTextLayout,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kbdesk.core.articles import Freshness
from kbdesk.core.results import Marked
from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look
from kbdesk.ui.results.line import Line
from kbdesk.ui.results.model import ROW
from kbdesk.ui.results.rows import Heading, Row
from kbdesk.ui.shortcuts import SHORTCUTS

Index = QModelIndex | QPersistentModelIndex
SIDE = 16  # left and right padding
EDGE = 2  # of the selected row
ICON = 14
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
        self._today = today

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

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, row, box)
        else:
            self._paint_ground(painter, box, selected=index.row() == self.chosen)
            self._paint_row(painter, row, box, self._says(row, index.row()))
        painter.restore()

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

    def _paint_row(self, painter: QPainter, row: Row, box: QRect, says: bool) -> None:
        left, width = box.x() + SIDE, box.width() - 2 * SIDE
        top = box.y() + 1 + self.look.px(11 if says else 9)
        self._paint_title(painter, row.title, QRect(left, top, width, self.look.line("list")))
        top += self.look.line("list")
        if says:
            top = self._paint_said(
                painter, row.summary, QRect(left, top + self.look.px(4), width, 0)
            )
            top += self.look.px(10)
        else:
            line = QRect(left, top, width, self.look.line("body"))
            self._paint_passage(painter, row.passage, line)
            top += self.look.line("body") + self.look.px(2)
        if says:
            width -= self._paint_copy(painter, left + width, top + self.look.line("caption") / 2)
        self._paint_caption(painter, row, QRect(left, top, width, self.look.line("caption")))

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

    def _paint_caption(self, painter: QPainter, row: Row, line: QRect) -> None:
        pen = _Pen(painter, self.look, line)
        pen.icon(words.KIND_ICONS[row.kind], "muted")
        pen.skip(6)
        pen.words(row.space, "muted")
        pen.dot()
        if row.freshness is Freshness.UNVERIFIED or row.verified is None:
            pen.icon("clock", "warn")
            pen.skip(3)
            pen.words(words.not_verified(), "warn")
        elif row.freshness is Freshness.STALE:
            pen.icon("clock", "warn")
            pen.skip(3)
            pen.words(words.to_review(), "warn")
            pen.dot()
            pen.first_that_fits(
                words.verified_ago(row.verified, self._today()),
                words.age(row.verified, self._today()),
                colour="muted",
            )
        else:
            pen.icon("check-circle", "muted")
            pen.skip(4)
            pen.words(words.age(row.verified, self._today()), "muted")


class _Pen:
    """Writes the caption line from left to right."""

    def __init__(self, painter: QPainter, look: Look, line: QRect) -> None:
        self._painter = painter
        self._look = look
        self._line = line
        self._x = line.x()

    def skip(self, pixels: int) -> None:
        self._x += self._look.px(pixels)

    def icon(self, name: str, colour: str) -> None:
        side = self._look.px(ICON)
        box = QRect(self._x, self._line.y() + (self._line.height() - side) // 2, side, side)
        icons.paint(self._painter, name, box, self._look.colour(colour))
        self._x += side

    def words(self, text: str, colour: str) -> None:
        box = QRect(self._x, self._line.y(), self._line.right() - self._x, self._line.height())
        line = Line(Marked(text), self._look, "caption", box, tabular=True)
        line.draw(self._painter, self._look.colour(colour))
        self._x += min(round(line.width), box.width())

    def first_that_fits(self, *texts: str, colour: str) -> None:
        """Write the first of these, from the longest, that the line has room for."""
        letters = QFontMetrics(self._look.font("caption", tabular=True))
        room = self._line.right() - self._x
        fitting = (text for text in texts if letters.horizontalAdvance(text) <= room)
        self.words(next(fitting, texts[-1]), colour)

    def dot(self) -> None:
        self.skip(6)
        self.words("·", "line-strong")
        self.skip(6)
