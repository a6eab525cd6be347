"""When desks sync: waits that are drawn, patience that is kept, and a herd of ten thousand."""

import heapq
from collections import Counter
from random import Random

import pytest

from sync.client import schedule
from sync.client.ports import Busy, Intercepted, SignedOut, TooOld, Unreachable
from sync.client.schedule import NEVER, SPREAD, Happened, State, after

DESKS = 10_000


class Herd:
    """Ten thousand schedules and a server that was away for a while, in virtual time."""

    def __init__(self, seed: int, away: float) -> None:
        self.random = Random(seed)
        self.away = away
        self.states = [State(live=True)] * DESKS
        self.due: list[tuple[float, int, str]] = []
        self.planned: dict[tuple[int, str], float] = {}
        self.requests: Counter[int] = Counter()
        self.back: dict[int, float] = {}

    def run(self, until: float) -> None:
        for desk in range(DESKS):
            self.hear(0.0, desk, Happened.LIVE_LOST)
        while self.due and self.due[0][0] < until:
            now, desk, what = heapq.heappop(self.due)
            if self.planned.get((desk, what)) == now:
                del self.planned[desk, what]
                self.act(now, desk, what)

    def act(self, now: float, desk: int, what: str) -> None:
        self.requests[int(now)] += 1
        up = now >= self.away
        if what == "sync":
            self.hear(now, desk, Happened.SYNCED if up else Happened.FAILED)
        else:
            self.hear(now, desk, Happened.LIVE_UP if up else Happened.LIVE_FAILED)
        if up and what == "sync":
            self.back.setdefault(desk, now)

    def hear(self, now: float, desk: int, happened: Happened) -> None:
        gone = Unreachable("gone")
        plan = after(self.states[desk], happened, self.random, trouble=gone)
        self.states[desk] = plan.state
        self.plan(now, desk, "sync", plan.sync_in)
        self.plan(now, desk, "live", plan.live_in)

    def plan(self, now: float, desk: int, what: str, wait: float | None) -> None:
        if wait is None:
            return
        at = now + wait
        if what == "sync":
            at = min(at, self.planned.get((desk, what), NEVER))
        self.planned[desk, what] = at
        if at < NEVER:
            heapq.heappush(self.due, (at, desk, what))


@pytest.mark.parametrize("away", [2.0, 30.0, 90.0])
def test_ten_thousand_desks_do_not_stampede_a_server_that_comes_back(away: float) -> None:
    """G20: until 99 % of them are back, within ten minutes, they ask at most 100 times a second
    in the mean, and at most three times that in any ten seconds.
    """
    herd = Herd(seed=20, away=away)
    herd.run(until=600)
    back = sorted(herd.back.values())[DESKS * 99 // 100]
    assert back <= 600
    seconds = [herd.requests[second] for second in range(int(back))]
    assert sum(seconds) / len(seconds) <= 100
    assert max(sum(seconds[n : n + 10]) / 10 for n in range(len(seconds))) <= 300


def test_waits_are_drawn_after_the_cap() -> None:
    """Full jitter: after many failures the waits still lie anywhere between nothing and the cap."""
    random = Random(1)
    state = State(failures=50)
    waits = [
        after(state, Happened.FAILED, random, trouble=Unreachable("")).sync_in or 0.0
        for _ in range(2000)
    ]
    assert min(waits) < 5
    assert max(waits) > schedule.CAP - 5
    assert abs(sum(waits) / len(waits) - schedule.CAP / 2) < 10


def test_a_server_that_asks_for_patience_gets_it() -> None:
    random = Random(2)
    for _ in range(200):
        plan = after(State(), Happened.FAILED, random, trouble=Busy("", 77))
        assert plan.sync_in is not None
        assert 77 <= plan.sync_in <= 77 + SPREAD
        assert after(plan.state, Happened.NEWS, random).sync_in is None


def test_nothing_is_tried_after_the_session_ended_until_something_happens() -> None:
    plan = after(State(live=True), Happened.FAILED, Random(3), trouble=SignedOut(""))
    assert (plan.sync_in, plan.live_in) == (NEVER, NEVER)
    again = after(plan.state, Happened.WANTED, Random(3))
    assert again.sync_in == 0
    synced = after(again.state, Happened.SYNCED, Random(3))
    assert synced.live_in is not None
    assert synced.live_in <= 2


def test_a_desk_that_is_too_old_looks_again_within_the_hour() -> None:
    plan = after(State(), Happened.FAILED, Random(4), trouble=TooOld(""))
    assert plan.sync_in is not None
    assert 1800 <= plan.sync_in <= 3600


def test_a_mute_stream_makes_the_desk_look_every_minute() -> None:
    """G21: an announcement arrives within 60 s however mute the stream."""
    random = Random(5)
    plan = after(State(live=True), Happened.LIVE_MUTE, random)
    for _ in range(50):
        assert plan.sync_in is not None
        assert plan.sync_in <= 60
        plan = after(plan.state, Happened.SYNCED, random)


def test_a_stream_that_is_refused_leaves_the_desk_polling() -> None:
    plan = after(State(), Happened.LIVE_FAILED, Random(6), trouble=Intercepted(""))
    assert plan.sync_in is not None


def test_the_server_says_over_how_long_news_are_fetched() -> None:
    random = Random(7)
    waits = [after(State(live=True), Happened.NEWS, random, spread=50).sync_in for _ in range(500)]
    drawn = [wait for wait in waits if wait is not None]
    assert len(drawn) == 500
    assert max(drawn) <= 50
    assert min(drawn) < 2
    assert max(drawn) > 45


def test_streams_that_the_server_ended_come_back_over_the_time_that_it_said() -> None:
    """A right given to everybody ends every stream at once, and is no outage."""
    random = Random(8)
    plans = [after(State(live=True), Happened.LIVE_CLOSED, random, spread=50) for _ in range(500)]
    waits = [plan.live_in or 0.0 for plan in plans]
    assert max(waits) <= 50
    assert max(waits) > 45
    assert not any(plan.state.live or plan.state.returning for plan in plans)
