"""Plots painted by us: bars, and a line over them, with the exact figure of each one key away.

A plot is a picture of a short table. Arrows walk along it and say each row; a screen reader is told
all of it at once, so nobody needs the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on

HIGH, ABOVE, GAP, RADIUS = 96, 22, 8, 3  # px: the bars at 100 %, room above, between, of a dot
MOST_WIDE = 96  # px at 100 % of one bar


@dataclass(frozen=True, slots=True)
class Point:
    """One row of the table: `told` is the sentence that says it whole."""

    name: str
    value: float | None
    told: str
    shown: str = ""  # the figure above the bar
    tone: str = "part-3"
    line: float | None = None  # a second figure, as a line over the bars


@dataclass(frozen=True, slots=True)
class Promise:
    """A value drawn across, that should not be passed."""

    value: float
    name: str


class PlotArea(QLabel):
    """The picture; a label, so that a screen reader knows it for something to be read."""

    def __init__(self, look: Look, plot: "Plot") -> None:
        super().__init__(plot)
        self._look = look
        self._plot = plot
        self.points: tuple[Point, ...] = ()
        self.promise: Promise | None = None
        self.sparse = False  # names only under the first and the last
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(200, look.px(ABOVE) + look.px(HIGH) + look.line("caption") + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    # where things are

    @property
    def _floor(self) -> int:
        return self._look.px(ABOVE) + self._look.px(HIGH)

    @property
    def _top(self) -> float:
        values = [one.value or 0 for one in self.points] + [one.line or 0 for one in self.points]
        if self.promise is not None:
            values.append(self.promise.value)
        return max(*values, 1.0) if values else 1.0

    def _height(self, value: float) -> float:
        return self._look.px(HIGH) * value / self._top

    def _box(self, number: int) -> QRectF:
        """Return the column of a point, whole."""
        count = max(1, len(self.points))
        wide = min((self.width() + GAP) / count - GAP, self._look.px(MOST_WIDE))
        return QRectF(number * (wide + GAP), 0, wide, self._floor)

    # paint

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painter_on(self) as painter:
            self._paint_bars(painter)
            painter.fillRect(QRectF(0, self._floor, self.width(), 1), look.colour("line-strong"))
            self._paint_promise(painter)
            self._paint_line(painter)
            self._paint_names(painter)
            if self.hasFocus():
                paint_ring(painter, look, self.rect())

    def _paint_bars(self, painter: QPainter) -> None:
        look = self._look
        painter.setFont(look.font("label", tabular=True))
        for number, point in enumerate(self.points):
            box = self._box(number)
            if number == self.at:
                painter.fillRect(box.adjusted(-GAP / 2, 0, GAP / 2, 0), look.colour("sunken"))
            if point.value is None:
                continue
            high = max(self._height(point.value), 2.0 if point.value else 0.0)
            bar = QRectF(box.left(), self._floor - high, box.width(), high)
            painter.fillRect(bar, look.colour(point.tone))
            if point.shown:
                painter.setPen(look.colour("warn" if point.tone == "warn" else "text"))
                above = QRectF(box.left() - GAP, bar.top() - look.px(20), box.width() + 2 * GAP,
                               look.px(18))  # fmt: skip
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, point.shown)

    def _paint_line(self, painter: QPainter) -> None:
        at = [
            QPointF(self._box(number).center().x(), self._floor - self._height(one.line))
            for number, one in enumerate(self.points)
            if one.line is not None
        ]
        if not at:
            return
        look = self._look
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(at))
        painter.setPen(QPen(look.colour("surface"), 1.5))
        painter.setBrush(look.colour("accent"))
        for point in at:
            painter.drawEllipse(point, RADIUS + 1, RADIUS + 1)

    def _paint_promise(self, painter: QPainter) -> None:
        if self.promise is None:
            return
        look, high = self._look, self._floor - self._height(self.promise.value)
        painter.setPen(QPen(look.colour("line-strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, high), QPointF(self.width(), high))
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("muted"))
        line = look.line("caption")
        box = QRectF(0, high - line - 1, self.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self.promise.name)

    def _paint_names(self, painter: QPainter) -> None:
        look = self._look
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("muted"))
        letters, top = QFontMetrics(painter.font()), self._floor + 4
        last, wide = len(self.points) - 1, self.width() / max(1, len(self.points))
        sparse = self.sparse or any(
            letters.horizontalAdvance(one.name) > wide for one in self.points
        )
        for number, point in enumerate(self.points):
            if sparse and number not in {0, last}:
                continue
            told = letters.horizontalAdvance(point.name)
            box = self._box(number)
            left = box.center().x() - told / 2
            left = box.left() if sparse and number == 0 else left
            left = min(max(0.0, left), self.width() - told)
            painter.drawText(QPointF(left, top + letters.ascent()), point.name)

    # one of them

    def choose(self, number: int) -> None:
        """Say one point, or none."""
        self.at = number if 0 <= number < len(self.points) else -1
        self._plot.tell(self.points[self.at].told if self.at >= 0 else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by and self.points:
            self.choose(min(max(self.at + by, 0), len(self.points) - 1))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        across = event.position().x()
        inside = (
            number
            for number in range(len(self.points))
            if self._box(number).left() - GAP / 2 <= across < self._box(number).right() + GAP / 2
        )
        self.choose(next(inside, -1))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        if not self.hasFocus():
            self.choose(-1)
        super().leaveEvent(event)  # type: ignore[arg-type]  # a QEvent

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(len(self.points) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.choose(-1)


class Plot(QWidget):
    """Its name, the figure that matters, what it is of, and the picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._caption = ""
        self.name = Paragraph("strong", look, lines=2)
        self.figure = Paragraph("title", look, lines=1, tabular=True)
        self.figure.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.about = Paragraph("caption", look, colour="muted")
        self.area = PlotArea(look, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.figure)
        beside = QVBoxLayout()
        beside.addSpacing(10)  # its line stands where the figure does
        beside.addWidget(self.about)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addWidget(self.area)
        column.addStretch(1)

    def say(self, name: str, figure: str, caption: str, *, warns: bool = False) -> None:
        """Set the words above."""
        self._caption = caption
        self.name.say(name)
        self.figure.wear("title", "warn" if warns else "text")
        self.figure.say(figure)
        self.tell("")
        self.area.setAccessibleName(f"{name}: {figure} {caption}")

    def show_points(
        self, points: Sequence[Point], *, promise: Promise | None = None, sparse: bool = False
    ) -> None:
        """Show the table as a picture."""
        area = self.area
        area.points, area.promise, area.sparse = tuple(points), promise, sparse
        area.at = min(area.at, len(area.points) - 1)
        area.setAccessibleDescription("\n".join(one.told for one in points))
        area.update()

    def tell(self, told: str) -> None:
        """Say one point in the place of what the figure is of."""
        self.about.say(told or self._caption)
