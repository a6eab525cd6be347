"""Docked under a real window manager: always above, and never a key taken from the softphone."""

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


def wait_for_refusal(on: Desktop, desk: str) -> None:
    """Wait until the desk is whole and has noticed that somebody works elsewhere."""
    on.wait(lambda: "input focus: False" in on.state(desk), "the panel to refuse the focus")


def call(on: Desktop, url: str) -> None:
    on.ask(sys.executable, "-m", "kbdesk.handing", url)


def test_a_docked_desk_stands_at_the_edge_above_the_others(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    assert "_NET_WM_STATE_ABOVE" in on.state(desk)
    place = on.place(desk)
    assert (place["X"] + place["WIDTH"], place["WIDTH"], place["HEIGHT"]) == (1600, 400, 900)


def test_a_call_takes_no_key_from_the_softphone(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    softphone = start_softphone(on)
    wait_for_refusal(on, desk)
    call(on, CALL)
    notes = profile.root / "user.db"
    assert notes.exists()
    on.ask("xdotool", "type", "abc")
    on.window("Softphone stand-in abc")
    assert on.active() == softphone


def test_a_press_of_the_mouse_gives_it_the_keys_again(on: Desktop, profile: Profile) -> None:
    desk = start_desk(on)
    start_softphone(on)
    wait_for_refusal(on, desk)
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
