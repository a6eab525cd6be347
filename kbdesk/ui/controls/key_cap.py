"""Key caps: the quiet drawing of a key, once per act."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.ui import words
from kbdesk.ui.look.look import Look, painter_on

Ground = Literal["plain", "accent", "soft"]
COLOURS: dict[Ground, tuple[str, str]] = {  # border, letters
    "plain": ("line", "muted"),
    "accent": ("accent-cap", "accent-on"),
    "soft": ("soft-cap", "accent"),
}
GAP = 3


def width_of(look: Look, caps: Sequence[str]) -> int:
    """Return the width that a row of caps takes."""
    return sum(_widths(look, caps)) + GAP * (len(caps) - 1) if caps else 0


def _widths(look: Look, caps: Sequence[str]) -> list[int]:
    letters = QFontMetrics(look.font("key"))
    return [max(look.px(18), letters.horizontalAdvance(cap) + look.px(12)) for cap in caps]


def paint(
    painter: QPainter, look: Look, caps: Sequence[str], left_middle: QPointF, ground: Ground
) -> None:
    """Draw caps in a row from a point at their left, half-way up."""
    border, letters = (look.colour(name) for name in COLOURS[ground])
    height = look.px(18)
    x = left_middle.x()
    painter.setFont(look.font("key"))
    for cap, width in zip(caps, _widths(look, caps), strict=True):
        box = QRectF(x + 0.5, left_middle.y() - height / 2 + 0.5, width - 1, height - 1)
        painter.setPen(QPen(border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, look.tokens.radii["cap"], look.tokens.radii["cap"])
        painter.setPen(letters)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
        x += width + GAP


class KeyCaps(QWidget):
    """The caps of one shortcut, beside the act they stand for; silent to screen readers."""

    def __init__(self, shortcut: str, look: Look, ground: Ground = "plain") -> None:
        super().__init__()
        self._shortcut = shortcut
        self._look = look
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_on(self, ground: Ground) -> None:
        """Change with the ground below."""
        self._ground = ground
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width_of(self._look, words.keys(self._shortcut)), self._look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = QPointF(0, self.height() / 2)
        with painter_on(self) as painter:
            paint(painter, self._look, words.keys(self._shortcut), middle, self._ground)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)
