"""The board: everybody a notice is for, how far they are, and when, for those who sent it.

It is read from the copy on this machine, so it opens offline, and says as of when. Ten thousand
receipts must open in the blink of an eye: bodies are read in one go, and what was read is kept
until one of them has changed.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk.core.announcements import State
from kbdesk.core.receipts_board import (
    Board,
    BoardRow,
    Come,
    Known,
    Moment,
    Sent,
    by_name,
    by_need,
    counted,
    is_late,
    rows,
    teams,
    within,
)
from kbdesk.services import bodies
from kbdesk.services.announcing import Announcing, NoSuchAnnouncement
from kbdesk.store.driver import translate_file_error
from kbdesk.store.kb import last_success
from kbdesk.store.moments import moment_in
from sync.protocol.bodies import announcements as said

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

COLUMNS = ("person", "name", "role", "groups", "state", "done", "late", "last_heard", "wrong")
REACHED = tuple(state for state in State if state is not State.NOT_DELIVERED)


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
    known: tuple[Known, ...]


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
        people = by_need(self._rows(found, now))
        missing = [one for one in people if not one.done]
        sent = _with_counts(found, people)
        return Board(
            sent=sent,
            rows=people,
            teams=teams(people, {}),
            counts=sent.counts,
            people=sent.people,
            done=sent.done,
            late=sent.late,
            present=sum(one.present for one in people),
            missing=len(missing),
            missing_present=sum(one.present for one in missing),
            as_of=last_success(self._workspace.kb),
        )

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
        known = self._sums.get(sent.id)
        if known is None or known.stand != stand:
            known = self._sums[sent.id] = self._sum(sent, people.known, stand)
        late = sum(is_late(one, sent, now) for one in known.missing)
        return replace(sent, counts=known.counts, people=known.people, done=known.done, late=late)

    def _sum(self, sent: Sent, people: tuple[Known, ...], stand: tuple[object, ...]) -> _Sum:
        come, asked = self._come(sent), sent.goal.rank
        counts, done, audience, missing = dict.fromkeys(State, 0), 0, 0, []
        for one in people:
            far = come.get(one.person)
            if far is None and not within(sent.audience, one):
                continue
            state = far.state if far is not None else State.NOT_DELIVERED
            counts[state] += 1
            audience += 1
            done += state.rank >= asked
            if far is not None and far.known is not None and state.rank < asked:
                missing.append(far.known)
        return _Sum(stand, counts, audience, done, tuple(missing))

    def _rows(self, sent: Sent, now: datetime) -> list[BoardRow]:
        come = self._come(sent)
        people = self._colleagues().known
        if sent.audience != "all":  # who has moved on since keeps their place by what they did
            people = tuple(
                one for one in people if one.person in come or within(sent.audience, one)
            )
        nothing = Come()
        return rows(((one, come.get(one.person, nothing)) for one in people), sent, now)

    def _come(self, sent: Sent) -> dict[str, Come]:
        """Map person → how far the version that stands has come with them."""
        version = str(sent.version)
        receipts = bodies.all_of(self._workspace.entities, "receipt", said.Receipt, f"{sent.id}/")
        asked = sent.goal.rank
        return {
            one.person: _come(one.versions[version], asked)
            for _, one in receipts
            if version in one.versions
        }

    def _colleagues(self) -> _People:
        stand, found = self._workspace.entities.stand("colleague"), self._people
        if found is None or found.stand != stand:
            found = self._people = _People(stand, by_name(self._announcing.colleagues()))
        return found


def _come(reached: said.Reached, asked: int) -> Come:
    """Say how far somebody is; since when only of those who have not come as far as was asked."""
    state = _furthest(reached)
    if state is State.NOT_DELIVERED:
        return Come(wrong=reached.wrong)
    known = None
    if state.rank < asked:
        first = reached.delivered or reached.shown or reached.acknowledged
        known = moment_in(first.server) if first is not None else None
    return Come(state, _Moments(reached), known, reached.wrong)


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


def _with_counts(sent: Sent, people: Sequence[BoardRow]) -> Sent:
    return replace(
        sent,
        counts=counted(people),
        people=len(people),
        late=sum(one.late for one in people),
        done=sum(one.done for one in people),
    )


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
