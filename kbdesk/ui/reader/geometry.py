"""Where things stand across the reader: margins, the measure of the text, the outline beside it.

Text keeps to 72 letters a line, which is what an eye returns from without losing its line; tables,
pictures and the sentence to say may take the whole column of 760 px. Qt-free.
"""

from dataclasses import dataclass

LETTERS = 72  # the longest line of running text
LEFT, NARROW_LEFT = 32, 16
NARROW = 480  # px of pane: below, margins shrink
OUTLINE = 172
OUTLINE_GAP = 32
OUTLINE_FROM = 840  # px of pane at 100 % text: below, the outline is a menu
COLUMN = 696  # px: 760 less the margins


@dataclass(frozen=True, slots=True)
class Geometry:
    """Pixels from the left edge of the pane."""

    left: int
    column: int  # width of what may be wide
    measure: int  # width of running text
    outline: int | None  # where the outline starts, None when it has no room

    @property
    def page(self) -> int:
        """The width of the document with its left margin."""
        return self.left + self.measure


def geometry(pane: int, letter: float, scale: float, *, outlined: bool) -> Geometry:
    """Share out a pane; `letter` is the mean width of a letter of text, `scale` 1.0 at 100 %."""
    left = NARROW_LEFT if pane < NARROW else LEFT
    beside = outlined and pane >= OUTLINE_FROM * scale
    outline = round(OUTLINE * scale) + OUTLINE_GAP if beside else left
    column = max(80, min(pane - left - outline, round(COLUMN * scale)))
    measure = min(column, round(LETTERS * letter))
    return Geometry(left, column, measure, left + column + OUTLINE_GAP if beside else None)
