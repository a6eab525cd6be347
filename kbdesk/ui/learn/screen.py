"""The screen of learning: today, a question at a time, a path, and what concerns others.

A contact that comes in puts a session aside, whatever has been chosen by then, and the home offers
it again when the contact is over. Everything is read on the search lane and written on the
writer's.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.core.learn_home import SeenOfMe
from kbdesk.core.paths import PASS_MARK, PathView
from kbdesk.core.quiz import Asleep, Session
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.learn.asleep_page import AsleepPage
from kbdesk.ui.learn.cohort_flow import CohortFlow
from kbdesk.ui.learn.home_page import HomePage
from kbdesk.ui.learn.loaded import Loaded, load
from kbdesk.ui.learn.path_page import PathPage
from kbdesk.ui.learn.quiz_flow import QuizFlow
from kbdesk.ui.learn.seen_page import SeenPage
from kbdesk.ui.learn.stack import Stack
from kbdesk.ui.look.look import Look
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LearnScreen(QWidget):
    """The home first; what is opened from it comes in its place, and Esc goes back to it."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    article_requested = Signal(str, str)  # id, anchor
    menu_requested = Signal()
    article_left = Signal()  # a test of an article is over: back to it

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__()
        self._live, self._clock = live, clock
        self.look = look
        self._tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self._contact: Contact | None = None
        self._loaded: Loaded | None = None
        self._from_path = ""  # the path that a test was begun from
        self._from_article = False  # the session was begun at the end of an article
        self.stack = Stack()
        self.home = HomePage(look)
        self.stack.add(self.home)
        self.quiz = QuizFlow(self.stack, live, self._tasks, clock, lambda: self.look)
        self.cohorts = CohortFlow(self.stack, live, self._tasks, clock, lambda: self.look)
        self.path: PathPage | None = None
        self.asleep: AsleepPage | None = None
        self.seen: SeenPage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._connect()

    def _connect(self) -> None:
        home, quiz, cohorts = self.home, self.quiz, self.cohorts
        self.stack.menu_requested.connect(self.menu_requested.emit)
        home.begin_requested.connect(quiz.begin)
        home.resume_requested.connect(self._resume)
        home.let_go_requested.connect(quiz.let_go)
        home.step_requested.connect(self.open_step)
        home.path_requested.connect(self.open_path)
        home.asleep_requested.connect(self._open_asleep)
        home.seen_requested.connect(self._open_seen)
        home.cohort_requested.connect(cohorts.open)
        quiz.changed.connect(self.changed.emit)
        quiz.left.connect(self._leave_quiz)
        quiz.article_requested.connect(self.article_requested.emit)
        cohorts.left.connect(self.show_home)

    # what the window asks

    @property
    def settled(self) -> bool:
        return self._tasks.settled

    def begin(self) -> None:
        """Take up what is on screen, a question among others; the home asks again."""
        shown = self.stack.currentWidget()
        if shown is self.home:
            self.show_home()
        elif self.path is not None and shown is self.path:
            self._ask_path(focus=True)
        else:
            self.stack.take_focus()

    def refresh(self, changes: Changes) -> None:
        """Look again at what is seen; a question that is asked stays as it is."""
        if not (changes.learning or changes.articles):
            return
        shown = self.stack.currentWidget()
        if shown is self.home:
            self._ask_home(focus=False)
        elif shown is self.path:
            self._ask_path(focus=False)
        elif shown is self.asleep:
            self._ask_asleep()
        elif shown is self.seen:
            self._open_seen()
        else:
            self.cohorts.refresh()

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self.stack.show_alone(alone)

    def step_back(self) -> bool:
        """Put a session aside, or leave what was opened from the home."""
        if self.quiz.shown:
            self.quiz.put_aside()
        elif self.cohorts.step_back():
            return True
        elif self.stack.currentWidget() is self.home:
            return False
        else:
            self.show_home()
        return True

    def take_contact(self, contact: Contact | None) -> None:
        """Put a session aside for somebody who calls; offer it again afterwards."""
        self._contact = contact
        self.home.be_quiet(contact is not None)
        if contact is not None and self.quiz.shown:
            self._from_article = False  # who calls is not led back to what was read
            self.quiz.put_aside()

    def apply_look(self, look: Look) -> None:
        self.look = look

    # the home

    def show_home(self) -> None:
        """Come back to today."""
        self.stack.show_part(self.home)
        self._ask_home(focus=True)

    def _ask_home(self, *, focus: bool) -> None:
        now = moment(self._clock)
        self._tasks.read(
            lambda: load(self._live, now), lambda loaded: self._show_home(loaded, focus=focus)
        )

    def _show_home(self, loaded: Loaded, *, focus: bool) -> None:
        self._loaded = loaded
        self.home.show_loaded(loaded)
        if focus and self._contact is None and self.stack.currentWidget() is self.home:
            self.home.take_focus()

    # a quiz

    def _resume(self, session: Session) -> None:
        found = self._path_of(session.path)
        step = found.path.step(session.step) if found else None
        self._from_path, self._from_article = session.path, False
        mark = step.pass_mark if step else PASS_MARK
        self.quiz.resume(session, found.path.title if found else "", mark)

    def _path_of(self, path: str) -> PathView | None:
        paths = self._loaded.home.paths if self._loaded else ()
        return next((one for one in paths if one.path.id == path), None)

    def practise(self, article: str) -> None:
        """Ask the questions of one article, for who has just read it."""
        self._from_path, self._from_article = "", True
        self.quiz.practise(article)

    def _leave_quiz(self, done: bool) -> None:
        path, self._from_path = self._from_path, ""
        was_read, self._from_article = self._from_article, False
        if done and path:
            self.open_path(path)
        elif was_read:
            self.stack.show_part(self.home)
            self.article_left.emit()
        else:
            self.show_home()

    # a path

    def open_path(self, path: str) -> None:
        """Show a path as a whole."""
        self._show_path(path, "", go=False)

    def open_step(self, path: str, step: str) -> None:
        """Go on with a step of a path."""
        self._show_path(path, step, go=True)

    def _path_page(self) -> PathPage:
        if self.path is None:
            self.path = PathPage(self.look)
            self.path.left.connect(self.show_home)
            self.path.article_requested.connect(self.article_requested.emit)
            self.path.test_requested.connect(self._test)
            self.path.done_requested.connect(self._mark_done)
            self.stack.add(self.path)
        return self.path

    def _show_path(self, path: str, step: str, *, go: bool) -> None:
        def then(view: PathView) -> None:
            page = self._path_page()
            page.show_path(view, self._today, step)
            self.stack.show_part(page)
            page.take_focus()
            if go:
                page.go()

        self._tasks.read(lambda: self._live.coaching.path(path), then)

    def _ask_path(self, *, focus: bool) -> None:
        page = self.path
        if page is None or page.view is None:
            return
        path = page.view.path.id

        def then(view: PathView) -> None:
            page.show_path(view, self._today)
            if focus:
                page.take_focus()

        self._tasks.read(lambda: self._live.coaching.path(path), then)

    @property
    def _today(self) -> date:
        return moment(self._clock).astimezone().date()

    def _test(self, path: str, step: str) -> None:
        view = self.path.view if self.path else None
        found = view.path.step(step) if view else None
        if view is not None and found is not None:
            self._from_path = path
            self.quiz.test(path, step, view.path.title, found.pass_mark)

    def _mark_done(self, path: str, step: str) -> None:
        self._tasks.write(
            lambda: self._live.coaching.step_done(path, step),
            lambda _done: self._ask_path(focus=True),
        )

    # what sleeps, what is kept

    def _open_asleep(self) -> None:
        if self.asleep is None:
            self.asleep = AsleepPage(self.look)
            self.asleep.left.connect(self.show_home)
            self.asleep.article_requested.connect(self.article_requested.emit)
            self.asleep.confirmed.connect(self._confirm)
            self.stack.add(self.asleep)
        self.stack.show_part(self.asleep)
        self._ask_asleep()

    def _ask_asleep(self) -> None:
        page = self.asleep

        def then(asleep: tuple[Asleep, ...]) -> None:
            if page is not None:
                had = page.isAncestorOf(QApplication.focusWidget() or self)
                page.show_asleep(asleep)
                if had or self.stack.currentWidget() is page:
                    page.take_focus()

        self._tasks.read(self._live.coaching.asleep, then)

    def _confirm(self, ids: tuple[str, ...]) -> None:
        self._tasks.write(
            lambda: self._live.coaching.confirm(ids), lambda _done: self._ask_asleep()
        )

    def _open_seen(self) -> None:
        if self.seen is None:
            self.seen = SeenPage(self.look)
            self.seen.left.connect(self.show_home)
            self.stack.add(self.seen)
        page = self.seen

        def then(seen: SeenOfMe) -> None:
            page.show_seen(seen, moment(self._clock))
            self.stack.show_part(page)
            page.take_focus()

        self._tasks.read(self._live.coaching.seen_of_me, then)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and event.key() in ENTER and self._enter()):
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Press what has the focus; on the home, where nothing has it, do what there is to do."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        elif self.stack.currentWidget() is self.home:
            self.home.do_first()
        else:
            return False
        return True
