"""Bodies to bytes and back, believed only when everything about them fits.

Popular HTTP clients hand over a captive portal's page, a truncated gzip stream or a flipped byte as
success. So every body of ours carries the magic word with the version, and the SHA-256 of its bytes
as they are before any content coding; whatever does not fit is `Unbelievable` and changes nothing.
"""

from typing import TypeVar

import msgspec

from sync.protocol import versions

PROTOCOL = "KB-Protocol"
SHA256 = "KB-SHA256"
T = TypeVar("T")

_encoder = msgspec.json.Encoder()


class Unbelievable(Exception):
    """A body that is not what the other side sent. `intercepted` when a web page came instead."""

    def __init__(self, sentence: str, *, intercepted: bool = False) -> None:
        super().__init__(sentence)
        self.intercepted = intercepted


def encode(value: object) -> bytes:
    """Write a value as JSON."""
    return _encoder.encode(value)


def stamps(body: bytes, version: int = versions.NEWEST) -> dict[str, str]:
    """Return the two headers that a body must carry."""
    return {PROTOCOL: versions.header(version), SHA256: sha256(body)}


def sha256(body: bytes) -> str:
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(body).hexdigest()


def check(body: bytes, protocol: str | None, digest: str | None) -> int:
    """Return the version of a body whose headers prove it; raise `Unbelievable` otherwise."""
    version = versions.read(protocol)
    if version is None:
        page = body[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
        raise Unbelievable("The answer did not come from a kbdesk server.", intercepted=page)
    if digest is None or digest.lower() != sha256(body):
        raise Unbelievable("The answer was damaged on the way.")
    return version


def decode(body: bytes, kind: type[T]) -> T:
    """Read a value; raise `Unbelievable` for bytes that do not hold one."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise Unbelievable(f"The answer could not be read: {error}.") from error
    except RecursionError as error:
        raise Unbelievable("The answer could not be read: it is nested too deeply.") from error
