"""Buttons of our own: an icon alone, and a sentence with its key.

They paint themselves whole: asking QStyle for a ground would load its enumerations, a tenth of
the launch.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

PADDING = 18  # px
RING = 2  # width of the focus ring


def paint_ring(painter: QPainter, look: Look, box: QRect, colour: str = "accent") -> None:
    """Draw the focus ring just inside a box."""
    painter.setPen(QPen(look.colour(colour), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = look.tokens.radii["control"]
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius, radius)


def paint_ground(painter: QPainter, look: Look, box: QRect, fill: str, border: str) -> None:
    """Fill a control's box with one token and edge it with another, its corners rounded."""
    painter.setPen(QPen(look.colour(border), 1))
    painter.setBrush(look.colour(fill))
    radius = look.tokens.radii["control"]
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class PaintedButton(QAbstractButton):
    """What our buttons share: a size of their own, the look, and a repaint under the mouse."""

    def __init__(self, look: Look, focus: Qt.FocusPolicy = Qt.FocusPolicy.StrongFocus) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class IconButton(PaintedButton):
    """A 32 px square with an icon; its name is its tooltip and its accessible name."""

    def __init__(self, icon: str, look: Look) -> None:
        super().__init__(look, Qt.FocusPolicy.TabFocus)
        self._icon = icon

    def name(self, text: str) -> None:
        """Set the words for it."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        side = self._look.size("button")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colour = self._look.colour("text" if self.underMouse() else "muted")
            side = self._look.px(20)
            box = QRect(0, 0, side, side)
            box.moveCenter(self.rect().center())
            icons.paint(painter, self._icon, box, colour)
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect())


class ActButton(PaintedButton):
    """A button that shows its key after its words; the primary one is filled."""

    def __init__(self, look: Look, *, shortcut: str = "", primary: bool = False) -> None:
        super().__init__(look)
        self._shortcut = shortcut
        self._primary = primary
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words_width = QFontMetrics(self._look.font("control")).horizontalAdvance(self.text())
        height = self._look.size("act" if self._primary else "control")
        return QSize(words_width + self._caps_room() + 2 * PADDING, height)

    def show_primary(self, primary: bool) -> None:
        """Fill it as the one act of the screen, or no longer."""
        self._primary = primary
        self.updateGeometry()
        self.update()

    @property
    def shown_key(self) -> str:
        """The key it shows, "" for none."""
        return self._shortcut

    def show_key(self, shortcut: str) -> None:
        """Show another key, "" for none where there is no room for it."""
        if shortcut != self._shortcut:
            self._shortcut = shortcut
            self.updateGeometry()
            self.update()

    def _caps_room(self) -> int:
        caps = words.keys(self._shortcut) if self._shortcut else ()
        return key_cap.width_of(self._look, caps) + self._look.px(10) if caps else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            over = self.underMouse() or self.isDown()
            if self._primary:
                fill = border = "accent-hover" if over else "accent"
            else:
                fill, border = "surface", "line-strong" if over else "line"
            paint_ground(painter, self._look, self.rect(), fill, border)
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect(), "text" if self._primary else "accent")
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        font = self._look.font("control")
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        left = (self.width() - wide - self._caps_room()) // 2
        painter.setFont(font)
        painter.setPen(self._look.colour("accent-on" if self._primary else "text"))
        box = QRect(left, 0, wide + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._shortcut:
            at = QPointF(left + wide + self._look.px(10), self.height() / 2)
            ground: key_cap.Ground = "accent" if self._primary else "plain"
            key_cap.paint(painter, self._look, words.keys(self._shortcut), at, ground)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)
