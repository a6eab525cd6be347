"""The keeper thread of a signed-in desk, dressed for it: the live stream, and when it tries again.

Apart from `connection`, so that a desk of its own never loads what speaks to servers.
"""

from collections.abc import Callable
from random import SystemRandom

from sync.client.keeper import Keeper, Message, SystemClock
from sync.client.live import Live


class Keeping:
    """Passes one after the other, as `sync.client.schedule` says, until `stop`."""

    def __init__(
        self,
        one_pass: Callable[[], object],
        cancel: Callable[[], None],
        stream: Callable[[], tuple[str, str]],
        failed: Callable[[Exception], None],
        planned: Callable[[], None],
        announced: Callable[[], None],
    ) -> None:
        """Take one pass, its end, the (address, token) of the stream, and three listeners."""
        self._clock = _Watched(planned)
        self._keeper = Keeper(
            one_pass,
            cancel=cancel,
            connect=lambda: Live(*stream()),
            announced=lambda _event: announced(),  # its text comes with the pass, and at once
            failed=failed,
            random=SystemRandom(),
            clock=self._clock,
        )

    def start(self) -> None:
        self._keeper.start()

    def wanted(self) -> None:
        self._keeper.wanted()

    def stop(self, patience: float) -> None:
        self._keeper.stop(patience)

    @property
    def next_in(self) -> float | None:
        """Seconds from the last look to the next try, None when nothing is planned."""
        return self._clock.next_in


class _Watched(SystemClock):
    """The machine's clock; it remembers how long the keeper wants to wait."""

    def __init__(self, planned: Callable[[], None]) -> None:
        super().__init__()
        self._planned = planned
        self.next_in: float | None = None

    def wait(self, seconds: float) -> Message | None:
        self.next_in = None if seconds == float("inf") else max(0.0, seconds)
        self._planned()
        return super().wait(seconds)
