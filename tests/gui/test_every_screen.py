"""Every step of the pictures: nothing cut, and everything that takes the focus has a name.

`make screens` looks at each in every dress; here at 200 % in one column, where room is shortest,
and at 100 % beside the rail.
"""

import pytest

from tests.gui.cut_text import cut
from tests.gui.shots import NARROW, WIDE, Shot, all_shots
from tests.gui.test_accessibility import nameless
from tests.support.desk_window import DeskWindow


@pytest.mark.expects_log("Told the person")
def test_the_step_of_a_trouble_is_among_them(desk: DeskWindow) -> None:
    next(shot for shot in all_shots() if shot.name == "trouble").step(desk)
    assert nameless(desk.window) == []


QUIET = [shot for shot in all_shots() if shot.name != "trouble"]


@pytest.mark.parametrize("shot", QUIET, ids=lambda shot: shot.name)
def test_nothing_is_cut_and_everything_has_a_name(desk: DeskWindow, shot: Shot) -> None:
    desk.window.resize(*WIDE)
    shot.step(desk)
    desk.settle()
    assert nameless(desk.window) == []
    assert list(cut(desk.window)) == []
    if shot.narrow:
        desk.window.set_text_size(200)
        desk.window.resize(*NARROW)
        shot.step(desk)
        desk.settle()
        assert nameless(desk.window) == []
        desk.wait(lambda: not list(cut(desk.window)), f"{shot.name} without cut text")
