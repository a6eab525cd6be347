"""The board of a notice: who is how far with it, and who is late, told without a wrong word.

A notice reaches a person through a desk of theirs. What never came to one is nobody's delay: so
"late" needs the receipt of its delivery, of this very version, and the patience of its level run
out since the server knew of it. Where nothing was delivered the board says since when that is so,
and whether a desk of theirs was heard at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
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
    questioned: bool = False  # its question went with its text when it was recalled

    @property
    def goal(self) -> State:
        """What was asked of everyone, and still is counted by after a recall."""
        check = self.questioned or self.check is not None
        return goal(self.level, receipt=self.receipt, check=check)

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


class Alike(NamedTuple):
    """What of a person the numbers of a board are made of: of thousands, most are alike."""

    groups: tuple[str, ...]
    state: State
    present: bool
    late: bool


class Roll:
    """Everybody of a board. Rows are made when they are looked at: opening it needs none.

    `people` gives those of a group, "" those of none, None everybody.
    """

    def __init__(
        self,
        people: "Callable[[str | None], Iterable[Known]]",
        come: Callable[[str], Come],
        sent: Sent,
        now: datetime,
    ) -> None:
        self._people, self._come = people, come
        self._sent, self._now = sent, now

    @cached_property
    def rows(self) -> tuple[BoardRow, ...]:
        """Everybody: who is missing first, the least far first, then by name."""
        return self._rows(None)

    def missing(self, group: str | None = None) -> tuple[BoardRow, ...]:
        """Return who is missing of a group, in the same order."""
        return tuple(row for row in self._rows(group) if not row.done)

    def _rows(self, group: str | None) -> tuple[BoardRow, ...]:
        known = ((one, self._come(one.person)) for one in by_name(self._people(group)))
        return by_need(rows(known, self._sent, self._now))


@dataclass(frozen=True, slots=True)
class Board:
    """One notice, how far it has come, and everybody it is for."""

    sent: Sent
    roll: Roll
    teams: tuple[TeamRow, ...]  # the worst share first
    counts: Mapping[State, int]
    people: int
    done: int
    late: int
    present: int  # heard now
    missing: int  # not done
    missing_present: int  # of those, whom a reminder reaches now
    as_of: datetime | None = None  # the last time this desk was level

    @property
    def rows(self) -> tuple[BoardRow, ...]:
        """Everybody, in the order of the roll."""
        return self.roll.rows


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
    limit = late_since(sent, now)
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
            late=not done and limit is not None and come.known is not None and come.known < limit,
            wrong=come.wrong,
        )
        found.append(row)
    return found


def late_since(sent: Sent, now: datetime) -> datetime | None:
    """Return before when a delivery makes late who is still missing; None: nobody can be late.

    What counts is when the server learnt of the delivery: what never came is nobody's delay.
    """
    limit = now - PATIENCE[sent.level]
    return limit if sent.recalled is None and sent.began < limit else None


def by_need(people: Iterable[BoardRow]) -> tuple[BoardRow, ...]:
    """Put first who is missing, the least far first; within a state the order stays."""
    return tuple(sorted(people, key=lambda one: (one.done, one.state.rank)))


def by_name(people: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.person)))


def summed(sent: Sent, alike: Mapping[Alike, int], roll: Roll) -> Board:
    """Put a board together from how many people are alike."""
    whole = _team("", "", sent.goal.rank, alike)
    here = {key: count for key, count in alike.items() if key.present}
    present = _team("", "", sent.goal.rank, here)
    return Board(
        sent=replace(
            sent, counts=whole.counts, people=whole.people, done=whole.done, late=whole.late
        ),
        roll=roll,
        teams=teams(alike, sent.goal, {}),
        counts=whole.counts,
        people=whole.people,
        done=whole.done,
        late=whole.late,
        present=present.people,
        missing=whole.people - whole.done,
        missing_present=present.people - present.done,
    )


def teams(
    alike: Mapping[Alike, int], asked: State, titles: Mapping[str, str]
) -> tuple[TeamRow, ...]:
    """Sum up by group, the worst first; who is in several counts in each."""
    members: dict[str, dict[Alike, int]] = {}
    for key, count in alike.items():
        for group in key.groups or ("",):
            members.setdefault(group, {})[key] = count
    found = [
        _team(group, titles.get(group, group), asked.rank, those)
        for group, those in members.items()
    ]
    return tuple(sorted(found, key=lambda team: (team.share, team.title.casefold())))


def _team(group: str, title: str, asked: int, alike: Mapping[Alike, int]) -> TeamRow:
    counts, done, late = dict.fromkeys(State, 0), 0, 0
    for key, count in alike.items():
        counts[key.state] += count
        done += count * (key.state.rank >= asked)
        late += count * key.late
    return TeamRow(group, title, counts, sum(counts.values()), done, late)
