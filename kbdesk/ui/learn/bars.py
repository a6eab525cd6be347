"""What comes on the seven days from today, as small bars with their numbers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.core.learn_home import DayFigures
from kbdesk.ui.learn import words
from kbdesk.ui.look.look import Look, painter_on

BARS, GAP, LEAST = 56, 8, 2  # px: height at 100 %, between two, of a day without anything


class WeekBars(QWidget):
    """Painted; the numbers are told to a screen reader day by day."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days: tuple[DayFigures, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[DayFigures]) -> None:
        """Show seven days, today first."""
        self._days = tuple(days)
        self._say()
        self.update()

    def _say(self) -> None:
        spoken = [f"{self._name(one.day)} {one.asked}" for one in self._days]
        told = self.tr("Questions to come: %1").replace("%1", ", ".join(spoken))
        self.setAccessibleName(told)
        self.setToolTip(told)

    def _name(self, day: date) -> str:
        is_today = bool(self._days) and day == self._days[0].day
        return self.tr("today") if is_today else words.long_day(day)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = self._look.line("caption")
        return QSize(7 * 28, line + self._look.px(BARS) + 5 + line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        look, line = self._look, self._look.line("caption")
        wide = (self.width() - GAP * (len(self._days) - 1)) / len(self._days)
        most = max(1, *(one.asked for one in self._days))
        high = self.height() - 2 * line - 5
        with painter_on(self) as painter:
            painter.fillRect(QRect(0, line + high, self.width(), 1), look.colour("line-strong"))
            for number, one in enumerate(self._days):
                left = number * (wide + GAP)
                bar = max(LEAST if one.asked else 0, round(high * one.asked / most))
                self._paint_day(painter, one, number, QRectF(left, line + high - bar, wide, bar))

    def _paint_day(self, painter: QPainter, one: DayFigures, number: int, bar: QRectF) -> None:
        look, line = self._look, self._look.line("caption")
        if bar.height():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("part-3" if number else "accent"))
            painter.drawRoundedRect(bar, 2, 2)
            painter.fillRect(
                QRectF(bar.left(), bar.bottom() - min(2, bar.height()), bar.width(), 2),
                look.colour("part-3" if number else "accent"),
            )
        painter.setFont(look.font("caption" if number else "label", tabular=True))
        painter.setPen(look.colour("text" if not number else "muted"))
        above = QRectF(bar.left() - GAP, bar.top() - line, bar.width() + 2 * GAP, line)
        centre = Qt.AlignmentFlag.AlignCenter
        if one.asked:
            painter.drawText(above, centre, str(one.asked))
        below = QRectF(bar.left() - GAP, self.height() - line, bar.width() + 2 * GAP, line)
        name = words.week_day(one.day) if number else self.tr("tod.", "today, in four letters")
        painter.drawText(below, centre, name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.update()
        super().changeEvent(event)
