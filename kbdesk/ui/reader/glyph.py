"""One icon beside words, in a token colour; silent to screen readers, since the words speak."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

QUOTES = "quotes"  # not from the icon font: each language has its own
LARGER = 1.5  # how much taller the letters of the mark are than the box: it is a small part of them


class Glyph(QWidget):
    """An icon as tall as the line of text it stands beside."""

    def __init__(
        self, icon: str, size: int, look: Look, *, colour: str, line: str, prose: bool = False
    ) -> None:
        super().__init__()
        self._icon = icon
        self._size = size
        self._colour = colour
        self._line = line
        self._prose = prose  # beside a `Prose`, whose lines have their spare room above
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, colour: str) -> None:
        """Change the picture."""
        self._icon, self._colour = icon, colour
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.line(self._line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(self._size)
        middle = self.height() / 2
        if self._prose:
            middle = self.height() - QFontMetrics(self._look.font(self._line)).height() / 2
        box = QRect(0, round(middle - side / 2), side, side)
        with painter_on(self) as painter:
            if self._icon == QUOTES:
                self._paint_quotes(painter, box)
            else:
                icons.paint(painter, self._icon, box, self._look.colour(self._colour))

    def _paint_quotes(self, painter: QPainter, box: QRect) -> None:
        """Draw the mark with which the language begins what is said."""
        mark = self.tr("“")
        font = self._look.font("strong")
        font.setPixelSize(round(box.height() * LARGER))
        font.setWeight(QFont.Weight.Bold)
        letters = QPainterPath()
        letters.addText(QPointF(0, 0), font, mark)
        letters.translate(QRectF(box).center() - letters.boundingRect().center())
        painter.fillPath(letters, self._look.colour(self._colour))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)
