"""The icon among those of the system, where there is a place for it; all of it is elsewhere too.

Closing the window hides it only when that is set and the icon is there to bring it back; otherwise
closing ends the program, as ever.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget


class Tray(QObject):
    """One icon: a press raises the window, its menu docks or quits."""

    def __init__(self, part: QWidget, raised: Callable[[], object]) -> None:
        super().__init__(part)
        self._part = part
        self._raised = raised
        self._leaving = False
        self._hides = False
        self._menu = QMenu()
        self.icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_pressed)
        part.window().installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(lambda _manager: self.leave())
        self.icon.show()

    def offer(self, name: str, does: Callable[[], object]) -> None:
        """Add a line to its menu."""
        self._menu.addAction(name).triggered.connect(lambda _on=False: does())

    def clear(self) -> None:
        """Take all lines out, to be said anew."""
        self._menu.clear()

    def tell(self, state: str) -> None:
        """Show how the desk stands."""
        self.icon.setToolTip(f"kbdesk: {state}" if state else "kbdesk")

    def hide_on_close(self, hides: bool) -> None:
        """Let the window hide when it is closed, or end the program."""
        self._hides = hides

    def leave(self) -> None:
        """Let the next close be the end."""
        self._leaving = True

    @property
    def keeps(self) -> bool:
        """True while closing the window would only hide it."""
        return self._hides and not self._leaving and self.icon.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QCloseEvent) and self.keeps and watched is self._part.window():
            event.ignore()
            self._part.window().hide()
            return True
        return False

    def _on_pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self._raised()


def there_is_a_place() -> bool:
    """Return whether the system shows such icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()
