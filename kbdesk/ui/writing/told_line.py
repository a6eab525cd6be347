"""What has to be known before one decides: a sign and a sentence, in its colour."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.prose import Prose

SIGNS = {"warn": "warning", "critical": "warning-circle", "muted": "info", "accent": "info"}


class ToldLine(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, look: Look, tone: str = "warn", *, above: int = 12) -> None:
        super().__init__()
        self._look = look
        self._tone = tone
        self._above = above
        self._text = Prose("body", look, colour=self._ink)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        self.apply_look(look)
        self.hide()

    @property
    def _ink(self) -> str:
        return "muted" if self._tone == "muted" else self._tone

    @property
    def text(self) -> str:
        return self._text.accessibleName() if not self.isHidden() else ""

    def say(self, sentence: str, tone: str = "") -> None:
        """Tell a sentence, or nothing."""
        if tone and tone != self._tone:
            self._tone = tone
            self._text.colour(self._ink)
        self._text.say(sentence)
        self.setVisible(bool(sentence))
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._row.setContentsMargins(look.px(24), self._above, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, line = self._look.px(16), self._look.line("body")
        box = QRect(0, self._above + (line - side) // 2, side, side)
        with painter_on(self) as painter:
            icons.paint(painter, SIGNS[self._tone], box, self._look.colour(self._ink))


class Quote(QWidget):
    """Somebody's own words, with an accent edge and what they are above them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = Prose("label", look, colour="muted")
        self._words = Prose("say", look)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._words)
        self.hide()

    def say(self, name: str, words: str) -> None:
        """Quote somebody; nothing said, nothing shown."""
        self._name.say(name)
        self._words.say(words)
        self.setVisible(bool(words))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(0, 0, 3, self.height(), self._look.colour("accent"))
