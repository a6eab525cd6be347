"""What every part of writing shares: the signals a screen must have, and its tasks.

A part is a screen by itself, or stands within another one.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kbdesk.clock import Clock
from kbdesk.core.contact import Contact
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live


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
        self.tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self._alone = False

    @property
    def settled(self) -> bool:
        """True when it shows what was last asked for, and all is written."""
        return self.tasks.settled

    @property
    def now(self) -> datetime:
        """The moment it is by the best that is known."""
        return moment(self._clock)

    def take_contact(self, contact: Contact | None) -> None:
        """Stay as it is: nothing here comes up by itself, and nobody is taken out of a text."""

    def step_back(self) -> bool:
        """Take one thing away, as Esc does; return whether there was one."""
        return False
