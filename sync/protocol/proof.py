"""Proof that an answer about the heads is fresh, and for this desk (G24).

A hash says that a body is whole, not that it is today's: a cache, a portal or somebody between
could hand over last week's heads, whole and signed by nobody. So a desk sends a nonce with each
question, and only who knows its token can answer with the code of this module.
"""

import hashlib
import hmac
import secrets

NONCE = "KB-Nonce"
PROOF = "KB-Proof"


def nonce() -> str:
    """Return the value of `KB-Nonce` for one request."""
    return secrets.token_hex(16)


def proof(token: str, nonce: str, status: int, etag: str, body: bytes) -> str:
    """Return the value of `KB-Proof` for an answer; `etag` is its header to the letter."""
    said = f"{nonce}\n{status}\n{etag}\n{hashlib.sha256(body).hexdigest()}"
    return hmac.new(token.encode(), said.encode(), hashlib.sha256).hexdigest()


def holds(shown: str | None, token: str, nonce: str, status: int, etag: str, body: bytes) -> bool:
    """Say whether an answer is what the server says now, to this desk."""
    known = proof(token, nonce, status, etag, body).encode()
    return hmac.compare_digest(known, (shown or "").lower().encode())
