"""Qt for the whole program: its look, its language, and its two doors to the outside."""

import os
import signal
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QWidget

import kbdesk
from kbdesk import paths
from kbdesk.errors import Trouble
from kbdesk.settings import Settings
from kbdesk.ui import binding
from kbdesk.ui.i18n import Translations
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import Look, load_fonts

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


class Application:
    """The one QApplication of the process, dressed before any window is made."""

    def __init__(self, settings: Settings) -> None:
        binding.stop_reading_sources()
        self.has_screen = _has_screen()
        if not self.has_screen:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else _dressed_in_fusion()
        self.qt.setApplicationName("kbdesk")
        self.qt.setApplicationVersion(kbdesk.__version__)
        self.qt.setWindowIcon(_window_icon())
        load_fonts()
        self.translations = Translations(self.qt)
        self.translations.use(settings.language)
        theme.ask_system_frame(settings.theme)
        self.look = Look.of(theme.resolve(settings.theme), settings.text_scale)
        theme.wear(self.qt, self.look)

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
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def _window_icon() -> QIcon:
    """Offer the sizes that desktops ask for; the drawing they come from would load QtSvg."""
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
