"""A desk and a real server: a right that goes while its article is read, a copy that locks."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.clock import FixedClock
from kbdesk.core.lease import Level
from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.absent import Why
from kbdesk.ui.application import Application
from tests.support.connected_desk import PATIENCE, connect, find, level, publish
from tests.support.sync_server import SyncServer, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    """A server with one article, whose rights each test may change."""
    with serving(tmp_path / "server") as running:
        publish(running, "geste", "Geste commercial", "Je vous fais un geste de dix euros.")
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime.now(UTC))


@pytest.fixture
def desk(
    tmp_path: Path, server: SyncServer, clock: FixedClock, qapp: QApplication, qtbot: QtBot
) -> Iterator[Desk]:
    """A desk that has the article of the server on screen."""
    settings = Settings(language="fr", theme="light")
    workspace = Workspace(Profile(tmp_path / "profile"), clock)
    opened = Desk(workspace, settings, Application(settings))
    opened.show()
    qtbot.waitUntil(lambda: opened.window.screen_shown == "first run", timeout=PATIENCE)
    connect(qtbot, opened, server.url)
    qtbot.waitUntil(lambda: opened.window.screen_shown == "search", timeout=PATIENCE)
    level(qtbot, opened)
    qtbot.waitUntil(lambda: find(qtbot, opened, "geste") == ["geste"], timeout=PATIENCE)
    opened.window.search.read()
    qtbot.waitUntil(lambda: opened.window.search.side.reads, timeout=PATIENCE)
    yield opened
    opened.close()


def test_an_article_leaves_the_screen_with_the_right_to_it(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    """Nobody presses anything: the live stream ends, the pass drops the space, the text goes."""
    screen = desk.window.search
    server.run("space", "revoke", "base", "everyone")
    qtbot.waitUntil(lambda: screen.side.absent is Why.GONE, timeout=PATIENCE)
    assert not screen.side.reads
    assert screen.side.reader.page.toPlainText() == ""
    assert screen.flow.places == frozenset()
    assert screen.list.results.ids == frozenset()
    assert find(qtbot, desk, "geste") == []
    assert desk.workspace.knowledge.recents() == ()


def test_a_copy_that_locks_comes_back_with_one_sync(
    desk: Desk, server: SyncServer, clock: FixedClock, qtbot: QtBot
) -> None:
    screen = desk.window.search
    server.run("policy", "--lease-days", "7")
    desk.connection.sync_now()
    qtbot.waitUntil(lambda: _asked(desk) == 7, timeout=PATIENCE)
    port = int(server.url.rpartition(":")[2])
    server.stop()
    clock.pass_(timedelta(days=8))
    desk.window.connected.minute_passed.emit()
    qtbot.waitUntil(lambda: screen.side.absent is Why.LOCKED, timeout=PATIENCE)
    qtbot.waitUntil(lambda: desk.window.connected.age.tone == "critical", timeout=PATIENCE)
    assert screen.list.results.ids == frozenset()
    server.start(port)
    screen.sync_requested.emit()
    assert desk.window.screen_shown == "sync"
    qtbot.waitUntil(lambda: screen.side.reads, timeout=PATIENCE)
    assert desk.workspace.leases.lease().level is Level.FRESH
    qtbot.waitUntil(lambda: screen.list.results.ids == {"geste"}, timeout=PATIENCE)


def _asked(desk: Desk) -> int:
    return desk.workspace.leases._now()[1].lease_days
