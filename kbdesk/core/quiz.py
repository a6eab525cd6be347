"""Sessions of questions: which are due, in what order, and what a person sees of them.

A session is three to five questions that fit in ninety seconds. First come those whose passage has
changed since this person learnt it, then those that are due, the longest waiting first, then a few
that are new to them. What is shown of a question (`Due`) is handed back with the answer: an answer
is marked against what was on the screen, whatever has come in meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kbdesk.core.questions import Question, QuestionKind

FEWEST, MOST = 3, 5  # questions of a session
LONGEST = timedelta(seconds=90)
NEW_A_DAY = 5  # questions that somebody has never seen
_SECONDS = {
    QuestionKind.TRUE_FALSE: 8,
    QuestionKind.SINGLE: 12,
    QuestionKind.MULTIPLE: 18,
    QuestionKind.SHORT: 18,
    QuestionKind.ORDERING: 25,
    QuestionKind.MATCHING: 25,
}
WORDS_A_SECOND = 5
SLOWEST = 30  # seconds reckoned for any question, so that three always fit
ENOUGH, WELL = 4, 0.8  # answers, and the part of right ones, of a shelf that is no weak one


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage as this person had learnt it, and as it stands; plain text."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Tested:
    """The passage that a question tests, and where it stands."""

    article: str
    title: str  # of the article
    space: str  # the shelf
    text: str  # plain
    anchor: str = ""
    heading: str = ""
    rev: int = 0  # of the article


@dataclass(frozen=True, slots=True)
class Due:
    """A question to be asked, as it is to be shown.

    `choices` are the answers in the order to show them: those offered, the items to order, or the
    right sides of a matching (`lefts` are the left ones, in their order). An answer is the chosen
    texts; for ordering all of `choices` in the order given; for matching one right side for each
    of `lefts`; for a short text what was typed.
    """

    id: str
    asked: Question
    tested: Tested
    choices: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    since: datetime | None = None  # when it fell due; None when it is new to this person
    times: int = 0  # answered before
    changed: Difference | None = None  # to be shown before the question
    seconds: int = 0  # that it will take, as reckoned

    @property
    def is_new(self) -> bool:
        return self.times == 0


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of an answer. It is on the disk when this is returned."""

    id: str  # of the review
    question: str
    right: bool
    given: tuple[str, ...]
    solution: tuple[str, ...]  # in the shape of an answer; of a short text all that is accepted
    explanation: str
    tested: Tested
    again: datetime  # when it is asked again
    before: bool = False  # it had been answered in this session already: nothing was added


class SessionKind(StrEnum):
    """What a session is for."""

    DAILY = "daily"
    TEST = "test"  # of a step of a path
    PRACTICE = "practice"  # of an article, at one's own wish


@dataclass(frozen=True, slots=True)
class Session:
    """A quiz under way, kept until it is done: resumed after a call, a crash, the weekend."""

    id: str
    kind: SessionKind
    started: datetime
    items: tuple[Due, ...]  # all of it, in order; those gone or asleep meanwhile are left out
    marked: Mapping[str, bool]  # question → whether its answer was right
    path: str = ""  # and step, of a test
    step: str = ""

    @property
    def next(self) -> Due | None:
        """The question to be asked, None at the end."""
        return next((due for due in self.items if due.id not in self.marked), None)

    @property
    def answered(self) -> int:
        return sum(due.id in self.marked for due in self.items)

    @property
    def right(self) -> int:
        return sum(self.marked.get(due.id, False) for due in self.items)

    @property
    def score(self) -> int:
        """Right answers in per cent of all questions."""
        return round(100 * self.right / len(self.items)) if self.items else 0

    @property
    def seconds(self) -> int:
        """What is left, as reckoned."""
        return sum(due.seconds for due in self.items if due.id not in self.marked)


@dataclass(frozen=True, slots=True)
class Asleep:
    """A question whose passage has changed since its author tied it: told to who writes there."""

    id: str
    text: str  # of the question
    tested: Tested
    tie: str  # of the passage as it stands, for whoever confirms it
    asked: Question


@dataclass(frozen=True, slots=True)
class Weak:
    """A shelf in which many answers are wrong."""

    space: str
    asked: int
    right: int


def seconds_for(question: Question, took: Iterable[int] = ()) -> int:
    """Reckon how long a question takes: as long as before, else by its kind and its words."""
    known = sorted(seconds for seconds in took if seconds > 0)
    if known:
        return min(known[len(known) // 2], SLOWEST)
    words = len(question.text.split()) + sum(
        len(text.split()) for text in (*(a.text for a in question.offered), *question.order)
    )
    return min(_SECONDS[question.kind] + words // WORDS_A_SECOND, SLOWEST)


def shuffled(question: Question, seed: str) -> tuple[str, ...]:
    """Return the answers in the order to show them: by chance, and the same for the same seed.

    True and false keep theirs, and items to order never stand in the right one.
    """
    if question.kind is QuestionKind.TRUE_FALSE:
        return tuple(answer.text for answer in question.offered)
    texts = list(
        dict.fromkeys(
            [answer.text for answer in question.offered]
            or question.order
            or [matched for _left, matched in question.pairs]
        )
    )
    texts.sort(key=lambda text: chance(f"{seed}\0{text}"))
    if question.order and tuple(texts) == question.order:
        texts.append(texts.pop(0))
    return tuple(texts)


def chance(text: str) -> bytes:
    """Give a place by chance, the same for the same text."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def solution(question: Question) -> tuple[str, ...]:
    """Return the right answer, in the shape of an answer."""
    if question.kind is QuestionKind.SHORT:
        return question.accepted
    if question.kind is QuestionKind.ORDERING:
        return question.order
    if question.kind is QuestionKind.MATCHING:
        return tuple(matched for _left, matched in question.pairs)
    return tuple(answer.text for answer in question.offered if answer.right)


def choose(due: Sequence[Due]) -> tuple[Due, ...]:
    """Take from what is due, in its order, as much as one session holds."""
    chosen: list[Due] = []
    for one in due:
        total = sum(before.seconds for before in chosen) + one.seconds
        if len(chosen) == MOST or (len(chosen) >= FEWEST and total > LONGEST.total_seconds()):
            break
        chosen.append(one)
    return tuple(chosen)


def weakest(answers: Iterable[tuple[str, bool]], most: int = 3) -> tuple[Weak, ...]:
    """Return the shelves with the most wrong answers of (shelf, right); few answers say nothing."""
    asked: dict[str, list[bool]] = {}
    for space, is_right in answers:
        asked.setdefault(space, []).append(is_right)
    rows = [Weak(space, len(marks), sum(marks)) for space, marks in asked.items()]
    weak = [row for row in rows if row.asked >= ENOUGH and row.right < WELL * row.asked]
    return tuple(sorted(weak, key=lambda row: (row.right / row.asked, row.space))[:most])
