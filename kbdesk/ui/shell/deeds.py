"""What the acts of the window do where that is more than one call: ways, copies, menu, palette."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kbdesk.ui.connected_screens import SYNC
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import TEXT_SIZES

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.shell.palette_flow import PaletteFlow

HELP = "help"


class Deeds:
    """The hands of one window."""

    def __init__(self, window: "MainWindow", knowledge: "Knowledge", lanes: Lanes) -> None:
        self._window = window
        self._knowledge = knowledge
        self._lanes = lanes
        self._palette: PaletteFlow | None = None

    # ways

    def to_search(self) -> None:
        """Bring the caret to the search field; from there, open the palette."""
        window = self._window
        screen = window.shown_search
        if self.palette_shown or (screen is not None and screen.list.field.hasFocus()):
            self.open_palette()
            return
        if screen is None:
            self.show_home()
        window.place.show_screens()
        window.on_search(lambda shown: shown.focus_search())

    def to_sync(self) -> None:
        """Open the sync page; there, the same key syncs."""
        if self._window.screen_shown == SYNC:
            self._window.connected.sync_now()
        else:
            self._window.show_screen(SYNC)

    def sync_to_read(self) -> None:
        """Try to unlock; the page says how it goes, and signs in who is out."""
        self._window.show_screen(SYNC)
        self._window.connected.sync_now()

    def show_home(self) -> None:
        """Show the screen that all ways lead back to."""
        self._window.show_screen(self._window.connected.home)

    def toggle_now(self) -> None:
        """Show the contact in hand, or go back to where one was."""
        self._window.place.toggle()

    def toggle_help(self) -> None:
        """Show the help; from there, go home."""
        here = self._window.screen_shown
        self._window.show_screen(self._window.connected.home if here == HELP else HELP)

    def open_help(self, page: str) -> None:
        """Show one page of the manual."""
        self._window.show_screen(HELP)
        self._window.on_search(lambda screen: screen.open_article(page))

    def open_found(self, article_id: str, typed: str) -> None:
        """Open an article that the palette found."""
        self._window.show_screen("search")
        self._window.search.open_article(article_id)

    def search_in(self, space: str) -> None:
        """Limit the search to one shelf."""
        self._window.show_screen("search")
        search = self._window.search
        search.list.spaces.choose(space)
        search.searching.filters.chosen.emit()

    # what is on screen

    @property
    def reads(self) -> bool:
        """True while an article is open on the screen shown."""
        screen = self._window.shown_search
        return screen is not None and screen.side.reads

    def title_here(self) -> str:
        """Return the title of the article on screen."""
        screen = self._window.shown_search
        reading = screen.side.reader.reading if screen is not None and screen.side.reads else None
        return reading.article.title if reading is not None else ""

    def copy_reply(self) -> None:
        """Copy what to say: of the card on screen, else of the article or its guide."""
        if self._window.place.is_alone:
            self._window.now_flow.cards.copy_first()
        else:
            self._window.on_search(lambda screen: screen.copy_reply())

    def copy_text(self, article_id: str) -> None:
        """Copy a whole article as plain text."""
        self._lanes.render.run(
            lambda: self._knowledge.plain_text(article_id),
            QGuiApplication.clipboard().setText,
            self._window.tell,
        )

    def report_not_found(self) -> None:
        """Say that an answer is missing: in the wrap-up where one is open, else in the search."""
        screen = self._window.shown_search
        typed = screen is not None and bool(screen.list.field.text().strip())
        if typed or not self._window.now_flow.ask_missing():
            self._window.on_search(lambda shown: shown.report_not_found())

    # the window

    def swap_theme(self) -> None:
        """Wear the other theme."""
        self._window.set_theme("light" if self._window.look.tokens.dark else "dark")

    def step_text(self, by: int) -> None:
        """Go one step along the sizes of text."""
        here = self._window.look.scale
        near = min(range(len(TEXT_SIZES)), key=lambda i: abs(TEXT_SIZES[i] - here))
        self._window.set_text_size(TEXT_SIZES[min(max(near + by, 0), len(TEXT_SIZES) - 1)])

    def swap_language(self) -> None:
        """Speak the other language."""
        self._window.set_language("en" if self._window.language == "fr" else "fr")

    @property
    def has_reports(self) -> bool:
        reports = self._window.reports
        return reports is not None and reports.newest() is not None

    def come_forward(self) -> None:
        """Come to the front, because somebody asked for it."""
        window = self._window.window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        self._window.docking.take_keys()
        window.activateWindow()

    def quit(self) -> None:
        """End the program, whatever closing the window means."""
        if self._window.tray is not None:
            self._window.tray.leave()
        self._window.window().close()

    def open_menu(self) -> None:
        """Open what stands for the rail in one column."""
        from kbdesk.ui.shell.menu import open_menu  # late: only a narrow window asks for it

        open_menu(self._window)

    # the palette

    @property
    def palette_shown(self) -> bool:
        return self._palette is not None and self._palette.palette.isVisible()

    @property
    def settled(self) -> bool:
        """True when the palette shows what was last asked of it."""
        return self._palette is None or self._palette.settled

    @property
    def palette(self) -> "PaletteFlow":
        """The palette, made when it is first asked for."""
        if self._palette is None:
            self._palette = self._made_palette()
        return self._palette

    def open_palette(self) -> None:
        """Open it, or close it again."""
        self.palette.open_up()

    def _made_palette(self) -> "PaletteFlow":
        from kbdesk.ui.shell.palette_flow import PaletteFlow  # late: at its first key

        window = self._window
        made = PaletteFlow(
            window, window.look, window.acts, self._knowledge, self._lanes,
            title_of=window.search.searching.filters.title_of, here=self.title_here,
            today=window.clock.today,
        )  # fmt: skip
        made.article_wanted.connect(self.open_found)
        made.page_wanted.connect(self.open_help)
        made.space_wanted.connect(self.search_in)
        made.trouble_met.connect(window.tell)
        return made
