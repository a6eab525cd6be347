"""A quiz on its way: begun, asked, marked, rated, put aside and resumed.

An answer is on the disk before anything is said of it. What was chosen and not yet sent stays here
while a call is taken, and is there again when the session goes on. That something waits to be sent
is told when the person goes on, so that how easy it was can go along with it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.learn_home import AnsweredNow
from kbdesk.core.paths import PASS_MARK
from kbdesk.core.quiz import Due, Marked, Session, SessionKind
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.learn.asking import Asking
from kbdesk.ui.learn.quiz_end import QuizEnd
from kbdesk.ui.learn.quiz_page import QuizPage
from kbdesk.ui.learn.stack import Stack
from kbdesk.ui.look.look import Look
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live

Begun = tuple[Session | None, Changes]


class QuizFlow(QObject):
    """One session at a time, in the stack of the screen."""

    changed = Signal(object)  # Changes
    left = Signal(bool)  # put aside or done; True when it was done
    article_requested = Signal(str, str)

    def __init__(
        self, stack: Stack, live: "Live", tasks: Tasks, clock: Clock, look: Callable[[], Look]
    ) -> None:
        super().__init__(stack)
        self._stack, self._live, self._tasks, self._clock = stack, live, tasks, clock
        self._look = look
        self._session: Session | None = None
        self._title, self._pass_mark = "", PASS_MARK
        self._shelves: dict[str, str] = {}
        self._aside: dict[tuple[str, str], Asking] = {}  # (session, question) → chosen so far
        self._marks: dict[str, Marked] = {}
        self._marks_of = ""  # the session they belong to
        self._held = Changes()
        self._sending = False
        self.page = QuizPage(look())
        self.end: QuizEnd | None = None
        stack.add(self.page)
        self.page.answered.connect(self._answer)
        self.page.next_requested.connect(self._next)
        self.page.ease_chosen.connect(self._rate)
        self.page.left.connect(self.put_aside)
        self.page.article_requested.connect(self._open_article)

    @property
    def session(self) -> Session | None:
        """The session that is under way."""
        return self._session

    @property
    def shown(self) -> bool:
        """True while a question, or the end of a session, is what is seen."""
        return self._stack.currentWidget() in (self.page, self.end)

    # beginning

    def begin(self) -> None:
        """Begin the session of today, or go on with it."""
        self._title = ""
        self._start(self._live.coaching.begin)

    def test(self, path: str, step: str, title: str, pass_mark: int) -> None:
        """Begin the test of a step, or go on with it."""
        self._title, self._pass_mark = title, pass_mark
        self._start(lambda: self._live.coaching.test(path, step))

    def practise(self, article: str) -> None:
        """Ask the questions of one article."""
        self._title = ""
        self._start(lambda: self._live.coaching.practise(article))

    def resume(self, session: Session, title: str = "", pass_mark: int = PASS_MARK) -> None:
        """Go on with a session that was put aside, as it stands by now."""
        self._title, self._pass_mark = title, pass_mark
        self._start(lambda: (self._live.coaching.session(session.id), Changes()))

    def _start(self, job: Callable[[], Begun]) -> None:
        def all_of_it() -> tuple[Begun, dict[str, str]]:
            return job(), self._live.coaching.shelf_titles()

        def then(found: tuple[Begun, dict[str, str]]) -> None:
            (session, changes), self._shelves = found
            if session is None or session.next is None:
                self.left.emit(False)
            else:
                if self._marks_of != session.id:
                    self._marks, self._marks_of = {}, session.id
                self._session = session
                self._ask(session)
            self.changed.emit(changes)

        self._tasks.write(all_of_it, then)

    def _ask(self, session: Session) -> None:
        """Ask the next question, or show the end."""
        due = session.next
        if due is None:
            self._show_end(session)
            return
        title = (
            self._title
            or {
                SessionKind.DAILY: self.tr("Session of the day"),
                SessionKind.TEST: self.tr("Test"),
                SessionKind.PRACTICE: self.tr("Practice"),
            }[session.kind]
        )
        self.page.bar.show_where(title, leave=self.tr("Put aside"))
        shelf = self._shelves.get(due.tested.space, due.tested.space)
        asking = self._aside.pop((session.id, due.id), None)
        self.page.show_question(session, due, shelf, asking)
        self._stack.show_part(self.page)
        self.page.take_focus()

    def let_go(self, session: Session) -> None:
        """End a session that was put aside; what was answered stays answered."""
        self._tasks.write(lambda: self._live.coaching.drop(session))

    # answering

    def _answer(self, due: Due, answer: tuple[str, ...], took: int) -> None:
        session = self._session
        if session is None or self._sending:
            return
        self._sending = True
        self.page.hold(True)

        def failed(error: Exception) -> None:
            self._sending = False
            self.page.hold(False)
            self._tasks.tell(error)

        self._tasks.write(
            lambda: self._live.coaching.answer(session, due, answer, took=took),
            self._take_mark,
            failed,
        )

    def _take_mark(self, done: AnsweredNow) -> None:
        self._sending = False
        self._session = done.session
        self._marks[done.marked.question] = done.marked
        self._held |= done.changes
        if self.page.due is None or self.page.due.id != done.marked.question:
            return  # put aside while it was written: it is found answered
        self.page.show_session(done.session)
        self.page.show_marked(done.marked, moment(self._clock))
        if not self.shown:
            self._tell()

    def _rate(self, ease: int) -> None:
        marked = self.page.marked
        if marked is None:
            return

        def then(done: tuple[Marked, Changes]) -> None:
            again, changes = done
            self._marks[again.question] = again
            self._held |= changes
            shown = self.page.marked
            if shown is not None and shown.question == again.question:
                self.page.show_again(again.again)

        self._tasks.write(lambda: self._live.coaching.rate(marked, ease), then)

    def _next(self) -> None:
        self._tell()
        if self._session is not None:
            self._ask(self._session)

    def _tell(self) -> None:
        """Tell what has changed: from now on it may leave."""
        held, self._held = self._held, Changes()
        if held != Changes():
            self.changed.emit(held)

    # the end

    def _show_end(self, session: Session) -> None:
        if self.end is None:
            self.end = QuizEnd(self._look())
            self.end.left.connect(self._leave_end)
            self.end.again_requested.connect(self._again)
            self.end.article_requested.connect(self._open_article)
            self._stack.add(self.end)
        self.end.show_session(session, self._marks, moment(self._clock), self._pass_mark)
        self._stack.show_part(self.end)
        self.end.take_focus()

    def _again(self) -> None:
        session = self._session
        if session is not None:
            self.test(session.path, session.step, self._title, self._pass_mark)

    def _leave_end(self) -> None:
        self._session = None
        self.left.emit(True)

    def _open_article(self, article: str, anchor: str) -> None:
        self._tell()
        self.article_requested.emit(article, anchor)

    # putting aside

    def put_aside(self) -> None:
        """Leave the session for later; what was chosen so far is kept."""
        if not self.shown:
            return
        session = self._session
        if self._stack.currentWidget() is self.end or session is None or session.next is None:
            self._tell()
            self._leave_end()
            return
        asking = self.page.asking
        if asking is not None and not self._sending:
            self._aside[session.id, asking.due.id] = asking
        self._tasks.write(lambda: self._live.coaching.put_aside(session), self._put_by)

    def _put_by(self, _changes: Changes) -> None:
        self._tell()
        self._session = None
        self.left.emit(False)
