"""Live streams for tests: one that is read into events, and crowds of plain sockets."""

import json
import selectors
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

import requests

from tests.support.sync_server import wait_for


@dataclass(frozen=True)
class Event:
    """One event as it came."""

    kind: str
    data: dict[str, Any]
    id: str = ""


class Listener:
    """Reads one stream in a thread."""

    def __init__(self, url: str, token: str, last_event_id: str = "") -> None:
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        if last_event_id:
            headers["Last-Event-ID"] = last_event_id
        self.events: list[Event] = []
        self.pings = 0
        self.ended = False
        self._answer = requests.get(f"{url}/v1/live", headers=headers, stream=True, timeout=(5, 30))
        assert self._answer.status_code == 200, self._answer.text
        assert self._answer.headers["Content-Type"] == "text/event-stream"
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        self.wait_for_ping()  # the stream says so when it stands

    def wait(self, kind: str, fits: Callable[[dict[str, Any]], bool]) -> Event:
        """Return the first event of a kind that fits, when it has come."""

        def found() -> Event | None:
            fitting = (e for e in self.events if e.kind == kind and fits(e.data))
            return next(fitting, None)

        event: Event = wait_for(found, f"the event {kind}; heard were {self.events}")
        return event

    def wait_for_ping(self) -> None:
        before = self.pings
        wait_for(lambda: self.pings > before or self.pings > 1, "a ping")

    def close(self) -> None:
        with suppress(RuntimeError):  # it has ended by itself
            self._answer.raw.shutdown()
        self._thread.join(10)
        self._answer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        held = b""
        try:
            while piece := self._answer.raw.read1(65536):
                assert b"\r" not in piece
                *blocks, held = (held + piece).split(b"\n\n")
                for block in blocks:
                    self._take(block.decode())
        except Exception:  # noqa: BLE001  # however the connection ends, it has ended
            pass
        self.ended = True

    def _take(self, block: str) -> None:
        if block == ": ping":
            self.pings += 1
            return
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        self.events.append(Event(fields["event"], json.loads(fields["data"]), fields.get("id", "")))


class Listeners:
    """Many streams on plain sockets, read by one thread; `sources` are addresses to come from."""

    def __init__(self, url: str, tokens: Sequence[str], sources: Sequence[str] = ()) -> None:
        address = urlsplit(url)
        assert address.hostname is not None
        self._selector = selectors.DefaultSelector()
        self._got: dict[socket.socket, bytearray] = {}
        for n, token in enumerate(tokens):
            source = (sources[n % len(sources)], 0) if sources else None
            connection = socket.create_connection(
                (address.hostname, address.port), timeout=30, source_address=source
            )
            request = f"GET /v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
            connection.sendall(request.encode())
            connection.setblocking(False)
            self._got[connection] = bytearray()
            self._selector.register(connection, selectors.EVENT_READ)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        wait_for(lambda: self.reached(b": ping") == len(tokens), "all of them standing", 60)

    def reached(self, word: bytes) -> int:
        return sum(word in got for got in list(self._got.values()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join(10)
        for connection in self._got:
            connection.close()
        self._selector.close()

    def _read(self) -> None:
        while not self._ended.is_set():
            for key, _ in self._selector.select(0.1):
                connection = key.fileobj
                assert isinstance(connection, socket.socket)
                try:
                    piece = connection.recv(65536)
                except OSError:
                    piece = b""
                if piece:
                    self._got[connection] += piece
                else:
                    self._selector.unregister(connection)
