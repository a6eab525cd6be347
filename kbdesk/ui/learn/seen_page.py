"""What is kept of my learning and who reads it: the exact list, and nothing beside it."""

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.learn_home import SeenOfMe, StepSeen
from kbdesk.core.paths import PupilAnswer
from kbdesk.ui.learn import words
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose


class FactRow(QWidget):
    """Two lines that are read and not pressed."""

    def __init__(self, look: Look, line: str, about: str) -> None:
        super().__init__()
        self._line, self._about = Prose("body", look), Prose("caption", look, colour="muted")
        self._line.say(line)
        self._about.say(about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._about)


class SeenPage(ColumnPage):
    """“Hélène Marchand sees: …”, then every row of it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._seen: SeenOfMe | None = None
        self._now: datetime | None = None
        self._title, self._who = Prose("title", look), Prose("read", look, colour="muted")
        self._steps_name, self._answers_name = Prose("section", look), Prose("section", look)
        self._steps, self._answers = QVBoxLayout(), QVBoxLayout()
        self._rows: list[QWidget] = []
        for part, below in ((self._title, 4), (self._who, 0)):
            self.column.addWidget(part)
            self.column.addSpacing(below)
        for name, rows in ((self._steps_name, self._steps), (self._answers_name, self._answers)):
            name.setContentsMargins(0, 24, 0, 4)
            rows.setSpacing(0)
            self.column.addWidget(name)
            self.column.addLayout(rows)
        self.column.addStretch(1)

    def show_seen(self, seen: SeenOfMe, now: datetime) -> None:
        """Show the list."""
        self._seen, self._now = seen, now
        self._say()

    def _say(self) -> None:
        seen = self._seen
        if seen is None:
            return
        title = self.tr("What is kept of your learning")
        if seen.trainers:
            title = self.tr("What your trainer sees")
        self.bar.show_where(title, leave=self.tr("Back"))
        self._title.say(title)
        self._who.say(self._sentence(seen))
        self._steps_name.say(self.tr("Steps of paths"))
        self._answers_name.say(self.tr("Answers to questions"))
        self._steps_name.setVisible(bool(seen.steps))
        self._answers_name.setVisible(bool(seen.answers))
        self._fill(seen)

    def _sentence(self, seen: SeenOfMe) -> str:
        if not (seen.steps or seen.answers):
            return self.tr("Nothing yet.")
        if not seen.trainers:
            return self.tr(
                "Nobody sees these rows but you. In figures of at least five people they count."
            )
        told = self.tr("Seen by %1 and by nobody else: steps, scores, each answer.")
        return told.replace("%1", ", ".join(seen.trainers))

    def _fill(self, seen: SeenOfMe) -> None:
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for box, rows in (
            (self._steps, [self._of_step(one) for one in seen.steps]),
            (self._answers, [self._of_answer(one) for one in seen.answers]),
        ):
            for row in rows:
                box.addWidget(row)
                row.show()
                self._rows.append(row)

    def _of_step(self, one: StepSeen) -> FactRow:
        done = one.done
        facts = [one.path, self._day(done.at)]
        if done.score is not None:
            facts.append(self.tr("%1 % right").replace("%1", str(done.score)))
        if done.tries > 1:
            facts.append(self.tr("%n try(ies)", "", done.tries))
        if not done.done:
            facts.append(self.tr("not done yet"))
        return FactRow(self._look, one.step, " · ".join(facts))

    def _of_answer(self, one: PupilAnswer) -> FactRow:
        verdict = self.tr("right") if one.right else self.tr("not right")
        mine = self.tr("Your answer: %1").replace("%1", ", ".join(one.answer))
        return FactRow(self._look, one.question, " · ".join((mine, verdict, self._day(one.at))))

    def _day(self, at: datetime) -> str:
        today = (self._now or at).astimezone().date()
        return words.short_day(at.astimezone().date(), today)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
