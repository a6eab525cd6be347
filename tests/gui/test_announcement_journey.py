"""The whole loop of an announcement in real windows: written, seen, confirmed, understood, counted.

A supervisor and an agent, each at a desk of their own, over a real server; everything by keys.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.core.announcements import State
from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.connected.front_door import HttpDoor
from kbdesk.services.connected.session import Session
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.announcements.screen import AnnouncementsScreen
from kbdesk.ui.application import Application
from tests.support.connected_desk import PATIENCE, publish
from tests.support.keyboard import type_text
from tests.support.sync_server import PASSWORD, SyncServer, serving
from tests.support.waiting import wait_until

Opened = Callable[[str, str], Desk]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    """A server with one article; `prepare` gives it a supervisor and an agent."""
    with serving(tmp_path_factory.mktemp("office") / "server") as running:
        publish(running, "geste", "Geste commercial", "Je vous offre quinze euros.")
        yield running


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication, server: SyncServer) -> Iterator[Opened]:
    """Open desks that are signed in; all are closed again."""
    desks: list[Desk] = []

    def open_one(person: str, language: str) -> Desk:
        workspace = Workspace(Profile(tmp_path / person))
        Session(workspace, HttpDoor()).sign_in(server.url, person, PASSWORD, device=f"pc-{person}")
        settings = Settings(language=language, theme="light")
        desk = Desk(workspace, settings, Application(settings))
        desks.append(desk)
        desk.show()
        return desk

    yield open_one
    for desk in desks:
        desk.close()


def screen_of(desk: Desk) -> AnnouncementsScreen:
    found = desk.window.screens["announcements"]
    assert isinstance(found, AnnouncementsScreen)
    return found


def to_announcements(qtbot: QtBot, desk: Desk) -> AnnouncementsScreen:
    """Go to the screen by its key; the brief of the shift is put away."""
    qtbot.waitUntil(lambda: desk.window.live.offers("announcements"), timeout=PATIENCE)
    strike(desk, "Ctrl+3")
    screen = screen_of(desk)
    qtbot.waitUntil(lambda: screen.settled, timeout=PATIENCE)
    if screen.brief.is_shown:
        strike(desk, "Esc", screen)
        qtbot.waitUntil(lambda: screen.settled and screen.at_rest, timeout=PATIENCE)
    return screen


def strike(desk: Desk, key: str, where: QWidget | None = None) -> None:
    """Strike a key as the platform would, so that the keys of the window answer too."""
    desk.window.activateWindow()
    wait_until(desk.window.isActiveWindow, "the window to be the active one", PATIENCE)
    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]  # its stub forgets this
    target = where or desk.window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.long)])
def test_from_the_first_letter_to_the_last_receipt_by_keys_alone(
    opened: Opened, qtbot: QtBot, language: str
) -> None:
    """D01 to D07: written with a question, a strip for the agent, F7, a wrong and a right answer;
    the board counts each step and nothing but that step. In English with the long tests.
    """
    chef, ana = opened("chef", language), opened("ana", language)
    announce(qtbot, chef)
    notices = wait_for_strip(qtbot, ana)
    sent = chef.workspace.live.board.sent()[0]
    counted(qtbot, chef, sent.id, State.SHOWN)
    strike(ana, "F7")
    qtbot.waitUntil(lambda: notices.strip.notice is None, timeout=PATIENCE)
    counted(qtbot, chef, sent.id, State.ACKNOWLEDGED)
    answer(qtbot, ana)
    counted(qtbot, chef, sent.id, State.UNDERSTOOD)
    see_board(qtbot, chef)


def announce(qtbot: QtBot, chef: Desk) -> None:
    """Write something critical to one person, with a question, and send it."""
    screen = to_announcements(qtbot, chef)
    qtbot.waitUntil(lambda: bool(chef.workspace.live.announcing.colleagues()), timeout=PATIENCE)
    qtbot.waitUntil(screen.inbox.write.isVisible, timeout=PATIENCE)
    strike(chef, "N", screen)
    form = screen.steering.form
    assert form is not None
    qtbot.waitUntil(
        lambda: screen.settled and form.audience.chip.can_choose("all"), timeout=PATIENCE
    )
    type_text(form.title.edit, "Plafond porté à 15 €")
    type_text(form.body.edit, "Sans accord.")
    QTest.keyClick(form.level._segments["critical"], Qt.Key.Key_Space)
    form.audience.chip.choose("person")
    form.audience.chip.chosen.emit("person")
    type_text(form.audience.person.edit, "ana")
    QTest.keyClick(form.question.add, Qt.Key.Key_Space)
    type_text(form.question.asked.edit, "Quel plafond ?")
    type_text(form.question.right.edit, "15 €")
    type_text(form.question.others[0].edit, "10 €")
    qtbot.waitUntil(lambda: screen.settled, timeout=PATIENCE)
    assert "1" in form.send.text()
    strike(chef, "Ctrl+Return", form.title.edit)
    qtbot.waitUntil(lambda: screen.inbox.tabs.key == "sent", timeout=PATIENCE)


def wait_for_strip(qtbot: QtBot, ana: Desk):  # type: ignore[no-untyped-def]  # a part of the window
    qtbot.waitUntil(lambda: ana.window.live.notices is not None, timeout=PATIENCE)
    notices = ana.window.live.notices
    assert notices is not None
    qtbot.waitUntil(lambda: notices.strip.notice is not None, timeout=PATIENCE)
    assert not notices.strip.visibleRegion().isEmpty()
    return notices


def counted(qtbot: QtBot, chef: Desk, id_: str, state: State) -> None:
    """Wait until the board of the supervisor says that one person is so far, and no further."""
    board = chef.workspace.live.board
    qtbot.waitUntil(lambda: board.board(id_).counts[state] == 1, timeout=PATIENCE)


def answer(qtbot: QtBot, ana: Desk) -> None:
    """Answer wrongly, read why, and then rightly."""
    screen = to_announcements(qtbot, ana)
    check = screen.side.page.check
    qtbot.waitUntil(lambda: check.asks, timeout=PATIENCE)
    texts = [row.accessibleName() for row in check.answers.rows]
    strike(ana, str(texts.index("10 €") + 1), screen.inbox.list)
    qtbot.waitUntil(check.verdict.isVisible, timeout=PATIENCE)
    assert check.asks
    strike(ana, str(texts.index("15 €") + 1), screen.inbox.list)
    qtbot.waitUntil(lambda: not check.asks, timeout=PATIENCE)


def see_board(qtbot: QtBot, chef: Desk) -> None:
    """Open the board with Enter; names by N, back by Esc."""
    screen = screen_of(chef)
    qtbot.waitUntil(lambda: bool(screen.inbox.list.ids) and screen.settled, timeout=PATIENCE)
    strike(chef, "Return", screen.inbox.list)
    qtbot.waitUntil(lambda: screen.steering.board is not None and screen.settled, timeout=PATIENCE)
    board = screen.steering.board
    assert board is not None
    assert "1" in board.column.finding.text()
    strike(chef, "N", board)
    assert board.names.isVisible()
    strike(chef, "Esc", board)
    assert not board.names.isVisible()
    strike(chef, "Esc", board)
    assert screen.at_rest
