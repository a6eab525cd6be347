"""What every part of writing shares: the signals a screen must have, and its work in lanes.

Everything is read on the search lane, only the newest answer counts, and everything is written on
the writer's, in order. A part is a screen by itself, or stands within another one.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest
from kbdesk.ui.look.look import Look

if TYPE_CHECKING:
    from kbdesk.services.live import Live

T = TypeVar("T")


class WritingPart(QWidget):
    """A widget that asks and writes behind the screen."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    article_requested = Signal(str, str)  # id, anchor
    undo_offered = Signal(str, object)  # what was done, in words; how to take it back
    noted = Signal(str)  # what was done, in words, where there is nothing to take back
    counted = Signal(int)  # how much waits here
    menu_requested = Signal()

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__()
        self.look = look
        self._live, self._lanes, self._clock = live, lanes, clock
        self._latest = Latest(lanes.search)
        self._pending = 0
        self._alone = False

    @property
    def settled(self) -> bool:
        """True when it shows what was last asked for, and all is written."""
        return self._latest.settled and not self._pending

    @property
    def now(self) -> datetime:
        """The moment it is by the best that is known."""
        return moment(self._clock)

    def take_contact(self, contact: Contact | None) -> None:
        """Stay as it is: nothing here comes up by itself, and nobody is taken out of a text."""

    def step_back(self) -> bool:
        """Take one thing away, as Esc does; return whether there was one."""
        return False

    def ask(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Read something; a newer question makes this one void."""
        self._latest.ask(job, then, self.trouble_met.emit)

    def write(
        self,
        job: Callable[[], T],
        then: Callable[[T], object] = lambda _done: None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do something on the writer's lane; where it returns what it changed, tell that."""
        self._pending += 1

        def done(result: T) -> None:
            self._pending -= 1
            then(result)
            if isinstance(result, Changes):
                self.changed.emit(result)

        def not_done(error: Exception) -> None:
            self._pending -= 1
            (failed or self.trouble_met.emit)(error)

        self._lanes.writer.run(job, done, not_done)
