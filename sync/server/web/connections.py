"""Bounds on a connection before there is a request: uvicorn with httptools has none of its own.

A head may be so long and take so long to come; what a refused body still sends is dropped, up to a
point. Without these a client that never ends its headers costs memory for as long as it likes. Junk
is answered as every other mistake is, with a problem.
"""

import asyncio
from typing import Any

from sync.server.errors import Malformed, Refusal
from sync.server.web.answers import refuse
from sync.server.web.refusals import TooSlow
from sync.server.web.settings import Settings

try:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
except ImportError:  # without httptools uvicorn speaks h11, which bounds heads by itself
    HttpToolsProtocol = None  # type: ignore[assignment,misc]


class HeadTooLarge(Refusal):
    """More headers than any desk of ours sends."""

    status, code, title = 431, "head_too_large", "Too large"


def protocol_of(settings: Settings) -> Any:
    """Return what uvicorn shall speak HTTP with."""
    if HttpToolsProtocol is None:
        return "h11"
    return type("BoundConnection", (BoundedConnection,), {"settings": settings})


if HttpToolsProtocol is not None:

    class BoundedConnection(HttpToolsProtocol):
        """A connection that gives its client so many bytes and seconds for each head."""

        settings = Settings()
        _head = 0
        _in_head = True
        _discarded = 0
        _timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._start_waiting()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_waiting()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self._in_head:
                self._head += len(data)
                self._start_waiting()
            super().data_received(data)
            if self._in_head and self._head > self.settings.head_bytes:
                self._end(HeadTooLarge("The head of a request is too large."))

        def on_message_begin(self) -> None:
            super().on_message_begin()
            self._in_head = True

        def on_headers_complete(self) -> None:
            super().on_headers_complete()
            self._in_head, self._head = False, 0
            self._stop_waiting()

        def on_message_complete(self) -> None:
            super().on_message_complete()
            self._in_head, self._discarded = True, 0

        def on_body(self, body: bytes) -> None:
            super().on_body(body)
            if self.cycle.response_complete:
                self._discarded += len(body)
                if self._discarded > self.settings.discarded_bytes:
                    self.transport.abort()

        def send_400_response(self, msg: str) -> None:
            self._end(Malformed(msg))

        def _end(self, error: Refusal) -> None:
            """Answer where there is no request to answer, and hang up."""
            if self.transport.is_closing():
                return
            answer = refuse(error)
            head = b"".join(b"%s: %s\r\n" % field for field in answer.raw)
            line = f"HTTP/1.1 {error.status} {error.title}\r\n".encode()
            self.transport.write(line + head + b"connection: close\r\n\r\n" + answer.body)
            self.transport.close()

        def _start_waiting(self) -> None:
            if self._timer is None:
                self._timer = self.loop.call_later(self.settings.head_seconds, self._too_slow)

        def _stop_waiting(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _too_slow(self) -> None:
            self._timer = None
            if self._head:
                self._end(TooSlow("The head of the request did not come."))
            elif not self.transport.is_closing():
                self.transport.close()
