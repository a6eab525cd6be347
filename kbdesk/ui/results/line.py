"""One line of text, cut to its room, with the runs that matched.

To shape letters costs more than to draw them, so lines are kept as they were laid out: while a
question is typed, titles and captions come back at each key.
"""

import functools
import math
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from kbdesk.core.results import Marked
from kbdesk.ui.look.look import Look
from kbdesk.ui.results import rows

KEPT = 256  # lines: three for each of some answers
WIDE = 1000  # px: an ellipsis is never cut


class Shaped(NamedTuple):
    """As much of a text as stands in its room, its letters shaped."""

    kept: int  # letters
    width: float  # how far they reach, the ellipsis included
    layout: QTextLayout
    line: QTextLine
    more: QTextLayout | None  # the ellipsis where the text was cut

    def draw(self, painter: QPainter, at: QPointF) -> None:
        self.layout.draw(painter, at)
        if self.more is not None:
            self.more.draw(painter, at + QPointF(self.line.naturalTextWidth(), 0))


@functools.lru_cache(maxsize=KEPT)
def laid_out(text: str, look: Look, role: str, tabular: bool, width: int) -> Shaped:
    """Shape a text once and cut it: to shape it cut, as `elidedText` would, costs as much again."""
    layout = QTextLayout(text, look.font(role, tabular=tabular))
    line = _only_line(layout, max(0, width))
    kept = line.textLength()
    if kept >= len(text):
        return Shaped(len(text), line.naturalTextWidth(), layout, line, None)
    more, dots = _ellipsis(look, role, tabular)
    line.setLineWidth(max(0, width - dots))
    return Shaped(line.textLength(), line.naturalTextWidth() + dots, layout, line, more)


def _only_line(layout: QTextLayout, width: int) -> QTextLine:
    """Lay out the first line of a text, broken wherever its room ends."""
    layout.setCacheEnabled(True)  # else each drawing shapes the letters again
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line


@functools.lru_cache(maxsize=8)
def _ellipsis(look: Look, role: str, tabular: bool) -> tuple[QTextLayout, int]:
    layout = QTextLayout(rows.ELLIPSIS, look.font(role, tabular=tabular))
    return layout, math.ceil(_only_line(layout, WIDE).naturalTextWidth())


@functools.lru_cache(maxsize=8)
def _letter(look: Look, role: str) -> int:
    """Return how wide a letter is on average."""
    return max(1, QFontMetrics(look.font(role)).averageCharWidth())


class Line:
    """A text in the middle of a box, cut at its right edge."""

    def __init__(
        self, marked: Marked, look: Look, role: str, box: QRect, *, tabular: bool = False
    ) -> None:
        self._shaped = laid_out(marked.text, look, role, tabular, box.width())
        self._spans = rows.within(marked.spans, self._shaped.kept)
        self._box = box
        self._top = box.y() + (box.height() - self._shaped.line.height()) / 2

    @classmethod
    def of_passage(cls, marked: Marked, look: Look, role: str, box: QRect) -> "Line":
        """Begin near the first match; a long passage is not measured to its end."""
        room = max(1, box.width() // _letter(look, role))
        shown = rows.from_first_match(rows.on_one_line(marked), room)
        return cls(Marked(shown.text[: 2 * room], shown.spans), look, role, box)

    @property
    def width(self) -> float:
        """How far the letters reach."""
        return self._shaped.width

    def runs(self) -> list[QRectF]:
        """Return the boxes of the matched runs, as tall as the line."""
        found = []
        for start, end in self._spans:
            left, right = sorted((self._x(start), self._x(end)))  # some letters run leftwards
            found.append(
                QRectF(self._box.x() + left, self._box.y(), right - left, self._box.height())
            )
        return found

    def _x(self, position: int) -> float:
        x = self._shaped.line.cursorToX(position)  # the stubs do not say that it may be a pair
        return float(x[0]) if isinstance(x, tuple) else cast(float, x)

    def draw(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(colour)
        self._shaped.draw(painter, QPointF(self._box.x(), self._top))

    def draw_run(self, painter: QPainter, run: QRectF, colour: QColor) -> None:
        """Draw again what stands in one run, in its own colour."""
        painter.save()
        painter.setClipRect(run, Qt.ClipOperation.IntersectClip)
        self.draw(painter, colour)
        painter.restore()
