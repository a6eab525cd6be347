"""Quizzes: what is due, sessions that survive anything, answers kept before they are shown.

All of it works without a network and without a server. What was answered is a log in user.db; the
schedule, the sessions under way and what the home shows are read from it. A contact, a crash or a
weekend in the middle of a session changes nothing: the session is found again with what is left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.core import quiz, recall
from kbdesk.core.changes import Changes
from kbdesk.core.learn_home import (
    AnsweredNow,
    Askable,
    Attempt,
    DayFigures,
    LearnHome,
    QuestionFigure,
    SeenOfMe,
    ShelfDue,
)
from kbdesk.core.paths import StepKind
from kbdesk.core.quiz import Asleep, Due, Marked, Session, SessionKind, Tested
from kbdesk.errors import Trouble
from kbdesk.services import bodies
from kbdesk.services.learn.courses import Courses
from kbdesk.services.learn.due import DueQuestions, is_due
from kbdesk.services.learn.own_record import seen_of_me
from kbdesk.services.learn.review_log import ReviewLog
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.reading.calendar import moment
from kbdesk.store import asked
from kbdesk.store.questions import Questions
from kbdesk.store.reviews import Answered, Given, KeptSession, Reviews
from sync.protocol.bodies.learning import QuestionFigures, ReviewAsked
from sync.protocol.grading import right

if TYPE_CHECKING:
    from kbdesk.core.me import Me
    from kbdesk.services.learn.gift import GiftReport
    from kbdesk.services.learn.ties import Ties
    from kbdesk.services.workspace import Workspace

PRACTICE = 10  # questions of an article at most
WEEK = 7
RECENT = timedelta(days=90)  # of answers that say where somebody is weak
LONGEST_TOOK = 3600  # seconds: whoever took longer was away


class Coaching:
    """What one person learns on this profile."""

    def __init__(self, workspace: "Workspace", me: "Callable[[], Me]", ties: "Ties") -> None:
        self._workspace = workspace
        self._me = me
        self._ties = ties
        self._questions = Questions(workspace.kb)
        self._reviews = Reviews(workspace.user, workspace.outbox)
        self._log = ReviewLog(workspace, self._reviews)
        self._due = DueQuestions(workspace, self._questions, self._log)
        self.courses = Courses(workspace, me, self._reviews, self._questions)
        self.paths, self.path = self.courses.paths, self.courses.path
        self.step_done = self.courses.step_done
        self.cohorts, self.pupils = self.courses.cohorts, self.courses.pupils
        self.make_cohort, self.people = self.courses.make_cohort, self.courses.people

    # look

    def due_count(self, now: datetime | None = None) -> int:
        """Count what is to be asked now."""
        return len(self._due.waiting(now or self._now()))

    def due(self, now: datetime | None = None, *, all_new: bool = False) -> tuple[Due, ...]:
        """Return what is to be asked now, in its order; with `all_new`, then what is for later."""
        return tuple(self._due.built(self._due.waiting(now or self._now(), all_new=all_new), "due"))

    def home(self, now: datetime | None = None) -> LearnHome:
        """Return today, at a look."""
        at = now or self._now()
        waiting, standings = self._due.waiting(at), self._due.standings()
        coming = quiz.choose(self._due.built(waiting[: quiz.MOST], "home"))
        week = self._week(at)
        later = [one.due for one in standings.values() if not is_due(one, at)]
        return LearnHome(
            due=len(waiting),
            seconds=sum(one.seconds for one in coming),
            next_session=len(coming),
            shelves=self._shelves(coming),
            session=self.current(),
            next_due=None if waiting else min(later, default=None),
            today=week[-1],
            week=week,
            coming=self._coming(at, len(waiting)),
            weak=self._weak(at),
            known=len(standings),
            asked_here=len(self._due.awake()),
            paths=self.paths(),
            asleep=self.asleep(),
            cohorts=self.cohorts(),
        )

    def history(self, question: str) -> tuple[Attempt, ...]:
        """Return my answers to a question on this machine, each as it was marked then."""
        found = ((one, asked.read(one.asked)) for one in self._reviews.of_question(question))
        return tuple(
            Attempt(one.at, shown, one.answer, one.right)
            for one, shown in found
            if shown is not None
        )

    def figures(self) -> tuple[QuestionFigure, ...]:
        """Return how questions fare with everybody, for who may see that, the worst first."""
        rows = [
            QuestionFigure(
                found.id, body.article, body.text, body.masked, body.people, body.asked, body.right
            )
            for found, body in bodies.every(
                self._workspace.entities, "question_figures", QuestionFigures
            )
        ]
        return tuple(sorted(rows, key=lambda row: (row.masked, row.right / max(1, row.asked))))

    def seen_of_me(self) -> SeenOfMe:
        """Return what is known of my learning beyond this machine, and who may read it."""
        return seen_of_me(self._workspace, self._reviews, self.courses)

    def shelf_titles(self) -> dict[str, str]:
        """Map the shelves of the base to their titles."""
        return space_titles(self._workspace.entities)

    def asleep(self) -> tuple[Asleep, ...]:
        """List the questions that sleep on shelves where this person writes."""
        return self._ties.asleep()

    def confirm(self, ids: Sequence[str]) -> Changes:
        """Wake questions whose author says that they fit the changed passage."""
        return self._ties.confirm(ids)

    def export_gift(self, file: Path, articles: Sequence[str] = ()) -> "GiftReport":
        """Write questions as a Moodle GIFT file."""
        from kbdesk.services.learn.gift import export_gift  # late: as the next

        return export_gift(self._workspace, file, articles)

    def import_gift(self, file: Path, article: str) -> "tuple[GiftReport, Changes]":
        """Add the questions of a Moodle GIFT file to an article."""
        from kbdesk.services.learn.gift import import_gift  # late: Markdown is no part of learning

        return import_gift(self._workspace, file, article)

    # sessions

    def begin(self, now: datetime | None = None) -> tuple[Session | None, Changes]:
        """Go on with the session of the day, else begin one; None when nothing is due."""
        going = self._going(SessionKind.DAILY)
        if going is not None:
            return going, Changes()
        at = now or self._now()
        chosen = quiz.choose(self._due.built(self._due.waiting(at)[: quiz.MOST], "begin"))
        return self._begun(SessionKind.DAILY, [one.id for one in chosen], at)

    def practise(self, article: str) -> tuple[Session | None, Changes]:
        """Ask the questions of one article, due or not."""
        awake = self._due.awake()
        ids = [one.id for one in self._questions.of_article(article) if one.id in awake]
        going = self._going(SessionKind.PRACTICE, ids=ids)
        if going is not None or not ids:
            return going, Changes()
        return self._begun(SessionKind.PRACTICE, ids[:PRACTICE], self._now())

    def test(self, path: str, step: str) -> tuple[Session | None, Changes]:
        """Go on with the test of a step of a path, else begin it; None where nothing is asked."""
        going = self._going(SessionKind.TEST, path=path, step=step)
        if going is not None:
            return going, Changes()
        asks, awake = self.courses.step(path, step), self._due.awake()
        if asks.kind is not StepKind.QUIZ:
            raise Trouble(f"“{asks.id}” is no test.", f"Read {asks.article}, then mark it as done.")
        ids = [id_ for id_ in self.courses.questions_of(asks) if id_ in awake]
        at = self._now()
        ids.sort(key=lambda id_: quiz.chance(f"{at.isoformat()} {id_}"))
        return self._begun(SessionKind.TEST, ids[: asks.questions], at, path=path, step=step)

    def current(self) -> Session | None:
        """Return the session that was put aside last, None when there is none."""
        return next(self._unfinished(), None)

    def session(self, id_: str) -> Session | None:
        """Return a session, under way or done; None for an unknown one."""
        kept = self._reviews.session(id_)
        return None if kept is None else self._read(kept)

    def answer(
        self, session: Session, due: Due, answer: tuple[str, ...], *, ease: int = 3, took: int = 0
    ) -> AnsweredNow:
        """Mark an answer against what was shown; it is on the disk when this returns.

        Of a session a question is answered once: a second answer changes nothing. The last answer
        of a test also records its step.
        """
        marked, is_new = self._keep(session.id, due, answer, ease, took)
        kept = self._reviews.session(session.id)
        after = self._read(kept) if kept is not None else session
        if kept is not None and not kept.ended:
            self._end_if_done(after)
        return AnsweredNow(marked, after, Changes(learning=True, outbox=is_new))

    def rate(self, marked: Marked, ease: int) -> tuple[Marked, Changes]:
        """Say how easy an answer was (1 again to 4 easy) while it waits; later nothing changes."""
        if not recall.AGAIN <= ease <= recall.EASY or not self._reviews.rate(marked.id, ease):
            return marked, Changes()
        again = self._log.schedule()[marked.question].due
        return replace(marked, again=again), Changes(learning=True, outbox=True)

    def answer_alone(self, due: Due, answer: tuple[str, ...], *, took: int = 0) -> Marked:
        """Mark an answer outside any session, as the command line gives one."""
        return self._keep("", due, answer, 3, took)[0]

    def asked(self, question: str) -> Due | None:
        """Return a question as it stands now, None when it is gone or asleep."""
        return next(iter(self._due.by_id([question], "due")), None)

    def asking(self, article: str = "") -> tuple[Due, ...]:
        """Return the questions that can be asked, of one article or of all."""
        found = self._due.awake().values()
        ids = [one.id for one in found if not article or one.article == article]
        return tuple(self._due.by_id(ids, "due"))

    def answered_here(self) -> int:
        """Count the answers that were given at this desk."""
        return self._reviews.stand()[0]

    def askable(self, article: str) -> Askable:
        """Count what can be asked of an article now, and what cannot yet."""
        awake = self._due.awake()
        every = [one.id in awake for one in self._questions.of_article(article)]
        return Askable(sum(every), len(every) - sum(every))

    def put_aside(self, session: Session) -> Changes:
        """Leave a session for later: there is nothing to keep that is not kept already."""
        return Changes(learning=bool(session.answered))

    def drop(self, session: Session) -> Changes:
        """End a session before its end; the answers given stay."""
        self._reviews.end(session.id)
        return Changes(learning=True)

    def _begun(
        self,
        kind: SessionKind,
        ids: Sequence[str],
        at: datetime,
        *,
        path: str = "",
        step: str = "",
    ) -> tuple[Session | None, Changes]:
        if not ids:
            return None, Changes()
        kept = self._reviews.begin(kind, ids, at, path, step)
        return self._read(kept), Changes(learning=True)

    def _going(
        self, kind: SessionKind, *, path: str = "", step: str = "", ids: Sequence[str] = ()
    ) -> Session | None:
        for session in self._unfinished():
            of_this = (session.kind, session.path, session.step) == (kind, path, step)
            if of_this and (not ids or session.items[0].id in ids):
                return session
        return None

    def _unfinished(self) -> Iterator[Session]:
        """Give the sessions with something left to ask; those without are ended on the way."""
        for kept in self._reviews.unfinished():
            session = self._read(kept)
            if session.next is not None:
                yield session
            else:
                self._end_if_done(session)

    def _end_if_done(self, session: Session) -> None:
        if session.next is not None:
            return
        if session.kind is SessionKind.TEST and session.items:
            self.courses.tested(session)
        else:
            self._reviews.end(session.id)

    def _read(self, kept: KeptSession) -> Session:
        """Put a session together: what was answered as it was shown, the rest as it is now."""
        answered = {one.question: one for one in self._reviews.of_session(kept.id)}
        left = [id_ for id_ in kept.questions if id_ not in answered]
        items = {one.id: one for one in self._due.by_id(left, kept.id)}
        items |= {id_: shown for id_, one in answered.items() if (shown := self._shown(one))}
        return Session(
            kept.id,
            SessionKind(kept.kind),
            kept.started,
            tuple(items[id_] for id_ in kept.questions if id_ in items),
            {id_: one.right for id_, one in answered.items()},
            kept.path,
            kept.step,
        )

    def _shown(self, one: Answered) -> Due | None:
        """Return a question that was answered, as it was then."""
        question = asked.read(one.asked, tie=one.tie)
        if question is None:
            return None
        here = self._questions.whole([one.question]).get(one.question)
        title = here.title if here else one.article
        passage = Tested(
            one.article, title, here.shelf if here else "", here.passage if here else ""
        )
        return Due(
            one.question,
            question,
            passage,
            quiz.shuffled(question, f"{one.session} {one.question}"),
            times=1,
        )

    # answers

    def _keep(
        self, session: str, due: Due, answer: tuple[str, ...], ease: int, took: int
    ) -> tuple[Marked, bool]:
        given = bodies.typed(answer)
        seconds = min(max(took, 0), LONGEST_TOOK)
        wire = asked.to_wire(due.asked)
        body = ReviewAsked(
            due.id, due.tested.article, wire, given, due.asked.tie, ease, seconds, self._me().device
        )
        kept, is_new = self._reviews.keep(
            Given(
                due.id, due.tested.article, due.asked.tie, asked.written(due.asked), given,
                right(wire, given), ease, seconds, session, bodies.dump(body),
            ),
            self._now(),
        )  # fmt: skip
        return self._marked(kept, due, is_new=is_new), is_new

    def _marked(self, kept: Answered, due: Due, *, is_new: bool) -> Marked:
        return Marked(
            id=kept.id,
            question=kept.question,
            right=kept.right,
            given=kept.answer,
            solution=quiz.solution(due.asked),
            explanation=due.asked.explanation,
            tested=due.tested,
            again=self._log.schedule()[kept.question].due,
            before=not is_new,
        )

    # figures of one's own

    def _week(self, at: datetime) -> tuple[DayFigures, ...]:
        days = [(at - timedelta(days=back)).astimezone().date() for back in range(WEEK)][::-1]
        marks: dict[object, list[bool]] = {day: [] for day in days}
        for review in self._log.all():
            day = review.moment.astimezone().date()
            if day in marks:
                marks[day].append(review.right)
        return tuple(DayFigures(day, len(marks[day]), sum(marks[day])) for day in days)

    def _coming(self, at: datetime, due: int) -> tuple[DayFigures, ...]:
        """Count what falls due on the days from today; what is due already, today."""
        days = [(at + timedelta(days=on)).astimezone().date() for on in range(WEEK)]
        standings = self._due.standings().values()
        falls = [one.due.astimezone().date() for one in standings if not is_due(one, at)]
        later = [sum(day == one for one in falls) for day in days]
        return tuple(
            DayFigures(day, count + (due if not on else 0))
            for on, (day, count) in enumerate(zip(days, later, strict=True))
        )

    def _weak(self, at: datetime) -> tuple[quiz.Weak, ...]:
        awake = self._due.awake()
        return quiz.weakest(
            (awake[review.question].shelf, review.right)
            for review in self._log.all()
            if review.question in awake and at - review.moment < RECENT
        )

    def _shelves(self, coming: Sequence[Due]) -> tuple[ShelfDue, ...]:
        titles = space_titles(self._workspace.entities)
        counts: dict[str, int] = {}
        for one in coming:
            counts[one.tested.space] = counts.get(one.tested.space, 0) + 1
        rows = [ShelfDue(space, titles.get(space, space), n) for space, n in counts.items()]
        return tuple(sorted(rows, key=lambda row: (-row.count, row.title)))

    def _now(self) -> datetime:
        return moment(self._workspace.calendar)
