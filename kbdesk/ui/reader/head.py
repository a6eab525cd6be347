"""What stands above the text of an article: title, trust, what to say. It scrolls with the text."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.articles import Kind
from kbdesk.core.reading import Reading
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import replies
from kbdesk.ui.reader.cautions import Cautions, cautions
from kbdesk.ui.reader.guide_row import GuideRow
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.say import Say
from kbdesk.ui.reader.trust import Trust

GAP = 20  # px above what to say
BELOW = 26  # px between the head and the first line


class Head(QWidget):
    """A column of widgets that the page carries above its first line."""

    guide_asked = Signal()
    resized = Signal()  # it may need another height: fields appeared, words changed

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Prose("title", look)
        self.trust = Trust(look, clock)
        self.say = Say(look)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addSpacing(6)
        self._column.addWidget(self.trust)
        self._gap = QWidget()
        self._gap.setFixedHeight(GAP)
        self._column.addWidget(self._gap)
        self._column.addWidget(self.say)
        self.cautions = Cautions(look)
        self._column.addWidget(self.cautions)
        self.guide_row = GuideRow(look)
        self.guide_row.asked.connect(self.guide_asked)
        self._column.addWidget(self.guide_row)

    def show_reading(self, reading: Reading) -> None:
        """Fill the head for an article."""
        self.title.say(reading.article.title)
        self.trust.show_reading(reading)
        keyed = reading.article.kind is not Kind.SCRIPT  # there the key is for the messages
        self.say.frame = replies.frame(reading.html) if not keyed else ("", "")
        self.say.show_sentence(reading.article.summary, keyed=keyed)
        self._gap.setVisible(bool(reading.article.summary))
        self.cautions.show_cautions(cautions(reading.html))
        self.guide_row.setVisible(reading.article.kind is Kind.GUIDE)

    def apply_look(self, look: Look) -> None:
        for part in (self.title, self.trust, self.say, self.cautions, self.guide_row):
            part.apply_look(look)

    def fit(self, left: int, width: int) -> int:
        """Take a column `width` wide that starts at `left`; return the height it needs there."""
        self._column.setContentsMargins(left, 4, 0, BELOW)
        self._column.invalidate()
        height = self._column.totalHeightForWidth(left + width)
        self.resize(left + width, height)
        return height

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done
