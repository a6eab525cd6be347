"""A cohort: how far its people are, step by step; each of them for their named trainer alone.

Of fewer than five people no figure is shown to anybody else.
"""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.paths import MASKED_BELOW, Pupil, PupilAnswer, Pupils, Step
from kbdesk.core.quiz import Weak
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.hearing import in_order
from kbdesk.ui.learn import words
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.learn.lines import LineButton
from kbdesk.ui.learn.share_row import ShareRow
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

SHOWN = 40  # answers of one person


class CohortPage(ColumnPage):
    """The cohort, then one of its people; Esc goes back."""

    edit_requested = Signal(str)  # id of the cohort

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._pupils: Pupils | None = None
        self._now: datetime | None = None
        self._shelves: Mapping[str, str] = {}
        self._titles: Mapping[str, str] = {}  # of steps
        self._steers = False
        self._person = ""
        self._title, self._facts = Prose("title", look), Prose("read", look, colour="muted")
        self._note = Prose("body", look, colour="muted")
        self._names = [Prose("section", look) for _ in range(3)]
        self._boxes = [QVBoxLayout() for _ in range(3)]
        self._rows: list[QWidget] = []
        self.people: list[LineButton] = []
        self.edit = QuietButton(look, flush=True)
        self.edit.clicked.connect(self._edit)
        for part, below in ((self._title, 4), (self._facts, 4), (self._note, 0)):
            self.column.addWidget(part)
            self.column.addSpacing(below)
        for name, box in zip(self._names, self._boxes, strict=True):
            name.setContentsMargins(0, 24, 0, 6)
            box.setSpacing(0)
            self.column.addWidget(name)
            self.column.addLayout(box)
        self.column.addSpacing(20)
        self.column.addWidget(self.edit)
        self.column.addStretch(1)

    def show_pupils(
        self,
        pupils: Pupils,
        now: datetime,
        shelves: Mapping[str, str],
        titles: Mapping[str, str],
        *,
        steers: bool,
    ) -> None:
        """Show a cohort; the person that was looked at stays."""
        is_new = self._pupils is None or self._pupils.cohort.id != pupils.cohort.id
        self._pupils, self._now, self._steers = pupils, now, steers
        self._shelves, self._titles = shelves, titles
        if is_new or self.pupil is None:
            self._person = ""
        at = next((number for number, line in enumerate(self.people) if line.hasFocus()), -1)
        self._say()
        if 0 <= at < len(self.people):
            self.people[at].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def pupil(self) -> Pupil | None:
        """The person who is looked at."""
        found = self._pupils.pupils if self._pupils else ()
        return next((one for one in found if one.person == self._person), None)

    def show_person(self, person: str) -> None:
        """Look at one person."""
        self._person = person
        self._say()
        self.take_focus()
        self.pane.verticalScrollBar().setValue(0)

    def step_back(self) -> bool:
        """Leave the person; False when the cohort itself is what is seen."""
        if not self._person:
            return False
        before, self._person = self._person, ""
        self._say()
        pupils = self._pupils.pupils if self._pupils else ()
        at = next((n for n, one in enumerate(pupils) if one.person == before), 0)
        if at < len(self.people):
            self.people[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_focus(self) -> None:
        first = self.people[0] if self.people else self.bar.leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        if self._pupils is not None:
            self.edit_requested.emit(self._pupils.cohort.id)

    # words

    def _say(self) -> None:
        pupils = self._pupils
        if pupils is None or self._now is None:
            return
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows, self.people = [], []
        cohort, pupil = pupils.cohort, self.pupil
        self.edit.setText(self.tr("Change this cohort"))
        self.edit.setVisible(self._steers and pupil is None)
        self.edit.updateGeometry()
        where = (cohort.title,) if pupil is None else (cohort.title, pupil.name)
        self.bar.show_where(*where, leave=self.tr("Back"))
        if pupil is not None:
            self._say_person(pupils, pupil)
        else:
            self._say_cohort(pupils)
        in_order((self.bar.leave, *self.people, self.edit))

    def _say_cohort(self, pupils: Pupils) -> None:
        cohort, path = pupils.cohort, pupils.path
        self._title.say(cohort.title)
        facts = [path.title if path else cohort.path, self.tr("%n person(s)", "", pupils.people)]
        if cohort.target is not None:
            facts.append(self.tr("until %1").replace("%1", self._day_of(cohort.target)))
        self._facts.say(" · ".join(facts))
        note = ""
        if pupils.masked:
            note = self.tr("Below %1 people no figure is shown; their trainer sees them.")
            note = note.replace("%1", str(MASKED_BELOW))
        elif not pupils.exact:
            note = self.tr("Told in steps of five, so that no figure is about one person.")
        self._note.say(note)
        self._note.setVisible(bool(note))
        people = self.tr("People"), [self._person_row(one) for one in pupils.pupils]
        steps = [] if pupils.masked or path is None else [
            self._share(step, pupils) for step in path.steps
        ]  # fmt: skip
        weak = self.tr("To look at again"), [self._weak_row(one) for one in pupils.weak]
        self._fill(people, (self.tr("Step by step"), steps), weak)

    def _say_person(self, pupils: Pupils, pupil: Pupil) -> None:
        self._title.say(pupil.name)
        facts = [words.steps(pupil.done, pupil.steps), self._last(pupil)]
        if pupil.late:
            facts.append(self.tr("behind the target"))
        self._facts.say(" · ".join(facts))
        self._note.say(self.tr("You see this as their trainer; they know and can see the same."))
        self._note.show()
        path = pupils.path
        steps = [self._step_row(step, pupil) for step in path.steps] if path else []
        weak = [self._weak_row(one) for one in pupil.weak]
        answers = [self._answer_row(one) for one in pupil.answers[:SHOWN]]
        self._fill((self.tr("Steps"), steps), (self.tr("To look at again"), weak),
                   (self.tr("Answers"), answers))  # fmt: skip

    def _fill(self, *parts: tuple[str, list[QWidget]]) -> None:
        for name, box, (title, rows) in zip(self._names, self._boxes, parts, strict=True):
            name.say(title)
            name.setVisible(bool(rows))
            for row in rows:
                box.addWidget(row)
                row.show()
                self._rows.append(row)

    # rows

    def _person_row(self, pupil: Pupil) -> QWidget:
        line = LineButton(self._look, "user", lambda: self.show_person(pupil.person))
        told = words.steps(pupil.done, pupil.steps)
        if pupil.late:
            line.wear("clock", "warn")
            behind = self.tr("behind")
            told = f"{told} · {behind}"
        elif pupil.done == pupil.steps and pupil.steps:
            line.wear("check", "ok")
        line.say(pupil.name, told, self._last(pupil))
        self.people.append(line)
        return line

    def _share(self, step: Step, pupils: Pupils) -> QWidget:
        row, count = ShareRow(self._look), pupils.by_step.get(step.id, 0)
        if count or pupils.exact:
            row.show_share(self._title_of(step), count, pupils.people, at_least=not pupils.exact)
        else:
            row.show_words(self._title_of(step), self.tr("too few to tell"))
        return row

    def _title_of(self, step: Step) -> str:
        return self._titles.get(step.id) or step.title or step.article or step.tag

    def _weak_row(self, one: Weak) -> QWidget:
        told = self.tr("%1 of %2 right").replace("%1", str(one.right))
        row = ShareRow(self._look)
        name = self._shelves.get(one.space, one.space)
        row.show_words(name, told.replace("%2", str(one.asked)))
        return row

    def _step_row(self, step: Step, pupil: Pupil) -> QWidget:
        row, known = ShareRow(self._look), pupil.states.get(step.id)
        told = self.tr("not yet")
        if known is not None:
            told = self._day(known.at)
            if known.score is not None:
                score = self.tr("%1 % right").replace("%1", str(known.score))
                told = f"{score} · {told}"
            if not known.done:
                tries = self.tr("%n try(ies)", "", known.tries)
                told = f"{tries} · {told}"
        done = known is not None and known.done
        row.show_words(self._title_of(step), told, "check" if done else "")
        return row

    def _answer_row(self, one: PupilAnswer) -> QWidget:
        row = ShareRow(self._look)
        verdict = self.tr("right") if one.right else self.tr("not right")
        about = f"{', '.join(one.answer)} · {verdict} · {self._day(one.at)}"
        row.show_words(one.question, "", "check" if one.right else "x", about)
        return row

    def _last(self, pupil: Pupil) -> str:
        if pupil.last is None:
            return self.tr("nothing yet")
        return self.tr("last active on %1").replace("%1", self._day(pupil.last))

    def _day(self, at: datetime) -> str:
        return self._day_of(at.astimezone().date())

    def _day_of(self, day: date) -> str:
        today = self._now.astimezone().date() if self._now else day
        return words.short_day(day, today)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
