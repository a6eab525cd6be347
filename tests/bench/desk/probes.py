"""What watches a window from inside its process: first paint, stalls of the GUI thread, memory."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

TICK = 5  # milliseconds between two signs of life of the GUI thread


class PaintProbe(QObject):
    """Calls back after each time a widget was painted, while it is armed."""

    def __init__(self, widget: QWidget, painted: Callable[[], None], *, armed: bool = True) -> None:
        super().__init__(widget)
        self.armed = armed
        self._painted = painted
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if self.armed and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._painted)  # the filter hears of it just before it happens
        return False


class StallProbe:
    """Ticks every 5 ms in the GUI thread and keeps how much later than that each tick came."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt  # late: the namespace costs a window 25 ms that needs none

        self.stalls: list[float] = []  # milliseconds
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0

    def start(self) -> None:
        self.stalls = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> list[float]:
        self._timer.stop()
        return self.stalls

    def _tick(self) -> None:
        now = time.perf_counter()
        self.stalls.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._last = now


def memory() -> dict[str, float]:
    """Return what Linux says of this process, in MB; empty elsewhere.

    `anonymous` is what only ending the process gives back; `rss` counts the pages of shared
    libraries and of the mapped index too, which the system takes back whenever it likes.
    """
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.is_file():
        return {}
    told = dict(line.split(":") for line in rollup.read_text("ascii").splitlines()[1:])
    kilobytes = {name: int(value.split()[0]) for name, value in told.items()}
    private = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {
        "rss": kilobytes["Rss"] / 1024,
        "pss": kilobytes["Pss"] / 1024,
        "private": private / 1024,
        "anonymous": kilobytes["Anonymous"] / 1024,
    }
