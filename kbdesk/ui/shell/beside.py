"""Dressing a window as a panel beside the others: no frame, above them, and after nobody's focus.

The frame of the program does it before it is first shown, when it was docked last time; the
docking does it at a key. A panel that refuses the focus gets no key by chance, when the window
before it closes, say; nor does the window manager offer it among the others meanwhile.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kbdesk.ui.shell.places import Area, Edge, beside

PANEL = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


def free_area(window: QWidget) -> Area:
    """Return what the screen of a window leaves free."""
    box = window.screen().availableGeometry()
    return Area(box.x(), box.y(), box.width(), box.height())


def stand_beside(window: QWidget, edge: Edge) -> None:
    """Make a window the panel at an edge of its screen."""
    place = beside(free_area(window), edge)
    _wear(window, PANEL)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(place.x, place.y, place.width, place.height)


def stand_free(window: QWidget) -> None:
    """Make it a plain window again."""
    _wear(window, Qt.WindowType.Window)


def _wear(window: QWidget, flags: Qt.WindowType) -> None:
    """Change what kind of window it is, where it stands.

    A widget's own way makes a new window: it flashes, and under X11 Qt misses who has the keys
    when the old one goes and the new one comes at once.
    """
    if window.internalWinId():
        window.overrideWindowFlags(flags)
        window.windowHandle().setFlags(flags)
    else:  # not on screen yet
        window.setWindowFlags(flags)


def refuse_focus(window: QWidget, refused: bool) -> None:
    """Take no focus from the window manager, or take it again; works on a window that is shown."""
    handle = window.windowHandle()
    if handle is not None:
        handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, refused)
