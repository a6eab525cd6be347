"""The whole desk: window, lanes, services, databases and index together, offscreen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.app import run
from kbdesk.core.editing import Verdict
from kbdesk.desk import Desk
from kbdesk.errors import DamagedStore
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.connected.door_row import DoorHead
from kbdesk.ui.frame import Frame
from kbdesk.ui.tour import Tour
from tests.support.desk_window import make_profile
from tests.support.keyboard import press, type_text
from tests.support.small_base import write_base


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile with the small base, not yet indexed."""
    made = Profile(tmp_path / "profile")
    with Workspace(made) as workspace:
        import_base(workspace, write_base(tmp_path / "base"))
    return made


@pytest.fixture
def desk(profile: Profile, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk on screen, its index level."""
    settings = Settings(language="fr", theme="light")
    opened = Desk(Workspace(profile), settings, Application(settings))
    opened.show()
    qtbot.waitUntil(lambda: opened.level, timeout=60_000)
    qtbot.waitUntil(lambda: opened.window.search.settled, timeout=60_000)
    yield opened
    opened.close()


def type_in(qtbot: QtBot, desk: Desk, text: str) -> None:
    """Type letter by letter, as an agent does, and wait for what it brings."""
    desk.window.search.focus_search()
    type_text(desk.window.search.list.field, text)
    qtbot.waitUntil(lambda: desk.window.search.settled, timeout=60_000)


def test_typing_brings_the_answer_beside_the_list(desk: Desk, qtbot: QtBot) -> None:
    """Without Enter, the sentence to say is there: the article of the first hit is shown."""
    type_in(qtbot, desk, "rembourser")

    here = desk.window.search.flow.here
    assert here is not None
    assert here.article_id == "facturation/remboursement"


def test_enter_counts_as_read_and_typing_does_not(desk: Desk, qtbot: QtBot) -> None:
    """Only what was opened on purpose is among the recents."""
    type_in(qtbot, desk, "geste")
    assert desk.workspace.knowledge.recents() == ()

    press(desk.window.search.list.field, "Return")
    qtbot.waitUntil(lambda: len(desk.workspace.knowledge.recents()) == 1, timeout=60_000)


def test_not_found_reaches_the_outbox_once(desk: Desk, qtbot: QtBot) -> None:
    """Pressing twice is still one gap, and the line at the foot tells what waits."""
    type_in(qtbot, desk, "antenne")
    desk.window.search.report_not_found()
    desk.window.search.report_not_found()
    qtbot.waitUntil(lambda: desk.workspace.outbox.count() > 0, timeout=60_000)
    desk.window.search.report_not_found()

    assert desk.workspace.outbox.count() == 1


def test_the_ground_of_an_open_article_follows_the_theme(desk: Desk, qtbot: QtBot) -> None:
    """Light text never stands on the light ground of the theme before."""
    type_in(qtbot, desk, "rembourser")
    desk.window.set_theme("dark")
    qtbot.waitUntil(lambda: desk.window.search.settled, timeout=60_000)

    page = desk.window.search.side.reader.page
    ground = page.viewport().palette().base().color()
    assert ground.name() == desk.window.look.colour("surface").name()


def test_closing_twice_is_closing_once(desk: Desk) -> None:
    """A second close finds nothing left to do."""
    desk.close()
    desk.close()


def test_a_damaged_base_is_told_and_not_touched(profile: Profile, qapp: QApplication) -> None:
    """The desk does not open over noise, names the file, and leaves it."""
    for beside in profile.root.glob("kb.db-*"):
        beside.unlink()
    profile.kb_db.write_bytes(b"noise" * 4000)
    with pytest.raises(DamagedStore, match=r"kb\.db"):
        run(profile)
    assert profile.kb_db.read_bytes() == b"noise" * 4000


def test_the_tour_leaves_a_picture_for_each_sentence(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """What it says it did, over the sample, is what there is to see."""
    profile = make_profile(tmp_path / "sample")
    settings = Settings(language="fr", theme="light")
    desk = Desk(Workspace(profile), settings, Application(settings))
    desk.show()
    told: list[str] = []
    try:
        assert Tour(desk.window, tmp_path / "tour", told.append, lambda: desk.level).walk() == 0
    finally:
        desk.close()

    pictures = sorted(file.name for file in (tmp_path / "tour").glob("*.png"))
    assert pictures == [line.rpartition("[")[2].rstrip("]") for line in told]
    assert len(pictures) >= 9


def test_what_is_typed_before_the_desk_is_there_is_searched_for(
    profile: Profile, qapp: QApplication, qtbot: QtBot
) -> None:
    """The frame takes keys at once; the desk moves in behind them and finds."""
    settings = Settings(language="fr", theme="light")
    application = Application(settings)
    frame = Frame(application.look, "")
    frame.show()
    type_text(frame.field, "geste")
    desk = Desk(Workspace(profile), settings, application)
    typed = frame.receive(desk.window)
    desk.show()
    desk.window.search.search_for(typed)
    qtbot.waitUntil(lambda: desk.level and desk.window.search.settled, timeout=60_000)

    assert desk.window.search.list.field.text() == "geste"
    assert desk.window.search.list.results.model().rowCount() > 0
    desk.close()
    application.dismiss(frame)


def test_the_sample_chosen_at_the_first_run_is_lived_in(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """The third door: questions are due, a conflict waits and gaps are there, without a server."""
    settings = Settings(language="fr", theme="light")
    desk = Desk(Workspace(Profile(tmp_path)), settings, Application(settings))
    desk.show()
    try:
        qtbot.waitUntil(lambda: desk.level, timeout=60_000)
        first = desk.window.connected.first_run
        assert first is not None
        first.findChildren(DoorHead)[-1].click()
        assert desk._importing
        qtbot.waitUntil(lambda: not desk._importing, timeout=60_000)
        live = desk.workspace.live
        assert live.coaching.due_count()
        assert live.reviewing.queue()[0].verdict is Verdict.CLASH
        assert live.gaps.subjects()
        assert desk.workspace.outbox.count() == 0
    finally:
        desk.close()
