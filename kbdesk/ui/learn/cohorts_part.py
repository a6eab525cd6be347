"""Learning for who steers: cohorts, and questions that often go wrong. A part of another screen.

Of fewer than five people nothing is told as a figure; single answers are for the named trainer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.core.learn_home import QuestionFigure
from kbdesk.core.paths import Cohort
from kbdesk.ui.hearing import in_order
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.learn.cohort_flow import CohortFlow
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.learn.lines import LineButton
from kbdesk.ui.learn.stack import Stack
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHOWN = 8  # questions
WRONG = 0.8  # the part of right answers below which a question is shown


@dataclass(frozen=True, slots=True)
class _Facts:
    cohorts: tuple[Cohort, ...]
    figures: tuple[QuestionFigure, ...]
    steers: bool


class CohortsPage(ColumnPage):
    """The list of cohorts, and below it the questions to look at."""

    cohort_requested = Signal(str)  # id; "" to make one
    article_requested = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._facts: _Facts | None = None
        self.bar.leave.hide()
        self._title, self._why = Prose("title", look), Prose("read", look, colour="muted")
        self._asked, self._masks = Prose("section", look), Prose("caption", look, colour="muted")
        self._cohorts, self._questions = QVBoxLayout(), QVBoxLayout()
        self.lines: list[LineButton] = []
        for part, below in ((self._title, 4), (self._why, 16)):
            self.column.addWidget(part)
            self.column.addSpacing(below)
        self.column.addLayout(self._cohorts)
        self._asked.setContentsMargins(0, 28, 0, 2)
        self._masks.setContentsMargins(0, 0, 0, 8)
        self.column.addWidget(self._asked)
        self.column.addWidget(self._masks)
        self.column.addLayout(self._questions)
        self.column.addStretch(1)

    def show_alone(self, alone: bool) -> None:
        """Have a bar of its own only where its menu stands for the rail."""
        super().show_alone(alone)
        self.bar.setVisible(alone)

    def show_facts(self, facts: _Facts) -> None:
        """Show what there is; the row that had the focus keeps it."""
        at = next((n for n, line in enumerate(self.lines) if line.hasFocus()), -1)
        self._facts = facts
        self._say()
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        facts = self._facts
        if facts is None:
            return
        for old in self.lines:
            old.hide()
            old.deleteLater()
        self.lines = []
        self.bar.show_where(leave="")
        self._title.say(self.tr("Cohorts"))
        none = self.tr("Nobody follows a path together yet.")
        told = self.tr("Who follows a path together, and how far they are.")
        self._why.say(told if facts.cohorts else none)
        self._say_cohorts(facts)
        self._say_questions(facts.figures)
        in_order(self.lines)

    def _say_cohorts(self, facts: _Facts) -> None:
        for cohort in facts.cohorts:
            line = self._line("users", cohort.id, self._cohorts)
            told = self.tr("%n person(s)", "", len(cohort.people))
            line.say(cohort.title, self.tr("ended") if cohort.ended else told)
        if facts.steers:
            self._line("plus", "", self._cohorts).say(self.tr("Make a cohort"))

    def _line(self, icon: str, cohort: str, box: QVBoxLayout) -> LineButton:
        line = LineButton(self._look, icon, lambda: self.cohort_requested.emit(cohort))
        return self._put(line, box)

    def _put(self, line: LineButton, box: QVBoxLayout) -> LineButton:
        box.addWidget(line)
        line.show()
        self.lines.append(line)
        return line

    def _say_questions(self, figures: Sequence[QuestionFigure]) -> None:
        shown = [one for one in figures if not one.masked and one.right < WRONG * one.asked]
        masked = any(one.masked for one in figures)
        self._asked.say(self.tr("Questions that often go wrong"))
        self._asked.setVisible(bool(figures))
        none = "" if shown else self.tr("None goes wrong often.")
        few = self.tr("Those that fewer than five people answered are not counted.")
        self._masks.say(" ".join(part for part in (none, few if masked else "") if part))
        self._masks.setVisible(bool(figures) and bool(self._masks.accessibleName()))
        for one in shown[:SHOWN]:
            line = LineButton(self._look, "question", partial(self._open, one.article))
            told = self.tr("%1 of %2 right").replace("%1", str(one.right))
            self._put(line, self._questions).say(one.text, told.replace("%2", str(one.asked)))

    def _open(self, article: str) -> None:
        self.article_requested.emit(article, "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class CohortsPart(QWidget):
    """Fills its place: the list, or the cohort that is looked at."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    article_requested = Signal(str, str)  # id, anchor
    menu_requested = Signal()

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__()
        self._live = live
        self.look = look
        self._tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self.stack = Stack()
        self.page = CohortsPage(look)
        self.stack.add(self.page)
        self.flow = CohortFlow(self.stack, live, self._tasks, clock, lambda: self.look)
        self.page.cohort_requested.connect(self.flow.open)
        self.page.article_requested.connect(self.article_requested.emit)
        self.flow.left.connect(self.begin)
        self.stack.menu_requested.connect(self.menu_requested.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    @property
    def settled(self) -> bool:
        return self._tasks.settled

    def begin(self) -> None:
        """Show the list, and take the focus."""
        self.stack.show_part(self.page)
        self._ask(focus=True)

    def refresh(self, changes: Changes) -> None:
        """Look again."""
        if not changes.learning:
            return
        if self.flow.shown:
            self.flow.refresh()
        else:
            self._ask(focus=False)

    def _ask(self, *, focus: bool) -> None:
        def job() -> _Facts:
            coaching, me = self._live.coaching, self._live.me()
            steers = me.connected and me.steers
            return _Facts(coaching.cohorts(), coaching.figures(), steers)

        def then(facts: _Facts) -> None:
            self.page.show_facts(facts)
            if focus:
                self.page.take_focus()

        self._tasks.read(job, then)

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self.stack.show_alone(alone)

    def step_back(self) -> bool:
        """Leave a cohort."""
        return self.flow.step_back()

    def take_contact(self, contact: Contact | None) -> None:
        """Stay as it is: nothing here comes up by itself."""

    def apply_look(self, look: Look) -> None:
        self.look = look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        held = isinstance(focused, QAbstractButton) and self.isAncestorOf(focused)
        if plain and event.key() in ENTER and held and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)
