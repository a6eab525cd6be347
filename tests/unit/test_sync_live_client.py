"""The keeper with time that a test moves, and streams that do as they are told."""

from collections.abc import Callable
from random import Random
from typing import cast

import pytest

from sync.client.keeper import Keeper, Message
from sync.client.live import Live
from sync.client.ports import Cancelled, SignedOut, Silent, SyncTrouble, Unreachable
from sync.client.schedule import Happened
from sync.protocol.sse import Event


class Clock:
    """Virtual time: waiting takes none of ours. It ends at `until`."""

    def __init__(self, until: float) -> None:
        self.time = 0.0
        self.until = until
        self.messages: list[tuple[float, Message]] = []
        self.posted: list[Message] = []

    def now(self) -> float:
        return self.time

    def at(self, time: float, message: Message) -> None:
        self.messages.append((time, message))
        self.messages.sort(key=lambda entry: entry[0])

    def post(self, message: Message) -> None:
        self.posted.append(message)
        self.at(self.time, message)

    def wait(self, seconds: float) -> Message | None:
        until = self.time + max(0.0, seconds)
        if self.messages and self.messages[0][0] <= until:
            self.time, message = self.messages.pop(0)
            return message
        if until >= self.until:
            return Message(stop=True)
        self.time = until
        return None


class Desk:
    """A keeper, when it synced, and what a pass and a stream do."""

    def __init__(self, until: float, connect: Callable[[], Live] | None = None) -> None:
        self.clock = Clock(until)
        self.passes: list[float] = []
        self.failures: list[Exception] = []
        self.announced: list[Event] = []
        self.next: list[Exception] = []
        self.cancelled = 0
        self.keeper = Keeper(
            self._sync,
            cancel=self._cancel,
            connect=connect,
            announced=self.announced.append,
            failed=self.failures.append,
            random=Random(1),
            clock=self.clock,
        )

    def _sync(self) -> None:
        self.passes.append(self.clock.now())
        if self.next:
            raise self.next.pop(0)

    def _cancel(self) -> None:
        self.cancelled += 1


class Stream:
    """A stream that plays a list of events and then ends, or fails; runs when told."""

    def __init__(self, events: list[Event], end: SyncTrouble | None = None) -> None:
        self.events = events
        self.end = end
        self.stopped = False
        self.last_id = ""

    def listen(
        self, opened: Callable[[], None], heard: Callable[[Event], None], last_id: str = ""
    ) -> None:
        self.last_id = last_id
        if self.events:
            opened()
        for event in self.events:
            heard(event)
        if self.end is not None:
            raise self.end

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture(autouse=True)
def streams_run_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a stream's thread do its work before `start` returns, so that nothing is a race."""
    monkeypatch.setattr("sync.client.keeper.threading.Thread", _Immediate)


class _Immediate:
    def __init__(self, target: Callable[..., None], args: tuple[object, ...], **_: object) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)


def _streams(*streams: Stream) -> tuple[Callable[[], Live], list[Stream]]:
    left, opened = list(streams), []

    def connect() -> Live:
        stream = left.pop(0) if left else Stream([], Cancelled(""))
        opened.append(stream)
        return cast("Live", stream)

    return connect, opened


def test_a_desk_syncs_soon_after_it_was_opened_and_then_now_and_then() -> None:
    desk = Desk(until=1000)
    desk.keeper.run()
    assert desk.passes[0] <= 2
    gaps = [b - a for a, b in zip(desk.passes, desk.passes[1:], strict=False)]
    assert all(100 <= gap <= 140 for gap in gaps)


def test_a_wish_is_granted_at_once() -> None:
    desk = Desk(until=60)
    desk.clock.at(30, Message(Happened.WANTED))
    desk.keeper.run()
    assert 30 in desk.passes


def test_news_of_the_stream_bring_a_pass_within_the_spread_and_announcements_are_told() -> None:
    """G21."""
    told = Event("announcement", "{}", "e:4")
    connect, opened = _streams(
        Stream([Event("heads", '{"space":"base","head":3,"spread":5}'), told]),
        Stream([], Cancelled("")),
    )
    desk = Desk(until=300, connect=connect)
    desk.keeper.run()
    assert desk.passes[1] - desk.passes[0] <= 2 + 5
    assert desk.announced == [told]
    assert opened[1].last_id == "e:4"


def test_a_notice_of_the_stream_is_news_by_itself_and_spread_over_its_crowd() -> None:
    """D02: it needs no `heads` beside it; ten thousand desks do not ask in the same second."""
    told = Event("announcement", '{"space": "+all", "spread": 30.0}', "e:4")
    connect, _ = _streams(Stream([told, Event("announcement", "{}", "e:5")], Cancelled("")))
    desk = Desk(until=60, connect=connect)
    desk.keeper.run()
    news = [one.spread for one in desk.clock.posted if one.happened is Happened.NEWS]
    assert news == [30.0, 0.0]


def test_when_rights_change_the_desk_looks_at_once_and_listens_again_soon() -> None:
    """The server ends the stream and is there: nobody waits as they would for one that was lost."""
    connect, opened = _streams(Stream([Event("rights", '{"spread":0.5}')]))
    desk = Desk(until=10, connect=connect)
    desk.keeper.run()
    assert len(desk.passes) >= 2
    assert desk.passes[1] - desk.passes[0] <= 2 + 0.5
    assert len(opened) == 2


def test_an_event_that_makes_no_sense_is_still_news() -> None:
    connect, _ = _streams(Stream([Event("heads", "{")]))
    desk = Desk(until=20, connect=connect)
    desk.keeper.run()
    assert len(desk.passes) >= 2


def test_a_mute_stream_leaves_the_desk_polling_every_minute() -> None:
    connect, _ = _streams(*[Stream([], Silent("")) for _ in range(50)])
    desk = Desk(until=600, connect=connect)
    desk.keeper.run()
    gaps = [b - a for a, b in zip(desk.passes[1:], desk.passes[2:], strict=False)]
    assert max(gaps) <= 60


def test_the_server_is_looked_for_more_and_more_seldom_and_found_again() -> None:
    desk = Desk(until=3000)
    desk.next = [Unreachable("gone")] * 4
    desk.keeper.run()
    assert len(desk.failures) == 4
    assert len(desk.passes) > 5
    assert all(b - a <= 240 for a, b in zip(desk.passes, desk.passes[1:], strict=False))


def test_after_the_session_ended_nothing_is_tried_until_somebody_acts() -> None:
    connect, opened = _streams(Stream([Event("ping", "")], Cancelled("")))
    desk = Desk(until=5000, connect=connect)
    desk.next = [SignedOut("over")]
    desk.clock.at(4000, Message(Happened.WANTED))
    desk.keeper.run()
    assert desk.passes[1] == 4000
    assert len(opened) == 1


def test_an_error_of_the_desks_own_does_not_end_the_keeper() -> None:
    """A full disk, a bug: told, and tried again later."""
    desk = Desk(until=2000)
    desk.next = [OSError(28, "full"), ZeroDivisionError()]
    desk.keeper.run()
    assert [type(error) for error in desk.failures] == [OSError, ZeroDivisionError]
    assert len(desk.passes) > 3


def test_stopping_ends_a_pass_and_the_stream() -> None:
    connect, opened = _streams(Stream([Event("heads", "{}")], Cancelled("")))
    desk = Desk(until=100, connect=connect)
    desk.keeper.run()
    desk.keeper.stop()
    desk.keeper.stop()
    assert desk.cancelled == 2
    assert opened[0].stopped
