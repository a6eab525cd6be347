"""The five-part bar: how many people are how far, from understood at the left to not delivered.

Told apart without colours too: what was only delivered is outlined, what was not delivered hatched.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.core.announcements import State
from kbdesk.ui.look.look import Look, painter_on

ORDER = tuple(reversed(State))  # understood first
GAP, LEAST, ROUND = 2, 4, 4  # px between parts, of the smallest part, of the corners
PART = {state: f"part-{number}" for number, state in enumerate(State, 1)}


def shares(counts: Mapping[State, int], width: float) -> list[tuple[State, float, float]]:
    """Share a width out among the parts there are: state, left, width; none under LEAST."""
    there = [state for state in ORDER if counts.get(state, 0)]
    room = width - GAP * (len(there) - 1) - LEAST * len(there)
    total = sum(counts[state] for state in there)
    found, left = [], 0.0
    for state in there:
        wide = LEAST + max(0.0, room) * counts[state] / total
        found.append((state, left, wide))
        left += wide + GAP
    return found


def paint_parts(painter: QPainter, look: Look, box: QRectF, counts: Mapping[State, int]) -> None:
    """Paint a bar into a box."""
    outline = QPainterPath()
    outline.addRoundedRect(box, ROUND, ROUND)
    painter.save()
    painter.setClipPath(outline)
    found = shares(counts, box.width())
    for state, left, wide in found:
        part = QRectF(box.left() + left, box.top(), wide, box.height())
        paint_part(painter, look, part, state)
    if not found:
        painter.fillRect(box, look.colour("sunken"))
    painter.restore()


def paint_part(painter: QPainter, look: Look, box: QRectF, state: State) -> None:
    """Paint one part."""
    colour = look.colour(PART[state])
    if state is State.NOT_DELIVERED:
        painter.fillRect(box, look.colour("part-1-ground"))
        painter.fillRect(box, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillRect(box, colour)
    edge = {State.NOT_DELIVERED: colour, State.DELIVERED: look.colour("line-strong")}.get(state)
    if edge is not None:
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class PartsBar(QWidget):
    """One bar across the page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts: Mapping[State, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[State, int], spoken: str) -> None:
        """Show how many are how far."""
        self._counts = counts
        self.setAccessibleName(spoken)
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            paint_parts(painter, self._look, QRectF(self.rect()), self._counts)


class Legend(QWidget):
    """One part: its sign, how many, and its name."""

    def __init__(self, look: Look, state: State) -> None:
        super().__init__()
        self._look = look
        self._state = state
        self._count, self._name = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, count: int, name: str) -> None:
        """Set number and name."""
        self._count, self._name = str(count), name
        self.setAccessibleName(f"{count} {name}")
        self.updateGeometry()
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        wide = max(
            QFontMetrics(look.font("caption")).horizontalAdvance(self._name),
            QFontMetrics(look.font("section")).horizontalAdvance(self._count),
        )
        return QSize(look.px(18) + wide + 16, look.line("section") + look.line("caption") + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(10)
        first = look.line("section")
        left = look.px(18)
        with painter_on(self) as painter:
            sign = QRectF(0, (first - side) / 2, side, side)
            paint_part(painter, look, sign, self._state)
            painter.setFont(look.font("section"))
            painter.setPen(look.colour("text"))
            top = QRectF(left, 0, self.width() - left, first)
            painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self._count)
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("muted"))
            below = QRectF(left, first + 1, self.width() - left, look.line("caption"))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._name)
