"""Handing over: arguments become values, whoever chose them; and it stays small and quick."""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given

from kbdesk import handing
from kbdesk.core.calls import CallEvent, CallState, read_event
from kbdesk.paths import Profile
from tests.support.hostile import hostile_text

CHECKOUT = Path(__file__).resolve().parents[2]
NUMBER = "+33639985678"


def event(*arguments: str, program: str = "kbdesk-open") -> CallEvent:
    message = handing.read_arguments(arguments, program)
    assert message is not None
    said = message["event"]
    assert isinstance(said, dict)
    return read_event(said)


def test_a_link_is_handed_over_as_it_came() -> None:
    link = "KBDESK://call?from=$(reboot)&name=`id`"
    assert handing.read_arguments([link], "kbdesk-open") == {"v": 1, "url": link}


def test_the_last_argument_is_the_number() -> None:
    said = event("--state", "answered", "--queue=Fibre", "--name", "Jean Dupont", "x", NUMBER)
    assert (said.state, said.queue, said.name) == (CallState.ANSWERED, "Fibre", "Jean Dupont")
    assert (said.number, said.source) == (NUMBER, "command")


@pytest.mark.parametrize(
    ("program", "state"),
    [
        ("kbdesk-ring", CallState.RINGING),
        ("/opt/kbdesk/kbdesk-answer", CallState.ANSWERED),
        (r"C:\Program Files\kbdesk\kbdesk-end.exe", CallState.ENDED),
        (r"C:\KBDESK-END.EXE", CallState.ENDED),
        ("kbdesk-open", CallState.RINGING),
    ],
)
def test_the_name_of_the_program_says_the_state(program: str, state: CallState) -> None:
    assert event(NUMBER, program=program).state is state


@pytest.mark.parametrize(
    ("letter", "state"),
    [("S", CallState.RINGING), ("C", CallState.ANSWERED), ("E", CallState.ENDED)],
)
def test_what_3cx_says_is_understood(letter: str, state: CallState) -> None:
    said = event(f"/N:{letter}", f"/C:{NUMBER}", "/T:O", "/I:77")
    assert (said.state, said.number, said.direction, said.call) == (state, NUMBER, "out", "77")


@pytest.mark.parametrize(
    "injected",
    [
        ["--profile", "//evil/share", NUMBER],
        ["--profile=/etc", NUMBER],
        ["-platformpluginpath", "/nowhere/x", NUMBER],
        ["--no-such-thing", NUMBER],
        ["--queue"],
        ["--state"],
    ],
)
def test_what_a_caller_injects_names_no_file_and_no_profile(injected: list[str]) -> None:
    """A softphone puts the caller's own words, unquoted, behind the command."""
    message = handing.read_arguments(injected, "kbdesk-open")
    if message is not None:
        said = message["event"]
        assert isinstance(said, dict)
        assert set(said) <= {"src", "state", "from", "queue"}
        assert "evil" not in json.dumps(said)


def test_nothing_given_is_nothing_to_hand_over(capfd: pytest.CaptureFixture[str]) -> None:
    assert handing.read_arguments([], "kbdesk-ring") is None
    assert handing.main([], "kbdesk-open") == 2
    assert "kbdesk:// link" in capfd.readouterr().err


# where


def test_both_sides_find_the_same_place(
    profile_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert handing.profile_root() == str(Profile.choose().root)
    monkeypatch.delenv("KBDESK_PROFILE")
    assert handing.profile_root() == str(Profile.choose().root)
    monkeypatch.setenv("KBDESK_PROFILE", str(tmp_path / "x" / ".." / "y"))
    assert handing.profile_root() == str(Profile.choose().root)


@pytest.mark.skipif(os.name != "posix", reason="sockets of POSIX")
def test_a_folder_that_others_may_enter_is_no_place_for_a_door(tmp_path: Path) -> None:
    shared = tmp_path / "run"
    shared.mkdir()
    shared.chmod(0o755)
    inside = handing.address("/profile", {"XDG_RUNTIME_DIR": str(shared)})
    assert not inside.startswith(str(shared))
    shared.chmod(0o700)
    assert handing.address("/profile", {"XDG_RUNTIME_DIR": str(shared)}).startswith(str(shared))
    deep = tmp_path / ("d" * 100)
    deep.mkdir(mode=0o700)
    assert handing.address("/profile", {"XDG_RUNTIME_DIR": str(deep)}) == ""


def test_two_profiles_have_two_doors() -> None:
    assert handing.address("/one") != handing.address("/two")


# what is handed over at a start


def test_a_started_desk_takes_its_message_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(handing.VARIABLE, '{"v": 1, "url": "kbdesk://call?from=1"}')
    assert handing.handed_at_start() == {"v": 1, "url": "kbdesk://call?from=1"}
    assert handing.VARIABLE not in os.environ
    for broken in ("", "[1]", "{", "[" * 20_000, "x" * 20_000):
        monkeypatch.setenv(handing.VARIABLE, broken)
        assert handing.handed_at_start() is None


def test_a_message_that_is_too_long_goes_nowhere(tmp_path: Path) -> None:
    door = tmp_path / "door"
    door.touch()
    tmp_path.chmod(0o700)
    assert handing.hand_over(str(door), {"url": "x" * handing.LONGEST}) == handing.REFUSED
    assert handing.hand_over(str(door), {"v": 1}) == b""


def test_the_program_loads_nothing_of_ours_nor_of_others() -> None:
    command = "import kbdesk.handing, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    loaded = set(done.stdout.split())
    assert {name for name in loaded if name.startswith("kbdesk")} == {"kbdesk", "kbdesk.handing"}
    heavy = {
        "PySide6",
        "click",
        "json",
        "subprocess",
        "socket",
        "argparse",
        "re",
        "pathlib",
        "typing",
    }
    assert not loaded & heavy


def _seconds(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], cwd=CHECKOUT, capture_output=True)
    return time.perf_counter() - began


def test_handing_over_costs_a_tenth_of_a_second_at_most_above_bare_python() -> None:
    """Compared with `python -c pass` by turns, so that a busy machine is busy for both."""
    pairs = [
        (
            _seconds("-m", "kbdesk.handing", "--no-start", NUMBER),
            _seconds("-c", "pass"),
        )
        for _ in range(5)
    ]
    assert statistics.median(ours - bare for ours, bare in pairs) < 0.1


@given(hostile_text, hostile_text)
def test_what_is_handed_over_is_what_was_given(name: str, value: str) -> None:
    """The frame is JSON to the letter, half surrogates and controls too."""
    message: handing.Message = {"v": 1, "raise": True, "event": {name: value}}
    assert json.loads(handing._written(message)) == message
