"""Docked under a real window manager: always above, never a key taken from the softphone, and
reached by Alt+Tab like any other window.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from tests.support.desk_window import make_profile
from tests.support.x11_desktop import Desktop, desktop, start_softphone

pytestmark = pytest.mark.long
CALL = "kbdesk://call?call=c1&state=ringing&from=0639980001&queue=facturation"


@pytest.fixture
def on(tmp_path: Path) -> Iterator[Desktop]:
    home = tmp_path / "home"
    home.mkdir()
    with desktop(home) as opened:
        yield opened


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = make_profile(tmp_path / "profile")
    settings = Settings(language="fr", theme="light", docked=True, dock_edge="right")
    settings.save(made.settings)
    return made


def start_desk(on: Desktop) -> str:
    on.start(sys.executable, "-m", "kbdesk")
    return on.window("^kbdesk$")


def ring(on: Desktop, desk: str) -> None:
    """Let a call come in; wait until the panel refuses the focus for it."""
    on.ask(sys.executable, "-m", "kbdesk.handing", CALL)
    on.wait(lambda: "input focus: False" in on.state(desk), "the panel to refuse the focus")


def answer(on: Desktop, desk: str) -> None:
    on.ask(sys.executable, "-m", "kbdesk.handing", CALL.replace("ringing", "answered"))
    on.wait(lambda: "input focus: True" in on.state(desk), "a panel like the other windows")


def test_a_docked_desk_stands_at_the_edge_above_the_others(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    on.wait(lambda: "_NET_WM_STATE_ABOVE" in on.state(desk), "a window above the others")
    on.wait(lambda: _edges(on.place(desk)) == (1600, 400, 900), "the right edge")


def _edges(place: dict[str, int]) -> tuple[int, ...]:
    """Return the right edge, the width and the height; a window on its way may have none."""
    left, width, height = (place.get(name, 0) for name in ("X", "WIDTH", "HEIGHT"))
    return left + width, width, height


def test_a_call_takes_no_key_from_the_softphone(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    softphone = start_softphone(on)
    ring(on, desk)
    notes = profile.root / "user.db"
    assert notes.exists()
    on.ask("xdotool", "type", "abc")
    on.window("Softphone stand-in abc")
    assert on.active() == softphone


def test_the_softphone_that_closes_while_it_rings_leaves_its_keys_to_nobody(
    on: Desktop, profile: Profile
) -> None:
    """The window manager passes the panel over, although it was the last one before."""
    desk = start_desk(on)
    start_softphone(on)
    ring(on, desk)
    softphone = on.started[-1]
    softphone.terminate()
    softphone.wait(timeout=20)
    on.wait(lambda: not on.ask("xdotool", "search", "--name", "Softphone"), "the end of its window")
    on.ask("xdotool", "type", "abc")
    assert on.active() != desk
    assert on.ask("xdotool", "getwindowfocus") != desk


def test_alt_tab_reaches_the_panel_before_and_after_the_ringing(
    on: Desktop, profile: Profile
) -> None:
    """Whoever works in another window comes to the search box without the mouse."""
    desk = start_desk(on)
    softphone = start_softphone(on)
    typed = ""
    for turn in ("before", "during the call", "once more"):
        if turn == "during the call":
            ring(on, desk)
            answer(on, desk)
            assert on.active() == softphone, "a pop changes nothing"
        on.ask("xdotool", "key", "alt+Tab")
        on.wait(lambda: on.active() == desk, f"the panel, {turn}")
        on.wait(lambda: on.ask("xdotool", "getwindowfocus") == desk, "the keys")
        on.ask("xdotool", "key", "alt+Tab")
        on.wait(lambda: on.active() == softphone, f"the way back, {turn}")
        typed += "ab"
        on.ask("xdotool", "type", "ab")
        on.window(f"Softphone stand-in {typed}$")


def test_a_press_of_the_mouse_gives_it_the_keys_again(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    start_softphone(on)
    ring(on, desk)
    place = on.place(desk)
    on.ask("xdotool", "mousemove", str(place["X"] + 200), "28", "click", "1")
    on.wait(lambda: on.active() == desk, "the desk to be active")
    on.wait(lambda: on.ask("xdotool", "getwindowfocus") == desk, "the keys")
    on.ask("xdotool", "type", "fac")
    on.ask("xdotool", "key", "ctrl+d")
    on.wait(lambda: "ABOVE" not in on.state(on.window("^kbdesk$")), "the desk to be free again")
    on.ask("xdotool", "key", "ctrl+q")
    on.wait(lambda: on.started[1].poll() is not None, "the end")
    assert json.loads(profile.settings.read_text("utf-8"))["docked"] is False
