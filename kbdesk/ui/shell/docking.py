"""Docked or full: two shapes of the one window, and which of them it comes back to.

Docked, it refuses the focus while a call rings and another window works: the call shows, and when
the softphone's own window closes upon the answer, no key meant for that one can land here. At any
other time it is a window like the others, to be reached by Alt+Tab. A press of the mouse in it, or
somebody who calls it forward, gives it the keys at once.
"""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kbdesk.settings import Settings
from kbdesk.ui.shell.beside import free_area, refuse_focus, stand_beside, stand_free
from kbdesk.ui.shell.places import Area, Edge, nearest_edge, other

CALLS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
LONGEST = 20_000  # ms that it holds back for: some softphones say that it rings, and no more


class Docking(QObject):
    """Docks the top-level window that `part` stands in."""

    changed = Signal(bool)  # whether it is docked now

    def __init__(self, part: QWidget, settings: Settings) -> None:
        super().__init__(part)
        self._part = part
        self._settings = settings
        self._ringing = QTimer(self, singleShot=True, interval=LONGEST)
        self._ringing.timeout.connect(self.release)

    @property
    def docked(self) -> bool:
        return self._settings.docked

    @property
    def _window(self) -> QWidget:
        return self._part.window()

    def begin(self) -> None:
        """Take over a window that is on screen; the frame has put it where it belongs."""
        if self.docked:
            self._watch()

    def toggle(self) -> None:
        """Dock the window, or give it back the size and place it had."""
        if self.docked:
            self.undock()
        else:
            self.dock()

    def dock(self) -> None:
        """Stand at the edge that is remembered, or at the nearer one the first time."""
        window = self._window
        box = window.frameGeometry()
        here = Area(box.x(), box.y(), box.width(), box.height())
        self._settings.window = keep(window)
        self._settings.docked = True
        self._settings.dock_edge = self._settings.dock_edge or nearest_edge(here, free_area(window))
        self._dress()
        self.changed.emit(True)

    def undock(self) -> None:
        """Be a plain window again, where it stood before."""
        self._settings.docked = False
        window = self._window
        stand_free(window)
        if self._settings.window:
            window.restoreGeometry(QByteArray.fromBase64(self._settings.window.encode()))
        else:
            free = free_area(window)
            wide, high = min(1280, free.width - 40), min(800, free.height - 60)
            left, top = free.middle - wide // 2, free.y + (free.height - high) // 2
            window.setGeometry(left, top, wide, high)
        self.changed.emit(False)

    def change_edge(self) -> None:
        """Go to the other edge of the screen."""
        self._settings.dock_edge = other(self._edge)
        if self.docked:
            self._dress()
            self.changed.emit(True)
        else:
            self.dock()

    @property
    def _edge(self) -> Edge:
        return "left" if self._settings.dock_edge == "left" else "right"

    def _dress(self) -> None:
        stand_beside(self._window, self._edge)
        self._watch()

    def hold_back(self) -> None:
        """Refuse the focus for as long as a call rings, unless the person works in it."""
        self._ringing.start()
        if self.docked and not self._window.isActiveWindow():
            refuse_focus(self._window, True)

    def release(self) -> None:
        """Be a window like the others again."""
        self._ringing.stop()
        if self.docked:
            refuse_focus(self._window, False)

    def show_quietly(self) -> None:
        """Come back on screen if it was hidden or minimised, without taking the focus."""
        window = self._window
        if self.docked and (window.isHidden() or window.isMinimized()):
            self.hold_back()
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.showNormal()
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def _watch(self) -> None:
        """Hear presses of the mouse anywhere in it, and that it lost the keys.

        The first comes through the window of the platform alone.
        """
        window = self._window
        window.installEventFilter(self)
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and watched is self._window:
            if self.docked and self._ringing.isActive():
                refuse_focus(self._window, True)
        elif self.docked and kind in CALLS and watched is self._window.windowHandle():
            self.take_keys()
        return False

    def take_keys(self) -> None:
        """Take the keys, because the person called for it."""
        window = self._window
        if self.docked and not window.isActiveWindow():
            refuse_focus(window, False)
            window.activateWindow()


def keep(window: QWidget) -> str:
    """Write a geometry down; Qt brings one on a screen that is gone back to one that is there."""
    return bytes(window.saveGeometry().toBase64().data()).decode()
