"""The acts of a critical strip: one filled in the colour of its level, and the quiet one beside."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.controls.buttons import PaintedButton, paint_ring
from kbdesk.ui.look.look import Look, painter_on

PADDING = 11  # px
GAP = 10


def mixed(upper: QColor, lower: QColor, share: float) -> QColor:
    """Return a share of one colour laid over another."""
    parts = zip(upper.getRgbF()[:3], lower.getRgbF()[:3], strict=True)  # type: ignore[index]
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in parts))


class TonedButton(PaintedButton):
    """Words and caps on a ground of the level's colour, or with none on the strip itself."""

    def __init__(self, look: Look, shortcut: str, *, filled: bool) -> None:
        super().__init__(look)
        self._shortcut = shortcut
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        caps = key_cap.width_of(self._look, words.keys(self._shortcut))
        wide = self._words_width()
        return QSize(wide + GAP + caps + 2 * PADDING, self._look.px(30))

    def minimumSizeHint(self) -> QSize:
        """Ask for its words: the caps are the first to go."""
        return QSize(self._words_width() + 2 * PADDING, self._look.px(30))

    def _words_width(self) -> int:
        return QFontMetrics(self._look.font("control")).horizontalAdvance(self.text())

    @property
    def cut(self) -> bool:
        """True when not all of the words can be seen."""
        return self.width() < self.minimumSizeHint().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        tone, ground = look.colour("critical"), look.colour("critical-soft")
        ink = look.colour("accent-on" if self._filled else "text")
        with painter_on(self) as painter:
            if self._filled:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(mixed(ink, tone, 0.12) if self.underMouse() else tone)
                painter.drawRoundedRect(self.rect(), 6, 6)
            painter.setFont(look.font("control"))
            painter.setPen(ink)
            wide = self._words_width()
            box = QRect(PADDING, 0, wide + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
            edge = mixed(ink, tone, 0.45) if self._filled else mixed(tone, ground, 0.30)
            if self.width() >= self.sizeHint().width():
                self._paint_caps(painter, PADDING + wide + GAP, ink, edge)
            if self.hasFocus():
                paint_ring(painter, look, self.rect(), "text")

    def _paint_caps(self, painter: QPainter, left: int, ink: QColor, edge: QColor) -> None:
        look, high = self._look, self._look.px(18)
        painter.setFont(look.font("key"))
        at = QPointF(left, (self.height() - high) / 2)
        for cap in words.keys(self._shortcut):
            wide = key_cap.width_of(look, (cap,))
            box = QRectF(at.x() + 0.5, at.y() + 0.5, wide - 1, high - 1)
            painter.setPen(QPen(edge, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            at.setX(at.x() + wide + key_cap.GAP)
