"""Many desks in one thread: requests written and answers read on plain sockets.

An HTTP library would cost the client more than the server spends; here a request is bytes made
beforehand and an answer is its status and its body, so that the server is what is measured.
"""

import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Ask = Callable[[int, int, bytes], tuple[str, bytes] | None]


@dataclass(slots=True)
class Desk:
    """One connection and where it stands in its script."""

    line: socket.socket
    name: str = ""
    began: float = 0.0
    got: bytearray = field(default_factory=bytearray)
    body: bytes = b""
    status: int = 0


class Load:
    """Runs a script on each of so many connections, at once, and times every answer."""

    def __init__(self, url: str, desks: int) -> None:
        address = urlsplit(url)
        assert address.hostname is not None
        self.milliseconds: dict[str, list[float]] = {}
        self.statuses: dict[int, int] = {}
        self.desks = [self._desk(address.hostname, address.port or 80) for _ in range(desks)]
        self._selector = selectors.DefaultSelector()

    def run(self, ask: Ask) -> float:
        """Ask until `ask(desk, status, body of the answer before)` gives None; return seconds."""
        began = time.perf_counter()
        places = {desk.line: n for n, desk in enumerate(self.desks)}
        waiting = len(self.desks)
        for n, desk in enumerate(self.desks):
            self._selector.register(desk.line, selectors.EVENT_READ)
            if not self._next(desk, ask(n, 0, b"")):
                waiting -= 1
        while waiting:
            for key, _ in self._selector.select(30):
                line = key.fileobj
                assert isinstance(line, socket.socket)
                n = places[line]
                desk = self.desks[n]
                if self._read(desk) and not self._next(desk, ask(n, desk.status, desk.body)):
                    waiting -= 1
        spent = time.perf_counter() - began
        for desk in self.desks:
            self._selector.unregister(desk.line)
        return spent

    def close(self) -> None:
        for desk in self.desks:
            desk.line.close()
        self._selector.close()

    def _desk(self, host: str, port: int) -> Desk:
        line = socket.create_connection((host, port), 60)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Desk(line)

    def _next(self, desk: Desk, asked: tuple[str, bytes] | None) -> bool:
        if asked is None:
            return False
        desk.name, request = asked
        desk.began = time.perf_counter()
        desk.line.sendall(request)
        return True

    def _read(self, desk: Desk) -> bool:
        """Take in what came; say whether the answer is complete."""
        piece = desk.line.recv(262_144)
        if not piece:
            raise ConnectionError(f"The server hung up on {desk.name}.")
        desk.got += piece
        end = desk.got.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = bytes(desk.got[:end]).lower()
        length = _length(head)
        if len(desk.got) < end + 4 + length:
            return False
        spent = (time.perf_counter() - desk.began) * 1000
        self.milliseconds.setdefault(desk.name, []).append(spent)
        desk.status = int(head[9:12])
        self.statuses[desk.status] = self.statuses.get(desk.status, 0) + 1
        desk.body = bytes(desk.got[end + 4 :])
        desk.got.clear()
        return True


def _length(head: bytes) -> int:
    place = head.find(b"content-length:")
    return int(head[place + 15 :].split(b"\r\n", 1)[0]) if place >= 0 else 0


def request(verb: str, path: str, token: str, body: bytes = b"", *, etag: str = "") -> bytes:
    """Write a request as a desk would."""
    lines = [f"{verb} {path} HTTP/1.1", "Host: bench", f"Authorization: Bearer {token}"]
    lines += ["KB-Protocol: kbdesk/1", "Accept-Encoding: zstd"]
    if etag:
        lines += [f"If-None-Match: {etag}", "KB-Nonce: 0123456789abcdef"]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def counted(each: int, make: Callable[[int, int], tuple[str, bytes]]) -> Ask:
    """Make a script of `each` requests a desk: `make(desk, number)` gives name and request."""
    made: dict[int, int] = {}

    def ask(desk: int, _status: int, _body: bytes) -> tuple[str, bytes] | None:
        number = made.get(desk, 0)
        made[desk] = number + 1
        return make(desk, number) if number < each else None

    return ask
