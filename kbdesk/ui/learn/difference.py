"""What has changed in a passage since this person learnt it: before, and now, word by word."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.quiz import Difference
from kbdesk.core.word_diff import Mark, compare
from kbdesk.ui.controls.word_marks import marked
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

EDGE = 3  # px


class DifferenceView(QWidget):
    """Says that it has changed, then the two passages."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._difference: Difference | None = None
        self._name = Prose("strong", look, colour="warn")
        self._names = Prose("label", look, colour="muted"), Prose("label", look, colour="muted")
        self.texts = Prose("read", look, colour="muted"), Prose("read", look)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 14)
        column.setSpacing(4)
        column.addWidget(self._name)
        for name, text in zip(self._names, self.texts, strict=True):
            name.setContentsMargins(0, 6, 0, 0)
            column.addWidget(name)
            column.addWidget(text)
        self.hide()

    def show_difference(self, difference: Difference | None) -> None:
        """Show the two passages; None hides it."""
        self._difference = difference
        self._say()
        self.setVisible(difference is not None)

    def _say(self) -> None:
        difference = self._difference
        if difference is None:
            return
        self._name.say(self.tr("This has changed since you learnt it."))
        self._names[0].say(self.tr("Before"))
        self._names[1].say(self.tr("From now on"))
        old, new = difference.old, difference.new
        self._names[0].setVisible(bool(old))
        self.texts[0].setVisible(bool(old))
        if not old:
            self.texts[1].say(new)
            return
        lines = compare(old, new)
        sides = ((old, Mark.GONE, "before"), (new, Mark.NEW, "after"))
        for text, (plain, mark, side) in zip(self.texts, sides, strict=True):
            markup = "<br>".join(
                "".join(marked(piece, self._look) for piece in line.pieces
                        if piece.mark in (Mark.SAME, mark))
                for line in lines if getattr(line, side)
            )  # fmt: skip
            text.say(plain, markup)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
            painter.fillRect(0, 0, EDGE, self.height(), self._look.colour("warn"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
