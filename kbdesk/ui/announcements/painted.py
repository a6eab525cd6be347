"""Whether what was painted could be seen: a receipt that says "shown" must be true."""

from PySide6.QtWidgets import QWidget


def really_shown(part: QWidget) -> bool:
    """Return whether a part stands on a screen: its window is there, and not put away."""
    window = part.window()
    handle = window.windowHandle()
    there = bool(handle) and handle.isExposed()
    return there and part.isVisible() and not window.isMinimized() and not part.size().isEmpty()
