"""The screens that have to do with a server, and what they are told: first run, sync page, strip.

A desk without a base shows the first run and nothing else; with one, or once somebody has signed
in, it never shows again. Each of the screens is made when it is first needed.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kbdesk.services.connected.sync_facts import Activity, Welcome
from kbdesk.ui.connected import sentences
from kbdesk.ui.connected.age_line import AgeLine
from kbdesk.ui.connected.first_copy import FirstCopy
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.look.look import Look
from kbdesk.ui.sync_line import BaseStatus, SyncLine

if TYPE_CHECKING:
    from kbdesk.ui.connected.acts import ConnectionActs
    from kbdesk.ui.connected.first_run_page import FirstRun
    from kbdesk.ui.connected.sync_page import SyncPage

FIRST_RUN, SYNC = "first run", "sync"
MINUTE = 60_000  # ms


class ConnectedScreens(QObject):
    """Makes them, and hands status and activity to whatever shows them."""

    screen_requested = Signal(str)  # a name of a screen
    menu_requested = Signal()
    language_requested = Signal(str)
    note_made = Signal(str)  # a sentence that the person should read
    trouble_met = Signal(object)  # Exception
    minute_passed = Signal()  # time alone makes a copy older
    told = Signal()  # how things stand at the server has become known anew

    def __init__(
        self,
        look: Look,
        acts: FirstActs,
        connection: "ConnectionActs | None",
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._look = look
        self._acts = acts
        self._connection = connection
        self._now = now
        self._status: BaseStatus | None = None
        self._tight = False
        self.line = SyncLine(look, now)
        self.strip = FirstCopy(look)
        self.age = AgeLine(look)
        self._minutes = QTimer(self)
        self._minutes.setInterval(MINUTE)
        self._minutes.timeout.connect(self.minute_passed)
        self.first_run: FirstRun | None = None
        self.page: SyncPage | None = None
        for part in (self.line, self.age):
            part.page_requested.connect(lambda: self.screen_requested.emit(SYNC))

    @property
    def home(self) -> str:
        """The screen that all ways lead back to."""
        bare = self._status is not None and not self._status.articles and self._status.sync.local
        offers = self._connection or self._acts.import_folder or self._acts.try_sample
        return FIRST_RUN if bare and offers else "search"

    @property
    def is_connected(self) -> bool:
        """True on a desk that belongs to somebody at a server."""
        return self._status is not None and not self._status.sync.local

    @property
    def is_known(self) -> bool:
        """True once it was told how things stand at all."""
        return self._status is not None

    @property
    def role(self) -> str:
        """What this person is at the server, "" while that is not known or there is none."""
        return self._status.sync.role if self._status is not None else ""

    def may_write(self) -> bool:
        """Return whether this person may bring articles in, as far as it is known here."""
        return not self.is_connected or (
            self._status is not None and self._status.sync.role in {"author", "admin"}
        )

    @property
    def is_level(self) -> bool:
        """True when nothing waits, nothing was refused and nothing is still to come."""
        return self._status is not None and self._status.sync.state == "level"

    @property
    def is_offline(self) -> bool:
        """True when there is a server and it was not reached at the last try."""
        return self._status is not None and self._status.sync.state == "offline"

    def make(self, name: str, look: Look, language: str) -> QWidget | None:
        """Make one of the screens; None for a desk that cannot be connected."""
        self._look = look
        if name == FIRST_RUN:
            return self._made_first_run(language)
        return self._made_page() if self._connection is not None else None

    def _made_first_run(self, language: str) -> "FirstRun":
        from kbdesk.ui.connected.first_run_page import FirstRun  # late: seen once in a desk's life

        self.first_run = made = FirstRun(self._look, self._acts, self._connection)
        made.speak(language)
        made.signed_in.connect(self._on_signed_in)
        made.help_requested.connect(lambda: self.screen_requested.emit("help"))
        made.language_requested.connect(self.language_requested.emit)
        return made

    def _made_page(self) -> "SyncPage":
        from kbdesk.ui.connected.sync_page import SyncPage  # late: rarely shown, never at first

        assert self._connection is not None
        self.page = made = SyncPage(self._look, self._connection, self._now)
        made.signed_in.connect(self._on_signed_in)
        made.trouble_met.connect(self.trouble_met.emit)
        made.menu_requested.connect(self.menu_requested.emit)
        if self._status is not None:
            made.show_facts(self._status.sync)
        return made

    def sync_now(self) -> None:
        """Try now."""
        if self._connection is not None:
            self._connection.sync_now()

    def speak(self, language: str) -> None:
        """Note which language the screens speak."""
        if self.first_run is not None:
            self.first_run.speak(language)

    def show_status(self, status: BaseStatus) -> None:
        """Tell what the base holds and how level it is."""
        before, self._status = self.home, status
        self.line.show_status(status)
        self.age.show_facts(status.sync)
        self._tell_tight(tight=status.tight)
        if not self._minutes.isActive():
            self._minutes.start()
        if self.page is not None:
            self.page.show_facts(status.sync)
        if self.home != before:
            self.screen_requested.emit(self.home)
        self.told.emit()

    def _tell_tight(self, *, tight: bool) -> None:
        """Tell once that the reserve is in use; it may be told again after it was whole."""
        if tight and not self._tight:
            self.note_made.emit(sentences.tight())
        self._tight = tight

    def show_activity(self, activity: Activity | None) -> None:
        """Tell what is under way, None when nothing is."""
        self.line.show_activity(activity)
        if self.page is not None:
            self.page.show_activity(activity)
        self.strip.show_activity(activity)

    def _on_signed_in(self, welcome: Welcome) -> None:
        if note := sentences.welcome(welcome):
            self.note_made.emit(note)
