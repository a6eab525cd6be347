"""One desk for a profile, whoever starts how many: real processes, a real lock, a real socket."""

import contextlib
import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kbdesk import handing
from tests.support.started_desk import WAIT, Message, Started

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sockets and signals of POSIX")

Start = Callable[..., Started]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def start(root: Path) -> Iterator[Start]:
    started: list[Started] = []

    def one(message: Message | None = None) -> Started:
        started.append(Started(root, message))
        return started[-1]

    yield one
    for process in started:
        process.end()


def where(root: Path) -> str:
    return handing.address(str(root))


def call(number: int) -> Message:
    return {"v": 1, "event": {"call": f"c{number}", "from": "0639985678"}}


def calls_of(said: list[str]) -> set[str]:
    return {line.split()[1] for line in said if line.startswith("call ")}


def test_of_eight_started_at_once_one_stays_and_shows_what_all_eight_brought(start: Start) -> None:
    started = [start(call(number)) for number in range(8)]
    desks = [one for one in started if one.first_word() == "desk"]
    assert len(desks) == 1
    desks[0].until(lambda said: len(calls_of(said)) == 8)
    others = [one for one in started if one is not desks[0]]
    assert [one.process.wait(WAIT) for one in others] == [0] * 7
    assert desks[0].process.poll() is None


def test_a_killed_desk_leaves_nothing_that_stops_the_next(start: Start, root: Path) -> None:
    first = start()
    first.until(lambda said: "listening" in said)
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait(WAIT)
    assert Path(where(root)).exists(), "the socket of the dead desk is still there"
    assert handing.hand_over(where(root), call(1)) == b""

    second = start()
    second.until(lambda said: "listening" in said)
    assert second.said[0] == "desk"
    assert handing.hand_over(where(root), call(1), WAIT) == handing.TAKEN
    second.until(lambda said: "call c1 ringing" in said)


def test_the_second_start_raises_the_first_and_ends(start: Start) -> None:
    first = start()
    first.until(lambda said: "listening" in said)
    second = start()
    assert second.first_word() == "handed"
    assert first.until(lambda said: "raise" in said)
    assert second.process.wait(WAIT) == 0


def test_a_desk_that_leaves_makes_room_for_the_next(start: Start, root: Path) -> None:
    first = start()
    first.until(lambda said: "listening" in said)
    assert first.process.stdin is not None
    first.process.stdin.close()
    assert first.process.wait(WAIT) == 0
    assert not Path(where(root)).exists()
    assert start().first_word() == "desk"


def test_the_door_is_for_its_owner_alone(start: Start, root: Path) -> None:
    start().until(lambda said: "listening" in said)
    door = Path(where(root))
    assert door.stat().st_mode & 0o077 == 0
    assert door.parent.stat().st_mode & 0o077 == 0


def test_links_show_calls_and_articles_and_only_a_link_raises(start: Start, root: Path) -> None:
    desk = start()
    desk.until(lambda said: "listening" in said)
    for link in ("kbdesk://call?from=+33639985678", "kbdesk://open?article=a/b"):
        assert handing.hand_over(where(root), {"v": 1, "url": link}, WAIT) == handing.TAKEN
    desk.until(lambda said: "raise" in said)
    assert desk.said[2:] == ["call +33639985678 ringing", "link a/b", "raise"]


HOSTILE = {
    "empty": b"\x00\x00\x00\x02{}",
    "null": b"\x00\x00\x00\x04null",
    "no-utf8": b"\x00\x00\x00\x03\xff\xfe\xfd",
    "nothing": b"\x00\x00\x00\x00",
    "deep": b"\x00\x00\x27\x10" + b"[" * 10_000,
    "verb": b'\x00\x00\x00\x2a{"v":1,"url":"kbdesk://run?cmd=rm%20-rf"}  ',
    "huge": b"\xff\xff\xff\xff" + b"x" * 1000,
    "http": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "half": b"\x00\x00",
}


def test_what_is_no_message_is_refused_and_the_door_stays_open(start: Start, root: Path) -> None:
    desk = start()
    desk.until(lambda said: "listening" in said)
    for name, frame in HOSTILE.items():
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(WAIT)
            line.connect(where(root))
            line.sendall(frame)
            line.shutdown(socket.SHUT_WR)
            with contextlib.suppress(ConnectionResetError):
                assert line.recv(16) in {handing.REFUSED, b""}, name
    assert handing.hand_over(where(root), call(1), WAIT) == handing.TAKEN
    assert desk.until(lambda said: "call c1 ringing" in said)[2:] == ["call c1 ringing"]


def test_many_frames_of_one_visitor_come_in_their_order(start: Start, root: Path) -> None:
    desk = start()
    desk.until(lambda said: "listening" in said)
    frames = [json.dumps(call(number)).encode() for number in range(20)]
    stream = b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(WAIT)
        line.connect(where(root))
        for at in range(0, len(stream), 7):
            line.sendall(stream[at : at + 7])
        desk.until(lambda said: "call c19 ringing" in said)
    assert desk.said[2:] == [f"call c{number} ringing" for number in range(20)]
