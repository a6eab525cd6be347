"""What is read: glimpses of results, articles opened, links followed, the way back.

An article counts as read when it is opened, when a link led to it, or when it stayed on screen
for a few seconds; what merely went by does not fill the list of what was read lately.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kbdesk.core.changes import Changes
from kbdesk.core.reading import Reading
from kbdesk.ui.history import History, Place
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.opening import WAIT_MOVING, WAIT_TYPING, Opening

if TYPE_CHECKING:
    from kbdesk.services.knowledge import Knowledge

DWELL = 5000  # ms


class ReadingFlow(QObject):
    """Decides what the reader shows; records what was read unless told not to."""

    shown = Signal(object)  # Reading
    starred = Signal(bool)  # whether the article on screen is a favourite now
    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes

    def __init__(self, knowledge: "Knowledge", lanes: Lanes, *, records: bool) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._writer = lanes.writer
        self._records = records
        self._history = History()
        self._opening = Opening(knowledge, lanes.render, self._show, self.trouble_met.emit)
        self._arrived: Callable[[Place], None] = self._history.glimpse
        self._glimpsed: Place | None = None
        self._on_screen: Place | None = None
        self._favourite = False
        self._read: list[str] = []  # since the query was begun
        self._wait = self._timer(self._glimpse_now)
        self._dwell = self._timer(self._record_dwelt)

    def _timer(self, does: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(does)
        return timer

    @property
    def settled(self) -> bool:
        """True when what is shown is what was last asked for."""
        return self._opening.settled and not self._wait.isActive()

    @property
    def here(self) -> Place | None:
        return self._history.here

    @property
    def read_for_query(self) -> tuple[str, ...]:
        """The articles read since the present query was begun."""
        return tuple(self._read)

    def begin_query(self) -> None:
        """Start over with what was read for a query."""
        self._read = []

    def glimpse(self, place: Place, *, typing: bool) -> None:
        """Show a place soon, unless another follows at once."""
        self._glimpsed = place
        self._wait.start(WAIT_TYPING if typing else WAIT_MOVING)

    def stop_glimpsing(self) -> None:
        self._wait.stop()

    def _glimpse_now(self) -> None:
        if self._glimpsed is not None:
            self._go(self._glimpsed, self._history.glimpse)

    def read(self, place: Place) -> None:
        """Open a place for good."""
        if self._on_screen == place and self._opening.settled:
            self._wait.stop()
            self._read_for_good(place)
        else:
            self._go(place, self._read_for_good)

    def follow(self, article_id: str, anchor: str) -> None:
        """Go where a link leads; the page it stood on is kept for the way back."""
        if here := self._history.here:
            self._history.visit(here)
        self.read(Place(article_id, anchor))

    def back(self) -> bool:
        """Go to the place before this one; return whether there is one."""
        return self._walk(self._history.back())

    def forward(self) -> bool:
        """Go to the place that was left by going back; return whether there is one."""
        return self._walk(self._history.forward())

    def _walk(self, place: Place | None) -> bool:
        if place is not None:
            self._go(place, lambda _place: None)
        return place is not None

    def _go(self, place: Place, arrived: Callable[[Place], None]) -> None:
        """Open a place; only one that could be opened becomes part of the history."""
        self._wait.stop()
        self._arrived = arrived
        self._opening.open(place)

    def _read_for_good(self, place: Place) -> None:
        self._history.visit(place)
        self._record(place.article_id)

    def _show(self, place: Place, reading: Reading) -> None:
        self._arrived(place)
        self._on_screen = place
        self._favourite = reading.favourite
        self._dwell.start(DWELL)
        self.shown.emit(reading)

    def _record_dwelt(self) -> None:
        if self._on_screen is not None:
            self._record(self._on_screen.article_id)

    def _record(self, article_id: str) -> None:
        if article_id not in self._read:
            self._read.append(article_id)
            if self._records:
                self._write(lambda: self._knowledge.record_open(article_id))

    def stop(self) -> None:
        """Do nothing more: the window is going."""
        self._wait.stop()
        self._dwell.stop()
        self._opening.forget()

    def toggle_favourite(self) -> None:
        """Star the article on screen, or take its star away; it shows before it is written."""
        if self._on_screen is not None:
            self._favourite = not self._favourite
            self.starred.emit(self._favourite)
            article_id = self._on_screen.article_id
            self._write(lambda: self._knowledge.toggle_favourite(article_id))

    def _write(self, job: Callable[[], Changes]) -> None:
        self._writer.run(job, self.changed.emit, self.trouble_met.emit)
