"""Verified is not edited: who vouched for a text, how far that holds, and what to look at first.

A verification is an act of its own, of one revision of an article. It holds while that is what is
to be read, or only details were mended since. A base that comes from files may say in the front
matter of an article when its text was looked at last; the later of the two counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kbdesk.core.articles import Freshness, Kind, freshness

_CLASSES = {"critical": 3.0, "legal": 3.0, "tariff": 2.0, "tariffs": 2.0}
_KINDS = {Kind.GUIDE: 1.4, Kind.SCRIPT: 1.3, Kind.PRODUCT: 1.2}
_INTERVAL = timedelta(days=180)  # by which age is weighed where nobody named one


@dataclass(frozen=True, slots=True)
class Vouched:
    """One verification; `holds` while the text is what was looked at."""

    article: str
    rev: int
    by: str
    at: datetime
    comment: str = ""
    review_every: timedelta | None = None
    holds: bool = True
    by_name: str = ""

    @property
    def day(self) -> date:
        return self.at.astimezone().date()


@dataclass(frozen=True, slots=True)
class Trust:
    """How far an article can be trusted, from its text and from what was vouched for."""

    verified: date | None
    review_every: timedelta | None
    by: str

    def on(self, today: date) -> Freshness:
        return freshness(self.verified, self.review_every, today)


def trust(
    verified: date | None, review_every: timedelta | None, by: str, vouched: Vouched | None
) -> Trust:
    """Join what the text says of itself with the last verification."""
    if vouched is None:
        return Trust(verified, review_every, by)
    every = vouched.review_every or review_every
    if verified is not None and verified >= vouched.day:
        return Trust(verified, every, by)
    if vouched.holds:
        return Trust(vouched.day, every, vouched.by)
    return Trust(None, every, "")


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """One reason why an article should be looked at; the score is all of them multiplied."""

    name: str  # views, age, feedback, class
    detail: str
    share: float


@dataclass(frozen=True, slots=True)
class Risk:
    """An article that wants to be looked at, and why before others."""

    article: str
    title: str
    space: str
    owner: str
    owner_name: str
    freshness: Freshness
    verified: date | None
    views: int
    age: int  # days since it was verified, or else changed
    open_feedback: int
    content_class: str
    kind: Kind
    factors: tuple[RiskFactor, ...]
    score: float


def weighed(
    *,
    views: int,
    age: int,
    review_every: timedelta | None,
    open_feedback: int,
    content_class: str,
    kind: Kind,
) -> tuple[RiskFactor, ...]:
    """Weigh what makes an article a risk; a factor of 1 says nothing."""
    interval = (review_every or _INTERVAL).days or 1
    return (
        RiskFactor("views", str(views), round(1 + views**0.5, 3)),
        RiskFactor("age", str(age), round(0.1 + age / interval, 3)),
        RiskFactor("feedback", str(open_feedback), 1.0 + open_feedback),
        RiskFactor("class", content_class or kind.value, class_risk(content_class, kind)),
    )


def class_risk(content_class: str, kind: Kind) -> float:
    """Weigh what a wrong text of this class would cost."""
    return _CLASSES.get(content_class, _KINDS.get(kind, 1.0))


def score(factors: tuple[RiskFactor, ...]) -> float:
    found = 1.0
    for factor in factors:
        found *= factor.share
    return round(found, 3)


@dataclass(frozen=True, slots=True)
class Act:
    """Something done to many articles at once, and what it takes to undo it."""

    kind: str  # verify, reassign, archive
    ids: tuple[str, ...]
    before: Mapping[str, str]  # the texts as they were, of what was rewritten
    operations: tuple[str, ...] = ()  # that wait
    vouched: Mapping[str, str] | None = None  # verifications as they were, where there is no server
    fields: Mapping[str, str] = field(default_factory=dict)  # of the front matter that it set
