"""Tells when an article appears or goes by the clock: at that minute, whatever the network does.

One timer to the next such moment, at most an hour ahead; whoever knows of a new moment says so. A
machine that slept through one learns of it when it is asked again, a minute later at most.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kbdesk.clock import Clock
from kbdesk.services.reading.calendar import moment

LONGEST = timedelta(hours=1)  # a timer of weeks would not fit, and clocks are set
LATE = 50  # ms after it, since a timer may fire a little before


class Turns(QObject):
    """Waits for the next moment at which something appears or goes."""

    turned = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._next: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    @property
    def wait(self) -> int:
        """Return the milliseconds until it looks again, -1 when nothing will turn."""
        return self._timer.interval() if self._timer.isActive() else -1

    def expect(self, turn: datetime | None) -> None:
        """Take the next moment, as the base knows it now; one that has passed has turned."""
        passed = self._next is not None and self._next <= moment(self._clock)
        self._next = turn
        self._arm()
        if passed:
            self.turned.emit()

    def stop(self) -> None:
        self._timer.stop()

    def _arm(self) -> None:
        self._timer.stop()
        if self._next is not None:
            left = min(self._next - moment(self._clock), LONGEST)
            self._timer.start(max(int(left.total_seconds() * 1000), 0) + LATE)

    def _look(self) -> None:
        if self._next is None or self._next > moment(self._clock):
            self._arm()
            return
        self._next = None  # whoever hears of it finds out what comes after
        self.turned.emit()
