"""A line between the path and the article that cannot be overlooked: what holds for all below it.

It does not scroll away, takes no focus, and moves the text only when an article is opened or when
somebody asked for what it says. Level by an edge, an icon and words, never by colour alone.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph

EDGE = 4
LEFT = 16
BESIDE = 24  # px between words and acts that share a line


class Strip(QWidget):
    """One sentence on a soft ground, and the acts that belong to it."""

    def __init__(self, look: Look, tone: str, icon: str) -> None:
        super().__init__()
        self._look = look
        self._tone = tone
        self._icon = icon
        self._left = LEFT
        self._glyph = Glyph(icon, 16, look, colour=tone, line="body")
        self._words = label("body-ui", wraps=True)
        self._acts = QWidget()
        self._flow = Flow(8)
        self._acts.setLayout(self._flow)
        self._said = QWidget()
        row = QHBoxLayout(self._said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self._acts, 0)
        self._acts.hide()
        self._place()
        self.hide()

    def add(self, act: QWidget) -> None:
        """Put an act behind the words."""
        self._flow.addWidget(act)
        self._acts.show()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._share()
        self.show()

    def tone(self, tone: str) -> None:
        """Take another level: "accent" for a question, "warn", "critical"."""
        self._tone = tone
        self._glyph.show_icon(self._icon, tone)
        self.update()

    def stand(self, left: int) -> None:
        """Stand in line with the text below."""
        self._left = left
        self._place()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._glyph.apply_look(look)
        self._share()
        self.update()

    def _place(self) -> None:
        self._box.setContentsMargins(max(self._left, EDGE + 8), 7, 16, 7)
        self._box.setSpacing(6)

    def _share(self) -> None:
        """Put the acts beside the words where both fit, else below them."""
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 24
        parts = [self._flow.itemAt(i) for i in range(self._flow.count())]
        acts = sum(p.sizeHint().width() + 8 for p in parts if p is not None and not p.isEmpty())
        room = self.width() - self._left - 16
        beside = words + BESIDE + acts <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        self._acts.setMinimumWidth(acts if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{self._tone}-soft"))
            painter.fillRect(0, 0, EDGE, self.height(), self._look.colour(self._tone))
