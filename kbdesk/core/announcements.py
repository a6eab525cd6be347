"""Announcements as one person meets them: what is mine, in which order, and what may interrupt now.

Whoever can read a notice is its audience, so nothing here asks for rights. A notice asks once for
each version: an edit in substance makes a new one and asks again, a minor edit does not. How far I
have come with a version never goes back, whatever clock or PC it was noted by: the states form a
line, and two records of one thing join to the further one (`join`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit

from kbdesk.core.questions import Question

LINGER = timedelta(hours=1)  # that a recalled notice stays in the list once its why was read


class Level(StrEnum):
    """How much a notice matters; its weight is its place here."""

    INFO = "info"
    IMPORTANT = "important"
    CRITICAL = "critical"

    @property
    def weight(self) -> int:
        return _WEIGHTS[self]


class State(StrEnum):
    """How far a version of a notice has come with somebody. Each implies those before it."""

    NOT_DELIVERED = "not_delivered"
    DELIVERED = "delivered"
    SHOWN = "shown"
    ACKNOWLEDGED = "acknowledged"
    UNDERSTOOD = "understood"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_WEIGHTS = {level: weight for weight, level in enumerate(Level)}
_RANKS = {state: rank for rank, state in enumerate(State)}


def join(*states: State) -> State:
    """Return the furthest of what is known; nothing known is not delivered."""
    return max(states, key=lambda state: state.rank, default=State.NOT_DELIVERED)


def goal(level: Level, *, receipt: bool, check: bool) -> State:
    """Return how far a notice asks everyone to come; a critical one is always confirmed."""
    if check:
        return State.UNDERSTOOD
    return State.ACKNOWLEDGED if receipt or level is Level.CRITICAL else State.SHOWN


@dataclass(frozen=True, slots=True)
class Link:
    """The article or passage a notice speaks of, what it said and what it says."""

    article: str
    anchor: str = ""
    old: str = ""
    new: str = ""


def place(text: str) -> tuple[str, str]:
    """Read where an article is: its id, with `#` a passage, or a link that was copied."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return text, ""
    if parts.scheme == "kbdesk":
        asked = parse_qs(parts.query)
        return next(iter(asked.get("article", [""]))), unquote(parts.fragment)
    id_, _, anchor = text.removeprefix("kb:").partition("#")
    return id_, anchor


@dataclass(frozen=True, slots=True)
class Linked:
    """What was typed for an article: the one it means, or those that it may mean.

    `title` is "" where the base has none of that id, `heading` where it has no such passage.
    """

    typed: str
    article: str = ""
    anchor: str = ""
    title: str = ""
    heading: str = ""
    offered: tuple[tuple[str, str], ...] = ()  # id and title

    @property
    def fault(self) -> str:
        """What is wrong with it by code: article, passage, "" for nothing."""
        if not self.title:
            return "article" if self.typed.strip() else ""
        return "passage" if self.anchor and not self.heading else ""


@dataclass(frozen=True, slots=True)
class Recall:
    """That a notice was taken back."""

    why: str
    by: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to me. `state` is mine on this version, `earlier` the furthest on any before it."""

    id: str
    level: Level
    title: str
    body: str  # Markdown
    by: str
    by_name: str
    at: datetime
    starts: datetime | None = None
    ends: datetime | None = None
    version: int = 1
    edited: datetime | None = None
    reminded: datetime | None = None
    link: Link | None = None
    receipt: bool = False
    check: Question | None = None
    recalled: Recall | None = None
    state: State = State.DELIVERED
    earlier: State = State.NOT_DELIVERED
    shown_at: datetime | None = None  # when I saw this version first
    confirmed_at: datetime | None = None  # when I came to `state`, beyond shown
    wrong: int = 0  # my wrong answers to its question
    told_at: datetime | None = None  # when I was told that it was recalled
    questioned: bool = False  # its question went with its text when it was recalled

    @property
    def goal(self) -> State:
        check = self.questioned or self.check is not None
        return goal(self.level, receipt=self.receipt, check=check)

    @property
    def unread(self) -> bool:
        """True while I have not seen this version, or not why it was recalled."""
        if self.recalled is not None:
            return self.told_at is None
        return self.state.rank < State.SHOWN.rank

    @property
    def done(self) -> bool:
        """True when nothing more is asked of me."""
        if self.recalled is not None:
            return self.told_at is not None
        return self.state.rank >= self.goal.rank

    @property
    def changed(self) -> bool:
        """True when I had seen an earlier version and this one asks me again."""
        return self.earlier.rank >= State.SHOWN.rank and not self.done

    @property
    def asks(self) -> State | None:
        """What F7 would bring: acknowledged, then understood by way of the question; None: done."""
        if self.recalled is not None or self.done:
            return None
        first = State.ACKNOWLEDGED
        return first if self.state.rank < first.rank <= self.goal.rank else self.goal

    @property
    def at_first(self) -> datetime:
        """When it began to hold for everyone."""
        return max(self.at, self.starts) if self.starts else self.at


def in_force(notice: Notice, now: datetime) -> bool:
    """Say whether a notice is to be seen at a moment, to the minute it starts and ends.

    One that was recalled is gone for whoever never saw it, and stays for who did until told why.
    """
    if notice.recalled is not None:
        seen = join(notice.state, notice.earlier).rank >= State.SHOWN.rank
        return seen and (notice.told_at is None or now < notice.told_at + LINGER)
    if notice.starts is not None and now < notice.starts:
        return False
    return notice.ends is None or now < notice.ends


def ended(notice: Notice, now: datetime) -> bool:
    return notice.recalled is None and notice.ends is not None and now >= notice.ends


def ordered(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Put first what is asked of me, critical first, and within a level the newest first."""
    return tuple(sorted(notices, key=_place))


def _place(notice: Notice) -> tuple[bool, int, bool, float, str]:
    newest = max(notice.at_first, notice.edited or notice.at)
    weight = 0 if notice.done else notice.level.weight
    read = not notice.done and not notice.unread
    return notice.done, -weight, read, -newest.timestamp(), notice.id


def urgent(notices: Iterable[Notice], *, contact: bool) -> tuple[Notice, ...]:
    """Return what may interrupt now; with a contact in hand only what is critical.

    Otherwise what is important and unread does too, and what the sender reminded of. Information
    and the news of a recall wait to be looked for, unless what was recalled was critical.
    """
    return ordered(notice for notice in notices if _interrupts(notice, contact=contact))


def _interrupts(notice: Notice, *, contact: bool) -> bool:
    if notice.done:
        return False
    if notice.level is Level.CRITICAL:
        return True
    if contact or notice.recalled is not None:
        return False
    return (notice.level is Level.IMPORTANT and notice.unread) or _reminded(notice)


def _reminded(notice: Notice) -> bool:
    """Say whether the sender has asked again since I last looked."""
    if notice.reminded is None:
        return False
    return notice.shown_at is None or notice.reminded > notice.shown_at


def next_moment(notices: Iterable[Notice], now: datetime) -> datetime | None:
    """Return when the first of them starts, ends or stops lingering; None when nothing will."""
    moments = (
        moment
        for notice in notices
        for moment in (
            notice.starts,
            notice.ends,
            notice.told_at + LINGER if notice.told_at else None,
        )
    )
    return min((moment for moment in moments if moment is not None and moment > now), default=None)


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """What a sender has written. `audience` is all, group:G, role:R, space:S or person:P."""

    title: str
    body: str = ""
    level: Level = Level.INFO
    audience: str = "all"
    starts: datetime | None = None
    ends: datetime | None = None
    link: Link | None = None
    receipt: bool = False
    check: Question | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of an answer. A wrong one leaves the notice open and names the passage."""

    right: bool
    explanation: str
    link: Link | None


def faults(draft: NoticeDraft, now: datetime) -> tuple[str, ...]:
    """Say by code what keeps a draft from being sent: title, times, past, long, check."""
    found = []
    if not draft.title.strip():
        found.append("title")
    if draft.starts and draft.ends and draft.ends <= draft.starts:
        found.append("times")
    if draft.ends and draft.ends <= now:
        found.append("past")
    if len(draft.body) > LONGEST or len(draft.title) > LONGEST_TITLE:
        found.append("long")
    return tuple(found)


LONGEST = 64 * 1024  # characters of a text
LONGEST_TITLE = 200
