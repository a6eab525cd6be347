"""The board: everybody a notice is for, how far they are, and when, for those who sent it.

It is read from the copy on this machine, so it opens offline, and says as of when. Ten thousand
receipts must open in the blink of an eye: bodies are read in one go, people who are alike are
counted together, and a row is made of those only who are looked at by name.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.core.announcements import State
from kbdesk.core.receipts_board import (
    Alike,
    Board,
    BoardRow,
    Come,
    Moment,
    Roll,
    Sent,
    late_since,
    summed,
    within,
)
from kbdesk.services import bodies
from kbdesk.services.announcements.announcing import Announcing, NoSuchAnnouncement, known
from kbdesk.store.driver import translate_file_error
from kbdesk.store.kb import last_success
from kbdesk.store.moments import moment_in
from sync.protocol.bodies import announcements as said

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

COLUMNS = ("person", "name", "role", "groups", "state", "done", "late", "last_heard", "wrong")
REACHED = tuple(state for state in State if state is not State.NOT_DELIVERED)
People = Sequence[tuple[str, said.Colleague]]
NOWHERE = said.Reached()  # of somebody whose desk has not had it


@dataclass(frozen=True, slots=True)
class _Sum:
    """How many are how far with a version, as of a stand of its receipts and of the colleagues."""

    stand: tuple[object, ...]
    counts: Mapping[State, int]
    people: int
    done: int
    missing: tuple[datetime, ...]  # since when it waits with those who have it and are not done


@dataclass(frozen=True, slots=True)
class _People:
    """The colleagues as of a stand of their entities."""

    stand: tuple[int, int]
    named: People


class ReceiptsBoard:
    """Boards over the steering data of this desk."""

    def __init__(self, workspace: "Workspace", announcing: Announcing) -> None:
        self._workspace = workspace
        self._announcing = announcing
        self._people: _People | None = None
        self._sums: dict[str, _Sum] = {}

    def sent(self) -> tuple[Sent, ...]:
        """Return what was sent, the newest first, with how many are how far."""
        now = self._workspace.calendar.moment()
        return tuple(self._summed(one.sent, now) for one in self._announcing.sent())

    def board(self, id_: str) -> Board:
        """Return the board of one notice; raise for an id that was not sent."""
        now = self._workspace.calendar.moment()
        found = next((one.sent for one in self._announcing.sent() if one.sent.id == id_), None)
        if found is None:
            raise NoSuchAnnouncement(id_)
        far = self._far(found)
        people = self._audience(found, far)
        roll = Roll(
            lambda group: (known(*one) for one in _of(people, group)),
            lambda person: _come(far.get(person, NOWHERE)),
            found,
            now,
        )
        board = summed(found, _alike(people, far, found, now), roll)
        return replace(board, as_of=last_success(self._workspace.kb))

    def csv(self, id_: str, file: Path) -> int:
        """Write a board as a table for a spreadsheet; return how many people are in it."""
        board = self.board(id_)
        try:
            with file.open("w", encoding="utf-8-sig", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(_head())
                writer.writerows(map(_cells, board.rows))
        except OSError as error:
            raise translate_file_error(file, error) from error
        return len(board.rows)

    def _summed(self, sent: Sent, now: datetime) -> Sent:
        """Add the counts; a list of notices does not read again what has not changed."""
        people = self._colleagues()
        receipts = self._workspace.entities.stand("receipt", f"{sent.id}/")
        stand = (receipts, people.stand, sent.version, sent.goal)
        found = self._sums.get(sent.id)
        if found is None or found.stand != stand:
            found = self._sums[sent.id] = self._sum(sent, stand)
        limit = late_since(sent, now)
        late = sum(one < limit for one in found.missing) if limit is not None else 0
        return replace(sent, counts=found.counts, people=found.people, done=found.done, late=late)

    def _sum(self, sent: Sent, stand: tuple[object, ...]) -> _Sum:
        far, asked = self._far(sent), sent.goal.rank
        people = self._audience(sent, far)
        counts, missing = dict.fromkeys(State, 0), []
        for person, _ in people:
            reached = far.get(person, NOWHERE)
            state = _furthest(reached)
            counts[state] += 1
            if state.rank < asked and (since := _known(reached)) is not None:
                missing.append(since)
        done = sum(count for state, count in counts.items() if state.rank >= asked)
        return _Sum(stand, counts, len(people), done, tuple(missing))

    def _far(self, sent: Sent) -> dict[str, said.Reached]:
        """Map person → how far the version that stands has come with them."""
        version = str(sent.version)
        entities = self._workspace.entities
        _, receipts = bodies.all_of(entities, "receipt", said.Receipt, f"{sent.id}/")
        return {one.person: one.versions[version] for one in receipts if version in one.versions}

    def _audience(self, sent: Sent, far: Mapping[str, said.Reached]) -> People:
        people = self._colleagues().named
        if sent.audience == "all":
            return people
        # Who has moved on since keeps their place by what they did.
        return [one for one in people if one[0] in far or within(sent.audience, known(*one))]

    def _colleagues(self) -> _People:
        stand, found = self._workspace.entities.stand("colleague"), self._people
        if found is None or found.stand != stand:
            found = self._people = _People(stand, self._announcing.everybody())
        return found


def _of(people: People, group: str | None) -> People:
    """Return those of a group, "" those of none, None everybody."""
    return [one for one in people if group is None or group in (one[1].groups or ("",))]


def _alike(
    people: People, far: Mapping[str, said.Reached], sent: Sent, now: datetime
) -> dict[Alike, int]:
    """Count people by all that the numbers of a board look at, a column at a time."""
    come = [far.get(person, NOWHERE) for person, _ in people]
    states = [_furthest(reached) for reached in come]
    late: Iterable[bool] = repeat(False)
    if (limit := late_since(sent, now)) is not None:
        asked = sent.goal.rank
        late = [
            state.rank < asked and _is_before(_known(reached), limit)
            for state, reached in zip(states, come, strict=True)
        ]
    groups, here = [body.groups for _, body in people], [body.here for _, body in people]
    found = Counter(zip(groups, states, here, late, strict=False))
    return {Alike(*key): count for key, count in found.items()}


def _is_before(moment: datetime | None, limit: datetime) -> bool:
    return moment is not None and moment < limit


def _come(reached: said.Reached) -> Come:
    """Say how far somebody is."""
    state = _furthest(reached)
    if state is State.NOT_DELIVERED:
        return Come(wrong=reached.wrong)
    return Come(state, _Moments(reached), _known(reached), reached.wrong)


def _known(reached: said.Reached) -> datetime | None:
    """Return when the server learnt first that it was delivered."""
    first = reached.delivered or reached.shown or reached.acknowledged or reached.understood
    return moment_in(first.server) if first is not None else None


def _furthest(reached: said.Reached) -> State:
    if reached.understood is not None:
        return State.UNDERSTOOD
    if reached.acknowledged is not None:
        return State.ACKNOWLEDGED
    if reached.shown is not None:
        return State.SHOWN
    return State.DELIVERED if reached.delivered is not None else State.NOT_DELIVERED


class _Moments(Mapping[State, Moment]):
    """The moments of a receipt, each read when it is asked for: few of ten thousand ever are."""

    __slots__ = ("_reached",)

    def __init__(self, reached: said.Reached) -> None:
        self._reached = reached

    def __getitem__(self, state: State) -> Moment:
        stamp: said.Stamp | None = getattr(self._reached, state.value, None)
        at = moment_in(stamp.at) if stamp is not None else None
        if stamp is None or at is None:
            raise KeyError(state)
        return Moment(at, moment_in(stamp.server), stamp.device)

    def __iter__(self) -> Iterator[State]:
        return (state for state in REACHED if self._has(state))

    def __len__(self) -> int:
        return sum(self._has(state) for state in REACHED)

    def _has(self, state: State) -> bool:
        stamp: said.Stamp | None = getattr(self._reached, state.value)
        return stamp is not None and moment_in(stamp.at) is not None


def _head() -> list[str]:
    stamps = [f"{state}_{what}" for state in REACHED for what in ("at", "server", "device")]
    return [*COLUMNS, *stamps]


def _cells(one: BoardRow) -> list[str]:
    plain = [
        one.person, one.name, one.role, " ".join(one.groups), one.state.value,
        _yes(one.done), _yes(one.late),
        "now" if one.present else _written(one.seen), str(one.wrong),
    ]  # fmt: skip
    for state in REACHED:
        plain += _stamped(one.reached.get(state))
    return [_harmless(cell) for cell in plain]


def _stamped(moment: Moment | None) -> list[str]:
    if moment is None:
        return ["", "", ""]
    return [_written(moment.at), _written(moment.server), moment.device]


def _yes(so: bool) -> str:  # noqa: FBT001  # one cell
    return "yes" if so else "no"


def _written(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at is not None else ""


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"} else cell
