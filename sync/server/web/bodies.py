"""Bodies that come in: bounded in bytes, in time and in what they unfold to.

Nothing here trusts a length that somebody states. A body is read as it comes, dropped as soon as it
passes its bound, unfolded with the bound on the output and on the decoder's own window, and must
fit its `KB-SHA256` when it carries one.
"""

import asyncio
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from sync.protocol import codec
from sync.protocol.zstandard import DecompressionParameter, ZstdDecompressor, ZstdError
from sync.server.errors import Malformed
from sync.server.web.refusals import TooLarge, TooSlow, WrongCoding
from sync.server.web.settings import Settings

Receive = Callable[[], Awaitable[Any]]
WINDOW_LOG = 23  # a zstd frame may make its decoder keep 2^23 bytes, not the 2^31 that it may ask


class Left(Exception):
    """Nobody is there any more to be answered."""


async def chunks(receive: Receive, limit: int, settings: Settings) -> AsyncIterator[bytes]:
    """Give the body piece by piece, within its bounds."""
    started, size = time.monotonic(), 0
    while True:
        try:
            message = await asyncio.wait_for(receive(), settings.body_stall_seconds)
        except TimeoutError:
            raise TooSlow("The body did not come. Try again.") from None
        if message["type"] == "http.disconnect":
            raise Left
        piece = message.get("body", b"")
        size += len(piece)
        if size > limit:
            raise TooLarge(f"A body here holds at most {limit} bytes.")
        if time.monotonic() - started > _patience(size, settings):
            raise TooSlow("The body came too slowly. Try again.")
        if piece:
            yield piece
        if not message.get("more_body", False):
            return


async def whole(
    receive: Receive, headers: dict[bytes, bytes], settings: Settings, limit: int
) -> bytes:
    """Read a body, unfold it and check it against its hash."""
    body = b"".join([piece async for piece in chunks(receive, limit, settings)])
    body = unfolded(body, headers.get(b"content-encoding", b"").strip().lower(), limit)
    digest = headers.get(b"kb-sha256")
    if digest is not None and digest.decode("latin-1").lower() != codec.sha256(body):
        raise Malformed("The body was damaged on the way. Send it again.", code="damaged")
    return body


def stated_length(headers: dict[bytes, bytes], limit: int) -> int:
    """Return how long a body says it is, the bound when it does not say; refuse what is longer."""
    stated = headers.get(b"content-length", b"")
    length = int(stated[:20]) if stated.isdigit() else limit
    if length > limit:
        raise TooLarge(f"A body here holds at most {limit} bytes.")
    return length


def unfolded(body: bytes, coding: bytes, limit: int) -> bytes:
    if coding in {b"", b"identity"}:
        return body
    if coding == b"gzip":
        return _gunzipped(body, limit)
    if coding == b"zstd":
        return _unzstd(body, limit)
    raise WrongCoding("Bodies may be plain, gzip or zstd.")


def _gunzipped(body: bytes, limit: int) -> bytes:
    reader = zlib.decompressobj(wbits=31)
    try:
        plain = reader.decompress(body, limit + 1)
    except zlib.error:
        raise Malformed("The body is no sound gzip.") from None
    return _bounded(plain, limit, ended=reader.eof, rest=reader.unused_data)


def _unzstd(body: bytes, limit: int) -> bytes:
    reader = ZstdDecompressor(options={DecompressionParameter.window_log_max: WINDOW_LOG})
    try:
        plain = reader.decompress(body, limit + 1)
    except ZstdError:
        raise Malformed("The body is no sound zstd.") from None
    return _bounded(plain, limit, ended=reader.eof, rest=reader.unused_data)


def _bounded(plain: bytes, limit: int, *, ended: bool, rest: bytes) -> bytes:
    if len(plain) > limit:
        raise TooLarge(f"A body here unfolds to at most {limit} bytes.")
    if not ended or rest:
        raise Malformed("The body was cut, or something follows it.")
    return plain


def _patience(size: int, settings: Settings) -> float:
    return settings.body_grace_seconds + size / settings.body_bytes_per_second
