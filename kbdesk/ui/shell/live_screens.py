"""The four screens of what is live: announcements, learning, contributions, steering.

Each is made when it is first shown. Who sees which goes by the role, as far as it is known here: a
desk of its own has nobody to announce anything to, and steering is for those who write or lead.
What a screen did counts at once and goes to the server; what comes from there is handed to the
screen that is seen, which moves nothing under somebody's eyes; the others ask when they are shown.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell.live_counts import LiveCounts
from kbdesk.ui.shell.places_of_live import (
    ANNOUNCEMENTS,
    CONTRIBUTIONS,
    LEARN,
    PLACES,
    STEER,
    STEERING,
)

if TYPE_CHECKING:
    from kbdesk.clock import Clock
    from kbdesk.services.live import Live
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.shell.notices_side import NoticesSide


@runtime_checkable
class LiveScreen(Protocol):
    """What the window asks of one of them, beside being a widget."""

    trouble_met: Any  # Signal(object): Exception
    changed: Any  # Signal(object): Changes, by something done in the screen
    article_requested: Any  # Signal(str, str): article id, anchor

    @property
    def settled(self) -> bool:
        """True when it shows what was last asked for."""

    def begin(self) -> None:
        """Ask again and take the focus: it was shown."""

    def refresh(self, changes: Changes) -> None:
        """Take in what is new, moving nothing that is being read or chosen."""

    def show_alone(self, alone: bool) -> None:
        """Stand in one column, or beside each other."""

    def step_back(self) -> bool:
        """Take one thing away, as Esc does; return whether there was one."""

    def take_contact(self, contact: Contact | None) -> None:
        """Know who is in hand: what can wait is put aside."""

    def apply_look(self, look: Look) -> None:
        """Wear another look."""


class LiveScreens(QObject):
    """Makes them, says which there are, and hands them what concerns them."""

    def __init__(self, window: "MainWindow", lanes: Lanes, clock: "Clock") -> None:
        super().__init__(window)
        self._window = window
        self.live: Live | None = None
        self._lanes = lanes
        self._clock = clock
        self._made: dict[str, LiveScreen] = {}
        self._last = ""  # the screen of last time, until it is known whose desk this is
        self._counts: LiveCounts | None = None
        self.notices: NoticesSide | None = None

    def attend(self, live: "Live") -> None:
        """Begin to show what is live of a base."""
        self.live = live
        self._window.search.searching.trail.attend(live.gaps)
        self._counts = LiveCounts(live, self._lanes)
        self._counts.told.connect(self._window.show_waiting)
        self._window.connected.minute_passed.connect(self._count)
        self._window.connected.told.connect(self._take_status)
        self._window.show_offered()

    def offers(self, name: str) -> bool:
        """Return whether somebody here has this screen; any that is none of these is there."""
        if name not in PLACES:
            return True
        if self.live is None:
            return False
        connected = self._window.connected
        if name == ANNOUNCEMENTS:
            return connected.is_connected
        if name == STEER:
            steers = not connected.is_connected or connected.role in STEERING
            return connected.is_known and steers
        return True

    def make(self, name: str) -> QWidget | None:
        """Make one of them; None where somebody has no such screen."""
        if not self.offers(name):
            return None
        window = self._window
        made = _class_of(name)(window.look, self.live, self._lanes, self._clock)
        made.trouble_met.connect(window.tell)
        made.changed.connect(self.take_changes)
        made.article_requested.connect(self.open_article)
        if hasattr(made, "menu_requested"):  # the button of one column that stands for the rail
            made.menu_requested.connect(window.deeds.open_menu)
        if hasattr(made, "screen_requested"):
            made.screen_requested.connect(window.show_screen)
        if hasattr(made, "draft_requested"):
            made.draft_requested.connect(self.open_draft)
        if hasattr(made, "undo_offered"):  # what it did can be taken back: (words, how)
            made.undo_offered.connect(window.undoing.offer)
        if hasattr(made, "noted"):
            made.noted.connect(lambda told: window.notice.tell(told, trouble=False))
        self._made[name] = made
        return made  # type: ignore[no-any-return]

    def restore(self, name: str) -> None:
        """Show the screen of last time, as soon as it is known to be this person's."""
        self._last = name if name in PLACES and not self.offers(name) else ""

    def _restore(self) -> None:
        """Come back to it, unless somebody has begun something else meanwhile."""
        name, window = self._last, self._window
        if window.screen_shown != "search" or window.search.list.field.text():
            self._last = ""
        elif self.offers(name):
            self._last = ""
            window.show_screen(name)

    def begin(self, name: str, *, alone: bool) -> None:
        """Let a screen that was just shown ask again."""
        screen = self._made[name]
        screen.take_contact(self._window.contact_in_hand)
        screen.show_alone(alone)
        screen.begin()

    @property
    def shown(self) -> LiveScreen | None:
        """The one that is on screen."""
        return self._made.get(self._window.screen_shown)

    @property
    def settled(self) -> bool:
        """True when what is shown is what was last asked for."""
        shown = self.shown
        counted = self._counts is None or self._counts.settled
        told = self.notices is None or self.notices.settled
        return counted and told and (shown is None or shown.settled)

    def show_alone(self, alone: bool) -> None:
        """Let them stand in one column, or not."""
        for screen in self._made.values():
            screen.show_alone(alone)

    def step_back(self) -> bool:
        """Take one thing of the screen away; return whether there was one."""
        if self.notices is not None and self.notices.step_back():
            return True
        shown = self.shown
        return shown is not None and shown.step_back()

    def screen_changed(self) -> None:
        """Follow the window to another screen."""
        if self.notices is not None:
            self.notices.screen_changed()

    def take_contact(self, contact: Contact | None) -> None:
        """Let all be quiet while somebody is in hand."""
        for screen in self._made.values():
            screen.take_contact(contact)
        if self.notices is not None:
            self.notices.take_contact(contact)

    def refresh(self, changes: Changes) -> None:
        """Hand on what is new, from here or from the server."""
        shown = self.shown
        if shown is not None:
            shown.refresh(changes)
        if changes.notices or changes.learning or changes.writing or changes.gaps:
            self._count()
            self._window.undoing.look_again()
            if self.notices is not None:  # the brief of the shift tells of all of these
                self.notices.look()

    def take_changes(self, changes: Changes) -> None:
        """Take in what one of them did; the window draws again and the desk pushes it at once."""
        self._window.take_changes(changes)

    def open_draft(self, draft: object) -> None:
        """Open a draft in the editor."""
        self._window.show_screen(CONTRIBUTIONS)
        self._made[CONTRIBUTIONS].open_draft(draft)  # type: ignore[attr-defined]  # it alone has one

    def open_article(self, article_id: str, anchor: str = "") -> None:
        """Open an article beside the search, at a passage of it."""
        self._window.show_screen("search")
        self._window.search.open_article(article_id, anchor)

    def stop(self) -> None:
        """Ask for nothing more: the window is going."""
        if self.notices is not None:
            self.notices.stop()

    def _take_status(self) -> None:
        window = self._window
        window.show_offered()
        if self.notices is None and self.offers(ANNOUNCEMENTS):
            from kbdesk.ui.shell.notices_side import NoticesSide  # late: a connected desk has it

            assert self.live is not None
            self.notices = NoticesSide(window, self.live, self._lanes, self._clock)
        if self._last:
            self._restore()
        self._count()

    def _count(self) -> None:
        if self._counts is not None:
            self._counts.look([name for name in PLACES if self.offers(name)])


def _class_of(name: str) -> Callable[..., Any]:
    """Load one of them: none is part of a start, and few people use all four."""
    if name == ANNOUNCEMENTS:
        from kbdesk.ui.announcements.screen import AnnouncementsScreen  # late: as above

        return AnnouncementsScreen
    if name == LEARN:
        from kbdesk.ui.learn.screen import LearnScreen  # late: as above

        return LearnScreen
    if name == CONTRIBUTIONS:
        from kbdesk.ui.writing.screen import ContributionsScreen  # late: as above

        return ContributionsScreen
    from kbdesk.ui.steer.screen import SteerScreen  # late: as above

    return SteerScreen
