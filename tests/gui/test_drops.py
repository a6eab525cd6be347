"""A file dropped on the whole desk: it comes in, is found, and goes out again, from the screen too.

That of somebody who may only read is refused.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from tests.gui.test_undoing import drop_on
from tests.support.connected_desk import PATIENCE, connect, level, publish
from tests.support.keyboard import press
from tests.support.small_base import write_base
from tests.support.sync_server import serving

ARTICLE = """---
id: atelier/kayak
title: Louer un kayak pliable
space: facturation
lang: fr
---
> [!say]
> Je réserve votre kayak.

Le kayak pliable se loue à la journée.
"""


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    profile = Profile(tmp_path / "profile")
    with Workspace(profile) as workspace:
        import_base(workspace, write_base(tmp_path / "base"))
    settings = Settings(language="fr", theme="light")
    opened = Desk(Workspace(profile), settings, Application(settings))
    opened.show()
    qtbot.waitUntil(lambda: opened.level, timeout=PATIENCE)
    yield opened
    opened.close()


def found(desk: Desk, qtbot: QtBot, query: str) -> list[str]:
    desk.window.search.search_for(query)
    qtbot.waitUntil(lambda: desk.window.settled, timeout=PATIENCE)
    return [hit.id for hit in desk.window.search.searching.finder.answer.hits]


def test_a_dropped_file_is_found_and_goes_out_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "kayak.md"
    file.write_text(ARTICLE, "utf-8")
    drop_on(desk.window, file)
    qtbot.waitUntil(lambda: "kayak.md" in desk.window.notice.text, timeout=PATIENCE)
    assert found(desk, qtbot, "kayak pliable")[:1] == ["atelier/kayak"]

    side = desk.window.search.side
    qtbot.waitUntil(lambda: "kayak" in side.reader.page.toPlainText(), timeout=PATIENCE)
    desk.window.notice.act.click()
    qtbot.waitUntil(lambda: desk.workspace.articles.get("atelier/kayak") is None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "kayak" not in side.reader.page.toPlainText(), timeout=PATIENCE)


def test_a_changed_article_is_what_it_was_after_the_key_that_takes_it_back(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """The text on screen, in the store and in the search: new after the drop, old after Ctrl+Z."""
    articles = desk.workspace.articles
    assert found(desk, qtbot, "rembourser")
    old = articles.get(found(desk, qtbot, "rembourser")[0])
    assert old is not None
    folder = tmp_path / "mended"
    folder.mkdir()
    (folder / "kayak.md").write_text(ARTICLE, "utf-8")
    changed = ARTICLE.replace("atelier/kayak", old.id).replace("kayak pliable", "trampoline")
    (folder / "changed.md").write_text(changed, "utf-8")

    desk.window.search.read()
    reader = desk.window.search.side.reader
    qtbot.waitUntil(lambda: reader.reading is not None, timeout=PATIENCE)

    drop_on(desk.window, folder)
    qtbot.waitUntil(lambda: desk.window.undoing.stands, timeout=PATIENCE)
    assert "mended" in desk.window.notice.text
    assert articles.get(old.id) != old
    qtbot.waitUntil(lambda: "trampoline" in reader.page.toPlainText(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: found(desk, qtbot, "trampoline") == [old.id], timeout=PATIENCE)

    press(desk.window.search.list.field, "Ctrl+Z")
    qtbot.waitUntil(lambda: articles.get(old.id) == old, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "trampoline" not in reader.page.toPlainText(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: found(desk, qtbot, "trampoline") == [], timeout=PATIENCE)
    assert found(desk, qtbot, "rembourser")[:1] == [old.id]
    assert articles.get("atelier/kayak") is None


@pytest.fixture
def connected(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk of an agent, who reads the base of a real server and may write nowhere in it."""
    settings = Settings(language="fr", theme="light")
    with serving(tmp_path / "server") as server:
        publish(server, "geste", "Geste commercial", "Je vous fais un geste de dix euros.")
        opened = Desk(Workspace(Profile(tmp_path / "profile")), settings, Application(settings))
        opened.show()
        qtbot.waitUntil(lambda: opened.window.screen_shown == "first run", timeout=PATIENCE)
        connect(qtbot, opened, server.url)
        qtbot.waitUntil(lambda: opened.window.screen_shown == "search", timeout=PATIENCE)
        level(qtbot, opened)
        yield opened
        opened.close()


@pytest.mark.expects_log("Told the person")
def test_a_reader_of_a_real_server_is_told_so_and_nothing_comes_in_or_waits_to_be_sent(
    connected: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nobody forces the refusal: it follows from the rights that came with the copy."""
    before = connected.workspace.articles.count()
    file = tmp_path / "kayak.md"
    file.write_text(ARTICLE, "utf-8")
    drop_on(connected.window, file)
    qtbot.waitUntil(lambda: "auteur" in connected.window.notice.text, timeout=PATIENCE)
    assert not connected.window.drops.offered
    assert connected.workspace.articles.count() == before
    assert connected.workspace.outbox.count() == 0
    assert not connected.window.undoing.stands
    assert found(connected, qtbot, "kayak pliable") == []
