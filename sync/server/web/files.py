"""Files as they stand on the disk, whole or in part, with memory that does not grow.

One part at a time (`Range: bytes=a-b`), under a strong ETag that is the hash of the whole file, so
that a download cut yesterday goes on today, or starts over when `If-Range` says that the file is
another one. `KB-SHA256` is of the whole file too: a part alone proves nothing.
"""

import asyncio
import os
import re
from collections.abc import Mapping
from pathlib import Path

from litestar.response.base import ASGIResponse
from litestar.types import Receive, Scope, Send

from sync.protocol import codec, versions
from sync.server.web.answers import Answer, raw_headers
from sync.server.web.context import Call
from sync.server.web.lanes import Lane
from sync.server.web.refusals import NoSuchRange

PIECE = 32 * 1024  # each slow client makes the server hold two of them
ONE_RANGE = re.compile(r"bytes=(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))")


def part_of(header: str, size: int) -> tuple[int, int] | None:
    """Read a Range header as (first, one past the last); None for the whole file.

    Several ranges, other units and nonsense are answered with everything, as RFC 9110 allows.
    """
    asked = ONE_RANGE.fullmatch(header.strip())
    if asked is None:
        return None
    first, last, suffix = asked.groups()
    if suffix is not None:
        start, stop = max(0, size - int(suffix)), size
    else:
        start, stop = int(first), min(int(last) + 1 if last else size, size)
        if last and int(last) < int(first):
            return None
    if start >= size or start >= stop:
        raise NoSuchRange(f"The file has {size} bytes.")
    return start, stop


def hand_out(call: Call, file: Path, sha256: str, fields: Mapping[str, str]) -> ASGIResponse:
    """Answer with a file: 200, 206 or 304."""
    etag = f'"{sha256}"'
    fields = {
        "ETag": etag,
        "Accept-Ranges": "bytes",
        codec.PROTOCOL: versions.header(call.version),
        codec.SHA256: sha256,
        **fields,
    }
    if etag in {part.strip() for part in call.header(b"if-none-match").split(",")}:
        return Answer(304, raw_headers(fields))
    size = file.stat().st_size
    condition = call.header(b"if-range").strip()
    wanted = part_of(call.header(b"range"), size) if condition in {"", etag} else None
    start, stop = wanted or (0, size)
    if wanted:
        fields["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    fields["Content-Length"] = str(stop - start)
    fields["Content-Type"] = "application/octet-stream"
    return FilePart(206 if wanted else 200, fields, file, (start, stop), call.premises.lanes.files)


class FilePart(ASGIResponse):
    """Sends bytes of a file piece by piece; the disk is waited for in a thread."""

    __slots__ = ("_fields", "_file", "_lane", "_part")

    def __init__(
        self, status: int, fields: Mapping[str, str], file: Path, part: tuple[int, int], lane: Lane
    ) -> None:
        super().__init__(status_code=status)
        self._fields = fields
        self._file = file
        self._part = part
        self._lane = lane

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        place, stop = self._part
        descriptor = await self._lane.run(self._open)
        try:
            headers = raw_headers(self._fields)
            await send(
                {"type": "http.response.start", "status": self.status_code, "headers": headers}
            )
            while place < stop:
                piece = await self._read(descriptor, min(PIECE, stop - place), place)
                place += len(piece)
                more = place < stop
                await send({"type": "http.response.body", "body": piece, "more_body": more})
        finally:
            await asyncio.shield(self._lane.run(lambda: os.close(descriptor)))

    def _open(self) -> int:
        return os.open(self._file, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    async def _read(self, descriptor: int, count: int, place: int) -> bytes:
        if piece := _at_hand(descriptor, count, place):
            await asyncio.sleep(0)  # others get their turn between two pieces
            return piece
        piece = await self._lane.run(lambda: os.pread(descriptor, count, place))
        if not piece:
            raise OSError(f"{self._file} became shorter while it was read.")
        return piece


def _at_hand(descriptor: int, count: int, place: int) -> bytes:
    """Read what the system has in memory, without a thread; nothing where the disk is needed."""
    if not hasattr(os, "RWF_NOWAIT"):
        return b""
    piece = bytearray(count)
    try:
        size = os.preadv(descriptor, [piece], place, os.RWF_NOWAIT)
    except OSError:  # it would wait, or this file system cannot say
        return b""
    return bytes(memoryview(piece)[:size])
