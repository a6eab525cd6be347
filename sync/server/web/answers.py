"""Answers as bytes: the stamp that a desk checks, and the smallest coding that it takes.

Litestar's own compression knows no zstd, and its responses would encode a value twice; an answer
here is encoded once, hashed once, and compressed in the thread that made it.
"""

import gzip
from collections.abc import Mapping
from typing import Any

from litestar.response.base import ASGIResponse
from litestar.types import Receive, Scope, Send

from sync.protocol import codec, versions
from sync.protocol.zstandard import compress
from sync.server.web import problems

WORTH_IT = 1024
JSON = "application/json"
Headers = list[tuple[bytes, bytes]]


class Answer(ASGIResponse):
    """Status, headers and body as they go out; Litestar passes it on untouched."""

    __slots__ = ("raw",)

    def __init__(self, status: int, raw: Headers, body: bytes = b"") -> None:
        super().__init__(status_code=status)
        self.body = body
        self.raw = raw

    def to_asgi_response(self, **_: Any) -> "Answer":
        """Stand for itself where Litestar asks an exception handler's answer to become ASGI."""
        return self

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


def accepted(header: str) -> str:
    """Choose a content coding: zstd, else gzip, else none. Weights other than 0 are all one."""
    names = {
        part.split(";")[0].strip().lower()
        for part in header.split(",")
        if part.replace(" ", "").rpartition(";q=")[2] not in {"0", "0.0", "0.00", "0.000"}
    }
    return "zstd" if "zstd" in names else "gzip" if "gzip" in names else ""


def encoded(body: bytes, coding: str) -> tuple[bytes, str]:
    """Compress what is worth it; return the bytes and the coding they are in."""
    if len(body) <= WORTH_IT or not coding:
        return body, ""
    if coding == "zstd":
        return compress(body, 3), coding
    return gzip.compress(body, 1, mtime=0), coding


def raw_headers(fields: Mapping[str, str]) -> Headers:
    return [
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in fields.items()
    ]


def give(
    body: bytes,
    version: int,
    coding: str = "",
    *,
    status: int = 200,
    media_type: str = JSON,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Stamp and compress a body. `coding` is what the desk accepts."""
    sent, used = encoded(body, coding)
    fields = {
        "Content-Type": media_type,
        "Content-Length": str(len(sent)),
        "Vary": "Accept-Encoding",
        "Cache-Control": "no-store",
        **codec.stamps(body, version),
        **(headers or {}),
    }
    if used:
        fields["Content-Encoding"] = used
    return Answer(status, raw_headers(fields), sent)


def nothing(status: int, version: int, headers: Mapping[str, str] | None = None) -> Answer:
    """Answer without a body: 204 and 304. It is stamped all the same."""
    fields = {"Cache-Control": "no-store", **codec.stamps(b"", version), **(headers or {})}
    return Answer(status, raw_headers(fields))


def refuse(error: Exception, version: int = versions.NEWEST) -> Answer:
    """Answer with the problem that an exception is."""
    said, headers = problems.told(error)
    return give(
        codec.encode(said),
        version,
        status=said.status,
        media_type=problems.MEDIA_TYPE,
        headers=headers,
    )
