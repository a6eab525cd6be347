"""Who listens, and how one event reaches all of them.

A frame is made once and shared by everybody it goes to; a connection costs its socket, one small
object and its places in `_by_space`, nothing that queues. `send` is begun once for each: where it
does not complete at once the client has let 64 KB pile up, and its connection is cut, so that it
comes back and asks for what it missed. Large rounds pause between slices to let requests in.
"""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator

import msgspec

from sync.server.events import Announced, Event, RightsChanged, SpaceMoved
from sync.server.web.live_frames import (
    LAST,
    PING,
    Message,
    Moved,
    Otherwise,
    announcement_frame,
    frame,
)

__all__ = ["Hub", "Message", "Send", "Stream", "begun"]

Send = Callable[[Message], Awaitable[None]]
SLICE = 500
PAUSE_SHARE = 4  # a round over moved heads is followed by a rest this many times its own length
PAUSE_SECONDS = 0.25


class Stream:
    """One live connection. While it is caught up from the past, what is new waits in `held`.

    `seen` is the number of the announcement that went out last: the hub may hear of one late.
    """

    __slots__ = ("held", "seen", "send", "spaces", "token", "transport")

    def __init__(self, send: Send, token: str, spaces: frozenset[str]) -> None:
        self.send = send
        self.token = token
        self.spaces = spaces
        self.held: list[tuple[int, Message]] | None = []
        self.seen = 0
        # uvicorn's `send` is a method of the request; its transport alone can cut a full connection
        self.transport = getattr(getattr(send, "__self__", None), "transport", None)


class Hub:
    """The live connections of this process. Lives on the event loop; `hear` may be called anywhere.

    `look_again` says what a stream's token may read now, None when it may no longer be here.
    """

    def __init__(
        self,
        epoch: Callable[[], Awaitable[str]],
        look_again: Callable[[list[Stream]], Awaitable[list[frozenset[str] | None]]],
        *,
        pulls_per_second: float,
        ping_seconds: float,
    ) -> None:
        self._epoch = epoch
        self._look_again = look_again
        self._pulls_per_second = pulls_per_second
        self._ping_seconds = ping_seconds
        self._streams: set[Stream] = set()
        self._by_space: dict[str, set[Stream]] = {}
        self._announced: list[Announced] = []
        self._moved: dict[str, int] = {}
        self._rights = False
        self._rest_until = 0.0
        self._news = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False
        self.on_event: Callable[[str], None] = lambda _: None
        self.on_drop: Callable[[], None] = lambda: None

    def __len__(self) -> int:
        return len(self._streams)

    def join(self, stream: Stream) -> None:
        self._streams.add(stream)
        for space in stream.spaces:
            self._by_space.setdefault(space, set()).add(stream)

    def leave(self, stream: Stream) -> None:
        self._streams.discard(stream)
        for space in stream.spaces:
            listening = self._by_space.get(space, set())
            listening.discard(stream)
            if not listening:
                self._by_space.pop(space, None)

    def release(self, stream: Stream, seen: int) -> None:
        """Let a stream have what came while it was caught up, but for what it has seen."""
        held, stream.held = stream.held or [], None
        stream.seen = seen
        for number, message in held:
            self._tell(stream, message, number)

    def hear(self, event: Event) -> None:
        """Take an event from any thread."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and its streams with it
                self._loop.call_soon_threadsafe(self._take, event)

    async def run(self) -> None:
        """Pass on what is heard, until cancelled."""
        self._loop = asyncio.get_running_loop()
        while True:
            await self._news.wait()
            self._news.clear()
            await self._pass_on()

    async def ping(self) -> None:
        """Keep every stream awake, until cancelled."""
        while True:
            await asyncio.sleep(self._ping_seconds)
            await self._fan_out(tuple(self._streams), PING)

    async def look_round(self, seconds: float) -> None:
        """Look from time to time whether sessions have ended elsewhere, until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            self._rights = True
            self._news.set()

    def end_session(self, token: str) -> None:
        for stream in [one for one in self._streams if one.token == token]:
            self._end(stream)

    def close(self) -> None:
        """End every stream, so that the process can end too."""
        self.closed = True
        for stream in tuple(self._streams):
            self._end(stream)

    def _take(self, event: Event) -> None:
        match event:
            case Announced():
                self._announced.append(event)
            case SpaceMoved(space, head):
                self._moved[space] = max(head, self._moved.get(space, 0))
            case RightsChanged():
                self._rights = True
        self._news.set()

    async def _pass_on(self) -> None:
        if self._rights:  # first of all: nobody hears what they may no longer know of
            self._rights = False
            await self._look_at_all()
        announced, self._announced = self._announced, []
        for told in announced:
            listening = tuple(self._by_space.get(told.space, ()))
            message = announcement_frame(await self._epoch(), told)
            await self._fan_out(listening, message, told.number)
            self.on_event("announcement")
        if self._moved and not self._resting():
            await self._tell_heads()

    def _resting(self) -> bool:
        """Say whether a crowd heard of moved heads a moment ago; then wake up when that is over."""
        left = self._rest_until - time.monotonic()
        if left <= 0:
            return False
        asyncio.get_running_loop().call_later(left, self._news.set)
        return True

    async def _tell_heads(self) -> None:
        moved, self._moved = self._moved, {}
        started, told = time.monotonic(), 0
        for space, head in moved.items():
            listening = tuple(self._by_space.get(space, ()))
            told += len(listening)
            spread = round(len(listening) / self._pulls_per_second, 3)
            message = frame("heads", msgspec.json.encode(Moved(space, head, spread)))
            await self._fan_out(listening, message)
            self.on_event("heads")
        ended = time.monotonic()
        if told > SLICE:
            self._rest_until = ended + max(PAUSE_SECONDS, PAUSE_SHARE * (ended - started))

    async def _look_at_all(self) -> None:
        """End the streams of whoever may now read otherwise; their desks look at once."""
        affected: list[Stream] = []
        for group in _slices(tuple(self._streams)):
            now = await self._look_again(group)
            affected += [one for one, may in zip(group, now, strict=True) if may != one.spaces]
        spread = round(len(affected) / self._pulls_per_second, 3)
        message = frame("rights", msgspec.json.encode(Otherwise(spread)))
        for group in _slices(affected):
            for stream in group:
                if stream in self._streams:
                    self._end(stream, message)
            await asyncio.sleep(0)

    async def _fan_out(self, streams: Iterable[Stream], message: Message, number: int = 0) -> None:
        for group in _slices(streams):
            for stream in group:
                if stream.held is not None:
                    stream.held.append((number, message))
                elif stream in self._streams:
                    self._tell(stream, message, number)
            await asyncio.sleep(0)

    def _tell(self, stream: Stream, message: Message, number: int) -> None:
        """Give a stream what it has not seen; only announcements have a number."""
        if number == 0 or number > stream.seen:
            stream.seen = max(stream.seen, number)
            self._give(stream, message)

    def _give(self, stream: Stream, message: Message) -> None:
        if not begun(stream.send(message)):
            self.on_drop()
            self._cut(stream)

    def _end(self, stream: Stream, why: Message | None = None) -> None:
        """Say goodbye: the handler then sees the answer complete, and returns."""
        self.leave(stream)
        said = why is None or stream.held is not None or begun(stream.send(why))
        if not said or not begun(stream.send(LAST)):
            self._cut(stream)

    def _cut(self, stream: Stream) -> None:
        self.leave(stream)
        if stream.transport is not None:
            stream.transport.abort()


def begun(sending: Awaitable[None]) -> bool:
    """Start a send; return whether it was done at once. A send that would wait is given up."""
    step = sending.__await__()
    try:
        next(step)
    except StopIteration:
        return True
    except (OSError, RuntimeError):  # the connection went away under our hands
        return False
    with contextlib.suppress(BaseException):
        step.close()
    return False


def _slices(streams: Iterable[Stream]) -> Iterator[list[Stream]]:
    every = list(streams)
    for start in range(0, len(every), SLICE):
        yield every[start : start + SLICE]
