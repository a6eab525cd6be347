"""Hashes of operations: is it the same again, and is it still as it was made."""

import json
from collections.abc import Mapping
from typing import Any


def body_text(body: Mapping[str, Any]) -> str:
    """Write a body as it is kept."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def body_hash(body: Mapping[str, Any]) -> str:
    """Hash a body as it is kept, to tell whether the same waits already."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(body_text(body).encode("utf-8", "surrogatepass")).hexdigest()


def operation_sha256(
    id_: str, kind: str, at: str, base_rev: int | None, body: str, base_sha256: str = ""
) -> bytes:
    """Hash what may not change of an operation once it is made; its state may.

    One that tells of no text it was made from has the hash it had before that could be told.
    """
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    parts = [id_, kind, at, "" if base_rev is None else str(base_rev), body]
    told = [*parts, base_sha256] if base_sha256 else parts
    return hashlib.sha256("\0".join(told).encode()).digest()
