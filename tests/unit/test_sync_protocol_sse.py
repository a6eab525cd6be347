"""Server-sent events, cut wherever they can be cut."""

import pytest

from sync.protocol import sse
from sync.protocol.codec import Unbelievable
from sync.protocol.sse import Event, Parser

STREAM = (
    '\ufeff: ping\n\nevent: heads\nid: e:1\ndata: {"é": 1}\n\n'
    "data: one\ndata:two\n\nevent: nothing\n\n"
    "id: e:2\nretry: 5\nevent:announcement\ndata\n\n: p\n\n"
)
EVENTS = [
    Event("heads", '{"é": 1}', "e:1"),
    Event("message", "one\ntwo", "e:1"),
    Event("announcement", "", "e:2"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_events_are_the_same_wherever_the_stream_is_cut(end: str) -> None:
    """Every cut point, with every line end; iterators over lines lose fields here."""
    stream = STREAM.replace("\n", end).encode()
    for cut in range(len(stream) + 1):
        parser = Parser()
        assert parser.feed(stream[:cut]) + parser.feed(stream[cut:]) == EVENTS, cut


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_events_come_one_byte_at_a_time(end: str) -> None:
    parser = Parser()
    heard = [
        event for byte in STREAM.replace("\n", end).encode() for event in parser.feed(bytes([byte]))
    ]
    assert heard == EVENTS


def test_an_event_is_given_at_its_last_byte_and_not_later() -> None:
    parser = Parser()
    assert parser.feed(b"data: now\r\n\r") == [Event("message", "now")]
    assert parser.feed(b"\ndata: then\r\n\r\n") == [Event("message", "then")]


def test_days_of_heartbeats_weigh_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "LONGEST", 100)
    parser = Parser()
    for _ in range(1000):
        assert parser.feed(b": ping\n\n") == []


@pytest.mark.parametrize("piece", [b"x" * 30, b"data: " + b"x" * 30 + b"\n"])
def test_an_event_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch, piece: bytes) -> None:
    monkeypatch.setattr(sse, "LONGEST", 100)
    parser = Parser()
    for _ in range(3):
        parser.feed(piece)
    with pytest.raises(Unbelievable):
        parser.feed(piece)


def test_the_last_id_goes_on_over_a_reconnection() -> None:
    assert Parser("e:7").feed(b"data: x\n\n") == [Event("message", "x", "e:7")]
