"""One question a view: what has changed first, then the question, then what was right and why.

Nothing here counts down. The line above says how far the session is, and that is all.
"""

from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.quiz import Due, Marked, Session
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.hearing import announce
from kbdesk.ui.learn import words
from kbdesk.ui.learn.answer_pad import AnswerPad
from kbdesk.ui.learn.asking import Asking
from kbdesk.ui.learn.column_scroll import ColumnScroll
from kbdesk.ui.learn.difference import DifferenceView
from kbdesk.ui.learn.head_bar import HeadBar
from kbdesk.ui.learn.quiz_foot import QuizFoot
from kbdesk.ui.learn.segments import Segments
from kbdesk.ui.learn.verdict import Verdict
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

SEEN = 64  # px at 100 %, of what is said of an answer
TIGHT = 440  # px at 100 %: below, a question is said smaller
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class QuizPage(QWidget):
    """Shows one question after the other; what becomes of them is decided elsewhere."""

    answered = Signal(object, tuple, int)  # Due, answer, seconds that it took
    next_requested = Signal()
    ease_chosen = Signal(int)
    left = Signal()
    article_requested = Signal(str, str)  # id, anchor

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._due: Due | None = None
        self._session: Session | None = None
        self._marked: Marked | None = None
        self._shelf = ""
        self._now: datetime | None = None
        self._again: datetime | None = None
        self._read_change = False  # the question itself is on screen
        self._since = QElapsedTimer()
        self.bar = HeadBar(look)
        self._number = Paragraph("label", look, lines=1)
        self._about = Paragraph("caption", look, colour="muted", lines=1, right=True,
                                gives_way=True)  # fmt: skip
        self.segments = Segments(look)
        self.difference = DifferenceView(look)
        self.asked = Prose("ask", look)
        self.pad = AnswerPad(look)
        self.verdict = Verdict(look)
        self.foot = QuizFoot(look)
        self._inner = QWidget()
        self.pane = ColumnScroll(self._inner)
        self._lay_out()
        self.bar.left.connect(self.left.emit)
        self.pad.answered.connect(self._answer)
        self.pad.row_reached.connect(lambda row: self.pane.ensureWidgetVisible(row, 0, 16))
        self.verdict.article_requested.connect(self.article_requested.emit)
        self.foot.next.clicked.connect(self.go_on)
        self.foot.ease_chosen.connect(self.ease_chosen.emit)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self._number)
        above.addWidget(self._about, 1)
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(0)
        self._column.addLayout(above)
        self._column.addSpacing(8)
        self._column.addWidget(self.segments)
        self._column.addSpacing(28)
        for part, below in ((self.difference, 0), (self.asked, 20), (self.pad, 24),
                            (self.verdict, 0)):  # fmt: skip
            self._column.addWidget(part)
            self._column.addSpacing(below)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pane, 1)
        column.addWidget(self.foot)

    # what is shown

    @property
    def due(self) -> Due | None:
        """The question that is on screen."""
        return self._due

    @property
    def asking(self) -> Asking | None:
        """What was chosen of its answer so far; None once it is marked, or before it is asked."""
        return self.pad.asking if self._marked is None and self._read_change else None

    @property
    def marked(self) -> Marked | None:
        return self._marked

    def show_question(
        self, session: Session, due: Due, shelf: str, asking: Asking | None = None
    ) -> None:
        """Ask a question; `asking` is how far its answer was when it was put aside."""
        self._session, self._due, self._marked, self._shelf = session, due, None, shelf
        self._read_change = due.changed is None or asking is not None
        self.asked.say(due.asked.text)
        self.verdict.show_marked(None)
        self.pad.hold(False)
        self.pad.ask(asking or Asking.begin(due))
        self._show_phase()
        self.pane.verticalScrollBar().setValue(0)
        self._since.start()
        announce(self, f"{self._number.text} {due.asked.text}")

    def show_marked(self, marked: Marked, now: datetime) -> None:
        """Say what became of the answer."""
        asking = self.pad.asking
        if asking is None or self._session is None:
            return
        self._marked, self._now, self._again = marked, now, marked.again
        self.pad.hold(False)
        self.pad.show_marked(asking, marked)
        self.verdict.show_marked(marked)
        self._show_phase()
        self.take_focus()
        self._show_verdict()
        announce(self, f"{self.verdict.spoken} {self._when()}")

    def _show_verdict(self) -> None:
        """Scroll no further than it takes to see what is said first."""
        for layout in (self.layout(), self._column):
            if layout is not None:
                layout.activate()
        self.pane.verticalScrollBar().setValue(0)
        top = self.verdict.y() + min(self.verdict.height(), self._look.px(SEEN))
        self.pane.ensureVisible(0, top, 0, 0)

    def show_again(self, again: datetime) -> None:
        """Say that it comes again at another time than was said."""
        self._again = again
        self.foot.say_again(self._when())
        announce(self, self._when())

    def hold(self, held: bool) -> None:
        """Take no second answer while one is on its way."""
        self.pad.hold(held)

    def _show_phase(self) -> None:
        """Show the difference, or the question, or what was right."""
        due, marked = self._due, self._marked
        if due is None:
            return
        reading = not self._read_change and marked is None
        self.difference.show_difference(due.changed if reading else None)
        self.asked.setVisible(not reading)
        self.pad.setVisible(not reading)
        self.foot.setVisible(reading or marked is not None)
        self._say()

    # what is done

    def take_focus(self) -> None:
        """Bring the keys to what comes next."""
        if self._marked is not None or not self._read_change:
            self.foot.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pad.take_focus()

    def go_on(self) -> None:
        """Go to the question, or past it."""
        if self._marked is not None:
            self.next_requested.emit()
        elif not self._read_change:
            self._read_change = True
            self._show_phase()
            self._since.start()
            self.pad.take_focus()

    def _answer(self, answer: tuple[str, ...]) -> None:
        if self._due is not None and self._marked is None:
            self.answered.emit(self._due, answer, round(self._since.elapsed() / 1000))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), event.modifiers() in PLAIN
        if self._marked is None and self._read_change and self.pad.take_key(event):
            return True
        if plain and self._marked is not None and key == Qt.Key.Key_O:
            self.verdict.open_article()
        elif plain and self._marked is not None and key in SIDES:
            self.foot.step_ease(SIDES[key])
        elif plain and key in ENTER and self.foot.next.isVisible():
            if self.verdict.open.hasFocus() or self.bar.leave.hasFocus():
                return False
            if not event.isAutoRepeat():  # a key that is held down reads nothing
                self.go_on()
        else:
            return False
        return True

    # words and look

    def _when(self) -> str:
        if self._again is None or self._now is None:
            return ""
        told = self.tr("We ask it again %1.")
        return told.replace("%1", words.ahead(self._again, self._now))

    def _say(self) -> None:
        session, due = self._session, self._due
        if session is None or due is None:
            return
        at = 1 + next(i for i, one in enumerate(session.items) if one.id == due.id)
        number = self.tr("Question %1 of %2").replace("%1", str(at))
        self._number.say(number.replace("%2", str(len(session.items))))
        aside = self.tr("a call puts the session aside, nothing is lost")
        about = " · ".join(part for part in (self._shelf, aside) if part)
        self._about.say(about, self._shelf)
        self.segments.show_at(at, len(session.items))
        if self._marked is not None:
            last = session.next is None
            name = self.tr("End") if last else self.tr("Next question")
            self.foot.show_marked(self._when(), name, rates=self._marked.right)
        else:
            self.foot.show_act(self.tr("Now the question"))

    def show_session(self, session: Session) -> None:
        """Know what is left of the session."""
        self._session = session

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self.bar.show_alone(alone)

    def _shape(self) -> None:
        look = self._look
        most = look.px(
            look.tokens.sizes["guide"] * (1 + (look.scale - 100) / 200) / look.scale * 100
        )
        side = max(16, (self.width() - most) // 2)
        self._column.setContentsMargins(side, 12, side, 24)
        self.foot.align(side)
        self.asked.role("section" if self.width() - 2 * side < look.px(TIGHT) else "ask")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
