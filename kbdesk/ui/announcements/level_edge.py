"""The level of a notice as a small tag: a word in its colour on its soft ground."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.core.announcements import Level
from kbdesk.ui.announcements import words
from kbdesk.ui.look.look import Look, painter_on

EDGE = 4  # px of the level at the left of a row, a strip or a line
SIDES = 6  # px around the word
GROUNDS = {"critical": "critical-soft", "warn": "warn-soft", "info": "accent-soft"}


class LevelTag(QWidget):
    """“Important”."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._level = Level.INFO
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, level: Level) -> None:
        self._level = level
        self.setAccessibleName(words.level(level))
        self.updateGeometry()
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._look.font("label")).horizontalAdvance(words.level(self._level))
        return QSize(wide + 2 * SIDES, self._look.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = words.COLOURS[self._level]
        with painter_on(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(GROUNDS[colour]))
            painter.drawRoundedRect(self.rect(), 4, 4)
            painter.setFont(self._look.font("label"))
            painter.setPen(self._look.colour(colour))
            box = self.rect()
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.level(self._level))
