"""`GET /v1/live`: server-sent events from a raw ASGI handler, past every middleware.

The handler holds nothing while it waits; frames come from the hub. A desk that reconnects says by
`Last-Event-ID` which announcement it saw last, and gets those since, in order, before anything new.
"""

import logging
from functools import partial
from typing import Any

from sync.protocol import versions
from sync.server.errors import TooMany
from sync.server.web.bodies import Receive
from sync.server.web.context import Call
from sync.server.web.live_frames import PING, announcement_frame
from sync.server.web.live_hub import Send, Stream

log = logging.getLogger("kbdesk.server.live")


async def answer(call: Call, receive: Receive, send: Send) -> int:
    """Serve one stream to its end; return the status it began with."""
    hub = call.premises.hub
    if hub.closed or len(hub) >= call.premises.settings.live_connections:
        raise TooMany("There are as many live connections as this server holds.", retry_after=30)
    office = call.premises.office
    readable = await call.premises.lanes.read.run(partial(office.readable, call.person))
    stream = Stream(send, call.token, readable)
    hub.join(stream)
    try:
        await send(_start(call.version))
        await send(PING)
        hub.release(stream, await _catch_up(call, stream))
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        hub.leave(stream)
    return 200


def _start(version: int) -> dict[str, Any]:
    headers = {
        b"content-type": b"text/event-stream",
        b"cache-control": b"no-store",
        b"x-accel-buffering": b"no",
        b"kb-protocol": versions.header(version).encode(),
    }
    return {"type": "http.response.start", "status": 200, "headers": list(headers.items())}


async def _catch_up(call: Call, stream: Stream) -> int:
    """Send the announcements since the one seen last; return the number of the newest sent."""
    premises = call.premises
    epoch = await premises.epoch()
    seen = last_seen(call.header(b"last-event-id"), epoch)
    while seen is not None:
        ask = partial(premises.office.announcements, call.person, seen)
        missed = await premises.lanes.read.run(ask)
        if not missed:
            return seen
        for told in missed:
            await stream.send(announcement_frame(epoch, told))
        seen = missed[-1].number
    return 0


def last_seen(header: str, epoch: str) -> int | None:
    """Read `EPOCH:NUMBER`; None for another epoch's, or for what was never ours."""
    theirs, colon, number = header.rpartition(":")
    sound = colon and theirs == epoch and number.isascii() and number.isdigit()
    return int(number) if sound and len(number) < 19 else None
