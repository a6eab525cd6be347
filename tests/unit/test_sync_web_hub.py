"""The live hub by itself: who hears what, who is let go, what happens to those who do not read."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest

from sync.server.events import Announced, RightsChanged, SpaceMoved
from sync.server.web.live_hub import Hub, Message, Stream


class Reader:
    """A client behind a connection; `full` makes its sends wait, as a stalled one does."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.ended = False
        self.full = False
        self.aborted = False

    async def send(self, message: Message) -> None:
        if self.full:
            await asyncio.sleep(3600)
        self.got.append(message["body"])
        self.ended = self.ended or not message["more_body"]

    @property
    def transport(self) -> "Reader":
        return self

    def abort(self) -> None:
        self.aborted = True

    def heard(self, word: bytes) -> int:
        return sum(word in body for body in self.got)


class Room:
    """A hub with its tasks running, and what its streams may read now."""

    def __init__(self, **settings: float) -> None:
        self.may: dict[str, frozenset[str] | None] = {}
        self.hub = Hub(
            self._epoch, self._look, **{"pulls_per_second": 200, "ping_seconds": 3600, **settings}
        )

    async def _epoch(self) -> str:
        return "e1"

    async def _look(self, streams: list[Stream]) -> list[frozenset[str] | None]:
        return [self.may.get(stream.token) for stream in streams]

    def enter(self, name: str, *spaces: str) -> Reader:
        reader = Reader()
        self.may[name] = frozenset(spaces)
        stream = Stream(reader.send, name, frozenset(spaces))
        self.hub.join(stream)
        self.hub.release(stream, 0)
        return reader


def announced(number: int, space: str = "base") -> Announced:
    return Announced(number, space, msgspec.Raw(b'{"seq":1}'))


async def until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  # it is the loop's turns that are waited for
            await asyncio.sleep(0)


def in_a_room(play: Callable[[Room], Awaitable[None]], **settings: float) -> None:
    async def run() -> None:
        room = Room(**settings)
        tasks = [asyncio.create_task(room.hub.run()), asyncio.create_task(room.hub.ping())]
        await asyncio.sleep(0)
        try:
            await play(room)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(run())


def test_only_who_may_read_a_space_hears_of_it() -> None:
    async def play(room: Room) -> None:
        ana, chef = room.enter("ana", "base"), room.enter("chef", "base", "+steer")
        room.hub.hear(SpaceMoved("+steer", 4))
        room.hub.hear(SpaceMoved("base", 9))
        await until(lambda: ana.got and len(chef.got) == 2)
        assert ana.heard(b"+steer") == 0
        assert chef.heard(b'data: {"space":"+steer","head":4,"spread":0.005}\n\n') == 1

    in_a_room(play)


def test_an_announcement_has_its_number_and_ends_in_lf() -> None:
    async def play(room: Room) -> None:
        ana = room.enter("ana", "base")
        room.hub.hear(announced(7))
        await until(lambda: ana.got)
        expected = b'id: e1:7\nevent: announcement\ndata: {"space":"base","change":{"seq":1}}\n\n'
        assert ana.got == [expected]

    in_a_room(play)


def test_many_moves_of_a_head_are_told_as_one() -> None:
    async def play(room: Room) -> None:
        ana = room.enter("ana", "base")
        for head in range(100):
            room.hub.hear(SpaceMoved("base", head))
        await until(lambda: ana.heard(b'"head":99,'))
        assert len(ana.got) < 5

    in_a_room(play)


def test_who_does_not_read_is_cut_and_nobody_waits_for_them() -> None:
    async def play(room: Room) -> None:
        stalled, ana = room.enter("stalled", "base"), room.enter("ana", "base")
        stalled.full = True
        room.hub.hear(announced(1))
        await until(lambda: ana.got)
        await until(lambda: stalled.aborted)
        assert len(room.hub) == 1
        assert not ana.aborted

    in_a_room(play)


def test_a_right_that_was_withdrawn_ends_the_stream_before_the_news() -> None:
    async def play(room: Room) -> None:
        ana, chef = room.enter("ana", "base"), room.enter("chef", "base")
        room.may["ana"] = frozenset()
        room.hub.hear(RightsChanged())
        room.hub.hear(announced(1))
        await until(lambda: chef.got)
        assert ana.ended
        assert ana.heard(b"announcement") == 0
        assert not chef.ended

    in_a_room(play)


def test_who_may_read_otherwise_is_told_so_before_the_stream_ends() -> None:
    """G20: their desks look at once, spread over as long as that many take; no space is named."""

    async def play(room: Room) -> None:
        readers = [room.enter(f"p{n}", "base") for n in range(600)]
        chef = room.enter("chef", "base")
        for n in range(600):
            room.may[f"p{n}"] = frozenset({"base", "fibre"})
        room.hub.hear(RightsChanged())
        await until(lambda: all(reader.ended for reader in readers))
        expected = [b'event: rights\ndata: {"spread":3.0}\n\n', b""]
        assert all(reader.got == expected for reader in readers)
        assert (chef.got, chef.ended) == ([], False)

    in_a_room(play)


def test_a_session_that_ended_ends_its_streams() -> None:
    async def play(room: Room) -> None:
        ana, chef = room.enter("ana", "base"), room.enter("chef", "base")
        room.hub.end_session("ana")
        assert ana.ended
        assert not chef.ended
        room.may["chef"] = None
        room.hub.hear(RightsChanged())
        await until(lambda: chef.ended)

    in_a_room(play)


def test_what_comes_while_one_catches_up_follows_in_order_and_once() -> None:
    async def play(room: Room) -> None:
        reader = Reader()
        stream = Stream(reader.send, "ana", frozenset({"base"}))
        room.hub.join(stream)
        room.may["ana"] = stream.spaces
        for number in (3, 4, 5):
            room.hub.hear(announced(number))
        room.hub.hear(SpaceMoved("base", 12))
        await until(lambda: stream.held and len(stream.held) == 4)
        assert reader.got == []
        room.hub.release(stream, seen=4)
        assert reader.heard(b"announcement") == 1
        assert reader.heard(b"id: e1:5") == 1
        assert reader.heard(b"event: heads") == 1

    in_a_room(play)


def test_everyone_is_pinged() -> None:
    async def play(room: Room) -> None:
        readers = [room.enter(f"p{n}", "base") for n in range(20)]
        await until(lambda: all(reader.heard(b": ping\n\n") for reader in readers))

    in_a_room(play, ping_seconds=0.01)


def test_a_hub_without_streams_holds_nothing() -> None:
    room = Room()
    stream = Stream(Reader().send, "ana", frozenset({"base", "~ana"}))
    room.hub.join(stream)
    room.hub.leave(stream)
    room.hub.leave(stream)
    assert (len(room.hub), room.hub._by_space) == (0, {})


@pytest.mark.parametrize("streams", [1, 1200])
def test_a_large_round_lets_others_in_between(streams: int) -> None:
    """No slice of a round holds the loop for more than its five hundred."""

    async def play(room: Room) -> None:
        readers = [room.enter(f"p{n}", "base") for n in range(streams)]
        turns = 0
        room.hub.hear(announced(1))
        while not all(reader.got for reader in readers):
            await asyncio.sleep(0)
            turns += 1
        assert turns >= streams // 500

    in_a_room(play)
