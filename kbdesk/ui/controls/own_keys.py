"""Keys that a widget answers itself, before any shortcut of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def claimed(event: QEvent, owns: Callable[[QKeyEvent], bool]) -> bool:
    """Claim a key that is the widget's own, as Qt asks before it looks for a shortcut.

    For the first line of a widget's `event`: what was claimed comes back as a key press.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if owns(event):
        event.accept()
        return True
    return False
