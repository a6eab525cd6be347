"""The figures that those who steer look at: exact counts, by week and by shelf, and what to do.

Weeks begin on Monday and are those of the desk. Figures of few people are never told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from kbdesk.core.gaps import Subject
from kbdesk.core.verification import Risk

WEEKS = 8
PROMISED = 2  # days in which a suggestion is answered
AGES = (30, 60, 90)  # days: the bands of the age of verifications


@dataclass(frozen=True, slots=True)
class Trusted:
    """How far articles can be trusted: verified, to be reviewed, never verified."""

    verified: int = 0
    stale: int = 0
    never: int = 0

    @property
    def articles(self) -> int:
        return self.verified + self.stale + self.never


@dataclass(frozen=True, slots=True)
class Shelf:
    """A shelf and how far it can be trusted."""

    id: str
    title: str
    trusted: Trusted


@dataclass(frozen=True, slots=True)
class Band:
    """Articles whose verification is so many days old; `upto` None is older than all bands."""

    above: int
    upto: int | None
    articles: int


@dataclass(frozen=True, slots=True)
class Week:
    """One week of things that come and go."""

    begins: date
    came: int = 0
    went: int = 0


@dataclass(frozen=True, slots=True)
class Delay:
    """How many days the suggestions decided in a week had waited; None where none was."""

    begins: date
    days: float | None
    decided: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a decision, and how long the oldest has."""

    count: int = 0
    oldest: int = 0  # days
    late: int = 0
    clashes: int = 0


@dataclass(frozen=True, slots=True)
class WeakSubject:
    """An article whose questions are often answered wrong; never told of few people."""

    article: str
    title: str
    asked: int
    right: int

    @property
    def wrong(self) -> float:
        return 1 - self.right / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Notices:
    """The announcements in force, and how far they have come."""

    in_force: int = 0
    expected: int = 0  # people, over all notices
    done: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole of the boards."""

    day: date
    trusted: Trusted
    shelves: tuple[Shelf, ...]
    bands: tuple[Band, ...]
    changed: tuple[Week, ...]
    subjects: tuple[Subject, ...]
    gaps: tuple[Week, ...]
    suggestions: Waiting
    delays: tuple[Delay, ...]
    remarks: Waiting
    verify_first: tuple[Risk, ...]
    weak: tuple[WeakSubject, ...]
    masked: int  # questions that too few have answered
    notices: Notices

    @property
    def open_gaps(self) -> int:
        return sum(one.times for one in self.subjects)


def weeks(day: date, count: int = WEEKS) -> tuple[date, ...]:
    """Return the Mondays of the last weeks, the oldest first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday - timedelta(weeks=back) for back in range(count - 1, -1, -1))


def by_week(day: date, came: Iterable[date], went: Iterable[date] = ()) -> tuple[Week, ...]:
    """Count by week what came and what went; what is older or to come is left out."""
    mondays = weeks(day)
    counts = {monday: [0, 0] for monday in mondays}
    for column, days in enumerate((came, went)):
        for one in days:
            monday = one - timedelta(days=one.weekday())
            if monday in counts and one <= day:
                counts[monday][column] += 1
    return tuple(Week(monday, *counts[monday]) for monday in mondays)


def banded(ages: Sequence[int]) -> tuple[Band, ...]:
    """Count ages in days by bands; each age falls in exactly one."""
    edges = (0, *AGES)
    found = []
    for at, above in enumerate(edges):
        upto = edges[at + 1] if at + 1 < len(edges) else None
        inside = [age for age in ages if age >= above and (upto is None or age < upto)]
        found.append(Band(above, upto, len(inside)))
    return tuple(found)


def delays(day: date, decided: Iterable[tuple[date, float]]) -> tuple[Delay, ...]:
    """Return the median of the days that what was decided in each week had waited."""
    waited: dict[date, list[float]] = {monday: [] for monday in weeks(day)}
    for on, took in decided:
        monday = on - timedelta(days=on.weekday())
        if monday in waited:
            waited[monday].append(max(took, 0.0))
    return tuple(
        Delay(monday, round(median(days), 1) if days else None, len(days))
        for monday, days in waited.items()
    )


def weakest(
    answered: Iterable[tuple[str, str, int, int]], limit: int = 6
) -> tuple[WeakSubject, ...]:
    """Sum (article, title, asked, right) by article; those wrong most often first."""
    sums: dict[str, WeakSubject] = {}
    for article, title, asked, right in answered:
        before = sums.get(article, WeakSubject(article, title, 0, 0))
        sums[article] = WeakSubject(article, title, before.asked + asked, before.right + right)
    found = [one for one in sums.values() if one.asked and one.wrong > 0]
    return tuple(sorted(found, key=lambda one: (-one.wrong, -one.asked, one.article))[:limit])
