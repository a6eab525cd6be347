"""Proof that an answer about the heads is fresh, and for this desk (G24).

A hash says that a body is whole, not that it is today's: a cache, a portal or somebody between
could hand over last week's heads, whole and signed by nobody. So a desk sends a nonce with each
question, and only who knows its token can answer with the code of this module.

The server's moment comes with it in a header of its own, since it may not be part of a body whose
tag says "nothing new", nor of the code above, which older desks know. It has the same key and the
same nonce; its second line is a word where the other has a status, so neither passes for the other.
"""

import hashlib
import hmac
import secrets

NONCE = "KB-Nonce"
PROOF = "KB-Proof"
NOW = "KB-Now"


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


def now(token: str, nonce: str, moment: str) -> str:
    """Return the value of `KB-Now`: the server's moment, and the code that proves it."""
    return f"{moment} {_code_of_now(token, nonce, moment)}"


def moment(shown: str | None, token: str, nonce: str) -> str:
    """Return the moment that `KB-Now` proves, "" when there is none or it proves nothing."""
    said, _, code = (shown or "").partition(" ")
    known = _code_of_now(token, nonce, said).encode()
    return said if hmac.compare_digest(known, code.lower().encode()) else ""


def _code_of_now(token: str, nonce: str, moment: str) -> str:
    return hmac.new(token.encode(), f"{nonce}\nnow\n{moment}".encode(), hashlib.sha256).hexdigest()
