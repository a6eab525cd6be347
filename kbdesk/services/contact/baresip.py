"""The baresip softphone as a source of calls: its ctrl_tcp module, netstrings of JSON.

baresip speaks to one client, the one that came last; so this keeps its one connection, and takes
it up again when baresip comes back. It only listens. What a hang-up was, abandoned or done, baresip
does not say; whether the call was answered before tells it (core.contact).
"""

import contextlib
import json
import logging
import socket
import threading
from collections.abc import Callable, Mapping

from kbdesk.core.calls import BadCall, CallEvent, read_event, user_part

log = logging.getLogger(__name__)

LONGEST = 64 * 1024  # bytes of a netstring
DIGITS = 7  # of the length of one
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0)  # seconds before the next try to reach it
CONNECTING = 5.0  # seconds

_STATES = {
    "CALL_INCOMING": "ringing",
    "CALL_OUTGOING": "ringing",
    "CALL_RINGING": "ringing",
    "CALL_ESTABLISHED": "answered",
    "CALL_HOLD": "held",
    "CALL_RESUME": "answered",
    "CALL_CLOSED": "ended",
}


class Garbled(ValueError):
    """What came is no stream of netstrings."""


class Netstrings:
    """Cuts a stream into its netstrings, however it arrives."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, some: bytes) -> list[bytes]:
        """Return what is whole now; raise `Garbled` when it can never become so."""
        self._rest += some
        whole: list[bytes] = []
        while (one := self._next()) is not None:
            whole.append(one)
        return whole

    def _next(self) -> bytes | None:
        length, colon, _ = self._rest[: DIGITS + 1].partition(b":")
        if not colon:
            if len(length) > DIGITS or (length and not length.isdigit()):
                raise Garbled("no length")
            return None
        if not length.isdigit() or int(length) > LONGEST:
            raise Garbled("no length, or too long")
        begin, end = len(length) + 1, len(length) + 1 + int(length)
        if len(self._rest) <= end:
            return None
        if self._rest[end : end + 1] != b",":
            raise Garbled("no comma")
        one, self._rest = self._rest[begin:end], self._rest[end + 1 :]
        return one


def read_message(text: bytes) -> CallEvent | None:
    """Read one message; None for what says nothing of the state of a call."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, Mapping) or said.get("event") is not True:
        return None
    state = _STATES.get(str(said.get("type")))
    if state is None:
        return None
    try:
        return read_event(
            {
                "call": said.get("id"),
                "state": state,
                "from": said.get("peeruri"),
                "name": said.get("peerdisplayname"),
                "agent": user_part(str(said.get("accountaor") or "")),
                "dir": "out" if said.get("direction") == "outgoing" else "in",
                "src": "baresip",
            }
        )
    except BadCall:
        return None


def read_address(text: str) -> tuple[str, int] | None:
    """Read `host:port` (a host alone is asked at 4444); None when it is no address."""
    host, _, port = text.strip().rpartition(":") if ":" in text else (text.strip(), "", "4444")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        return None
    return host.strip("[]"), int(port)


class Baresip:
    """A thread that listens until `close()`; `take` is called on it, once for each event."""

    def __init__(self, address: tuple[str, int], take: Callable[[CallEvent], None]) -> None:
        self._address = address
        self._take = take
        self._closing = threading.Event()
        self._line: socket.socket | None = None
        self._connected = threading.Event()
        self._thread = threading.Thread(target=self._run, name="baresip", daemon=True)
        self._thread.start()

    def wait_connected(self, seconds: float) -> bool:
        """Wait until baresip is reached; return whether it was."""
        return self._connected.wait(seconds)

    def close(self) -> None:
        """Hang up and end the thread; safe to call twice."""
        self._closing.set()
        if (line := self._line) is not None:
            with contextlib.suppress(OSError):  # it may have hung up by itself
                line.shutdown(socket.SHUT_RDWR)
        self._thread.join(CONNECTING + 1)

    def _run(self) -> None:
        tries = 0
        while not self._closing.is_set():
            try:
                with socket.create_connection(self._address, CONNECTING) as line:
                    tries = 0
                    self._listen(line)
            except OSError as error:
                log.info("baresip cannot be heard: %s", error)
            except Garbled as error:
                log.info("What came from baresip is not its protocol: %s", error)
            self._connected.clear()
            self._closing.wait(PAUSES[min(tries, len(PAUSES) - 1)])
            tries += 1

    def _listen(self, line: socket.socket) -> None:
        line.settimeout(None)
        self._line = line
        self._connected.set()
        cut = Netstrings()
        while not self._closing.is_set() and (some := line.recv(4096)):
            for text in cut.feed(some):
                event = read_message(text)
                if event is not None:
                    self._take(event)
