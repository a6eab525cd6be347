"""The list of notices: 85 px each, the level by an edge and by a word, what is asked at the right.

Rows keep their places while the list is seen: what comes meanwhile waits to be let in.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kbdesk.core.announcements import Level
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.level_edge import EDGE
from kbdesk.ui.controls.row_list import ROW, Index, RowDelegate, RowList
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look

LEFT, RIGHT, TOP = 20, 16, 13


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What one row says. `done`: nothing is asked any more."""

    id: str
    level: Level
    title: str
    about: str  # who and when
    told: str  # at the right: what is asked, or how far one has come
    done: bool = False
    warns: bool = False  # late, recalled, refused

    @property
    def spoken(self) -> str:
        """Everything in the order of reading, for a screen reader."""
        parts = (words.level(self.level), self.title, self.told, self.about)
        return ", ".join(part for part in parts if part)


class NoticeDelegate(RowDelegate):
    """Paints a row in three lines."""

    HIGH = 85

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, look, box = index.data(ROW), self.look, option.rect
        painter.save()
        if index.row() == self.chosen:
            painter.fillRect(box, look.colour("accent-soft"))
        line = QRect(box.left() + EDGE, box.bottom(), box.width() - EDGE, 1)
        painter.fillRect(line, look.colour("line"))
        tone = "line" if row.done else words.COLOURS[row.level]
        edge = QRect(box.left(), box.top(), EDGE, box.height())
        painter.fillRect(edge, look.colour(tone))
        self._paint_lines(painter, row, box.adjusted(LEFT, look.px(TOP), -RIGHT, 0))
        painter.restore()

    def _paint_lines(self, painter: QPainter, row: NoticeRow, box: QRect) -> None:
        look = self.look
        caption, gap = look.line("caption"), look.px(3)
        told = self._paint_told(painter, row, QRect(box.topLeft(), QSize(box.width(), caption)))
        level = QRect(box.left(), box.top(), max(0, box.width() - told), caption)
        colour = "muted" if row.done else words.COLOURS[row.level]
        self.write(painter, "label", colour, level, words.level(row.level))
        high = look.line("list")
        title = QRect(box.left(), box.top() + caption + gap, box.width(), high)
        self.write(painter, "field" if row.done else "list", "text", title, row.title)
        about = QRect(box.left(), title.bottom() + 1 + gap, box.width(), caption)
        self.write(painter, "caption", "muted", about, row.about)

    def _paint_told(self, painter: QPainter, row: NoticeRow, box: QRect) -> int:
        """Say at the right what is asked; return the room it takes with the gap before it."""
        look = self.look
        letters = QFontMetrics(look.font("caption"))
        side = look.px(14) + 4 if row.done and not row.warns else 0
        level = QFontMetrics(look.font("label")).horizontalAdvance(words.level(row.level))
        room = box.width() - level - 12 - side
        text = letters.elidedText(row.told, Qt.TextElideMode.ElideRight, max(0, room))
        wide = letters.horizontalAdvance(text)
        at = QRect(box.right() + 1 - wide, box.top(), wide + 2, box.height())
        self.write(painter, "caption", "critical" if row.warns else "muted", at, text)
        if side:
            sign = QRect(at.left() - side, box.top() + 1, look.px(14), look.px(14))
            icons.paint(painter, "check", sign, look.colour("muted"))
        return wide + side + 12


class NoticeList(RowList):
    """The notices, one of them selected."""

    def _delegate_of(self, look: Look) -> RowDelegate:
        return NoticeDelegate(look, self)
