"""Everybody of a test has one password: argon2 is paid once a process, not once a person.

The hash is the product's own, salt and cost; only that two people have the same one is the tests'.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unittest import mock

from sync.server import passwords

_hashed = cache(passwords.hashed)


@contextmanager
def hashed_once() -> Iterator[None]:
    """Add people in this block: a password that was hashed before is not hashed again."""
    with mock.patch.object(passwords, "hashed", _hashed):
        yield
