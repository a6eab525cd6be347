"""Which questions are to be asked now, in which order, and what is shown with them.

First those whose passage is another than the one this person learnt, with the difference; then
those that fell due, the longest waiting first; then a few that are new, of what this person reads
most. What is asleep, or of an article that does not hold today, is not asked.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core import quiz
from kbdesk.core.questions import Placed, QuestionKind
from kbdesk.core.quiz import Difference, Due
from kbdesk.core.recall import Review, Standing
from kbdesk.errors import BadContent
from kbdesk.services.connected.reading_on import parser
from kbdesk.services.learn.review_log import ReviewLog
from kbdesk.services.learn.ties import tested
from kbdesk.store import asked
from kbdesk.store.questions import Questions, Stands, Whole
from kbdesk.store.revisions import Revisions

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question to be asked, before anything is read of it."""

    stands: Stands
    since: datetime | None = None
    times: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """The base and the log at one moment, read once."""

    awake: Mapping[str, Stands]
    log: Sequence[Review]
    schedule: Mapping[str, Standing]
    orphans: Mapping[str, Sequence[Review]]  # article → answers to questions that are no more


class DueQuestions:
    """Chooses among the questions of the base by the log of one person."""

    def __init__(self, workspace: "Workspace", questions: Questions, log: ReviewLog) -> None:
        self._workspace = workspace
        self._questions = questions
        self._log = log
        self._old = OldTexts(workspace)
        self._stands: tuple[object, list[Stands]] = (None, [])

    def waiting(self, now: datetime, *, all_new: bool = False) -> list[Waiting]:
        """List what is due, in the order to ask it; `all_new` beyond the few new ones of a day."""
        look = self._look()
        answered = [one for id_, one in look.awake.items() if id_ in look.schedule]
        seen = [_seen(one, look.schedule[one.id], now) for one in answered]
        changed = [one for one in seen if one is not None and one.changed]
        due = [one for one in seen if one is not None and not one.changed]
        due.sort(key=lambda one: (one.since or now, one.stands.id))
        return [*changed, *due, *self._new(look, now, all_new=all_new)]

    def standings(self) -> dict[str, Standing]:
        """Map the questions that are awake, and were answered, to how they stand."""
        look = self._look()
        return {id_: look.schedule[id_] for id_ in look.awake if id_ in look.schedule}

    def awake(self) -> Mapping[str, Stands]:
        """Map the questions that can be asked today to where they stand."""
        return self._look().awake

    def built(self, waiting: Sequence[Waiting], seed: str) -> list[Due]:
        """Read what is shown of questions; `seed` decides the order of their answers."""
        look, took = self._look(), self._log.took()
        whole = self._questions.whole([one.stands.id for one in waiting])
        return [
            self._due(one, whole[one.stands.id], seed, took, look)
            for one in waiting
            if one.stands.id in whole
        ]

    def by_id(self, ids: Sequence[str], seed: str) -> list[Due]:
        """Read given questions as they are now; those gone or asleep are left out."""
        look = self._look()
        waiting = [
            _any(look.awake[id_], look.schedule.get(id_)) for id_ in ids if id_ in look.awake
        ]
        return self.built(waiting, seed)

    def _due(
        self, one: Waiting, whole: Whole, seed: str, took: Mapping[str, list[int]], look: _Look
    ) -> Due:
        question = whole.question
        is_matching = question.kind is QuestionKind.MATCHING
        return Due(
            id=whole.id,
            asked=question,
            tested=tested(whole),
            choices=quiz.shuffled(question, f"{seed} {whole.id}"),
            lefts=tuple(left for left, _ in question.pairs) if is_matching else (),
            since=one.since,
            times=one.times,
            changed=self._difference(one, whole, look),
            seconds=quiz.seconds_for(question, took.get(whole.id, ())),
        )

    def _difference(self, one: Waiting, whole: Whole, look: _Look) -> Difference | None:
        """Return the passage as it was learnt beside the one that stands."""
        if one.changed:
            tie = look.schedule[whole.id].tie
            return Difference(self._old.passage(whole.article, whole.id, tie), whole.passage)
        if one.times:
            return None
        return self._of_a_rewritten_one(whole, look)

    def _of_a_rewritten_one(self, whole: Whole, look: _Look) -> Difference | None:
        """Do the same for a question that took the place of one this person had learnt."""
        for review in reversed(look.orphans.get(whole.article, ())):
            placed = self._old.placed(whole.article, review.question, review.tie)
            if placed is not None and placed.anchor == whole.anchor:
                same = placed.question.tie == whole.question.tie
                return None if same else Difference(placed.passage, whole.passage)
        return None

    def _new(self, look: _Look, now: datetime, *, all_new: bool) -> list[Waiting]:
        """Choose what to ask for the first time: of what was learnt, then of what is read most."""
        opened = self._workspace.opens.counts()
        unseen = [one for id_, one in look.awake.items() if id_ not in look.schedule]
        unseen.sort(key=lambda one: (one.article not in look.orphans, -opened.get(one.article, 0)))
        again = sum(one.article in look.orphans for one in unseen)
        room = max(0, quiz.NEW_A_DAY - _begun_on(now, look.log))
        few = len(unseen) if all_new else max(room, min(again, quiz.MOST))
        return [Waiting(one) for one in unseen[:few]]

    def _look(self) -> _Look:
        stands, log, schedule = self._stand(), self._log.all(), self._log.schedule()
        here = {one.id for one in stands}
        orphans: dict[str, list[Review]] = {}
        for review in log:
            if review.question not in here:
                orphans.setdefault(review.article, []).append(review)
        return _Look({one.id: one for one in stands if one.awake}, log, schedule, orphans)

    def _stand(self) -> list[Stands]:
        """List the questions of the base, read again only when the base has changed."""
        today = self._workspace.calendar.today()
        state = (threading.get_ident(), self._questions.state(), today)
        if self._stands[0] != state:
            self._stands = (state, self._questions.stand(today))
        return self._stands[1]


def _begun_on(now: datetime, log: Sequence[Review]) -> int:
    """Count the questions that were answered for the first time on the day of a moment."""
    first: dict[str, datetime] = {}
    for review in log:
        first.setdefault(review.question, review.moment)
    today = now.astimezone().date()
    return sum(moment.astimezone().date() == today for moment in first.values())


class OldTexts:
    """What questions and passages of an article were before, of what this copy keeps."""

    def __init__(self, workspace: "Workspace") -> None:
        self._revisions = Revisions(workspace.kb)
        self._kb = workspace.kb
        self._known: dict[tuple[str, int], tuple[Placed, ...]] = {}

    def passage(self, article: str, question: str, tie: str) -> str:
        """Return the passage a question stood under, "" when it is not kept."""
        placed = self.placed(article, question, tie)
        return placed.passage if placed else ""

    def placed(self, article: str, question: str, tie: str) -> Placed | None:
        """Return a question with the passage of that tie, None when no text kept holds both."""
        for past in self._revisions.of(article):
            for placed in self._questions(article, past.rev):
                if placed.question.tie == tie and asked.id_of(placed.question) == question:
                    return placed
        return None

    def _questions(self, article: str, rev: int) -> tuple[Placed, ...]:
        """Read a past text once: it never changes. One that cannot be read asks nothing."""
        key = (article, rev)
        if key not in self._known:
            old = self._revisions.text(article, rev)
            try:
                read = parser(self._kb)(old.body, old.path, "base") if old else None
            except BadContent:
                read = None
            self._known[key] = read.questions if read else ()
        return self._known[key]


def _seen(one: Stands, standing: Standing, now: datetime) -> Waiting | None:
    """Say whether a question that was answered before is to be asked again."""
    if standing.tie != one.tie:
        return Waiting(one, now, standing.times, changed=True)
    if is_due(standing, now):
        return Waiting(one, standing.due, standing.times)
    return None


def is_due(standing: Standing, now: datetime) -> bool:
    """Say whether the day has come: intervals are days, and no early shift waits for the hour."""
    return standing.due.astimezone().date() <= now.astimezone().date()


def _any(one: Stands, standing: Standing | None) -> Waiting:
    """Take a question whether it is due or not."""
    if standing is None:
        return Waiting(one)
    return Waiting(one, standing.due, standing.times, changed=standing.tie != one.tie)
