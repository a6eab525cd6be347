"""How often one session, or one address without a session, may ask: token buckets in memory.

Bounded: the buckets used longest ago are forgotten first, and a forgotten one is a full one. Each
process counts for itself, so behind nginx the true limit is this times the number of processes.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

from sync.server.errors import TooMany
from sync.server.web.settings import Rate

ROOM = 30_000


class Limits:
    """One bucket for each key; a bucket fills at the rate and holds the burst."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[object, tuple[float, float]] = OrderedDict()

    def spend(self, key: object) -> None:
        """Take one; raise `TooMany` with the seconds until there is one again."""
        left = self._left(key)
        self._raise_if_empty(left)
        self._buckets[key] = (left - 1, self._clock())
        self._buckets.move_to_end(key)
        if len(self._buckets) > ROOM:
            self._buckets.popitem(last=False)

    def check(self, key: object) -> None:
        """Raise as `spend` would, and take nothing."""
        self._raise_if_empty(self._left(key))

    def _left(self, key: object) -> float:
        left, at = self._buckets.get(key, (float(self._rate.burst), self._clock()))
        return min(self._rate.burst, left + (self._clock() - at) * self._rate.per_second)

    def _raise_if_empty(self, left: float) -> None:
        if left < 1:
            wait = (1 - left) / self._rate.per_second
            raise TooMany("Too many requests. Wait a little.", retry_after=wait)
