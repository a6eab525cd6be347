"""What goes over a live stream: one message for each thing told, shared by all who hear it."""

from typing import Any

import msgspec

from sync.server.events import Announced

Message = dict[str, Any]


def frame(event: str, data: bytes, id_: str = "") -> Message:
    """Write one event, lines ending in LF, as the message that all its connections share."""
    head = f"id: {id_}\n" if id_ else ""
    body = f"{head}event: {event}\ndata: ".encode() + data + b"\n\n"
    return {"type": "http.response.body", "body": body, "more_body": True}


PING: Message = {"type": "http.response.body", "body": b": ping\n\n", "more_body": True}
LAST: Message = {"type": "http.response.body", "body": b"", "more_body": False}


class Heard(msgspec.Struct):
    """What an `announcement` event carries."""

    space: str
    change: msgspec.Raw


class Moved(msgspec.Struct):
    """What a `heads` event carries; `spread` is the seconds to spread the pull over."""

    space: str
    head: int
    spread: float


class Otherwise(msgspec.Struct):
    """What a `rights` event carries, the last one of its stream; `spread` as of `heads`."""

    spread: float


def announcement_frame(epoch: str, told: Announced) -> Message:
    data = msgspec.json.encode(Heard(told.space, told.change))
    return frame("announcement", data, f"{epoch}:{told.number}")
