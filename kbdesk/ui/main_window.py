"""The window: rail, screens, status line; it hands out looks, keys and troubles, and no more.

Nothing here waits: what reads or writes goes to a lane and comes home through the door. Screens
beyond search are made when they are first shown, so that the first thing on screen is a search
box that works.
"""

import dataclasses
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.settings import Settings
from kbdesk.ui import words
from kbdesk.ui.connected_screens import FIRST_RUN, SYNC, ConnectedScreens
from kbdesk.ui.controls.notice_line import NoticeLine
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.i18n import Translations
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import TEXT_SIZES, Look, dress
from kbdesk.ui.rail import SCREENS, Rail
from kbdesk.ui.search_screen import SearchScreen
from kbdesk.ui.shortcuts import SHORTCUTS
from kbdesk.ui.sync_line import BaseStatus

if TYPE_CHECKING:
    from kbdesk.services.knowledge import Knowledge
    from kbdesk.services.sync_facts import Activity
    from kbdesk.ui.connected.acts import ConnectionActs

log = logging.getLogger(__name__)
HELP_SHELF = "help"
SAVE_AFTER = 500  # ms without a further change


class MainWindow(QWidget):
    """One window of the desk."""

    external_link_requested = Signal(str)  # address, its scheme already allowed
    language_changed = Signal(str)  # "fr" or "en"
    settings_changed = Signal(object)  # Settings, a copy to keep
    settings_shown = Signal(object)  # Settings, as they are in use now
    changed = Signal(object)  # Changes, by something done in the window

    def __init__(
        self, knowledge: "Knowledge", settings: Settings, lanes: Lanes, clock: Clock,
        translations: Translations, acts: FirstActs = FirstActs(),
        connection: "ConnectionActs | None" = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._knowledge = knowledge
        self._settings = settings
        self._lanes = lanes
        self._clock = clock
        self._translations = translations
        self._one_column: bool | None = None
        self.look = Look.of(theme.resolve(settings.theme), settings.text_scale)
        self._rail = Rail(self.look)
        self.notice = NoticeLine(self.look)
        self.connected = ConnectedScreens(self.look, acts, connection, clock.now)
        self.status = self.connected.line
        self._stack = QStackedWidget()
        self.screens: dict[str, QWidget] = {}
        self._saving = QTimer(self)
        self._lay_out()
        self._connect()
        self.search = self._made_search()
        self.search.filters.restore(settings.space, settings.kind)
        self.search.scope_chosen.connect(self._keep_scope)
        for width in settings.splitters.get("search", [])[:1]:
            self.search.panes.give_list(width)
        self.search.panes.list_widened.connect(self._keep_width)
        self.show_screen("search")
        self._restore()

    # set up

    def _lay_out(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._rail)
        panes.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.connected.strip)
        column.addLayout(panes, 1)
        column.addWidget(self.status)
        self.setMinimumSize(360, 420)
        self.resize(1280, 800)
        self.setWindowTitle("kbdesk")

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_screen)
        self.connected.screen_requested.connect(self._on_screen_requested)
        self.connected.language_requested.connect(self.set_language)
        self.connected.trouble_met.connect(self.tell)
        self.connected.note_made.connect(lambda note: self.notice.tell(note, trouble=False))
        self._saving.setSingleShot(True)
        self._saving.timeout.connect(self._save)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.take_look())
        acts: dict[str, Callable[[], object]] = {
            "search": self._to_search,
            "show_search": lambda: self.show_screen(self.connected.home),
            "help": self._toggle_help,
            "settings": lambda: self.show_screen("settings"),
            "sync": self._to_sync,
            "not_found": lambda: self._here(SearchScreen.report_not_found),
            "why": lambda: self._here(SearchScreen.explain),
            "favourite": lambda: self._here(SearchScreen.toggle_favourite),
            "history_back": lambda: self._here(SearchScreen.go_back),
            "history_forward": lambda: self._here(SearchScreen.go_forward),
            "find_in_article": lambda: self._here(lambda s: s.side.reader.find()),
            "outline": lambda: self._here(lambda s: s.side.reader.show_outline()),
            "copy_reply": lambda: self._here(lambda s: s.side.reader.copy_reply()),
            "filter_space": lambda: self._here(lambda s: s.list.spaces.open_menu()),
            "filter_kind": lambda: self._here(lambda s: s.list.kinds.open_menu()),
            "text_larger": lambda: self._step_text(1),
            "text_smaller": lambda: self._step_text(-1),
            "text_normal": lambda: self.set_text_size(100),
            "quit": lambda: self.window().close(),
        }
        for name, act in acts.items():
            QShortcut(QKeySequence(SHORTCUTS[name]), self).activated.connect(act)
        # The key beside Return, and + without Shift, mean the same.
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(acts["text_larger"])

    def _made_search(self, shelf: str = "") -> SearchScreen:
        made = SearchScreen(self._knowledge, self._lanes, self.look, self._clock, shelf=shelf)
        made.trouble_met.connect(self.tell)
        made.changed.connect(self._on_changed)
        made.external_link_requested.connect(self.external_link_requested.emit)
        made.menu_requested.connect(self._open_menu)
        self.screens[shelf or "search"] = made
        self._stack.addWidget(made)
        return made

    def _made_settings(self) -> QWidget:
        from kbdesk.ui.settings_page import SettingsPage  # late: rarely shown, never at first

        made = SettingsPage(self._settings, self.look)
        made.language_chosen.connect(self.set_language)
        made.theme_chosen.connect(self.set_theme)
        made.text_size_chosen.connect(self.set_text_size)
        made.sync_requested.connect(lambda: self.show_screen(SYNC))
        self.settings_shown.connect(made.show_settings)
        self.screens["settings"] = made
        self._stack.addWidget(made)
        return made

    def _restore(self) -> None:
        if self._settings.window:
            self.restoreGeometry(QByteArray.fromBase64(self._settings.window.encode()))

    def start(self) -> None:
        """Fetch what the window shows at rest; call it once the window is on screen."""
        self.search.start()
        self.search.list.field.setFocus()

    # screens

    @property
    def settled(self) -> bool:
        """True when the screen shown shows what was last asked of it."""
        screen = self._stack.currentWidget()
        return not isinstance(screen, SearchScreen) or screen.settled

    @property
    def screen_shown(self) -> str:
        return next(n for n, s in self.screens.items() if s is self._stack.currentWidget())

    def show_screen(self, name: str) -> None:
        """Show a screen, making it first if need be."""
        screen = self.screens.get(name) or self._make(name)
        if screen is None:
            return
        self._stack.setCurrentWidget(screen)
        self._rail.show_present(name)
        self._rail.setVisible(name != FIRST_RUN and not self._one_column)
        if isinstance(screen, SearchScreen):
            screen.show_alone(bool(self._one_column))
            screen.list.field.setFocus()
        elif name == SYNC and self.connected.page is not None:
            self.connected.page.begin()
        elif name == FIRST_RUN and self.connected.first_run is not None:
            self.connected.first_run.focus_doors()

    def _make(self, name: str) -> QWidget | None:
        if name == HELP_SHELF:
            made = self._made_search(HELP_SHELF)
            made.start()
            return made
        if name not in {FIRST_RUN, SYNC}:
            return self._made_settings()
        screen = self.connected.make(name, self.look, self._translations.language)
        if screen is not None:
            self.screens[name] = screen
            self._stack.addWidget(screen)
        return screen

    def _on_screen_requested(self, name: str) -> None:
        """Follow where the base leads, but away from nothing that somebody has opened."""
        if name in {HELP_SHELF, SYNC} or self.screen_shown in {"search", FIRST_RUN}:
            self.show_screen(name)

    def _to_search(self) -> None:
        screen = self._stack.currentWidget()
        if not isinstance(screen, SearchScreen):
            self.show_screen(self.connected.home)
            screen = self._stack.currentWidget()
        if isinstance(screen, SearchScreen):
            screen.focus_search()

    def _to_sync(self) -> None:
        """Open the sync page; there, the same key syncs."""
        if self.screen_shown == SYNC:
            self.connected.sync_now()
        else:
            self.show_screen(SYNC)

    def _toggle_help(self) -> None:
        self.show_screen(self.connected.home if self.screen_shown == HELP_SHELF else HELP_SHELF)

    def _here(self, act: Callable[[SearchScreen], object]) -> None:
        screen = self._stack.currentWidget()
        if isinstance(screen, SearchScreen):
            act(screen)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for name in (*SCREENS, SYNC):
            action = menu.addAction(self._rail.screen_name(name))
            action.triggered.connect(lambda _on, name=name: self.show_screen(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(12, self.look.size("bar") - 8)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def step_back(self) -> None:
        """Take one thing away or walk one step back."""
        screen = self._stack.currentWidget()
        if self.notice.isVisible():
            self.notice.hide()
        elif not (isinstance(screen, SearchScreen) and screen.step_back()):
            self.show_screen(self.connected.home)

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

    def refresh(self, changes: Changes) -> None:
        """Draw again what was changed by someone else."""
        for screen in self.screens.values():
            if isinstance(screen, SearchScreen):
                screen.refresh(changes)

    def take_news(self, changes: Changes) -> None:
        """Take in what came from the server, without moving anything under somebody's eyes.

        Where an article is on screen the list stays as it is: the next letter finds what is new.
        """
        for screen in self.screens.values():
            if isinstance(screen, SearchScreen):
                if screen.side.reads and changes.articles:
                    screen.filters.refresh()
                    screen.refresh(Changes(recents=True))
                else:
                    screen.refresh(changes)

    def _on_changed(self, changes: Changes) -> None:
        self.refresh(changes)
        self.changed.emit(changes)

    # look and language

    def set_theme(self, choice: str) -> None:
        self._settings.theme = choice
        theme.ask_system_frame(choice)
        self._after_setting()

    def set_text_size(self, percent: int) -> None:
        self._settings.text_scale = percent
        self._after_setting()

    def set_language(self, choice: str) -> None:
        self._settings.language = choice
        self._translations.use(choice)
        self.connected.speak(self._translations.language)
        self.language_changed.emit(self._translations.language)
        self._after_setting()

    def _step_text(self, by: int) -> None:
        near = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - self.look.scale))
        self.set_text_size(TEXT_SIZES[min(max(near + by, 0), len(TEXT_SIZES) - 1)])

    def _after_setting(self) -> None:
        self.take_look()
        self.settings_shown.emit(self._settings)
        self._saving.start(SAVE_AFTER)

    def take_look(self) -> None:
        """Wear the theme and text size that are set."""
        look = Look.of(theme.resolve(self._settings.theme), self._settings.text_scale)
        if look != self.look:
            self.look = look
            app = QApplication.instance()
            if isinstance(app, QApplication):
                theme.wear(app, look)
            dress(self, look)
            self._shape()

    def _keep_scope(self, space: str, kind: str) -> None:
        self._settings.space, self._settings.kind = space, kind
        self._saving.start(SAVE_AFTER)

    def _keep_width(self, width: int) -> None:
        self._settings.splitters = self._settings.splitters | {"search": [width]}
        self._saving.start(SAVE_AFTER)

    def _save(self) -> None:
        self.settings_changed.emit(dataclasses.replace(self._settings))

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
                if isinstance(screen, SearchScreen):
                    screen.show_alone(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.window = bytes(self.window().saveGeometry().toBase64().data()).decode()
        self._save()
        for screen in self.screens.values():
            if isinstance(screen, SearchScreen):
                screen.stop()
        super().closeEvent(event)
