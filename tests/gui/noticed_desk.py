"""A window that is told to belong to somebody at a server, and what is done in it."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kbdesk.core.announcements import State
from kbdesk.core.calls import read_event
from kbdesk.core.changes import Changes
from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui.announcements.screen import AnnouncementsScreen
from kbdesk.ui.shell.notices_side import NoticesSide
from kbdesk.ui.sync_line import BaseStatus
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow

CALL = {"call": "c1", "from": "0639980001", "queue": "facturation"}


def connect(desk: DeskWindow, role: str) -> None:
    facts = SyncFacts("level", person="ana", role=role, last_success=MOMENT)
    desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
    desk.settle()
    desk.workspace.live.since.put_away()
    notices(desk).look()
    desk.settle()


def notices(desk: DeskWindow) -> NoticesSide:
    found = desk.window.live.notices
    assert found is not None
    return found


def shown(desk: DeskWindow) -> AnnouncementsScreen:
    """Go to the screen by its key."""
    QTest.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    screen = desk.window.screens["announcements"]
    assert isinstance(screen, AnnouncementsScreen)
    return screen


def come(desk: DeskWindow, id_: str, level: str = "critical", **more: object) -> None:
    """Let a notice come from the server."""
    server = signed_in.Server(desk.workspace, MOMENT)
    server.announce(id_, level, f"Title of {id_}", timedelta(minutes=5), **more)
    desk.window.take_news(Changes(notices=True))
    desk.settle()


def call(desk: DeskWindow, state: str) -> None:
    desk.window.call_came.emit(read_event(CALL | {"state": state}))
    desk.wait(lambda: desk.window.now_flow.settled, "the contact")
    desk.settle()


def state_of(desk: DeskWindow, id_: str) -> State:
    found = desk.workspace.live.informing.notice(id_)
    assert found is not None
    return found.state


def key(desk: DeskWindow, which: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, which)
    desk.settle()
