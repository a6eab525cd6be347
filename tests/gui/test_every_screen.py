"""Every step of the pictures: nothing cut, everything has a name, and Tab goes through all of it.

`make screens` looks at each in every dress; here at 100 % in the wide window and in one column, and
one in three at 200 % in one column, where room is shortest. A desk stands for one dress: to dress
the application anew costs more than to open one (`test_text_size` changes the size of a desk that
stands). The others at 200 %, and English, which orders nothing otherwise, are long tests.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from tests.gui.cut_text import cut
from tests.gui.focus_walk import hindrances
from tests.gui.shots import NARROW, WIDE, Shot, all_shots
from tests.gui.test_accessibility import nameless
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk

# The log line of a trouble is announced by a test of its own.
QUIET = [shot for shot in all_shots() if shot.name != "trouble"]
IN_ONE_COLUMN = [
    pytest.param(shot, id=shot.name, marks=[pytest.mark.long] if number % 3 else [])
    for number, shot in enumerate(shot for shot in QUIET if shot.narrow)
]


def brought(desk: DeskWindow, shot: Shot, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    shot.step(desk)
    desk.settle()


def walked(desk: DeskWindow, shot: Shot) -> None:
    """Hold the rules of the keyboard in both shapes, and in the wide one those of the eye too."""
    brought(desk, shot, WIDE)
    assert list(cut(desk.window)) == []
    assert hindrances(desk.window) == []
    if shot.narrow:
        brought(desk, shot, NARROW)
        assert hindrances(desk.window) == []


@pytest.mark.expects_log("Told the person")
def test_the_step_of_a_trouble_is_among_them(desk: DeskWindow) -> None:
    next(shot for shot in all_shots() if shot.name == "trouble").step(desk)
    assert nameless(desk.window) == []


@pytest.mark.parametrize("shot", QUIET, ids=lambda shot: shot.name)
def test_nothing_is_cut_and_tab_goes_through_all_of_it(desk: DeskWindow, shot: Shot) -> None:
    walked(desk, shot)


@pytest.mark.parametrize("settings", [Settings(language="fr", theme="light", text_scale=200)])
@pytest.mark.parametrize("shot", IN_ONE_COLUMN)
def test_nothing_is_cut_at_twice_the_size_in_one_column(desk: DeskWindow, shot: Shot) -> None:
    brought(desk, shot, NARROW)
    assert nameless(desk.window) == []
    desk.wait(lambda: not list(cut(desk.window)), f"{shot.name} without cut text")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_profile(tmp_path_factory.mktemp("english") / "profile", language="en")


@pytest.mark.long
@pytest.mark.parametrize("shot", QUIET, ids=lambda shot: shot.name)
def test_tab_goes_through_all_of_it_in_english(
    qtbot: QtBot, tmp_path: Path, english: Profile, shot: Shot
) -> None:
    profile = copy_of(english, tmp_path / "profile")
    with open_desk(profile, Settings(language="en", theme="light")) as desk:
        walked(desk, shot)
