"""A box with or without its check."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent

from kbdesk.ui.controls.words_button import WordsButton
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

SIDE, INSIDE = 18, 2  # px at 100 %: the box, and the air that its icon has at the left


class Tick(WordsButton):
    """What is taken or left; its box begins where the column does."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, flush=True)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(SIDE), self._look.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(SIDE)
        box = QRect(-self._look.px(INSIDE), (self.height() - side) // 2, side, side)
        on = self.isChecked()
        with painter_on(self) as painter:
            colour = self._look.colour("accent" if on else "muted")
            icons.paint(painter, "check-square" if on else "square", box, colour)
