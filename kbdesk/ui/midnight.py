"""Tells when the day has become another: dated rules change at midnight while they are on screen.

One timer to the next midnight, and none between. A machine that slept through it, or whose clock
was set, learns of it when the person comes back to the window.
"""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kbdesk.clock import Clock
from kbdesk.core.days import until_midnight
from kbdesk.services.reading.calendar import moment


class Midnight(QObject):
    """Knows which day is shown, and says when that is over."""

    struck = Signal()  # it is another day than before

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock.today()
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be minutes late
        self._timer.timeout.connect(self.look)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        self._arm()

    @property
    def wait(self) -> int:
        """Return the milliseconds until it looks again."""
        return self._timer.interval()

    def look(self) -> None:
        """Look at the day, and wait for the next midnight."""
        today = self._clock.today()
        self._arm()
        if today != self._day:
            self._day = today
            self.struck.emit()

    def stop(self) -> None:
        self._timer.stop()

    def _arm(self) -> None:
        # A little after, since a timer may fire a little before.
        self._timer.start(int(until_midnight(moment(self._clock)).total_seconds() * 1000) + 50)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()
