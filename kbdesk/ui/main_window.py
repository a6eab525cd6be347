"""The window: rail, screens, status line; it hands out looks, acts and troubles, and no more.

Nothing here waits: what reads or writes goes to a lane and comes home through the door. Screens
beyond search are made when they are first shown, so that the first thing on screen is a search
box that works.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.errors import Trouble
from kbdesk.settings import Settings
from kbdesk.ui import words
from kbdesk.ui.connected_screens import FIRST_RUN, SYNC, ConnectedScreens
from kbdesk.ui.controls.notice_line import NoticeLine
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.i18n import Translations
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now_flow import NowFlow, NowServices
from kbdesk.ui.now_place import NowPlace
from kbdesk.ui.rail import Rail
from kbdesk.ui.search_screen import SearchScreen
from kbdesk.ui.shell.docking import Docking, keep
from kbdesk.ui.shell.dressed_window import DressedWindow
from kbdesk.ui.shell.drops import Drops
from kbdesk.ui.shell.places_of_live import PLACES
from kbdesk.ui.sync_line import BaseStatus

if TYPE_CHECKING:
    from kbdesk.crash import Reports
    from kbdesk.services.connected.sync_facts import Activity
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.connected.acts import ConnectionActs

log = logging.getLogger(__name__)
HELP_SHELF, REPORT = "help", "report"


class MainWindow(DressedWindow):
    """One window of the desk."""

    external_link_requested = Signal(str)  # address, its scheme already allowed
    call_came = Signal(object)  # CallEvent: a telephone has said something
    changed = Signal(object)  # Changes, by something done in the window

    def __init__(
        self, knowledge: "Knowledge", settings: Settings, lanes: Lanes, clock: Clock,
        translations: Translations, acts: FirstActs = FirstActs(),
        connection: "ConnectionActs | None" = None, *, now: NowServices,
    ) -> None:  # fmt: skip
        from kbdesk.ui.shell.contact_side import ContactSide  # late: these know the window
        from kbdesk.ui.shell.deeds import Deeds  # late: as above
        from kbdesk.ui.shell.live_acts import LiveActs  # late: as above
        from kbdesk.ui.shell.live_screens import LiveScreens  # late: as above
        from kbdesk.ui.shell.undoing import Undoing  # late: as above
        from kbdesk.ui.shell.window_acts import bind, made_acts  # late: as above

        super().__init__(settings, translations)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._knowledge = knowledge
        self._lanes = lanes
        self.clock = clock
        self._one_column: bool | None = None
        self._rail = Rail(self.look)
        self.notice = NoticeLine(self.look)
        self.connected = ConnectedScreens(self.look, acts, connection, clock.now)
        self.status = self.connected.line
        self._stack = QStackedWidget()
        self.screens: dict[str, QWidget] = {}
        self.contact_in_hand: Contact | None = None
        self.now_panel = NowPanel(self.look)
        self.place = NowPlace(self._stack, self.now_panel, self.look, clock)
        self.now_flow = NowFlow(now, self.now_panel, lanes, clock)
        self.docking = Docking(self, settings)
        self.drops = Drops(self, self.connected.may_write)
        self.reports: Reports | None = None
        self.live = LiveScreens(self, lanes, clock)
        self.live_acts = LiveActs(self, lanes, clock)
        self.deeds = Deeds(self, knowledge, lanes)
        self._lay_out()
        self._connect()
        self._contact_side = ContactSide(self)
        self.call_came.connect(self.now_flow.take)
        self.undoing = Undoing(self, knowledge, lanes)
        self.search = self._made_search()
        self._contact_side.connect_guides()
        self.undoing.watch(self.search)
        self.search.searching.filters.restore(settings.space, settings.kind)
        self.search.searching.scope_chosen.connect(self._keep_scope)
        self.search.replies.use(settings.channel)
        self.search.replies.channel_chosen.connect(self._keep_channel)
        for width in settings.splitters.get("search", [])[:1]:
            self.search.panes.give_list(width)
        self.search.panes.list_widened.connect(self._keep_width)
        self.acts = made_acts(self)
        bind(self, self.acts)
        self.show_screen("search")
        self._restore()

    # set up

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._rail)
        panes.addWidget(self.place, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.connected.strip)
        column.addLayout(panes, 1)
        column.addWidget(self.connected.age)
        column.addWidget(self.status)
        self.setMinimumSize(360, 420)
        self.resize(1280, 800)
        self.setWindowTitle("kbdesk")

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_screen)
        self.connected.screen_requested.connect(self._on_screen_requested)
        self.connected.language_requested.connect(self.set_language)
        self.connected.menu_requested.connect(self.deeds.open_menu)
        self.connected.trouble_met.connect(self.tell)
        self.connected.note_made.connect(lambda note: self.notice.tell(note, trouble=False))
        self.language_changed.connect(self.connected.speak)
        self.show_offered()

    def _made_search(self, shelf: str = "") -> SearchScreen:
        made = SearchScreen(self._knowledge, self._lanes, self.look, self.clock, shelf=shelf)
        made.trouble_met.connect(self.tell)
        made.changed.connect(self.take_changes)
        made.external_link_requested.connect(self.external_link_requested.emit)
        made.menu_requested.connect(self.deeds.open_menu)
        made.sync_requested.connect(self.deeds.sync_to_read)
        made.acts.test_asked.connect(self.live_acts.test_yourself)
        self.connected.minute_passed.connect(made.look_again)
        self.screens[shelf or "search"] = made
        self._stack.addWidget(made)
        return made

    def _restore(self) -> None:
        if self._settings.window and not self._settings.docked:
            self.restoreGeometry(QByteArray.fromBase64(self._settings.window.encode()))

    def start(self) -> None:
        """Fetch what the window shows at rest; call it once the window is on screen."""
        self.search.start()
        self.now_flow.start()
        self.docking.begin()
        self.search.list.field.setFocus()
        if self._settings.screen not in {"search", "now"}:  # a contact comes up by itself
            self.live.restore(self._settings.screen)
            self.show_screen(self._settings.screen)

    # screens

    @property
    def settled(self) -> bool:
        """True when the screen shown shows what was last asked of it."""
        screen = self._stack.currentWidget()
        found = not isinstance(screen, SearchScreen) or screen.settled
        return found and self.deeds.settled and self.live.settled

    @property
    def screen_shown(self) -> str:
        return next(n for n, s in self.screens.items() if s is self._stack.currentWidget())

    def show_screen(self, name: str) -> None:
        """Show a screen, making it first if need be."""
        if name == "now":
            self.place.show_now()
            return
        self.place.show_screens()
        screen = self.screens.get(name) or self._make(name)
        if screen is None:
            return
        self._stack.setCurrentWidget(screen)
        self.mark_screen()
        self._rail.setVisible(name != FIRST_RUN and not self._one_column)
        self._fit(screen)
        if isinstance(screen, SearchScreen):
            screen.take_focus()
        elif name == SYNC and self.connected.page is not None:
            self.connected.page.begin()
        elif name == FIRST_RUN and self.connected.first_run is not None:
            self.connected.first_run.focus_doors()
        elif name == REPORT:
            screen.setFocus()
        elif name in PLACES:
            self.live.begin(name, alone=bool(self._one_column))
        self.live.screen_changed()

    def _make(self, name: str) -> QWidget | None:
        if name == HELP_SHELF:
            made = self._made_search(HELP_SHELF)
            made.start()
            return made
        screen = self._made(name)
        if screen is not None:
            self.screens[name] = screen
            self._stack.addWidget(screen)
        return screen

    def _made(self, name: str) -> QWidget | None:
        from kbdesk.ui.shell import rare_screens  # late: rarely shown, never at first

        if name == REPORT:
            return rare_screens.made_report(self)
        if name in PLACES:
            return self.live.make(name)
        if name not in {FIRST_RUN, SYNC}:
            return rare_screens.made_settings(self, self._settings)
        return self.connected.make(name, self.look, self._translations.language)

    def _on_screen_requested(self, name: str) -> None:
        """Follow where the base leads, but away from nothing that somebody has opened."""
        if name in {HELP_SHELF, SYNC} or self.screen_shown in {"search", FIRST_RUN}:
            self.show_screen(name)

    @property
    def shown_search(self) -> SearchScreen | None:
        """The screen shown, if it is one to search and read in."""
        screen = self._stack.currentWidget()
        return screen if isinstance(screen, SearchScreen) else None

    @property
    def _searches(self) -> list[SearchScreen]:
        return [screen for screen in self.screens.values() if isinstance(screen, SearchScreen)]

    def on_search(self, act: Callable[[SearchScreen], object]) -> None:
        """Do something on the search screen shown, if one is."""
        screen = self.shown_search
        if screen is not None:
            act(screen)

    def mark_screen(self) -> None:
        """Show in the rail which screen is seen."""
        self._rail.show_present("now" if self.place.is_alone else self.screen_shown)

    def mark_contact(self, contact: Contact | None) -> None:
        """Let the whole window know who is in hand."""
        self.contact_in_hand = contact
        self._rail.show_dot("now", contact is not None and contact.live)
        self.live.take_contact(contact)

    def put_above(self, *lines: QWidget) -> None:
        """Let lines stand above all else."""
        for at, line in enumerate(lines):
            self._column.insertWidget(at, line)

    def show_waiting(self, name: str, count: int) -> None:
        """Show in the rail how much waits on a screen."""
        self._rail.show_count(name, count)

    def show_offered(self) -> None:
        """Show in the rail the screens that this person has; leave one that is not theirs."""
        self._rail.show_only(self.live.offers)
        if self.screens and not self.live.offers(self.screen_shown):
            self.show_screen(self.connected.home)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def step_back(self) -> None:
        """Take one thing away or walk one step back."""
        if self.deeds.palette_shown:
            self.deeds.open_palette()
        elif self.notice.isVisible():
            self.notice.hide()
        elif not (self.live.step_back() or self._search_steps_back()):
            self.show_screen(self.connected.home)

    def _search_steps_back(self) -> bool:
        return self.shown_search is not None and self.shown_search.step_back()

    # facts

    def show_status(self, status: BaseStatus) -> None:
        """Tell what the base holds and what waits."""
        self.connected.show_status(status)

    def show_activity(self, activity: "Activity | None") -> None:
        """Tell what the connection is doing."""
        self.connected.show_activity(activity)

    def tell(self, error: Exception) -> None:
        """Tell a trouble as a line; the details go to the log."""
        log.warning("Told the person: %s", error, exc_info=error)
        self.notice.tell(words.trouble(error))
        if not isinstance(error, Trouble) and self.reports is not None:
            self.reports.note(error)

    def refresh(self, changes: Changes) -> None:
        """Draw again what was changed by someone else."""
        for screen in self._searches:
            screen.refresh(changes)
        self.live.refresh(changes)

    def take_news(self, changes: Changes) -> None:
        """Take in what came from the server, without moving anything under somebody's eyes.

        Where an article is on screen the list stays as it is: the next letter finds what is new.
        """
        for screen in self._searches:
            if screen.side.reads and changes.articles:
                screen.searching.filters.refresh()
                screen.refresh(Changes(recents=True))
            else:
                screen.refresh(changes)
            screen.look_again()
        self.live.refresh(changes)

    def take_changes(self, changes: Changes) -> None:
        """Draw again, and hand on, what was done in this window."""
        self.refresh(changes)
        self.changed.emit(changes)

    # shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        limit = self.look.tokens.sizes["one-column"] * (1 + (self.look.scale - 100) / 200)
        narrow = self.width() < limit
        if narrow != self._one_column:
            self._one_column = narrow
            self._rail.setVisible(not narrow and self.screen_shown != FIRST_RUN)
            for screen in self.screens.values():
                self._fit(screen)
            self.live.show_alone(narrow)

    def _fit(self, screen: QWidget) -> None:
        if isinstance(screen, SearchScreen | ScrollPage):
            screen.show_alone(bool(self._one_column))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.docking.docked:
            self._settings.window = keep(self.window())
        self._settings.screen = "now" if self.place.is_alone else self.screen_shown
        self._save()
        self.now_flow.stop()
        self.live.stop()
        for screen in self._searches:
            screen.stop()
        super().closeEvent(event)
