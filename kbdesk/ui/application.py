"""Qt for the whole program: its look, its language, and its two doors to the outside."""

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import kbdesk
import kbdesk.ui.binding  # noqa: F401  # first: no module of ours after it is read twice
from kbdesk import paths
from kbdesk.errors import Trouble
from kbdesk.settings import Settings
from kbdesk.ui.i18n import Translations
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import FONTS, Look, load_fonts
from kbdesk.ui.no_window import told_plainly

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class Application:
    """The one QApplication of the process, dressed before any window is made.

    A `sparing` one has what the first frame needs and no more; `complete()` adds the rest.
    """

    def __init__(self, settings: Settings, *, sparing: bool = False) -> None:
        self.has_screen = _has_screen()
        if not self.has_screen:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else _dressed_in_fusion()
        self.qt.setApplicationName("kbdesk")
        self.qt.setApplicationVersion(kbdesk.__version__)
        load_fonts(FONTS[:1])
        self.translations = Translations(self.qt)
        self.translations.use(settings.language)
        theme.ask_system_frame(settings.theme)
        self._settings = settings
        self.look = Look.of(theme.guess(settings.theme), settings.text_scale)
        theme.wear(self.qt, self.look)
        if not sparing:
            self.complete()

    def complete(self) -> None:
        """Add what the first frame does without: the other weights, the icon, the exact theme."""
        from kbdesk.ui.hearing import reveal  # late: it needs the namespace Qt (see theme.guess)

        load_fonts(FONTS[1:])
        self.qt.setWindowIcon(_window_icon())
        self.qt.focusChanged.connect(reveal)
        exact = Look.of(theme.resolve(self._settings.theme), self._settings.text_scale)
        if exact != self.look:
            self.look = exact
            theme.wear(self.qt, exact)

    def wait(self) -> int:
        """Run until the last window is closed, or until the terminal asks to stop."""
        signal.signal(signal.SIGINT, lambda _signal, _frame: self.qt.quit())
        heartbeat = QTimer()  # Python sees a signal only when Qt lets it run
        heartbeat.start(500)
        heartbeat.timeout.connect(lambda: None)
        return self.qt.exec()

    @staticmethod
    def dismiss(window: QWidget) -> None:
        """Close a window and delete it now, its timers with it: nothing of it acts afterwards."""
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)

    @staticmethod
    def open_outside(address: str) -> None:
        """Hand an address to the system's own program; any other scheme is ignored."""
        from PySide6.QtCore import QUrl  # late: no part of the start
        from PySide6.QtGui import QDesktopServices  # late: as above

        url = QUrl(address)
        if url.scheme().lower() in OUTSIDE:
            QDesktopServices.openUrl(url)

    @staticmethod
    def tell_and_leave(trouble: Trouble) -> None:
        """Say why there will be no window: the one dialog there is, since there is no line yet."""
        from PySide6.QtWidgets import QMessageBox  # late: hardly ever seen

        from kbdesk.ui import words  # late: as above

        box = QMessageBox(QMessageBox.Icon.Warning, "kbdesk", words.trouble(trouble))
        box.setDetailedText(str(trouble))
        box.exec()


def _dressed_in_fusion() -> QApplication:
    """Make Qt, its style as an argument: setStyle() returns a QStyle, 566 numbers to PySide."""
    with told_plainly():
        return QApplication([*sys.argv[:1], "-style", "fusion"])


def _window_icon() -> "QIcon":
    """Offer the sizes that desktops ask for; the drawing they come from would load QtSvg."""
    from PySide6.QtGui import QIcon  # late: 4 ms of names that the first frame does not need

    icon = QIcon()
    for file in sorted((paths.resources() / "icons").glob("kbdesk-*.png")):
        icon.addFile(str(file))
    return icon


def _has_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(platform and platform != "offscreen") or (
        not platform and any(os.environ.get(name) for name in DISPLAYS)
    )
