"""baresip's events, whole or in crumbs, replayed or made up: calls come out, nothing breaks."""

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.services.contact.baresip import Baresip, Garbled, Netstrings, read_address, read_message
from tests.support.fake_baresip import WAIT, FakeBaresip, netstring
from tests.support.hostile import hostile_text


@pytest.fixture
def recorded(shared_folder: Callable[[str], Path]) -> list[bytes]:
    """What a real baresip sent while a call rang, was answered and ended."""
    lines = (
        shared_folder("cti-fixtures") / "fixtures" / "baresip_ctrl_tcp_events.jsonl"
    ).read_bytes()
    return [line for line in lines.splitlines() if b'"event"' in line or b'"response"' in line]


def test_a_recorded_call_rings_is_answered_and_ends(recorded: list[bytes]) -> None:
    events = [event for event in map(read_message, recorded) if event is not None]
    assert [event.state for event in events] == [
        CallState.RINGING,
        CallState.ANSWERED,
        CallState.ENDED,
    ]
    assert {(e.number, e.name, e.agent, e.direction, e.source) for e in events} == {
        ("+33612345678", "Facturation:Jean Dupont", "1001", "in", "baresip")
    }
    assert len({event.call for event in events}) == 1


@pytest.fixture
def phone() -> Iterator[FakeBaresip]:
    phone = FakeBaresip()
    yield phone
    phone.close()


@pytest.fixture
def heard(phone: FakeBaresip) -> Iterator["SimpleQueue[CallEvent]"]:
    events: SimpleQueue[CallEvent] = SimpleQueue()
    adapter = Baresip(phone.address, events.put)
    phone.accept()
    yield events
    adapter.close()
    assert "baresip" not in {thread.name for thread in threading.enumerate()}


def made_up(call: str, kind: str = "CALL_INCOMING") -> bytes:
    said = {"event": True, "type": kind, "class": "call", "id": call, "direction": "incoming"}
    return json.dumps(said | {"peeruri": "sip:+33639985678@127.0.0.1"}).encode()


def test_a_recording_in_crumbs_says_the_same(
    phone: FakeBaresip, heard: "SimpleQueue[CallEvent]", recorded: list[bytes]
) -> None:
    stream = b"".join(map(netstring, recorded))
    for at in range(0, len(stream), 7):
        phone.send(stream[at : at + 7])
    states = [heard.get(timeout=WAIT).state for _ in range(3)]
    assert states == [CallState.RINGING, CallState.ANSWERED, CallState.ENDED]


def test_baresip_may_go_and_come_back(phone: FakeBaresip, heard: "SimpleQueue[CallEvent]") -> None:
    phone.send(netstring(made_up("1")))
    assert heard.get(timeout=WAIT).call == "1"
    phone.accept()
    phone.send(netstring(made_up("2")))
    assert heard.get(timeout=WAIT).call == "2"


def test_a_stream_that_is_none_is_left_and_taken_up_anew(
    phone: FakeBaresip, heard: "SimpleQueue[CallEvent]"
) -> None:
    phone.send(b"HTTP/1.1 200 OK\r\n")
    phone.accept()
    phone.send(netstring(b"[]") + netstring(b"\xff") + netstring(made_up("3")))
    assert heard.get(timeout=WAIT).call == "3"


@pytest.mark.parametrize("stream", [b"x", b"12", b"99999999:", b"70000:", b"3:abcd", b"-1:,"])
def test_what_can_never_become_a_netstring_is_garbled(stream: bytes) -> None:
    cut = Netstrings()
    if stream == b"12":
        assert cut.feed(stream) == []
    else:
        with pytest.raises(Garbled):
            cut.feed(stream)


@given(st.lists(st.binary(max_size=40), max_size=8), st.integers(1, 9))
def test_netstrings_come_out_as_they_went_in(texts: list[bytes], step: int) -> None:
    stream, cut = b"".join(map(netstring, texts)), Netstrings()
    found = [one for at in range(0, len(stream), step) for one in cut.feed(stream[at : at + step])]
    assert found == texts


@given(
    st.dictionaries(
        st.sampled_from(["id", "peeruri", "peerdisplayname", "accountaor", "direction"]),
        hostile_text | st.none() | st.integers() | st.lists(st.integers(), max_size=1),
    )
)
def test_no_event_of_a_stranger_breaks_it(said: dict[str, object]) -> None:
    event = read_message(json.dumps(said | {"event": True, "type": "CALL_INCOMING"}).encode())
    assert event is None or len(event.name) <= 80


def test_addresses() -> None:
    assert read_address("127.0.0.1:4444") == ("127.0.0.1", 4444)
    assert read_address("localhost") == ("localhost", 4444)
    assert read_address("[::1]:4444") == ("::1", 4444)
    for wrong in ("", ":4444", "host:", "host:x", "host:70000"):
        assert read_address(wrong) is None
