"""The one way home for results: a callable posted to the thread that owns the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Door(QObject):
    """Runs what other threads hand in, on its own thread, in the order handed in."""

    _handed_in = Signal(object)  # Callable[[], None]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._handed_in.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, action: Callable[[], None]) -> None:
        """Post `action`; safe from any thread, returns at once."""
        self._handed_in.emit(action)

    def close(self) -> None:
        """Drop what is still under way: the screen it was for is going."""
        self._open = False

    def _run(self, action: Callable[[], None]) -> None:
        if self._open:
            action()
