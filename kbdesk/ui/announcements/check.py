"""The one question of a notice, asked below its text: keys choose, what is wrong says why."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.announcements import Graded
from kbdesk.core.questions import Question
from kbdesk.ui.announcements.check_steps import Steps
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.field import Field
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.guide.answers import Answer, Answers, number_of
from kbdesk.ui.hearing import announce
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Check(QWidget):
    """Asks, takes an answer, and says what became of it."""

    answered = Signal(tuple)  # of str, as it is graded
    passage_requested = Signal()
    laid_out = Signal()  # its rows are others

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._steps: Steps | None = None
        self._graded: Graded | None = None
        self._name = label("label")
        self.asked = Prose("section", look)
        self._hint = Prose("caption", look, colour="muted")
        self.answers = Answers(look)
        self.answers.taken.connect(self.take)
        self.field = Field(look, named=False)
        self.field.edit.returnPressed.connect(self._send_typed)
        self.send = ActButton(look, shortcut="Return")
        self.send.clicked.connect(self._send)
        self.verdict = Verdict(look)
        self.verdict.passage.clicked.connect(self.passage_requested.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, gap in ((self._name, 4), (self.asked, 4), (self._hint, 12), (self.answers, 12),
                          (self.field, 0), (self.send, 0), (self.verdict, 0)):  # fmt: skip
            column.addWidget(part)
            column.addSpacing(gap)
        column.setAlignment(self.send, Qt.AlignmentFlag.AlignLeft)
        self._say()
        self.hide()

    def ask(self, question: Question, seed: str) -> None:
        """Ask; what was answered before is forgotten."""
        self._steps, self._graded = Steps.begin(question, seed), None
        self.asked.say(question.text)
        self.field.edit.clear()
        self.verdict.hide()
        self._offer()
        self.show()

    def put_away(self) -> None:
        """Ask nothing."""
        self._steps, self._graded = None, None
        self.hide()

    @property
    def asks(self) -> bool:
        """True while an answer is awaited."""
        right = self._graded is not None and self._graded.right
        return self._steps is not None and not right and not self.isHidden()

    def take_focus(self) -> None:
        """Bring the keys here."""
        if self._steps is not None and self._steps.typed:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.answers.take_focus()

    def take(self, row: int) -> None:
        """Take a row, by its key or the mouse."""
        if self._steps is None or not self.asks:
            return
        steps = self._steps.again() if self._graded is not None else self._steps
        self._graded = None
        self.verdict.hide()
        self._steps = steps.take(row)
        self._offer(row)
        if self._steps.complete:
            self.answered.emit(self._steps.answer)

    def _offer(self, present: int = 0) -> None:
        steps = self._steps
        if steps is None:
            return
        self.field.setVisible(steps.typed)
        had = self.answers.has_keys
        rows = [Answer(text, self._place_of(row)) for row, text in enumerate(steps.offered)]
        self.answers.offer(rows, present)
        self.answers.setVisible(not steps.typed)
        if had:
            self.answers.take_focus()
        self.send.setVisible(steps.several or steps.typed)
        self._hint.say(self._told())
        self._hint.setVisible(bool(self._told()))
        self.laid_out.emit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in the order of reading."""
        return *self.answers.rows, self.field.edit, self.send, self.verdict.passage

    def _place_of(self, row: int) -> str:
        steps = self._steps
        if steps is None or row not in steps.taken:
            return ""
        if steps.several:
            return self.tr("Chosen")
        if steps.question.pairs:
            return steps.question.pairs[steps.taken.index(row)][0]
        place = self.tr("Place %1").replace("%1", str(steps.taken.index(row) + 1))
        return place if steps.question.order else ""

    def _told(self) -> str:
        steps = self._steps
        if steps is None:
            return ""
        if steps.several:
            return self.tr("Several may be right.")
        if steps.question.order:
            return self.tr("In which order? Choose the first, then the next.")
        if steps.placing:
            return self.tr("What goes with “%1”?").replace("%1", steps.placing)
        return ""

    def _send(self) -> None:
        if self._steps is not None and self._steps.typed:
            self._send_typed()
        elif self._steps is not None and self._steps.taken and self.asks:
            self.answered.emit(self._steps.answer)

    def _send_typed(self) -> None:
        if self.asks and (typed := self.field.text.strip()):
            self.answered.emit((typed,))

    def show_verdict(self, graded: Graded) -> None:
        """Say what became of the answer; a wrong one may be given again."""
        self._graded = graded
        self.verdict.show_graded(graded)
        if graded.right:
            self.answers.hide()
            self.field.hide()
            self.send.hide()
            self._hint.hide()
        announce(self, self.verdict.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key; return whether it was one of these."""
        if self._steps is None or not self.asks or self.field.edit.hasFocus():
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        number = number_of(event.text()) if event.text() and plain else -1
        if 0 <= number < min(9, len(self._steps.offered)):
            self.take(number)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.answers.has_keys:
            self.answers.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in ENTER and self._steps.several and self._steps.taken:
            self._send()
        elif event.key() in ENTER and self.answers.has_keys:
            self.take(self.answers.present)
        else:
            return False
        return True

    def _say(self) -> None:
        self._name.setText(self.tr("One question"))
        self.send.setText(self.tr("Answer"))
        self.field.name(self.tr("Your answer"))
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class Verdict(QWidget):
    """Right or wrong, and why, with the passage one key away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._right = False
        self._line = Prose("strong", look)
        self._why = Prose("body", look)
        self.passage = KeyedButton(look, "O", flush=True)
        row = QHBoxLayout()
        row.addWidget(self.passage)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._why)
        column.addLayout(row)
        self.hide()

    def show_graded(self, graded: Graded) -> None:
        """Say it."""
        self._right = graded.right
        right, wrong = self.tr("Right: understood."), self.tr("Not that one. Choose again.")
        self._line.say(right if graded.right else wrong)
        self._line.colour("ok" if graded.right else "warn")
        self._why.say(graded.explanation)
        self._why.setVisible(bool(graded.explanation))
        self.passage.setText(self.tr("See the passage"))
        self.passage.setVisible(graded.link is not None)
        self.setAccessibleName(f"{self._line.accessibleName()} {graded.explanation}")
        self.show()
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = "ok" if self._right else "warn"
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{tone}-soft"))
            painter.fillRect(0, 0, 3, self.height(), self._look.colour(tone))
