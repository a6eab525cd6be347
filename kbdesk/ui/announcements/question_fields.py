"""The one question of an announcement: what is asked, the right answer, wrong ones, and why."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.questions import Question
from kbdesk.ui.announcements.typed import Typed
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

OTHERS = 3


class QuestionFields(QWidget):
    """Folded to one quiet line until somebody wants a question."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kept: Question | None = None
        self._name = label("label")
        self._meaning = Prose("caption", look, colour="muted")
        self.add, self.drop = QuietButton(look), QuietButton(look)
        self.asked, self.right, self.why = Field(look), Field(look), Field(look)
        self.others = tuple(Field(look) for _ in range(OTHERS))
        self._kept = Prose("body", look)
        self.fault = FaultLine(look)
        self._within = QWidget()
        within = QVBoxLayout(self._within)
        within.setContentsMargins(0, 8, 0, 0)
        within.setSpacing(10)
        for field in self.fields:
            within.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._name, self._meaning, self._kept, self._within, self.fault):
            column.addWidget(part)
        acts = QHBoxLayout()
        acts.addWidget(self.add)
        acts.addWidget(self.drop)
        acts.addStretch(1)
        column.addLayout(acts)
        self.add.clicked.connect(self._open)
        self.drop.clicked.connect(lambda: self.show_question(None))
        self.show_question(None)
        self._say()

    def show_question(self, question: Question | None) -> None:
        """Keep a question that these fields cannot show, None for none."""
        self.show_typed(Typed(kept=question))

    def show_typed(self, typed: Typed) -> None:
        """Put the fields of a question in."""
        self.kept = typed.kept
        others = (*typed.others, *("",) * OTHERS)
        texts = (typed.question, typed.right, *others[:OTHERS], typed.explanation)
        for field, text in zip(self.fields, texts, strict=True):
            field.edit.setText(text)
        self._kept.say(self.kept.text if self.kept is not None else "")
        self._kept.setVisible(self.kept is not None)
        plain = any(texts)
        self._within.setVisible(plain)
        self.add.setVisible(not plain and self.kept is None)
        self.drop.setVisible(plain or self.kept is not None)
        self.fault.say("")

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is typed into, from above."""
        return self.asked, self.right, *self.others, self.why

    def _open(self) -> None:
        self._within.show()
        self.add.hide()
        self.drop.show()
        self.asked.edit.setFocus()

    def _say(self) -> None:
        self._name.setText(self.tr("A question to be sure"))
        self._meaning.say(self.tr("Who answers it rightly counts as having understood."))
        self.add.setText(self.tr("Add a question"))
        self.drop.setText(self.tr("Ask no question"))
        self.asked.name(self.tr("Question"))
        self.right.name(self.tr("Right answer"))
        for field in self.others:
            field.name(self.tr("Wrong answer"))
        self.why.name(self.tr("Why (told after the answer)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
