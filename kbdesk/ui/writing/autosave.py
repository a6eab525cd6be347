"""Keeps what is typed: at most two seconds after the first key that is not kept yet.

The timer runs from the first key and is not put off by further ones; a save that fails is tried
again as long as there is something to keep.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kbdesk.core.drafts import AUTOSAVE

SPARE = 500  # ms left of it for the write itself
AFTER = int(AUTOSAVE.total_seconds() * 1000) - SPARE

Keep = Callable[[str, int], Any]  # text and caret; on the writer's lane
Run = Callable[[Callable[[], Any], Callable[[Any], object], Callable[[Exception], object]], None]


class Autosave(QObject):
    """Watches one text."""

    kept = Signal(object)  # datetime
    failed = Signal(object)  # Exception

    def __init__(self, read: Callable[[], tuple[str, int]], run: Run) -> None:
        super().__init__()
        self._read, self._run = read, run
        self._keep: Keep | None = None
        self._last: tuple[str, int] = ("", 0)
        self.timer = QTimer(self, singleShot=True, interval=AFTER)
        self.timer.timeout.connect(self.flush)

    def begin(self, keep: Keep, text: str, caret: int) -> None:
        """Watch another text, which is kept as it is."""
        self.timer.stop()
        self._keep, self._last = keep, (text, caret)

    def end(self) -> None:
        """Watch nothing any more."""
        self.timer.stop()
        self._keep = None

    @property
    def behind(self) -> bool:
        """True while something was typed that is not kept yet."""
        return self._keep is not None and self._read()[0] != self._last[0]

    def touch(self) -> None:
        """Something was typed."""
        if self._keep is not None and not self.timer.isActive():
            self.timer.start()

    def flush(self) -> None:
        """Keep it now, where there is something to keep; the caret alone is kept too."""
        self.timer.stop()
        now = self._read()
        if self._keep is None or now == self._last:
            return
        keep, before = self._keep, self._last
        self._last = now

        def done(_result: object) -> None:
            self.kept.emit(datetime.now().astimezone())

        def not_done(error: Exception) -> None:
            self._last = before
            self.failed.emit(error)
            self.touch()

        self._run(lambda: keep(*now), done, not_done)
