"""A window that wears what its settings say, and hands on each change to be kept."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.settings import Settings
from kbdesk.ui.i18n import Translations
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import Look, dress

if TYPE_CHECKING:
    from kbdesk.ui.shell.tray import Tray

SAVE_AFTER = 500  # ms without a further change


class DressedWindow(QWidget):
    """Theme, text size, language, and what else a person sets."""

    language_changed = Signal(str)  # "fr" or "en"
    settings_changed = Signal(object)  # Settings, a copy to keep
    settings_shown = Signal(object)  # Settings, as they are in use now

    def __init__(self, settings: Settings, translations: Translations) -> None:
        super().__init__()
        self._settings = settings
        self._translations = translations
        self.look = Look.of(theme.resolve(settings.theme), settings.text_scale)
        self.tray: Tray | None = None
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._saving.timeout.connect(self._save)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self.take_look())

    @property
    def language(self) -> str:
        return self._translations.language

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
        self.language_changed.emit(self._translations.language)
        self._after_setting()

    def set_close_to_tray(self, hides: bool) -> None:
        self._settings.close_to_tray = hides
        if self.tray is not None:
            self.tray.hide_on_close(hides)
        self._after_setting()

    def _after_setting(self) -> None:
        self.take_look()
        self.settings_shown.emit(self._settings)
        self._saving.start()

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

    def _shape(self) -> None:
        """Share out the room anew; the window says how."""

    def _keep_scope(self, space: str, kind: str) -> None:
        self._settings.space, self._settings.kind = space, kind
        self._saving.start()

    def _keep_channel(self, channel: str) -> None:
        self._settings.channel = channel
        self._saving.start()

    def _keep_width(self, width: int) -> None:
        self._settings.splitters = self._settings.splitters | {"search": [width]}
        self._saving.start()

    def _save(self) -> None:
        self.settings_changed.emit(dataclasses.replace(self._settings))
