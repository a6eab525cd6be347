"""When to sync and when to connect: a pure function from what happened to how long to wait.

Ten thousand desks lose a server in the same second, and it must not be the desks that keep it
down (G20). So whoever lost it comes back somewhere in two minutes, waits grow to a cap and are
drawn afterwards from nothing to all of it (drawn first and capped then, all would end up at the
cap together), and what the live stream can tell is not asked for.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from random import Random

from sync.client.ports import Busy, Disagreed, NoRoom, SignedOut, SyncTrouble, TooOld, Unreachable

SPREAD = 120.0  # seconds over which desks come back to a server that was lost
CAP = 240.0  # the longest wait between two tries is somewhere below
LIVE_CAP = 900.0  # and between two tries at a stream that stays mute or shut
POLL = (30.0, 60.0)  # between two looks when the stream is mute
REST = (450.0, 750.0)  # between two looks when the stream tells of news: a safety net
AWAIT = (100.0, 140.0)  # between two looks while the stream is still to be opened
GIVE_UP = (1800.0, 3600.0)  # when only an update can help


class Happened(StrEnum):
    """What the schedule hears of."""

    STARTED = "started"  # the desk was opened, or somebody signed in
    WANTED = "wanted"  # the person asks for a sync, or has written something
    SYNCED = "synced"
    FAILED = "failed"
    NEWS = "news"  # the stream says that something has changed
    LIVE_UP = "live up"
    LIVE_LOST = "live lost"  # a stream that was up has ended
    LIVE_CLOSED = "live closed"  # the server ended it because rights have changed; it is there
    LIVE_FAILED = "live failed"  # none could be opened; comes with a trouble
    LIVE_MUTE = "live mute"  # it was open, and nothing came


@dataclass(frozen=True, slots=True)
class State:
    """What is remembered between two events."""

    failures: int = 0
    live_failures: int = 0
    live: bool = False
    mute: bool = False
    returning: bool = False  # the server was lost, and this desk is one of many


@dataclass(frozen=True, slots=True)
class Next:
    """Seconds from now to the next sync and to the next try at the stream.

    None leaves what was planned; infinity means: not before something happens.
    """

    state: State
    sync_in: float | None = None
    live_in: float | None = None


NEVER = float("inf")


def after(
    state: State,
    happened: Happened,
    random: Random,
    *,
    trouble: SyncTrouble | None = None,
    spread: float = 0.0,
) -> Next:
    """Return what to do next. `spread` (seconds) comes with NEWS and LIVE_CLOSED."""
    if happened is Happened.STARTED:
        return Next(State(), random.uniform(0, 2), NEVER)
    if happened is Happened.WANTED:
        return Next(state, 0.0)
    if happened is Happened.NEWS:
        # No news is worth more than the patience that was asked for.
        soon = random.uniform(0, max(0.2, min(spread, SPREAD)))
        return Next(state, None if state.failures else soon)
    if happened is Happened.LIVE_CLOSED:
        soon = random.uniform(0, max(2.0, min(spread, SPREAD)))
        return Next(replace(state, live=False, live_failures=0), None, soon)
    if happened is Happened.SYNCED:
        return _synced(state, random)
    judge = _failed if happened is Happened.FAILED else partial(_live, happened=happened)
    return judge(state, random=random, trouble=trouble)


def _synced(state: State, random: Random) -> Next:
    calm = replace(state, failures=0)
    if state.live:
        return Next(calm, random.uniform(*REST))
    if state.mute:
        return Next(calm, random.uniform(*POLL))
    opening = state.live_failures == 0 and not state.returning
    return Next(calm, random.uniform(*AWAIT), random.uniform(0, 2) if opening else None)


def _failed(state: State, random: Random, trouble: SyncTrouble | None) -> Next:
    worse = replace(state, failures=state.failures + 1)
    if isinstance(trouble, SignedOut):
        return Next(State(), NEVER, NEVER)
    if isinstance(trouble, TooOld):
        return Next(State(), random.uniform(*GIVE_UP), NEVER)
    if isinstance(trouble, Busy):
        return Next(worse, trouble.after + random.uniform(0, max(trouble.after, SPREAD)))
    if isinstance(trouble, Disagreed | NoRoom):
        return Next(worse, CAP + random.uniform(0, CAP))
    return Next(worse, _backoff(state.failures, random, CAP))


def _live(state: State, happened: Happened, random: Random, trouble: SyncTrouble | None) -> Next:
    if happened is Happened.LIVE_UP:
        up = replace(state, live=True, mute=False, live_failures=0, returning=False)
        # What came between the last look and the stream is not told: look once more.
        look = random.uniform(0, 1.5 * SPREAD if state.returning else 2)
        return Next(up, None if state.failures else look, NEVER)
    if happened is Happened.LIVE_LOST:
        lost = replace(state, live=False, live_failures=0, returning=True)
        return Next(lost, None, random.uniform(0, SPREAD))
    worse = replace(state, live=False, live_failures=state.live_failures + 1)
    live_in = _backoff(state.live_failures, random, LIVE_CAP)
    if happened is Happened.LIVE_MUTE:
        return Next(replace(worse, mute=True), random.uniform(*POLL), live_in)
    if isinstance(trouble, SignedOut):  # a pass will say so, in the place where people look
        return Next(worse, random.uniform(0, 2), NEVER)
    if isinstance(trouble, Busy):
        live_in += trouble.after
    there = not isinstance(trouble, Unreachable)  # then looking is better than nothing
    return Next(worse, random.uniform(*AWAIT) if there else None, live_in)


def _backoff(failures: int, random: Random, cap: float) -> float:
    """Draw a wait after `failures` earlier ones: full jitter, after the cap."""
    return random.uniform(0, min(cap, SPREAD * 2 ** min(failures, 10)))
