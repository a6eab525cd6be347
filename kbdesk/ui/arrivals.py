"""What comes through the door of the instance, shown: a call in the panel, a link in the window.

A call never takes the focus: whoever types goes on typing. Only a person's own act, a link they
followed or a second start, brings the window to the front.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kbdesk.core.calls import CallEvent, Link
from kbdesk.ui.instance import Instance
from kbdesk.ui.main_window import MainWindow
from kbdesk.work import Deliver

if TYPE_CHECKING:
    from kbdesk.services.contact.baresip import Baresip

log = logging.getLogger(__name__)


class Arrivals:
    """Joins the instance, the window and the frame it stands in."""

    def __init__(self, window: MainWindow, frame: QWidget) -> None:
        self._window = window
        self._frame = frame
        self._softphone: Baresip | None = None

    def attend(self, instance: Instance) -> None:
        """Show what comes, and first what came while there was no window."""
        instance.call_came.connect(self._take_call)
        instance.link_came.connect(self._follow)
        instance.raise_wanted.connect(self._come_forward)
        instance.attend()

    def hear(self, address: str, deliver: Deliver) -> None:
        """Listen to a softphone that tells of its calls by itself; "" for none."""
        if not address:
            return
        from kbdesk.services.contact import baresip  # late: few have it

        where = baresip.read_address(address)
        if where is None:
            log.warning("The setting baresip is no host:port: %s", address)
            return
        self._softphone = baresip.Baresip(
            where, lambda event: deliver(lambda: self._take_call(event))
        )

    def close(self) -> None:
        """Stop listening to the softphone."""
        if self._softphone is not None:
            self._softphone.close()

    def _take_call(self, event: CallEvent) -> None:
        self._window.call_came.emit(event)

    def _follow(self, link: Link) -> None:
        window = self._window
        window.show_screen("search")
        if link.article:
            window.search.open_article(link.article)
        else:
            window.search.search_for(link.search)

    def _come_forward(self) -> None:
        frame = self._frame
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        frame.show()
        frame.raise_()
        self._window.docking.take_keys()
        frame.activateWindow()
