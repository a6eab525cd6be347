"""A proxy that spoils HTTP in every way that is known: one fault for each request, then none.

`faults` is a list that requests use up from the front; `standing` is the fault of all others. An
exchange is one connection: the proxy adds `Connection: close`, reads the whole answer and does to
it what the fault says, so what a client sees is exact. A live stream (`text/event-stream`) is
passed on as it comes, or held back: from its beginning by the fault "stall", in its midst while
`withholding` is set. Then both ends believe in a connection that carries nothing, as after a cable
was pulled or a laptop slept.
"""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Self
from urllib.parse import urlsplit

FAULTS = (
    "refuse",  # the connection is reset before anything is said
    "cut",  # half the answer, then the end
    "reset",  # half the answer, then a reset
    "swallow",  # the server has done it, the answer is lost
    "truncate",  # a shorter body in a sound frame
    "flip",  # one bit of the body
    "portal",  # a page of somebody else's, with 200
    "redirect",  # the same by 302
    "busy",  # 503 with Retry-After, from no server of ours
    "stale",  # what the same question was answered the first time
    "twice",  # the request is delivered two times
)
WAITS = ("stall", "drip")  # half the answer and then nothing; or a byte now and then


class FaultProxy:
    """Stands between a desk and `upstream` (http://host:port), on a port of its own."""

    def __init__(self, upstream: str, drip: float = 0.05) -> None:
        parts = urlsplit(upstream)
        self.upstream = (parts.hostname or "", parts.port or 80)
        self.faults: list[str] = []
        self.standing = ""
        self.seen: list[str] = []  # request lines, in order
        self.withholding = threading.Event()
        self._first: dict[bytes, bytes] = {}
        self._drip = drip
        self._closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _spawn(self, work: "object", *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._spawn(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.settimeout(10)
            request = _message(client)
            if request:
                self._exchange(client, request)

    def _exchange(self, client: socket.socket, request: bytes) -> None:
        line = request.split(b"\r\n", 1)[0]
        self.seen.append(line.decode("latin-1"))
        fault = self.faults.pop(0) if self.faults else self.standing
        if fault in {"refuse", "portal", "redirect", "busy"}:
            self._instead(client, fault)
            return
        if b"/v1/live" in line and fault in {"cut", "reset", "swallow"}:
            _reset(client)
            return
        if b"/v1/live" in line:
            self._stream(client, request, mute=fault == "stall")
            return
        answer = self._ask(request)
        if fault == "twice":
            answer = self._ask(request)
        if fault == "stale":
            answer = self._first.get(line, answer)
        self._first.setdefault(line, answer)
        self._hand_over(client, answer, fault)

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(self.upstream, 10) as server:
            server.sendall(_closing(request))
            return b"".join(_pieces(server))

    def _instead(self, client: socket.socket, fault: str) -> None:
        if fault == "refuse":
            _reset(client)
        elif fault == "portal":
            page = b"<!DOCTYPE html><html><body>Please accept our terms.</body></html>"
            client.sendall(_answer(b"200 OK", b"Content-Type: text/html", page))
        elif fault == "redirect":
            client.sendall(_answer(b"302 Found", b"Location: http://portal.invalid/", b""))
        else:
            client.sendall(_answer(b"503 Service Unavailable", b"Retry-After: 7", b""))

    def _hand_over(self, client: socket.socket, answer: bytes, fault: str) -> None:
        head, _, body = answer.partition(b"\r\n\r\n")
        half = len(head) + 4 + len(body) // 2
        if fault == "swallow":
            _reset(client)
        elif fault == "cut":
            client.sendall(answer[: max(half, 1)] if body else answer[: len(answer) // 2])
        elif fault == "reset":
            client.sendall(answer[:half])
            _reset(client)
        elif fault == "truncate":
            short = body[: len(body) // 2]
            client.sendall(_framed(head, short) + b"\r\n\r\n" + short)
        elif fault == "flip" and body:
            middle = len(body) // 2
            client.sendall(
                head + b"\r\n\r\n" + body[:middle] + bytes([body[middle] ^ 4]) + body[middle + 1 :]
            )
        elif fault in WAITS:
            self._slowly(client, answer, half if fault == "stall" else len(head))
        else:
            client.sendall(answer)

    def _slowly(self, client: socket.socket, answer: bytes, at: int) -> None:
        """Send so much, and the rest byte by byte until somebody loses patience."""
        client.sendall(answer[:at])
        for number in range(at, len(answer)):
            pause = 60.0 if at > len(answer) // 3 and number == at else self._drip
            if self._closing.wait(pause):
                return
            client.sendall(answer[number : number + 1])

    def _stream(self, client: socket.socket, request: bytes, *, mute: bool) -> None:
        with socket.create_connection(self.upstream, 10) as server:
            server.sendall(_closing(request))
            server.settimeout(0.2)
            while not self._closing.is_set():
                try:
                    piece = server.recv(65536)
                except TimeoutError:
                    continue
                if not piece:
                    return
                if not mute and not self.withholding.is_set():
                    client.sendall(piece)


def _message(client: socket.socket) -> bytes:
    """Read one request: its head, and as much body as it states."""
    text = b""
    while b"\r\n\r\n" not in text:
        piece = client.recv(65536)
        if not piece:
            return b""
        text += piece
    head, _, body = text.partition(b"\r\n\r\n")
    missing = _length(head) - len(body)
    while missing > 0:
        piece = client.recv(65536)
        if not piece:
            return b""
        text, missing = text + piece, missing - len(piece)
    return text


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return 0


def _closing(request: bytes) -> bytes:
    head, _, body = request.partition(b"\r\n\r\n")
    lines = [x for x in head.split(b"\r\n") if not x.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body


def _framed(head: bytes, body: bytes) -> bytes:
    lines = [
        b"Content-Length: %d" % len(body) if x.lower().startswith(b"content-length:") else x
        for x in head.split(b"\r\n")
    ]
    return b"\r\n".join(lines)


def _answer(status: bytes, header: bytes, body: bytes) -> bytes:
    frame = b"Content-Length: %d\r\nConnection: close" % len(body)
    return b"HTTP/1.1 " + status + b"\r\n" + header + b"\r\n" + frame + b"\r\n\r\n" + body


def _pieces(server: socket.socket) -> Iterator[bytes]:
    while piece := server.recv(65536):
        yield piece


def _reset(client: socket.socket) -> None:
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
