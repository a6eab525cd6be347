"""A whole loop by keys alone over a real server: suggested by an agent, decided, answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.steer.screen import SteerScreen
from kbdesk.ui.writing.review import ReviewQueue
from kbdesk.ui.writing.rows import Row
from kbdesk.ui.writing.screen import ContributionsScreen
from tests.support.connected_desk import PATIENCE, connect, find, focused, level, publish
from tests.support.keyboard import press, type_text
from tests.support.sync_server import SyncServer, serving

BODY = (
    "Je vous fais un geste de dix euros.\n\n## Conditions\n\nUne fois par an.\n\n## Accord\n\nSans"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with serving(tmp_path / "server") as running:
        publish(running, "geste", "Geste commercial", f"{BODY} superviseur.")
        yield running


def opened(folder: Path) -> Desk:
    settings = Settings(language="fr", theme="light")
    desk = Desk(Workspace(Profile(folder)), settings, Application(settings))
    desk.show()
    return desk


@pytest.fixture
def desks(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[tuple[Desk, Desk]]:
    """The desks of an agent and of an author, at their first run."""
    found = opened(tmp_path / "ana"), opened(tmp_path / "auteur")
    qtbot.waitUntil(
        lambda: {desk.window.screen_shown for desk in found} == {"first run"}, timeout=PATIENCE
    )
    yield found
    for desk in found:
        desk.close()


def front(qtbot: QtBot, desk: Desk) -> None:
    """Give the keys to a window."""
    desk.window.window().activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE)


def signed_in(qtbot: QtBot, desk: Desk, server: SyncServer, person: str) -> None:
    front(qtbot, desk)
    page = desk.window.connected.first_run
    assert page is not None
    page.focus_doors()
    connect(qtbot, desk, server.url, person)
    level(qtbot, desk)
    qtbot.waitUntil(lambda: find(qtbot, desk, "geste") == ["geste"], timeout=PATIENCE)


def test_an_agent_suggests_an_author_takes_a_part_and_the_agent_reads_why(
    desks: tuple[Desk, Desk], server: SyncServer, qtbot: QtBot
) -> None:
    """Ctrl+E, words, Ctrl+Enter; then a digit, R and a word, A; then Ctrl+5: not a click in it."""
    agent, author = desks
    signed_in(qtbot, agent, server, "ana")
    signed_in(qtbot, author, server, "auteur")

    front(qtbot, agent)
    agent.window.search.read()
    qtbot.waitUntil(lambda: agent.window.live_acts.here is not None, timeout=PATIENCE)
    press(focused(), "Ctrl+E")
    qtbot.waitUntil(lambda: "contributions" in agent.window.screens, timeout=PATIENCE)
    screen = agent.window.screens["contributions"]
    assert isinstance(screen, ContributionsScreen)
    qtbot.waitUntil(lambda: screen.writes and screen.settled, timeout=PATIENCE)
    text = screen.editor.text
    assert focused() is text
    _replace(text, "dix euros", "quinze euros")
    _replace(text, "Une fois par an", "Deux fois par an")
    screen.editor.foot.why.edit.setFocus()
    type_text(focused(), "Nouveau barème")
    press(focused(), "Ctrl+Return")
    qtbot.waitUntil(lambda: not screen.writes and screen.settled, timeout=PATIENCE)
    (row, *_) = screen.queue.list.rows_model.rows
    assert isinstance(row, Row)
    assert row.mark in {
        "À envoyer", "En relecture", "To be sent", "Being reviewed",
    }  # fmt: skip

    front(qtbot, author)
    press(focused(), "Ctrl+6")
    qtbot.waitUntil(lambda: "steer" in author.window.screens, timeout=PATIENCE)
    steer = author.window.screens["steer"]
    assert isinstance(steer, SteerScreen)
    steer.show_section("review")
    queue = steer.part("review")
    assert isinstance(queue, ReviewQueue)
    qtbot.waitUntil(lambda: len(queue.queue.list.ids) == 1 and queue.settled, timeout=PATIENCE)
    qtbot.waitUntil(lambda: queue.review.view is not None, timeout=PATIENCE)
    assert len(queue.review.changes.rows) == 2
    press(focused(), "2")
    press(focused(), "R")
    type_text(focused(), "La fréquence reste")
    press(focused(), "Return")
    press(focused(), "A")
    qtbot.waitUntil(lambda: not queue.queue.list.ids, timeout=PATIENCE)

    def published() -> str:
        found = agent.workspace.entities.one("article", "geste")
        return found.body if found else ""

    qtbot.waitUntil(lambda: "quinze euros" in published(), timeout=PATIENCE)
    assert "Une fois par an" in published()

    front(qtbot, agent)
    press(focused(), "Ctrl+5")
    mine = agent.workspace.live.contributions
    qtbot.waitUntil(lambda: bool(mine.mine().suggestions[0].decided_at), timeout=PATIENCE)
    screen.begin()
    qtbot.waitUntil(lambda: "La fréquence reste" in _said(screen), timeout=PATIENCE)


def _replace(text: object, old: str, new: str) -> None:
    """Select words with the editor's own cursor and type others."""
    from kbdesk.ui.writing.text_edit import TextEdit

    assert isinstance(text, TextEdit)
    cursor = text.document().find(old)
    assert not cursor.isNull()
    text.setTextCursor(cursor)
    type_text(text, new)


def _said(screen: ContributionsScreen) -> str:
    shown = screen.mine_pane.said.findChildren(type(screen.mine_pane.title))
    return " ".join(part.accessibleName() for part in shown)
