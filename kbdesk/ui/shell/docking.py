"""Docked or full: two shapes of the one window, and which of them it comes back to.

Docked, it refuses the focus while another window works: a call that comes in shows, and whoever
types in the softphone goes on typing. A press of the mouse in it, or somebody who calls it forward,
gives it the keys again.
"""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kbdesk.settings import Settings
from kbdesk.ui.shell.beside import free_area, refuse_focus, stand_beside, stand_free
from kbdesk.ui.shell.places import Area, Edge, nearest_edge, other

CALLS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class Docking(QObject):
    """Docks the top-level window that `part` stands in."""

    changed = Signal(bool)  # whether it is docked now

    def __init__(self, part: QWidget, settings: Settings) -> None:
        super().__init__(part)
        self._part = part
        self._settings = settings

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
            if not self._window.isActiveWindow():  # it lost the keys while it came up
                refuse_focus(self._window, True)

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

    def show_quietly(self) -> None:
        """Come back on screen if it was hidden or minimised, without taking the focus."""
        window = self._window
        if self.docked and (window.isHidden() or window.isMinimized()):
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            refuse_focus(window, True)
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
        if self.docked and kind == QEvent.Type.WindowDeactivate and watched is self._window:
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
