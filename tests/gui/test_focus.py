"""Without a mouse: every screen of both languages by Tab alone, and the focus is always seen.

English, which orders nothing otherwise, is walked by the long tests.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.hearing import reveal
from tests.gui import now_screens, sync_screens
from tests.gui.focus_walk import (
    misordered,
    named,
    reachable,
    roleless,
    walk_by_tab,
)  # fmt: skip
from tests.gui.shots import NARROW, WIDE, Shot, all_shots
from tests.gui.test_accessibility import nameless
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk
from tests.support.played_connection import PlayedConnection

# The log line of a trouble is another test's.
SHOTS = [shot for shot in all_shots() if shot.name != "trouble"]
CONNECTED = [s for s in sync_screens.SHOTS if s[2] == "fr" and s[4] == 100 and s[3] == "light"]


@pytest.fixture(scope="session")
def templates(
    sample_profile: Profile, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Profile]:
    english = make_profile(tmp_path_factory.mktemp("english") / "profile", language="en")
    return {"fr": sample_profile, "en": english}


def check(desk: DeskWindow) -> None:
    """Hold every rule of the keyboard for the window as it stands."""
    window = desk.window
    held: QWidget = window.deeds.palette.palette if window.deeds.palette_shown else window
    wanted = reachable(held)
    if QApplication.focusWidget() not in wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reveal(None, QApplication.focusWidget())  # some steps scroll away from where the keys are
    stops, found = walk_by_tab(window)
    found += [f"not reached: {named(part)}" for part in wanted if part not in stops]
    found += [*nameless(window), *roleless(stops), *misordered(window, stops)]
    assert not found, "; ".join(found)


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_screen_by_tab(
    qtbot: QtBot, tmp_path: Path, templates: dict[str, Profile], shot: Shot, language: str
) -> None:
    profile = copy_of(templates[language], tmp_path / "profile")
    with open_desk(profile, Settings(language=language, theme="light")) as desk:
        desk.window.resize(*WIDE)
        shot.step(desk)
        desk.settle()
        check(desk)
        if shot.narrow:
            desk.window.resize(*NARROW)
            shot.step(desk)
            desk.settle()
            check(desk)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("shot", CONNECTED, ids=lambda shot: shot[0])
def test_a_connected_screen_by_tab(
    qtbot: QtBot, tmp_path: Path, templates: dict[str, Profile],
    shot: tuple[str, tuple[int, int], str, str, int, sync_screens.Step], language: str,
) -> None:  # fmt: skip
    _name, size, _language, _theme, _scale, step = shot
    profile = copy_of(templates[language], tmp_path / "profile")
    acts = FirstActs(import_folder=lambda _folder: None, try_sample=lambda: None)
    played = PlayedConnection()
    chosen = Settings(language=language, theme="light")
    with open_desk(profile, chosen, acts=acts, connection=played) as desk:
        desk.window.resize(*size)
        step(desk, played)
        desk.settle()
        check(desk)


@pytest.mark.parametrize("step", now_screens.STEPS, ids=lambda step: step.__name__)
def test_the_contact_by_tab(desk: DeskWindow, step: now_screens.Step) -> None:
    desk.window.resize(*WIDE)
    desk.window.show_screen("now")
    step(desk.window.now_panel)
    desk.settle()
    check(desk)
