"""Notices and the window: what comes above the work, when, and what of it was really seen.

A critical one is a strip above all, also during a contact. What else asks for attention is one
quiet line, and only while nobody is on the line. Notices begin and end at the minute: one timer to
the next such moment, and a look whenever the person comes back to the window.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from kbdesk.clock import Clock
from kbdesk.core.announcements import Level, Notice, State
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.announcements.strip import CriticalStrip
from kbdesk.ui.announcements.whisper import Whisper
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.search_field import SearchField
from kbdesk.ui.shell.places_of_live import ANNOUNCEMENTS
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live
    from kbdesk.ui.announcements.screen import AnnouncementsScreen
    from kbdesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)
SLACK = 50  # ms: a timer may fire a little before
LONGEST = 12 * 3_600_000  # ms that one timer waits: a clock may be set meanwhile

Job = Callable[[], Changes]
Found = tuple[tuple[Notice, ...], datetime | None, int]


class NoticesSide(QObject):
    """Joins strip and quiet line to the window, the contact and the screen of notices."""

    def __init__(self, window: "MainWindow", live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._informing, self._since = live.informing, live.since
        self._things = 0  # that the brief of this shift tells, while it was not put away
        self._clock = clock
        self._tasks = Tasks(lanes, window.tell, window.take_changes)
        self._busy = window.contact_in_hand is not None and window.contact_in_hand.live
        self._found: tuple[Notice, ...] = ()
        self._told: set[tuple[str, int, bool]] = set()  # shown, or on its way to be kept
        self._put_off: set[tuple[str, int]] = set()  # until the desk is started again
        self.strip, self.whisper = CriticalStrip(window.look), Whisper(window.look)
        window.put_above(self.strip, self.whisper)
        self.strip.confirmed.connect(self._confirm)
        self.strip.read_requested.connect(self.read)
        self.strip.painted.connect(self.note_shown)
        self.whisper.read_requested.connect(self.read)
        self.whisper.put_off.connect(self._on_put_off)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be minutes late
        self._timer.timeout.connect(self._strike)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._on_state)
        window.connected.minute_passed.connect(self._note_presence)
        self._note_presence()
        self.look()

    def _note_presence(self) -> None:
        """Note that somebody is here, as long as the window is used: so a shift has an end."""
        if self._window.isActiveWindow():
            self._write(self._since.here)

    @property
    def settled(self) -> bool:
        return self._tasks.settled

    # what there is

    def look(self) -> None:
        """Ask what is in force now, and when that becomes another."""
        informing, now = self._informing, moment(self._clock)
        self._tasks.read(
            lambda: (
                informing.urgent(contact=False, now=now),
                informing.next_moment(now),
                len(self._since.brief().lines) if self._since.brief_due() else 0,
            ),
            lambda found: self._take(found, now),
        )

    def _take(self, found: Found, now: datetime) -> None:
        self._found, then, self._things = found
        self._show()
        if then is not None:
            wait = int((then - now).total_seconds() * 1000) + SLACK
            self._timer.start(max(SLACK, min(wait, LONGEST)))
        else:
            self._timer.stop()

    def _strike(self) -> None:
        """Let what begins or ends now be seen everywhere."""
        self._window.live.refresh(Changes(notices=True))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._note_presence()
            self.look()

    def _show(self) -> None:
        strip = tuple(notice for notice in self._found if _above_all(notice))
        self.strip.show_notices(strip, moment(self._clock))
        rest = (
            notice
            for notice in self._found
            if notice not in strip and (notice.id, notice.version) not in self._put_off
        )
        reading = self._window.screen_shown == ANNOUNCEMENTS
        quiet = None if self._busy or strip or reading else next(rest, None)
        self.whisper.show_notice(quiet)
        self.whisper.show_brief(0 if self._busy or strip or reading else self._things)

    def take_contact(self, contact: Contact | None) -> None:
        """Be quiet while somebody is on the line; at its end tell what waited."""
        busy = contact is not None and contact.live
        if busy != self._busy:
            self._busy = busy
            self._show()

    def screen_changed(self) -> None:
        """Follow the window: on the screen of notices the quiet line says nothing new."""
        self._show()

    # what is done

    def read(self, notice_id: str) -> None:
        """Open a notice in full; the brief opens by itself."""
        self._window.show_screen(ANNOUNCEMENTS)
        screen = self._screen
        if screen is not None and notice_id:
            screen.open_notice(notice_id)

    @property
    def _screen(self) -> "AnnouncementsScreen | None":
        return self._window.screens.get(ANNOUNCEMENTS)  # type: ignore[return-value]

    @property
    def _seen_screen(self) -> "AnnouncementsScreen | None":
        return self._screen if self._window.screen_shown == ANNOUNCEMENTS else None

    @property
    def may_confirm(self) -> bool:
        """True while something on screen asks to be confirmed."""
        screen = self._seen_screen
        return self.strip.notice is not None or (screen is not None and screen.may_confirm)

    def confirm(self) -> None:
        """Confirm the notice of the strip, else the one that is read."""
        screen = self._seen_screen
        if self.strip.notice is not None:
            self._confirm(self.strip.notice.id)
        elif screen is not None:
            screen.confirm()

    def step_back(self) -> bool:
        """Put the quiet line off; return whether there was one.

        Not while one writes: Esc is about what is written then, and the line has its cross.
        """
        if _writes(QApplication.focusWidget()):
            return False
        notice = self.whisper.notice
        if self.whisper.brief or notice is not None:
            self._on_put_off(notice.id if notice is not None else "")
            return True
        return False

    def _confirm(self, notice_id: str) -> None:
        notice = next((one for one in self._found if one.id == notice_id), None)
        if notice is None:
            return
        recalled, informing = notice.recalled is not None, self._informing
        act = informing.shown if recalled else informing.acknowledge
        self._found = tuple(one for one in self._found if one.id != notice_id)
        self._show()  # at once; should it fail, the next look brings it back
        self._write(lambda: act(notice_id))

    def note_shown(self, notice: Notice) -> None:
        """Keep that a notice was really seen, once for each version of it."""
        key = (notice.id, notice.version, notice.recalled is not None)
        if notice.recalled is not None or not notice.unread or key in self._told:
            return
        self._told.add(key)
        self._write(lambda: self._informing.shown(notice.id))

    def _on_put_off(self, notice_id: str) -> None:
        if not notice_id:
            self._things = 0
            self._write(self._since.put_away)
        self._put_off |= {(one.id, one.version) for one in self._found if one.id == notice_id}
        self._show()

    def _write(self, job: Job) -> None:
        self._tasks.write(job, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._window.tell(error)
        self.look()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._timer.stop()
        self._tasks.forget()


def _above_all(notice: Notice) -> bool:
    """Return whether a notice stands above all; its question waits for the end of the contact."""
    asks = notice.recalled is not None or notice.asks is State.ACKNOWLEDGED
    return notice.level is Level.CRITICAL and asks


def _writes(focused: QWidget | None) -> bool:
    """Return whether the keys are in a text that is being written; words to be found are none."""
    if isinstance(focused, QPlainTextEdit):
        return not focused.isReadOnly()
    return isinstance(focused, QLineEdit) and not isinstance(focused, SearchField)
