"""What became of a search: answered, or failed without a word. A pure machine over moments.

What is typed passes through many wordings; only one that stood still was a question. It failed when
it found nothing, when it was asked again in other words, or when its list was looked at and left
with nothing opened. A word more or a letter less is the same question going on, never another.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

REST = timedelta(seconds=1.5)  # a wording that stood so long was meant
LOOKED = timedelta(seconds=5)  # a list that stood so long was looked at
SOON = timedelta(minutes=1)  # within which other words are the same question
WORDS = 12  # more is a pasted mail, and stays where it was pasted
LONGEST = 200  # letters of a query that leaves this desk

_MAIL = re.compile(r"\S+@\S+")
_NUMBER = re.compile(r"\+?\d(?:[\s.\-/()\u00a0\u202f]*\d){5,}")


@dataclass(frozen=True, slots=True)
class Wording:
    """A query with its filters, and what its list said of it."""

    query: str
    total: int = 0
    degraded: bool = False  # answered without the index: finding nothing then says nothing
    spaces: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """One question, with what became of it; `how` is "" where it was answered, or stands."""

    wording: Wording
    at: datetime
    stood: timedelta  # how long its list was there
    opened: str = ""  # the first article opened from it
    opened_after: timedelta | None = None
    next: str = ""  # what was asked instead, soon after
    how: str = ""  # empty, reworded, unclicked
    reported: bool = False  # said out loud with F2: it is a gap already, and no second one

    @property
    def told(self) -> bool:
        """Whether it failed, in words that may leave this desk."""
        return bool(self.how and sayable(self.wording.query))


@dataclass(frozen=True, slots=True)
class Trail:
    """Where somebody is in searching: a wording on screen, and perhaps one left just before."""

    here: Searched | None = None
    left: Searched | None = None  # came to rest and failed or was left; the next may reword it

    def shown(self, wording: Wording, at: datetime) -> tuple["Trail", tuple[Searched, ...]]:
        """Take in that a list is on screen."""
        here = self.here
        if here is not None and _folded(here.wording.query) == _folded(wording.query):
            # The same question, answered again: more rows, another filter, a newer base.
            return replace(self, here=replace(here, wording=wording)), ()
        going, told = self._let_go(at, wording.query)
        return replace(going, here=Searched(wording, at, timedelta(0))), told

    def opened(self, article: str, at: datetime) -> "Trail":
        """Take in that an article was read from the list on screen: the question is answered."""
        if self.here is None or self.here.opened:
            return self
        here = replace(self.here, opened=article, opened_after=at - self.here.at)
        return replace(self, here=here)

    def reported(self) -> "Trail":
        """Take in that the person said themselves that the list does not answer."""
        return self if self.here is None else replace(self, here=replace(self.here, reported=True))

    def emptied(self, at: datetime) -> tuple["Trail", tuple[Searched, ...]]:
        """Take in that the box was emptied: what was asked may be asked in other words yet."""
        return self._let_go(at, "")

    def gone(self, at: datetime) -> tuple["Trail", tuple[Searched, ...]]:
        """Take in that the searching was left: another screen, a contact done."""
        going, told = self._let_go(at, "")
        last = () if going.left is None else (going.left,)
        return Trail(), (*told, *last)

    def _let_go(self, at: datetime, following: str) -> tuple["Trail", tuple[Searched, ...]]:
        """Weigh the wording on screen as it goes, and the one before it."""
        here, left = self.here, self.left
        if here is None:
            return self, ()
        here = replace(here, stood=at - here.at)
        if not here.opened and here.stood < REST:
            return Trail(None, left), ()  # typed on
        told: list[Searched] = []
        if left is not None:
            told.append(_followed(left, here))
        if here.opened or (following and goes_on(here.wording.query, following)):
            told += [here] if here.opened else []
            return Trail(), tuple(told)
        return Trail(None, _weighed(here)), tuple(told)


def _weighed(one: Searched) -> Searched:
    """Say what a wording that was left came to, by itself."""
    if one.wording.degraded or one.reported:
        return one
    if one.wording.total == 0:
        return replace(one, how="empty")
    return replace(one, how="unclicked") if one.stood >= LOOKED else one


def _followed(one: Searched, by: Searched) -> Searched:
    """Say what it came to once it is known what was asked next."""
    soon = by.at - one.at - one.stood <= SOON
    if not soon or goes_on(one.wording.query, by.wording.query):
        return one
    said = replace(one, next=by.wording.query)
    if one.wording.degraded or one.reported or one.how == "empty":
        return said
    return replace(said, how="reworded")


def goes_on(one: str, other: str) -> bool:
    """Say whether one wording is the other being typed, lengthened or shortened."""
    first, second = _folded(one), _folded(other)
    return first.startswith(second) or second.startswith(first)


def sayable(query: str) -> str:
    """Return what of a query may leave this desk, "" for nothing of it.

    Numbers of six digits and more may be somebody's, as addresses are; a text of many words is a
    mail that was pasted.
    """
    if len(query.split()) > WORDS or len(query) > LONGEST:
        return ""
    bare = _NUMBER.sub(" ", _MAIL.sub(" ", query))
    words = " ".join(bare.split())
    return words if any(letter.isalnum() for letter in words) else ""


def _folded(query: str) -> str:
    plain = unicodedata.normalize("NFKD", query).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
