"""A button that is only its words: an act that must be there and must not call for attention."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent

from kbdesk.ui.controls.words_button import WordsButton
from kbdesk.ui.look.look import Look, painter_on


class QuietButton(WordsButton):
    """Words in the accent's colour, underlined under the mouse."""

    def __init__(self, look: Look, *, role: str = "control", flush: bool = False) -> None:
        super().__init__(look, flush=flush)
        self._role = role

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._look.font(self._role)).horizontalAdvance(self.text())
        return QSize(wide + 2 * self.edge, self._look.line(self._role) + self._look.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        font = self._look.font(self._role)
        font.setUnderline(self.underMouse() and self.isEnabled())
        with painter_on(self) as painter:
            painter.setFont(font)
            painter.setPen(self._look.colour("accent" if self.isEnabled() else "muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            self.paint_focus(painter)
