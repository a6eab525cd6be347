"""The one question of an announcement: what is asked, the right answer, wrong ones, and why."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.questions import Question
from kbdesk.ui.announcements.typed import plain_choice
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
        for field in (self.asked, self.right, *self.others, self.why):
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
        """Put a question into the fields; one of another kind is kept as it is."""
        plain = plain_choice(question)
        self.kept = None if plain else question
        offered = question.offered if question is not None and plain else ()
        self.asked.edit.setText(question.text if question is not None and plain else "")
        self.why.edit.setText(question.explanation if question is not None and plain else "")
        self.right.edit.setText(next((one.text for one in offered if one.right), ""))
        wrong = [one.text for one in offered if not one.right]
        for at, field in enumerate(self.others):
            field.edit.setText(wrong[at] if at < len(wrong) else "")
        self._kept.say(self.kept.text if self.kept is not None else "")
        self._kept.setVisible(self.kept is not None)
        self._within.setVisible(question is not None and plain)
        self.add.setVisible(question is None)
        self.drop.setVisible(question is not None)
        self.fault.say("")

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
