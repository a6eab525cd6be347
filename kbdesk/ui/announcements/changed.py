"""What a notice changes, as two columns: what was said before, what holds now.

Word by word, with the marks of every comparison (`controls/word_marks`).
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.word_diff import Mark, compare
from kbdesk.ui.controls.word_marks import marked
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

BESIDE = 440  # px at 100 %: from there on the two stand side by side
GAP = 24


class Changed(QWidget):
    """“Before … / Now …” between two hairlines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._old = self._new = ""
        self._names = label("label"), label("label")
        self.texts = Prose("read", look, colour="muted"), Prose("read", look)
        self._sides = [QWidget(), QWidget()]
        for side, name, text in zip(self._sides, self._names, self.texts, strict=True):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 12, 0, 14)
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(text)
            column.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 1, 0, 1)
        for side in self._sides:
            self._across.addWidget(side, 1)
        self._say()
        self.hide()

    def show_change(self, old: str, new: str) -> None:
        """Show two texts; with neither, nothing."""
        self._old, self._new = old, new
        self._say()
        self.setVisible(bool(old or new))

    def _say(self) -> None:
        self._names[0].setText(self.tr("Before"))
        self._names[1].setText(self.tr("From now on"))
        lines = compare(self._old, self._new)
        sides = ((Mark.GONE, "before"), (Mark.NEW, "after"))
        for text, plain, (mark, side) in zip(
            self.texts, (self._old, self._new), sides, strict=True
        ):
            markup = "<br>".join(
                "".join(marked(piece, self._look) for piece in line.pieces
                        if piece.mark in (Mark.SAME, mark))
                for line in lines if getattr(line, side)
            )  # fmt: skip
            text.say(plain, markup)
        if not self._old:
            self.texts[0].say(self.tr("Nothing was said of it."))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def _beside(self) -> bool:
        return self.width() >= self._look.px(BESIDE)

    def _place(self) -> None:
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if self._beside else direction.TopToBottom)
        self._across.setSpacing(GAP * 2 if self._beside else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = self._look.colour("line")
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)
            if self._beside:
                painter.fillRect(self.width() // 2 - 1, 0, 1, self.height(), line)
            else:
                painter.fillRect(0, self._sides[1].y(), self.width(), 1, line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
