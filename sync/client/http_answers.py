"""From an answer to a value that is proved, or to the trouble that it is.

An answer counts as the server's only with the magic word and the hash of its decoded bytes; a
problem too. What cannot prove itself may still ask for patience (the front of a server that is
starting does), since patience changes nothing here.
"""

import zlib
from collections.abc import Mapping
from typing import TypeVar

from sync.client.http_exchange import Answer, Taker
from sync.client.ports import (
    Busy,
    Damaged,
    Disagreed,
    Intercepted,
    SignedOut,
    Stale,
    SyncTrouble,
    TooOld,
    Unacceptable,
    Unreachable,
)
from sync.protocol import codec, versions
from sync.protocol.codec import Unbelievable
from sync.protocol.wire import Problem
from sync.protocol.zstandard import DecompressionParameter, ZstdDecompressor, ZstdError

T = TypeVar("T")
MOST = 256 * 1024 * 1024  # bytes that a decoded body may have: a page of the largest texts fits
WINDOW_LOG = 23  # a zstd frame may make its decoder keep 2^23 bytes, not the 2^31 it may ask
LONGEST = 3600.0  # seconds that a server may have us wait
UNSTATED = 5.0

ACCEPTED = {"Accept-Encoding": "zstd, gzip", codec.PROTOCOL: versions.header()}


class Collected(Taker):
    """Takes a body into memory, as it is on the wire."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._size = 0

    def take(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > MOST:
            raise Damaged("The answer is larger than any of the server's.")
        self.pieces.append(piece)

    def plain(self, headers: Mapping[str, str]) -> bytes:
        """Return the body without its content coding."""
        coding = headers.get("Content-Encoding", "").strip().lower()
        return decoded(b"".join(self.pieces), coding)


def decoded(body: bytes, coding: str) -> bytes:
    """Take the content coding off, as far as `MOST` bytes and not a byte further."""
    if coding in {"", "identity"} or not body:
        return body
    if coding not in {"gzip", "zstd"}:
        raise Damaged(f"The answer came in a coding nobody asked for: {coding[:20]}.")
    reader = zlib.decompressobj(wbits=31) if coding == "gzip" else _unzstd()
    try:
        plain: bytes = reader.decompress(body, MOST)
    except (zlib.error, ZstdError) as error:
        raise Damaged("The answer was damaged on the way.") from error
    if not reader.eof:
        raise Damaged("The answer was cut on the way, or is far too large.")
    return plain


def _unzstd() -> ZstdDecompressor:
    return ZstdDecompressor(options={DecompressionParameter.window_log_max: WINDOW_LOG})


def prove(answer: Answer, body: bytes) -> None:
    """Raise the trouble that an answer is, unless it is one of the server's and a good one."""
    headers = answer.headers
    try:
        version = codec.check(body, headers.get(codec.PROTOCOL), headers.get(codec.SHA256))
    except Unbelievable as doubt:
        raise _unproved(answer, doubt) from doubt
    if version > versions.NEWEST:
        raise TooOld("The server speaks a newer language. Update kbdesk on this workstation.")
    if version < versions.OLDEST:
        raise TooOld("The server is too old for this kbdesk. Tell whoever runs it to update it.")
    if answer.status >= 300:
        raise _refusal(answer, body)


def value(body: bytes, kind: type[T]) -> T:
    try:
        return codec.decode(body, kind)
    except Unbelievable as doubt:
        raise Damaged(str(doubt)) from doubt


def _unproved(answer: Answer, doubt: Unbelievable) -> SyncTrouble:
    """Judge what something else than the server, or its front, had to say."""
    if answer.status in {429, 503}:
        return Busy("The server is not ready yet.", retry_after(answer.headers))
    if answer.status in {500, 502, 504}:
        return Unreachable("The server cannot be reached behind its front.")
    if answer.status == 407:
        return Intercepted("The proxy wants a password.", code="proxy_password")
    if answer.status == 404:  # a portal answers whatever is asked; a web site does not know it
        return Damaged("What answers there is not a kbdesk server.", code="stranger")
    portal = 300 <= answer.status < 400 or answer.status == 511
    if doubt.intercepted or portal:
        return Intercepted(
            "The network answers in place of the server: it may want you to sign in to it first."
        )
    return Damaged(str(doubt))


def _refusal(answer: Answer, body: bytes) -> SyncTrouble:
    """Turn a problem of the server's into a trouble."""
    said = value(body, Problem)
    sentence, status = said.detail or said.title, answer.status
    if status in {429, 503}:
        return Busy(sentence, retry_after(answer.headers))
    kinds: dict[int, type[SyncTrouble]] = {
        400: Unacceptable,
        401: SignedOut,
        404: Stale,
        408: Unreachable,
        410: Stale,
        413: Unacceptable,
        415: Unacceptable,
        422: Unacceptable,
        426: TooOld,
    }
    return kinds.get(status, Unreachable if status >= 500 else Disagreed)(sentence)


def retry_after(headers: Mapping[str, str]) -> float:
    """Read how long the server wants us to wait. A date is left aside."""
    # A date would need a clock that is right, and the desk's decides nothing (G28).
    stated = headers.get("Retry-After", "").strip()
    if not (stated.isascii() and stated.isdigit()):
        return UNSTATED
    return min(float(stated[:9]), LONGEST)
