"""Without a mouse: what is connected and the contact by Tab alone, and the focus is always seen.

All other screens are walked by `test_every_screen`; English, which orders nothing otherwise, by the
long tests.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.first_run import FirstActs
from tests.gui import now_screens, sync_screens
from tests.gui.focus_walk import hindrances
from tests.gui.shots import WIDE
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk
from tests.support.played_connection import PlayedConnection

CONNECTED = [s for s in sync_screens.SHOTS if s[2] == "fr" and s[4] == 100 and s[3] == "light"]


@pytest.fixture(scope="session")
def templates(
    sample_profile: Profile, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Profile]:
    english = make_profile(tmp_path_factory.mktemp("english") / "profile", language="en")
    return {"fr": sample_profile, "en": english}


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.long)])
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
        assert hindrances(desk.window) == []


@pytest.mark.parametrize("step", now_screens.STEPS, ids=lambda step: step.__name__)
def test_the_contact_by_tab(desk: DeskWindow, step: now_screens.Step) -> None:
    desk.window.resize(*WIDE)
    desk.window.show_screen("now")
    step(desk.window.now_panel)
    desk.settle()
    assert hindrances(desk.window) == []
