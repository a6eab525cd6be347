"""What stands above the text of an article: title, trust, what to say. It scrolls with the text.

It puts its parts one below the other by itself. A layout of Qt keeps the heights it once asked a
part for until that part has been laid out anew, and the page needs the true one at once: a sentence
to say would lose its last line.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

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

ABOVE = 4  # px above the title
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
        self.cautions = Cautions(look)
        self.guide_row = GuideRow(look)
        self.guide_row.asked.connect(self.guide_asked)
        self._stack: tuple[tuple[int, QWidget], ...] = (
            (ABOVE, self.title), (6, self.trust), (GAP, self.say), (0, self.cautions),
            (0, self.guide_row),
        )  # fmt: skip
        for _gap, part in self._stack:
            part.setParent(self)

    def show_reading(self, reading: Reading) -> None:
        """Fill the head for an article."""
        self.title.say(reading.article.title)
        self.trust.show_reading(reading)
        keyed = reading.article.kind is not Kind.SCRIPT  # there the key is for the messages
        self.say.frame = replies.frame(reading.html) if not keyed else ("", "")
        self.say.show_sentence(reading.article.summary, keyed=keyed)
        self.cautions.show_cautions(cautions(reading.html))
        self.guide_row.setVisible(reading.article.kind is Kind.GUIDE)

    def apply_look(self, look: Look) -> None:
        for part in (self.title, self.trust, self.say, self.cautions, self.guide_row):
            part.apply_look(look)

    def fit(self, left: int, width: int) -> int:
        """Take a column `width` wide that starts at `left`; return the height it needs there."""
        height = 0
        for gap, part in self._stack:
            if part.isHidden():
                continue
            tall = _height(part, width)
            part.setGeometry(left, height + gap, width, tall)
            height += gap + tall
        self.resize(left + width, height + BELOW)
        return height + BELOW

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done


def _height(part: QWidget, width: int) -> int:
    """Return the height that a part needs at a width, with the words it has now."""
    for within in (*reversed(part.findChildren(QWidget)), part):
        if (layout := within.layout()) is not None:
            layout.activate()
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
