"""Cards: a surface within a rounded line, by itself or round rows that stand in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from kbdesk.ui.look.look import Look, painter_on


def paint_card(
    painter: QPainter,
    look: Look,
    box: QRect,
    *,
    line: str = "line",
    ground: str = "surface",
    width: int = 1,
) -> None:
    """Draw a card that fills a box, its line within it."""
    half, radius = width / 2, look.tokens.radii["card"]
    painter.setPen(QPen(look.colour(line), width))
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)


@contextmanager
def card_of_rows(widget: QWidget, look: Look, ground: str = "") -> Iterator[QPainter]:
    """Paint rows within the card that a widget is: cut at its corners, its line over them."""
    outline, radius = QPainterPath(), look.tokens.radii["card"]
    outline.addRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    with painter_on(widget) as painter:
        painter.setClipPath(outline)
        if ground:
            painter.fillPath(outline, look.colour(ground))
        yield painter
        painter.setClipping(False)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawPath(outline)


def paint_line_above(painter: QPainter, look: Look, card: QWidget, row: QWidget) -> None:
    """Draw the hairline between a row of a card and the one above it."""
    painter.fillRect(0, row.y() - 1, card.width(), 1, look.colour("line"))
