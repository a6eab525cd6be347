"""When a question is asked again: FSRS over the log of answers, and nothing but the log.

The schedule is never stored and never sent. It is a replay of all answers to a question, by moment
and then by id, so that two machines of one person agree as soon as their logs do, in whatever order
they came together. For that there is no chance in it (fuzzing off) and no hour (learning steps
empty: intervals are days); and the moment of an answer whose clock ran ahead of the server is the
server's, or a desk set to 2099 would silence a question for good.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Scheduler

MOST = 180  # days between two times a question is asked
AHEAD = timedelta(hours=1)  # by which a clock may be before the server's and still be believed
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to one question, of whichever desk."""

    id: str
    question: str
    tie: str  # of the passage as it was then
    right: bool
    ease: int  # of a right answer
    at: datetime
    server: datetime | None = None  # when the server had it
    article: str = ""

    @property
    def moment(self) -> datetime:
        """When it was, by the best that is known."""
        if self.server is not None and self.at > self.server + AHEAD:
            return self.server
        return self.at

    @property
    def rating(self) -> int:
        """How it counts: a right answer as easy as its person found it, by luck perhaps."""
        if not self.right:
            return AGAIN
        return self.ease if AGAIN <= self.ease <= EASY else GOOD


@dataclass(frozen=True, slots=True)
class Standing:
    """What a log says of one question."""

    due: datetime
    last: datetime
    times: int
    wrong: int
    tie: str  # of the passage when it was last answered
    stability: float  # days until nine in ten would still know it


def merged(*logs: Iterable[Review]) -> list[Review]:
    """Join logs into one: each answer once, in the order in which the schedule takes them."""
    once: dict[str, Review] = {}
    for review in (review for log in logs for review in log):
        known = once.get(review.id)
        if known is None or (known.server is None and review.server is not None):
            once[review.id] = review
    return sorted(once.values(), key=lambda review: (review.moment, review.id))


def schedule(log: Iterable[Review]) -> dict[str, Standing]:
    """Map each question of a merged log to how it stands."""
    return {question: standing(reviews) for question, reviews in by_question(log).items()}


def by_question(log: Iterable[Review]) -> dict[str, list[Review]]:
    """Part a merged log by questions; each part keeps the order."""
    parts: dict[str, list[Review]] = {}
    for review in log:
        parts.setdefault(review.question, []).append(review)
    return parts


def standing(reviews: list[Review]) -> Standing:
    """Replay the answers to one question, in their order; there is at least one."""
    from fsrs import Card, Rating  # late: a tenth of a second, and only learning needs it

    card = Card(card_id=0)
    for review in reviews:
        card, _ = _scheduler().review_card(
            card, Rating(review.rating), review.moment.astimezone(UTC)
        )
    last = reviews[-1]
    return Standing(
        due=card.due,
        last=last.moment,
        times=len(reviews),
        wrong=sum(not review.right for review in reviews),
        tie=last.tie,
        stability=card.stability or 0.0,
    )


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler  # late: as above

    return Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=MOST, enable_fuzzing=False
    )
