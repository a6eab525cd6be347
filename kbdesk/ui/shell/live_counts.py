"""What waits on each of the live screens, for the rail: counted behind it, never guessed."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest

if TYPE_CHECKING:
    from kbdesk.services.live import Live

COUNTS: "dict[str, Callable[[Live], int]]" = {
    "announcements": lambda live: live.informing.counts().unread,
    "learn": lambda live: live.coaching.due_count(),
    "contributions": lambda live: live.contributions.unread(),
    "steer": lambda live: live.contributions.to_decide(),
}


class LiveCounts(QObject):
    """Asks how much waits, and tells it screen by screen."""

    told = Signal(str, int)  # the name of a screen, how much waits there

    def __init__(self, live: "Live", lanes: Lanes) -> None:
        super().__init__()
        self._live = live
        self._latest = Latest(lanes.search)

    @property
    def settled(self) -> bool:
        return self._latest.settled

    def look(self, names: Iterable[str]) -> None:
        """Count again what waits on these screens."""
        asked = tuple(names)
        self._latest.ask(
            lambda: {name: COUNTS[name](self._live) for name in asked}, self._tell, _nothing
        )

    def _tell(self, counts: dict[str, int]) -> None:
        for name, count in counts.items():
            self.told.emit(name, count)


def _nothing(_error: Exception) -> None:
    """Leave the numbers as they were: whoever opens the screen is told what is wrong."""
