"""The board of a notice: who is how far with it, and who is late, told without a wrong word.

A notice reaches a person through a desk of theirs. What never came to one is nobody's delay: so
"late" needs the receipt of its delivery, of this very version, and the patience of its level run
out since the server knew of it. Where nothing was delivered the board says since when that is so,
and whether a desk of theirs was heard at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from kbdesk.core.announcements import Level, Link, NoticeDraft, Recall, State, goal
from kbdesk.core.questions import Question

# How long after its delivery somebody who has not come to the end of it counts as late.
PATIENCE = {
    Level.CRITICAL: timedelta(minutes=15),
    Level.IMPORTANT: timedelta(hours=8),
    Level.INFO: timedelta(days=2),
}


class Moment(NamedTuple):
    """When something was so: by the desk's clock, by the server's, and on which device."""

    at: datetime
    server: datetime | None = None  # None while it waits to be sent
    device: str = ""


NOTHING: Mapping[State, Moment] = MappingProxyType({})


class Come(NamedTuple):
    """How far a version has come with one person."""

    state: State = State.NOT_DELIVERED
    reached: Mapping[State, Moment] = NOTHING
    known: datetime | None = None  # when the server learnt of the first of it
    wrong: int = 0


class BoardRow(NamedTuple):
    """One person of the audience. `reached` holds the moment of each state they have come to."""

    person: str
    name: str
    role: str
    groups: tuple[str, ...]
    state: State
    reached: Mapping[State, Moment]
    seen: datetime | None  # the last moment a desk of theirs was heard before now
    since: datetime | None  # of what is not delivered: since when it waits for them
    reachable: bool  # a desk of theirs was heard since this version began
    present: bool  # a desk of theirs is heard now
    done: bool
    late: bool
    wrong: int

    @property
    def moment(self) -> Moment | None:
        """When they came to their state."""
        return self.reached.get(self.state)


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A group with how far its people are; "" gathers those of no group."""

    group: str
    title: str
    counts: Mapping[State, int]
    people: int
    done: int
    late: int

    @property
    def share(self) -> float:
        return self.done / self.people if self.people else 1.0


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice that was sent, as who steers sees it in the list."""

    id: str
    level: Level
    title: str
    body: str
    audience: str
    audience_title: str
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
    waiting: bool = False  # done here, and not at the server yet
    refused: str = ""  # why the server did not take it
    counts: Mapping[State, int] = field(default_factory=dict)
    people: int = 0
    late: int = 0
    done: int = 0

    @property
    def goal(self) -> State:
        return goal(self.level, receipt=self.receipt, check=self.check is not None)

    @property
    def began(self) -> datetime:
        """When this version began to hold: nobody can be late before."""
        return max(moment for moment in (self.at, self.starts, self.edited) if moment)

    @property
    def draft(self) -> NoticeDraft:
        """The notice as a form begins to edit it."""
        return NoticeDraft(
            self.title, self.body, self.level, self.audience, self.starts, self.ends, self.link,
            self.receipt, self.check,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Board:
    """One notice, everybody it is for, and how far they are."""

    sent: Sent
    rows: tuple[BoardRow, ...]  # who is missing first, the least far first, then by name
    teams: tuple[TeamRow, ...]  # the worst share first
    counts: Mapping[State, int]
    people: int
    done: int
    late: int
    present: int  # heard now
    missing: int  # not done
    missing_present: int  # of those, whom a reminder reaches now
    as_of: datetime | None  # the last time this desk was level


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people an audience is, before anything is sent."""

    people: int
    offline: int
    names: tuple[str, ...] = ()  # of a few, in their order


@dataclass(frozen=True, slots=True)
class AudienceChoice:
    """Somebody to send to: `audience` as an operation writes it; its `sort` is what comes first."""

    audience: str
    sort: str
    name: str
    title: str
    people: int


class Known(NamedTuple):
    """A colleague as the steering data has them."""

    person: str
    name: str
    role: str
    groups: tuple[str, ...] = ()
    spaces: tuple[str, ...] = ()
    seen: datetime | None = None  # when a desk of theirs was heard last, if none is now
    here: bool = False  # one is heard now


def within(audience: str, colleague: Known) -> bool:
    """Say whether somebody belongs to an audience."""
    sort, _, name = audience.partition(":")
    match sort:
        case "all":
            return True
        case "role":
            return colleague.role == name
        case "group":
            return name in colleague.groups
        case "space":
            return name in colleague.spaces
        case _:
            return colleague.person == name


def rows(people: Iterable[tuple[Known, Come]], sent: Sent, now: datetime) -> list[BoardRow]:
    """Put together what is known of each person and the version that stands."""
    began, asked, nothing = sent.began, sent.goal.rank, State.NOT_DELIVERED
    found = []
    for known, come in people:
        done = come.state.rank >= asked
        waits = come.state is nothing
        heard = known.here or (known.seen is not None and known.seen >= began)
        row = BoardRow(
            person=known.person,
            name=known.name or known.person,
            role=known.role,
            groups=known.groups,
            state=come.state,
            reached=come.reached,
            seen=known.seen,
            since=began if waits else None,
            reachable=heard or not waits,
            present=known.here,
            done=done,
            late=not done and is_late(come.known, sent, now),
            wrong=come.wrong,
        )
        found.append(row)
    return found


def is_late(known: datetime | None, sent: Sent, now: datetime) -> bool:
    """Say of somebody who is missing whether what was delivered has waited too long.

    `known` is when the server learnt of the delivery; None is none.
    """
    if known is None or sent.recalled is not None:
        return False
    return now - max(sent.began, known) > PATIENCE[sent.level]


def counted(people: Iterable[BoardRow]) -> dict[State, int]:
    """Count people by state, all five of them named."""
    found = dict.fromkeys(State, 0)
    for one in people:
        found[one.state] += 1
    return found


def by_need(people: Iterable[BoardRow]) -> tuple[BoardRow, ...]:
    """Put first who is missing, the least far first; within a state the order stays."""
    return tuple(sorted(people, key=lambda one: (one.done, one.state.rank)))


def by_name(people: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.person)))


def teams(people: Iterable[BoardRow], titles: Mapping[str, str]) -> tuple[TeamRow, ...]:
    """Sum up by group, the worst first; who is in several counts in each."""
    members: dict[str, list[BoardRow]] = {}
    for one in people:
        for group in one.groups or ("",):
            members.setdefault(group, []).append(one)
    found = [
        TeamRow(
            group,
            titles.get(group, group),
            counted(those),
            len(those),
            sum(one.done for one in those),
            sum(one.late for one in those),
        )
        for group, those in members.items()
    ]
    return tuple(sorted(found, key=lambda team: (team.share, team.title.casefold())))
