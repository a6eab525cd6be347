"""Where a docked window stands. Qt-free: plain rectangles in, plain rectangles out."""

from dataclasses import dataclass
from typing import Literal

Edge = Literal["left", "right"]
WIDTH = 400  # px


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the desktop."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


def beside(free: Area, edge: Edge, width: int = WIDTH) -> Area:
    """Stand at an edge of what a screen leaves free, over its whole height."""
    wide = min(width, free.width)
    left = free.x if edge == "left" else free.x + free.width - wide
    return Area(left, free.y, wide, free.height)


def nearest_edge(window: Area, free: Area) -> Edge:
    """Return the edge that a window stands nearer to; the right one when it is in the middle."""
    return "left" if window.middle < free.middle - free.width // 8 else "right"


def other(edge: Edge) -> Edge:
    return "right" if edge == "left" else "left"
