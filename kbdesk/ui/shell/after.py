"""What watches over a desk once it is on screen: reports of what went wrong, and the tray.

None of it is needed to answer a call, so none of it is loaded before the search works.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kbdesk.crash import Reports
from kbdesk.settings import Settings
from kbdesk.ui.main_window import REPORT, MainWindow

LATER = 1500  # ms: asking the system for its tray may take a while


class After(QObject):
    """Joins reports and tray to the window."""

    _written = Signal()  # a report, on whatever thread it happened

    def __init__(
        self, window: MainWindow, reports: Reports, settings: Settings, last_end: Path | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reports = reports
        self._settings = settings
        self._last_end = last_end
        window.reports = reports
        self._written.connect(self._tell_now, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Begin to listen; tell of a hard end last time."""
        from kbdesk.ui.shell import qt_messages  # late: as the whole of this

        qt_messages.listen(self._reports)
        self._reports.told = self.tell_soon
        if self._last_end is not None:
            self._tell(self.tr("kbdesk ended unexpectedly last time. What you wrote is safe."))
        QTimer.singleShot(LATER, self, self._make_tray)

    def end(self) -> None:
        """Listen no more."""
        from kbdesk.ui.shell import qt_messages  # late: as above

        self._reports.told = lambda _file: None
        qt_messages.stop()

    def tell_soon(self, _file: Path) -> None:
        """Tell of a report that was written, from whatever thread."""
        self._written.emit()

    def _tell_now(self) -> None:
        if self._window.screen_shown != REPORT:
            self._tell(self.tr("Something did not go as it should. What you wrote is safe."))

    def _tell(self, sentence: str) -> None:
        notice = self._window.notice
        notice.tell(sentence, trouble=False)
        notice.offer(self.tr("See the report"), lambda: self._window.show_screen(REPORT))

    def _make_tray(self) -> None:
        from kbdesk.ui.shell.tray import Tray, there_is_a_place  # late: as the whole of this

        if not there_is_a_place():
            return
        window = self._window
        tray = window.tray = Tray(window, window.deeds.come_forward)
        tray.hide_on_close(self._settings.close_to_tray)
        window.language_changed.connect(lambda _language: self._say_tray())
        window.status.said.connect(tray.tell)
        tray.tell(window.status.spoken)
        self._say_tray()
        if (page := window.screens.get("settings")) is not None:
            page.offer_tray(True)  # type: ignore[attr-defined]

    def _say_tray(self) -> None:
        tray, window = self._window.tray, self._window
        if tray is not None:
            tray.clear()
            tray.offer(self.tr("Open kbdesk"), window.deeds.come_forward)
            tray.offer(self.tr("Dock, or back to full size"), window.docking.toggle)
            tray.offer(self.tr("Quit"), window.deeds.quit)
