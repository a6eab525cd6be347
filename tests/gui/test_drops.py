"""A file dropped on the whole desk: it comes in, is found, and goes out; a reader's is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from kbdesk.errors import NotAllowed
from kbdesk.paths import Profile
from kbdesk.services import bringing
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from tests.gui.test_undoing import drop_on
from tests.support.small_base import write_base

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
    qtbot.waitUntil(lambda: opened.level, timeout=20_000)
    yield opened
    opened.close()


def found(desk: Desk, qtbot: QtBot, query: str) -> list[str]:
    desk.window.search.search_for(query)
    qtbot.waitUntil(lambda: desk.window.settled, timeout=10_000)
    return [hit.id for hit in desk.window.search.finder.answer.hits]


def test_a_dropped_file_is_found_and_goes_out_again(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "kayak.md"
    file.write_text(ARTICLE, "utf-8")
    drop_on(desk.window, file)
    qtbot.waitUntil(lambda: "kayak.md" in desk.window.notice.text, timeout=20_000)
    assert found(desk, qtbot, "kayak pliable")[:1] == ["atelier/kayak"]

    assert found(desk, qtbot, "rembourser")
    desk.window.notice.act.click()
    qtbot.waitUntil(lambda: desk.workspace.articles.get("atelier/kayak") is None, timeout=20_000)


@pytest.mark.expects_log("Told the person")
def test_who_may_not_write_is_told_so_and_nothing_comes_in(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> object:
        raise NotAllowed("Only an author may write.")

    monkeypatch.setattr(bringing, "bring_in", refuse)
    before = desk.workspace.articles.count()
    file = tmp_path / "kayak.md"
    file.write_text(ARTICLE, "utf-8")
    drop_on(desk.window, file)
    qtbot.waitUntil(lambda: "auteur" in desk.window.notice.text, timeout=20_000)
    assert desk.workspace.articles.count() == before
