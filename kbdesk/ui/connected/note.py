"""A sentence with a sign before it, for what a person should know and need not act on."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on


class Note(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, icon: str, look: Look) -> None:
        super().__init__()
        self._icon = icon
        self._text = label("body-ui", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)
        self.apply_look(look)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Tell something, or with "" nothing."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.px(16) + 12, 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, inner = self._look.px(16), self.contentsRect()
        top = inner.top() + (self._text.fontMetrics().height() - side) // 2
        with painter_on(self) as painter:
            box = QRect(inner.left(), top, side, side)
            icons.paint(painter, self._icon, box, self._look.colour("muted"))
