"""Time limits on a machine that others use too: load only ever adds to what an act takes itself."""

import threading
import time
from collections.abc import Callable
from typing import Self

TRIES = 3


def seconds_of(act: Callable[[], object]) -> float:
    started = time.monotonic()
    act()
    return time.monotonic() - started


def in_time(limit: float, seconds: Callable[[], float]) -> bool:
    """Say whether one of a few goes was within the limit (s): too slow in itself, it never is."""
    return any(seconds() < limit for _ in range(TRIES))


class Lag:
    """How much later than they wanted threads of this machine wake, added up over a block (s)."""

    STEP = 0.01

    def __init__(self) -> None:
        self.seconds = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        began = time.monotonic()
        while not self._ended.wait(self.STEP):
            now = time.monotonic()
            self.seconds += max(0.0, now - began - self.STEP)
            began = now
