"""An open window at the minute at which an article appears and another one goes (B01)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.core.versions import Comparison, Version
from kbdesk.core.word_diff import compare
from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import doubts
from kbdesk.ui.reader.versions import VersionsView
from tests.support.small_base import write_base

TEXT = "---\ntitle: {title}\n{field}\nverified: 2026-11-01\n---\n\nLe vermicelle.\n"


@pytest.fixture
def soon() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=6)


@pytest.fixture
def desk(tmp_path: Path, soon: datetime, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk whose base changes by itself in some seconds."""
    files = {
        "vient.md": TEXT.format(title="Elle vient", field=f"publish_at: {soon.isoformat()}"),
        "part.md": TEXT.format(title="Elle part", field=f"expire_at: {soon.isoformat()}"),
        "brouillon.md": TEXT.format(title="Brouillon", field="status: draft"),
        "archive.md": TEXT.format(title="Archive", field="status: archived"),
    }
    made = Profile(tmp_path / "profile")
    with Workspace(made) as workspace:
        import_base(workspace, write_base(tmp_path / "base", files))
        workspace.catch_up()
    settings = Settings(language="en", theme="light")
    opened = Desk(Workspace(made), settings, Application(settings))
    opened.show()
    qtbot.waitUntil(lambda: opened.level, timeout=60_000)
    yield opened
    opened.close()


def shown(desk: Desk) -> list[str]:
    return [hit.id for hit in desk.window.search.searching.finder.answer.hits]


def test_the_list_on_screen_turns_by_itself(desk: Desk, soon: datetime, qtbot: QtBot) -> None:
    """Nobody touches a key: what was found leaves, and what was not there yet is found."""
    desk.window.search.search_for("vermicelle")
    qtbot.waitUntil(lambda: desk.window.search.settled, timeout=60_000)
    if datetime.now(UTC) < soon:
        assert shown(desk) == ["part"]
    qtbot.waitUntil(lambda: shown(desk) == ["vient"], timeout=60_000)
    assert datetime.now(UTC) >= soon


def test_an_article_that_does_not_stand_says_so_above_its_text(desk: Desk, soon: datetime) -> None:
    """Opened by a link: what it is comes first, before whether it is fresh."""
    today = date.today()  # noqa: DTZ011  # as the reader counts days
    at = soon.astimezone()
    said = {
        id_: doubts.of(desk.workspace.knowledge.open(id_), today)
        for id_ in ("brouillon", "archive", "vient")
    }
    assert said["brouillon"] == "A draft: not published."
    assert said["archive"] == "In the archive. Do not rely on it."
    if datetime.now(UTC) < soon:
        assert said["vient"].startswith("Not published yet: from ")
        assert f"{at:%H:%M}" in said["vient"]


def test_the_versions_say_whose_suggestion_the_newer_one_was(qtbot: QtBot) -> None:
    """E03: credit where one looks at what changed; a name from outside is text, never markup."""
    view = VersionsView(Look.of("light"))
    qtbot.addWidget(view)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    newer = Version(2, now, None, "<b>Ana</b>", "Claire", "Trois jours")
    older = Version(1, None, now)
    view.show_history("Titre", (newer, older), now.date())
    view.show_comparison(Comparison(older, newer, compare("cinq jours", "trois jours")))
    assert "Proposed by <b>Ana</b>, taken by Claire. Trois jours" in view.text.toPlainText()
