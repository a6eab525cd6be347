"""Keeps the announcement that is written: at most two seconds after the first key not kept yet.

The timer runs from the first key and is not put off by further ones. A save that fails is tried
again at the next key, and when the form is left.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kbdesk.core.drafts import AUTOSAVE
from kbdesk.ui.announcements.typed import Typed

AFTER = int(AUTOSAVE.total_seconds() * 1000) - 500  # ms; the rest is for the write itself


class Keeping(QObject):
    """Watches one form. `write` keeps what it is given, and tells when it could not."""

    def __init__(
        self, read: Callable[[], Typed], write: Callable[[Typed, Callable[[], None]], None]
    ) -> None:
        super().__init__()
        self._read, self._write = read, write
        self._last: Typed | None = None
        self.timer = QTimer(self, singleShot=True, interval=AFTER)
        self.timer.timeout.connect(self.flush)

    def begin(self) -> None:
        """Watch: what stands there is kept, or need not be."""
        self.timer.stop()
        self._last = self._read()

    def end(self) -> None:
        """Watch nothing any more."""
        self.timer.stop()
        self._last = None

    @property
    def behind(self) -> bool:
        """True while something stands there that is not kept."""
        return self._last is not None and self._read() != self._last

    def touch(self) -> None:
        """Something was typed."""
        if self._last is not None and not self.timer.isActive():
            self.timer.start()

    def flush(self) -> None:
        """Keep it now, where there is something to keep."""
        self.timer.stop()
        now, before = self._read(), self._last
        if before is None or now == before:
            return
        self._last = now

        def failed() -> None:
            if self._last is now:
                self._last = before

        self._write(now, failed)
