"""Server-sent events from bytes that may be cut anywhere.

Lines end in LF, CRLF or CR. A CR at the end of what has come ends its line at once; an LF that
comes next belongs to it. (Iterators over lines lose fields when CR and LF come apart.)
"""

from dataclasses import dataclass

from sync.protocol.codec import Unbelievable

LONGEST = 4 * 1024 * 1024  # bytes that one event may have


@dataclass(frozen=True, slots=True)
class Event:
    """One event; `id` is the last one that was given, here or before."""

    name: str
    data: str
    id: str = ""


class Parser:
    """Takes pieces of a stream and gives the events that are complete."""

    def __init__(self, last_id: str = "") -> None:
        self._rest = b""
        self._after_cr = False
        self._first = True
        self._name = ""
        self._data: list[str] = []
        self._id = last_id

    def feed(self, piece: bytes) -> list[Event]:
        """Return the events that `piece` completes; raise `Unbelievable` for an endless one."""
        if self._after_cr and piece:
            piece = piece.removeprefix(b"\n")
            self._after_cr = False
        *lines, self._rest = self._lines(self._rest + piece)
        events = [event for line in lines if (event := self._line(line)) is not None]
        if len(self._rest) + sum(len(line) for line in self._data) > LONGEST:
            raise Unbelievable("The live stream holds something that does not end.")
        return events

    def _lines(self, text: bytes) -> list[bytes]:
        """Split at every line end; the last part is not complete."""
        self._after_cr = text.endswith(b"\r")
        return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")

    def _line(self, line: bytes) -> Event | None:
        text = line.decode("utf-8", "replace")
        if self._first:
            text, self._first = text.removeprefix("\ufeff"), False
        if not text:
            return self._complete()
        name, _, value = text.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._name = value
        elif name == "data":
            self._data.append(value)
        elif name == "id" and "\0" not in value:
            self._id = value
        return None  # a comment (an empty name) is a sign of life and nothing else

    def _complete(self) -> Event | None:
        name, data = self._name or "message", self._data
        self._name, self._data = "", []
        return Event(name, "\n".join(data), self._id) if data else None
