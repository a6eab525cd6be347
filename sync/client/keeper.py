"""The thread that keeps a desk level: waits, syncs, listens, as `schedule` says.

Whatever happens anywhere (an event of the stream, somebody's wish) comes in through one door, the
inbox, and is dealt with one after the other; a pass and its consequences never overlap.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from random import Random
from typing import Protocol

import msgspec

from sync.client import schedule
from sync.client.live import Live
from sync.client.ports import Cancelled, Silent, SyncTrouble
from sync.client.schedule import NEVER, Happened, Next, State
from sync.protocol.sse import Event

ENDS = {Happened.LIVE_LOST, Happened.LIVE_CLOSED, Happened.LIVE_FAILED, Happened.LIVE_MUTE}


@dataclass(frozen=True, slots=True)
class Message:
    """What comes into the inbox; `stop` ends the keeper."""

    happened: Happened = Happened.WANTED
    spread: float = 0.0
    trouble: SyncTrouble | None = None
    stop: bool = False


class Clock(Protocol):
    """Time that only goes forward, and a place to wait for messages. Tests bring their own."""

    def now(self) -> float: ...

    def wait(self, seconds: float) -> Message | None:
        """Return the next message, None when none came in that time."""

    def post(self, message: Message) -> None:
        """Bring a message, from any thread."""


class SystemClock:
    """The machine's monotonic clock and a queue."""

    LONGEST = 3600.0  # what a wait on a lock can take on every system

    def __init__(self) -> None:
        self._inbox: SimpleQueue[Message] = SimpleQueue()

    def now(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float) -> Message | None:
        try:
            return self._inbox.get(timeout=max(0.0, min(seconds, self.LONGEST)))
        except Empty:
            return None

    def post(self, message: Message) -> None:
        self._inbox.put(message)


class Heads(msgspec.Struct):
    """What a `heads` or `rights` event says that matters here."""

    spread: float = 0.0


class Keeper:
    """Runs passes and the live stream of one signed-in desk.

    `sync` runs one pass and raises a `SyncTrouble` (or any error of the desk's own); `cancel` ends
    one under way. `connect` makes a new stream, None for a desk that only polls. `announced` hears
    the announcements of the stream, `failed` whatever a pass raised.
    """

    def __init__(
        self,
        sync: Callable[[], object],
        *,
        cancel: Callable[[], None],
        connect: Callable[[], Live] | None,
        announced: Callable[[Event], None],
        failed: Callable[[Exception], None],
        random: Random,
        clock: Clock | None = None,
    ) -> None:
        self._sync = sync
        self._cancel = cancel
        self._connect = connect
        self._announced = announced
        self._failed = failed
        self._random = random
        self._clock = clock or SystemClock()
        self._state = State()
        self._sync_at = self._live_at = NEVER
        self._stream: _Listening | None = None
        self._last_id = ""
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self.run, name="sync keeper", daemon=True)
        self._thread.start()

    def wanted(self) -> None:
        """Ask for a pass now: somebody pressed the key, or wrote something."""
        self._clock.post(Message(Happened.WANTED))

    def stop(self, patience: float = 2.0) -> None:
        """End within that time; what is under way is given up. Calling it twice does no harm."""
        self._clock.post(Message(stop=True))
        self._cancel()
        if self._thread is not None:
            self._thread.join(patience)

    def run(self) -> None:
        """Work until a message says stop."""
        self._plan(schedule.after(self._state, Happened.STARTED, self._random))
        try:
            while self._step():
                pass
        finally:
            self._leave_stream()

    def _step(self) -> bool:
        due = min(self._sync_at, self._live_at)
        message = self._clock.wait(due - self._clock.now())
        if message is not None:
            if not message.stop:
                self._hear(message)
            return not message.stop
        now = self._clock.now()
        if self._live_at <= now:
            self._listen()
        if self._sync_at <= now:
            self._pass()
        return True

    def _hear(self, message: Message) -> None:
        if message.happened in ENDS:
            self._stream = None
        self._plan(
            schedule.after(
                self._state,
                message.happened,
                self._random,
                trouble=message.trouble,
                spread=message.spread,
            )
        )

    def _pass(self) -> None:
        self._sync_at = NEVER
        try:
            self._sync()
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - the thread goes on whatever a pass meets
            self._failed(error)
            trouble = error if isinstance(error, SyncTrouble) else None
            self._plan(schedule.after(self._state, Happened.FAILED, self._random, trouble=trouble))
        else:
            self._plan(schedule.after(self._state, Happened.SYNCED, self._random))

    def _listen(self) -> None:
        self._live_at = NEVER
        if self._connect is not None and self._stream is None:
            self._stream = _Listening(self._connect(), self._clock.post, self._tell)
            self._stream.start(self._last_id)

    def _tell(self, event: Event) -> None:
        self._last_id = event.id or self._last_id
        self._announced(event)

    def _leave_stream(self) -> None:
        if self._stream is not None:
            self._stream.stop()
            self._stream = None

    def _plan(self, plan: Next) -> None:
        """Take over what is next; a sync that is due sooner stays due."""
        self._state = plan.state
        now = self._clock.now()
        if plan.sync_in is not None:
            self._sync_at = min(self._sync_at, now + plan.sync_in)
        if plan.live_in is not None and self._stream is None:
            self._live_at = now + plan.live_in
        if plan.live_in == NEVER and plan.sync_in == NEVER:  # signed out
            self._sync_at = NEVER
            self._leave_stream()


class _Listening:
    """A stream in a thread of its own, and what it turns into messages."""

    def __init__(
        self, live: Live, post: Callable[[Message], None], announced: Callable[[Event], None]
    ) -> None:
        self._live = live
        self._post = post
        self._announced = announced
        self._open = False
        self._farewell: float | None = None  # over how many seconds those that were sent off return

    def start(self, last_id: str) -> None:
        work = threading.Thread(target=self._run, args=(last_id,), name="sync live", daemon=True)
        work.start()

    def stop(self) -> None:
        self._live.stop()

    def _run(self, last_id: str) -> None:
        try:
            self._live.listen(self._opened, self._heard, last_id)
        except Cancelled:
            return
        except Silent as trouble:
            self._post(Message(Happened.LIVE_MUTE, trouble=trouble))
        except SyncTrouble as trouble:
            self._post(Message(self._lost(), trouble=trouble))
        else:
            self._post(self._ended())

    def _ended(self) -> Message:
        if self._farewell is None:
            return Message(self._lost())
        return Message(Happened.LIVE_CLOSED, self._farewell)

    def _lost(self) -> Happened:
        return Happened.LIVE_LOST if self._open else Happened.LIVE_FAILED

    def _opened(self) -> None:
        self._open = True
        self._post(Message(Happened.LIVE_UP))

    def _heard(self, event: Event) -> None:
        if event.name == "heads":
            self._post(Message(Happened.NEWS, _spread(event.data)))
        elif event.name == "rights":  # the server ends the stream, and is there all the same
            self._farewell = _spread(event.data)
            self._post(Message(Happened.NEWS, self._farewell))
        elif event.name == "announcement":
            self._announced(event)
            self._post(Message(Happened.NEWS, _spread(event.data)))


def _spread(data: str) -> float:
    try:
        return msgspec.json.decode(data, type=Heads).spread
    except (msgspec.DecodeError, msgspec.ValidationError):
        return 0.0
