"""What is read: glimpses of results, articles opened, links followed, the way back.

An article counts as read when it is opened, when a link led to it, or when it stayed on screen
for a few seconds; what merely went by does not fill the list of what was read lately.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kbdesk.core.changes import Changes
from kbdesk.core.lease import Lease
from kbdesk.core.reading import Reading
from kbdesk.ui.history import History, Place
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.opening import WAIT_MOVING, WAIT_TYPING, Opening

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

DWELL = 5000  # ms


class ReadingFlow(QObject):
    """Decides what the reader shows; records what was read unless told not to."""

    shown = Signal(object)  # Reading
    renewed = Signal(object)  # Reading: the one on screen, with another day or another midnight
    starred = Signal(bool)  # whether the article on screen is a favourite now
    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    recorded = Signal(str)  # an article counts as read, once a query

    def __init__(self, knowledge: "Knowledge", lanes: Lanes, *, records: bool) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._writer = lanes.writer
        self._records = records
        self._history = History()
        self._opening = Opening(knowledge, lanes.render, self._show, self.trouble_met.emit)
        self._arrived: Callable[[Place], None] = self._history.glimpse
        self._stays = False  # what comes next is what is on screen, in other words
        self._glimpsed: Place | None = None
        self._on_screen: Place | None = None
        self._put_away: Place | None = None  # covered by a lock
        self.reading: Reading | None = None  # on screen
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

    def show_day(self, on: date | None) -> None:
        """Show the article on screen for another day, None for today, where it is read."""
        if self._on_screen is not None:
            self._go(replace(self._on_screen, anchor="", on=on), self._history.visit, stays=True)

    def show_version(self, rev: int | None) -> None:
        """Show the article on screen as it read before, None for as it reads now."""
        if self._on_screen is not None:
            place = replace(self._on_screen, anchor="", on=None, rev=rev)
            self._go(place, self._history.visit)

    def renew(self) -> None:
        """Make the article on screen ready again: what holds of it may have changed."""
        if self._on_screen is not None and self.settled:
            place = replace(self._on_screen, anchor="")
            self._go(place, lambda _place: None, stays=True)

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

    def _go(self, place: Place, arrived: Callable[[Place], None], *, stays: bool = False) -> None:
        """Open a place; only one that could be opened becomes part of the history."""
        self._wait.stop()
        self._arrived, self._stays = arrived, stays
        self._opening.open(place)

    def _read_for_good(self, place: Place) -> None:
        self._history.visit(place)
        self._record(place.article_id)

    def _show(self, place: Place, reading: Reading) -> None:
        self._arrived(place)
        self._on_screen = place
        self.reading = reading
        self._favourite = reading.favourite
        self._dwell.start(DWELL)
        (self.renewed if self._stays else self.shown).emit(reading)

    def _record_dwelt(self) -> None:
        if self._on_screen is not None:
            self._record(self._on_screen.article_id)

    def _record(self, article_id: str) -> None:
        if article_id not in self._read:
            self._read.append(article_id)
            self.recorded.emit(article_id)
            if self._records:
                self._write(lambda: self._knowledge.record_open(article_id))

    # what may no longer be read: see withdrawal

    @property
    def places(self) -> frozenset[str]:
        """The articles on screen and in the history."""
        shown = {self._on_screen.article_id} if self._on_screen is not None else set()
        return self._history.ids | shown

    def forget(self, ids: frozenset[str]) -> bool:
        """Let go of articles; return whether one of them was on screen."""
        self._history.forget(ids)
        self._read = [id_ for id_ in self._read if id_ not in ids]
        if self._glimpsed is not None and self._glimpsed.article_id in ids:
            self._wait.stop()
        if self._put_away is not None and self._put_away.article_id in ids:
            self._put_away = None
        shown = self._on_screen is not None and self._on_screen.article_id in ids
        if shown:
            self._clear()
        return shown

    def put_away(self) -> None:
        """Take what is on screen away until `show_again`."""
        self._put_away = self._on_screen
        self._clear()

    def show_again(self) -> None:
        """Bring back what was put away; it is no new step of the history."""
        place, self._put_away = self._put_away, None
        if place is not None:
            self._go(place, lambda _place: None)

    def learn_lease(self, lease: Lease) -> bool:
        """Note what the article on screen is worth now; return whether that is another level."""
        if self.reading is None or self.reading.lease.level is lease.level:
            return False
        self.reading = replace(self.reading, lease=lease)
        return True

    def _clear(self) -> None:
        self._wait.stop()
        self._dwell.stop()
        self._opening.forget()
        self._on_screen = self.reading = None

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
