"""Readings of what has come: one at a time, and another round for what comes while one is on.

Whether one is on is decided where it ends, under one lock: what was told a moment before is read by
it, what is told a moment later begins another. Nothing that has come is left lying.
"""

import threading
from collections.abc import Callable

from kbdesk.core.changes import Changes


class Readings:
    """Who runs `all` first asks `begin`."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._on = self._more = False

    def begin(self) -> bool:
        """Note that something has come; say whether a reading must be begun for it."""
        with self._turn:
            begins, self._on, self._more = not self._on, True, True
            return begins

    def all(self, read: Callable[[], Changes]) -> Changes:
        """Read round after round until nothing more has come."""
        changes = Changes()
        try:
            while self._goes_on():
                changes |= read()
        except BaseException:
            self._on = False
            raise
        return changes

    def _goes_on(self) -> bool:
        with self._turn:
            self._on, self._more = self._more, False
            return self._on
