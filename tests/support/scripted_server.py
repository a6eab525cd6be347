"""An HTTP server that says exactly what a test wants, over a real socket."""

import contextlib
import copy
import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sync.protocol import codec
from sync.protocol.wire import Problem
from sync.protocol.zstandard import compress

Said = tuple[int, dict[str, str], bytes]


class Scripted(http.server.ThreadingHTTPServer):
    """Answers with whatever `say` returns, and remembers what was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.say: Callable[[Asked], Said] = lambda asked: (200, {}, b"")
        self.asked: list[Asked] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}"


class Asked(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Scripted
    body: bytes

    def _answer(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(copy.copy(self))  # one handler serves a whole connection
        status, headers, body = self.server.say(self)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304 and "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - http.server's names

    def handle(self) -> None:
        with contextlib.suppress(OSError):  # a desk that does not trust us just leaves
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as above
        """Say nothing."""


@contextmanager
def scripted() -> Iterator[Scripted]:
    """Run one on a port of its own."""
    with Scripted() as standing:
        thread = threading.Thread(target=standing.serve_forever, args=(0.01,))
        thread.start()
        yield standing
        standing.shutdown()
        thread.join()


def good(value: object, coding: str = "") -> Said:
    plain = codec.encode(value)
    codings: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": compress}
    body = codings.get(coding, bytes)(plain)
    return 200, codec.stamps(plain) | ({"Content-Encoding": coding} if coding else {}), body


def bad(status: int, code: str = "code", **headers: str) -> Said:
    body = codec.encode(Problem("No", status, code, "A sentence."))
    return status, codec.stamps(body) | {k.replace("_", "-"): v for k, v in headers.items()}, body
