"""One line of text, cut to its room, with the runs that matched.

To shape letters costs more than to draw them, so lines are kept as they were laid out: while a
question is typed, titles and captions come back at each key.
"""

import functools
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

from kbdesk.core.results import Marked
from kbdesk.ui.look.look import Look
from kbdesk.ui.results import rows

KEPT = 256  # lines: three for each of some answers


@functools.lru_cache(maxsize=KEPT)
def laid_out(
    text: str, look: Look, role: str, tabular: bool, width: int
) -> tuple[str, QTextLayout, QTextLine]:
    """Return what of a text stands in a width, and its letters, shaped."""
    font = look.font(role, tabular=tabular)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(shown, font)
    layout.setCacheEnabled(True)  # else each drawing shapes the letters again
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(0, width) + 8)
    layout.endLayout()
    return shown, layout, line


@functools.lru_cache(maxsize=8)
def _letter(look: Look, role: str) -> int:
    """Return how wide a letter is on average."""
    return max(1, QFontMetrics(look.font(role)).averageCharWidth())


class Line:
    """A text in the middle of a box, cut at its right edge."""

    def __init__(
        self, marked: Marked, look: Look, role: str, box: QRect, *, tabular: bool = False
    ) -> None:
        self._text, self._layout, self._line = laid_out(
            marked.text, look, role, tabular, box.width()
        )
        kept = len(self._text) - (1 if self._text != marked.text else 0)
        self._spans = rows.within(marked.spans, kept)
        self._box = box
        self._top = box.y() + (box.height() - self._line.height()) / 2

    @classmethod
    def of_passage(cls, marked: Marked, look: Look, role: str, box: QRect) -> "Line":
        """Begin near the first match; a long passage is not measured to its end."""
        room = max(1, box.width() // _letter(look, role))
        shown = rows.from_first_match(rows.on_one_line(marked), room)
        return cls(Marked(shown.text[: 2 * room], shown.spans), look, role, box)

    @property
    def width(self) -> float:
        """How far the letters reach."""
        return self._line.naturalTextWidth()

    def runs(self) -> list[QRectF]:
        """Return the boxes of the matched runs, as tall as the line."""
        found = []
        for start, end in self._spans:
            left, right = self._x(start), self._x(end)
            found.append(
                QRectF(self._box.x() + left, self._box.y(), right - left, self._box.height())
            )
        return found

    def _x(self, position: int) -> float:
        x = self._line.cursorToX(position)  # the stubs do not say that it may be a pair
        return float(x[0]) if isinstance(x, tuple) else cast(float, x)

    def draw(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(self._box.x(), self._top))

    def draw_run(self, painter: QPainter, run: QRectF, colour: QColor) -> None:
        """Draw again what stands in one run, in its own colour."""
        painter.save()
        painter.setClipRect(run, Qt.ClipOperation.IntersectClip)
        self.draw(painter, colour)
        painter.restore()
