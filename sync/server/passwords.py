"""Passwords: argon2id, as costly as OWASP asks with little memory, and never many at once.

19 MiB and two passes: a server of 150 MB may check two at a time. Whoever names nobody waits as
long and hears the same as who names somebody, so that names cannot be tried out.
"""

import os
import secrets
import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sync.server.errors import TooMany

AT_ONCE = max(1, min(4, os.cpu_count() or 1))
PATIENCE_SECONDS = 10.0
SHORTEST = 8

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_places = threading.BoundedSemaphore(AT_ONCE)


def hashed(password: str) -> str:
    return _hasher.hash(password)


def fits(stored: str | None, password: str) -> bool:
    """Return whether a password is the stored one; None stands for a person who does not exist."""
    if not _places.acquire(timeout=PATIENCE_SECONDS):
        raise TooMany("Many people are signing in. Try again in a moment.", retry_after=5)
    try:
        sound = _verify(stored or _nobodys(), password)
    finally:
        _places.release()
    return sound and stored is not None


def made_up() -> str:
    """Make a password that can be read out: 80 bits."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_urlsafe())
