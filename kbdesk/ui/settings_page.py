"""Settings: a few choices, each at work as soon as it is made, and the way to the server's page."""

from PySide6.QtCore import QEvent, Signal

from kbdesk.settings import Settings
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.choice_row import ChoiceRow
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.i18n import LANGUAGES
from kbdesk.ui.labels import label
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

CLOSING = ("quit", "hide")
OFFERED = ("80", "100", "125", "150", "200")


class SettingsPage(ScrollPage):
    """Language, theme and text size."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    sync_requested = Signal()
    tray_chosen = Signal(bool)  # closing the window only hides it

    def __init__(self, settings: Settings, look: Look) -> None:
        super().__init__(look)
        self._title = label("title")
        self._language = ChoiceRow(("system", *LANGUAGES), look)
        self._theme = ChoiceRow(theme.CHOICES, look)
        self._size = ChoiceRow(OFFERED, look)
        self._closing = ChoiceRow(CLOSING, look)
        self._server, self._about_server = label("strong"), label("caption", wraps=True)
        self.sync = ActButton(look, shortcut=SHORTCUTS["sync"])
        self._keys = label("caption", wraps=True)
        self._lay_out()
        self.show_settings(settings)
        self._language.chosen.connect(self._on_language)
        self._theme.chosen.connect(self.theme_chosen.emit)
        self._size.chosen.connect(lambda size: self.text_size_chosen.emit(int(size)))
        self._closing.chosen.connect(lambda key: self.tray_chosen.emit(key == "hide"))
        self.sync.clicked.connect(self.sync_requested.emit)
        self._say()

    def _lay_out(self) -> None:
        column = self._column
        column.addWidget(self._title)
        column.addSpacing(24)
        for row in (self._language, self._theme, self._size, self._closing):
            column.addWidget(row)
            row.setContentsMargins(0, 0, 0, 28)
        column.addWidget(self._server)
        column.addSpacing(2)
        column.addWidget(self._about_server)
        column.addSpacing(8)
        column.addWidget(self.sync)
        column.addSpacing(28)
        column.addWidget(self._keys)
        column.addStretch(1)
        self._shape()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set now."""
        self._language.choose(settings.language or "system")
        self._theme.choose(settings.theme)
        self._size.choose(str(settings.text_scale))
        self._closing.choose("hide" if settings.close_to_tray else "quit")

    def offer_tray(self, offered: bool) -> None:
        """Offer to hide the window, where an icon can bring it back."""
        self._closing.setVisible(offered)

    def _on_language(self, key: str) -> None:
        self.language_chosen.emit("" if key == "system" else key)

    def _say(self) -> None:
        system = self.tr("Like the computer")
        self._title.setText(self.tr("Settings"))
        self._language.say(self.tr("Language"), "", {"system": system, **LANGUAGES})
        self._theme.say(
            self.tr("Theme"),
            "",
            {"system": system, "light": self.tr("Light"), "dark": self.tr("Dark")},
        )
        sizes = {size: self.tr("%1 %").replace("%1", size) for size in OFFERED}
        self._size.say(self.tr("Text size"), self.tr("Also with Ctrl + and Ctrl −."), sizes)
        self._closing.say(
            self.tr("Closing the window"),
            self.tr("The icon beside the clock brings it back. Quitting is always Ctrl+Q."),
            {"quit": self.tr("Ends kbdesk"), "hide": self.tr("Hides it")},
        )
        self._server.setText(self.tr("Server of the team"))
        self._about_server.setText(self.tr("Sign in, sign out, and what waits to be sent."))
        self.sync.setText(self.tr("Synchronisation"))
        self.sync.updateGeometry()
        self._keys.setText(self.tr("Kept on this computer, for you alone."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
