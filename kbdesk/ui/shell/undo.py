"""The last thing that can be taken back: one, and only until something else takes its place.

Qt-free. A list of all that was ever done would promise too much: what was sent is gone.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhileItHolds:
    """A way to take something back that others may close: a suggestion that is decided, say."""

    act: Callable[[], object]
    holds: Callable[[], bool]  # asked away from the screen
    told: str = ""  # what is said from then on, "" for nothing

    def __call__(self) -> object:
        return self.act()


@dataclass(frozen=True, slots=True)
class Undoable:
    """What was done, in words, and how to take it back."""

    told: str
    take_back: Callable[[], object]


class Undo:
    """Holds the offer that stands."""

    def __init__(self) -> None:
        self._offer: Undoable | None = None

    @property
    def stands(self) -> bool:
        return self._offer is not None

    @property
    def conditional(self) -> WhileItHolds | None:
        """The way back that stands, where others may close it."""
        way = self._offer.take_back if self._offer is not None else None
        return way if isinstance(way, WhileItHolds) else None

    def offer(self, done: Undoable) -> None:
        """Take the place of any offer before."""
        self._offer = done

    def forget(self) -> None:
        """Offer nothing more."""
        self._offer = None

    def take(self) -> bool:
        """Take back what stands, once; return whether there was something."""
        offer, self._offer = self._offer, None
        if offer is not None:
            offer.take_back()
        return offer is not None
