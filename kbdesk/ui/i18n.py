"""The words of the window in the person's language: Qt translations, English in the source.

English has a translation too, for its plurals alone. Qt's own catalogue comes along, for the words
of its menus.
"""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from kbdesk import paths

log = logging.getLogger(__name__)
LANGUAGES = {"fr": "Français", "en": "English"}
DEFAULT = "fr"


def resolve(choice: str) -> str:
    """Return the language that a setting means: "" follows the system, French when unknown."""
    if choice in LANGUAGES:
        return choice
    system = QLocale.system().name().split("_")[0]
    return system if system in LANGUAGES else DEFAULT


class Translations:
    """The translators in use; `use` swaps them and Qt tells every widget."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = ""

    def use(self, choice: str) -> None:
        """Speak the language of a setting from now on."""
        language = resolve(choice)
        if language == self.language:
            return
        for old in self._installed:
            self._app.removeTranslator(old)
        QLocale.setDefault(QLocale(language))
        self.language = language
        self._installed = [made for made in self._load(language) if made is not None]
        for new in self._installed:
            self._app.installTranslator(new)

    def _load(self, language: str) -> list[QTranslator | None]:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(paths.resources() / "i18n")
        return [self._one(f"qtbase_{language}", qt), self._one(f"kbdesk_{language}", ours)]

    def _one(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self._app)
        if translator.load(name, folder):
            return translator
        if name.startswith("kbdesk"):
            log.warning("The translation %s could not be loaded from %s.", name, folder)
        return None
