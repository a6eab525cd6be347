"""What is said of an answer: right or not yet, why, and the passage it comes from."""

from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.quiz import Marked
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

EDGE, LEFT = 3, 23  # px
BESIDE = 480  # px at 100 %
SHOWN = 900  # characters of a passage: the article has the rest


class Verdict(QWidget):
    """“Right. What the article says:”, the passage, and where it stands."""

    article_requested = Signal(str, str)  # id, anchor

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._marked: Marked | None = None
        self._sign = Glyph("check-circle", 20, look, colour="ok", line="section")
        self._line = Prose("section", look, colour="ok")
        self._why = Prose("read", look)
        self.open = KeyedButton(look, "O", quiet=True, flush=True)
        self.open.clicked.connect(self.open_article)
        self.passage = Prose("read", look)
        self._source = Prose("caption", look, colour="muted")
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._sign)
        said.addWidget(self._line, 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        self._head.addLayout(said, 1)
        self._head.addWidget(self.open)
        self._quote = QWidget()
        inside = QVBoxLayout(self._quote)
        inside.setContentsMargins(LEFT, 2, 0, 2)
        inside.setSpacing(6)
        inside.addWidget(self.passage)
        inside.addWidget(self._source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(8)
        column.addWidget(self._why)
        column.addSpacing(12)
        column.addWidget(self._quote)
        self.hide()

    @property
    def spoken(self) -> str:
        """All of it in one sentence, for a screen reader."""
        return f"{self._line.accessibleName()} {self._why.accessibleName()}".strip()

    def show_marked(self, marked: Marked | None) -> None:
        """Say it; None says nothing."""
        self._marked = marked
        self._say()
        self.setVisible(marked is not None)

    def open_article(self) -> None:
        """Go to the passage."""
        if self._marked is not None:
            tested = self._marked.tested
            self.article_requested.emit(tested.article, tested.anchor)

    def _say(self) -> None:
        marked = self._marked
        if marked is None:
            return
        tested = marked.tested
        self._sign.show_icon(*(("check-circle", "ok") if marked.right else ("info", "warn")))
        self._line.say(self.tr("Right.") if marked.right else self.tr("Not yet."))
        self._line.colour("ok" if marked.right else "warn")
        self._why.say(marked.explanation)
        self._why.setVisible(bool(marked.explanation))
        self.open.setText(self.tr("Open the article"))
        self.open.setVisible(bool(tested.article))
        text = tested.text if len(tested.text) <= SHOWN else f"{tested.text[:SHOWN].rstrip()}…"
        self.passage.say(text, self._with_mark(text, marked.solution))
        self._quote.setVisible(bool(text))
        where = ", ".join(part for part in (tested.title, tested.heading) if part)
        self._source.say(where)
        self.open.setAccessibleDescription(where)

    def _with_mark(self, text: str, solution: tuple[str, ...]) -> str:
        """Mark in the passage what was the answer, where it stands there in the same words."""
        for answer in solution:
            at = text.casefold().find(answer.casefold().rstrip("."))
            end = at + len(answer.rstrip("."))
            if at >= 0 and len(text.casefold()) == len(text):
                ground = self._look.tokens.colour("mark")
                parts = [escape(part, quote=False).replace("\n", "<br>")
                         for part in (text[:at], text[at:end], text[end:])]  # fmt: skip
                style = f"background-color:{ground}"
                return f'{parts[0]}<span style="{style}">{parts[1]}</span>{parts[2]}'
        return ""

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._quote.isHidden():
            return
        box = self._quote.geometry()
        with QPainter(self) as painter:
            painter.fillRect(0, box.top(), EDGE, box.height(), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
