"""Gaps: what people looked for and did not find, grouped into subjects.

Grouping is deterministic and goes by age: each wording joins the subject of the oldest one that it
is close to, or begins a subject. So the order in which gaps come in does not matter, and a newer
gap never moves an older one: a subject keeps its id and its place while people go on asking. Words
come in as stems; two stems are alike when few letters tell them apart.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

ENOUGH = 0.6  # of what two wordings say, for them to be about one thing
SEVERAL = 2  # words that make a wording which lies within another the same subject
LONG, LONGER = 5, 9  # letters from which a word may be one, or two letters off
WITHIN = 3  # rank at which a query has found its answer
HOWS = ("told", "empty", "reworded", "unclicked")


@dataclass(frozen=True, slots=True)
class Gap:
    """One need that the base did not meet; `words` are the stems of its query."""

    id: str
    query: str
    at: datetime
    how: str = "told"
    words: frozenset[str] = frozenset()
    queue: str = ""
    intent: str = ""
    spaces: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    state: str = "open"  # open, closed, dismissed
    article: str = ""
    rank: int = 0
    decided_at: datetime | None = None
    decided_by: str = ""
    why: str = ""
    waiting: bool = False  # made or decided here, not sent yet

    @property
    def open(self) -> bool:
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class Asked:
    """One wording of a subject, and how often it was asked."""

    query: str
    times: int


@dataclass(frozen=True, slots=True)
class Subject:
    """Gaps about one thing; its id is that of the oldest, its name the wording asked most."""

    id: str
    name: str
    gaps: tuple[Gap, ...]  # the oldest first

    @property
    def times(self) -> int:
        return len(self.gaps)

    @property
    def first(self) -> datetime:
        return self.gaps[0].at

    @property
    def last(self) -> datetime:
        return max(gap.at for gap in self.gaps)

    @property
    def hows(self) -> dict[str, int]:
        """Count the ways in which it failed."""
        found = {how: sum(gap.how == how for gap in self.gaps) for how in HOWS}
        return {how: times for how, times in found.items() if times}

    @property
    def queries(self) -> tuple[Asked, ...]:
        """Return the wordings, those asked most first."""
        return wordings(self.gaps)

    @property
    def opened(self) -> tuple[str, ...]:
        """Return the articles that were opened and did not answer."""
        return tuple(dict.fromkeys(one for gap in self.gaps for one in gap.opened))

    @property
    def motives(self) -> tuple[str, ...]:
        """Return the queues and intents of the contacts in which it was asked."""
        said = ((gap.queue, gap.intent) for gap in self.gaps)
        return tuple(dict.fromkeys(" · ".join(filter(None, pair)) for pair in said if any(pair)))


@dataclass(frozen=True, slots=True)
class Replayed:
    """A wording asked again: where the article stands now, 0 where it does not."""

    query: str
    rank: int
    gaps: tuple[str, ...]
    first: str = ""  # title of what stands first instead
    speaks: bool = True  # the article speaks of it: in a small base anything stands among the first

    @property
    def found(self) -> bool:
        return self.speaks and 1 <= self.rank <= WITHIN


@dataclass(frozen=True, slots=True)
class Replay:
    """A subject put to the proof with an article."""

    subject: str
    article: str
    title: str
    asked: tuple[Replayed, ...] = field(default=())

    @property
    def closes(self) -> int:
        """How many gaps are proved answered."""
        return sum(len(one.gaps) for one in self.asked if one.found)

    @property
    def stays(self) -> int:
        """How many stay open."""
        return sum(len(one.gaps) for one in self.asked if not one.found)


def subjects(gaps: Iterable[Gap]) -> tuple[Subject, ...]:
    """Group gaps into subjects: those asked most first, then the newest."""
    groups: list[tuple[frozenset[str], list[Gap]]] = []
    known: dict[frozenset[str], list[Gap]] = {}
    for gap in sorted(gaps, key=lambda one: one.id):
        words = gap.words or frozenset({gap.query.casefold().strip()})
        if (group := known.get(words)) is None:
            group = _closest(words, groups)
            if group is None:
                group = []
                groups.append((words, group))
            known[words] = group
        group.append(gap)
    found = [Subject(group[0].id, wordings(group)[0].query, tuple(group)) for _, group in groups]
    return tuple(sorted(found, key=lambda one: (-one.times, -one.last.timestamp(), one.id)))


def spoken_of(said: Collection[str], words: Collection[str]) -> frozenset[str]:
    """Return those words that a text has, by its stems."""
    return frozenset(word for word in words if _like(word, said) is not None)


def is_enough(spoken: frozenset[str], words: frozenset[str]) -> bool:
    """Say whether a text that has these words speaks of what was asked in those."""
    return len(spoken & words) >= ENOUGH * len(words)


def _closest(
    words: frozenset[str], groups: Sequence[tuple[frozenset[str], list[Gap]]]
) -> list[Gap] | None:
    """Find the subject a wording belongs to: the closest, of equals the oldest."""
    best, found = 0.0, None
    for said, group in groups:
        close = closeness(words, said)
        if close > best:
            best, found = close, group
    return found


def closeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Say how far two wordings are about one thing: 0, or ENOUGH to 1."""
    few, many = sorted((one, other), key=lambda words: (len(words), sorted(words)))
    rest, met = sorted(many), 0
    for word in sorted(few):
        if (same := _like(word, rest)) is not None:
            rest.remove(same)
            met += 1
    if met == len(few) >= SEVERAL:
        return max(ENOUGH, 2 * met / (len(few) + len(many)))
    share = 2 * met / (len(few) + len(many))
    return share if share >= ENOUGH else 0.0


def _like(word: str, others: Collection[str]) -> str | None:
    if word in others:
        return word
    return next((other for other in others if alike(word, other)), None)


def alike(one: str, other: str) -> bool:
    """Say whether two stems may be one word: the same, or few letters apart for their length."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    room = 2 if shorter >= LONGER else 1 if shorter >= LONG else 0
    if abs(len(one) - len(other)) > room or any(map(str.isdigit, one + other)):
        return False  # E203 and E204 are two things
    return room > 0 and _apart(one, other) <= room


def _apart(one: str, other: str) -> int:
    """Count the letters to put in, take out, change or swap."""
    before, last = list(range(len(other) + 1)), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def wordings(gaps: Iterable[Gap]) -> tuple[Asked, ...]:
    """Count the wordings, letter case aside; each is shown as it was asked first."""
    ordered = sorted(gaps, key=lambda one: (_same(one.query), one.id))
    found = []
    for _, group in groupby(ordered, key=lambda one: _same(one.query)):
        alike_ones = list(group)
        found.append((-len(alike_ones), alike_ones[0].id, alike_ones[0].query))
    return tuple(Asked(query, -times) for times, _, query in sorted(found))


def _same(query: str) -> str:
    return " ".join(query.casefold().split())
