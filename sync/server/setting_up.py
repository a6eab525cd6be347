"""A new server: who it is, the shelf everyone reads, the space of those who steer."""

import secrets
from typing import NamedTuple

from sync.server.moments import Clock, written
from sync.server.storage.interface import Storage, Transaction

BASE = "base"
STEER = "+steer"


class Identity(NamedTuple):
    """`server` is for life; a restored backup goes on in a new `epoch`."""

    server: str
    epoch: str
    signing_key: str


def identity_of(transaction: Transaction) -> Identity:
    found: dict[str, str] = dict(
        transaction.rows(
            "SELECT key, value FROM meta WHERE key IN ('server', 'epoch', 'signing_key')"
        )
    )
    return Identity(found["server"], found["epoch"], found["signing_key"])


def new_epoch() -> str:
    return secrets.token_hex(8)


def is_set_up(transaction: Transaction) -> bool:
    return transaction.value("SELECT value FROM meta WHERE key = 'server'") is not None


def set_up(storage: Storage, clock: Clock) -> bool:
    """Make a server of an empty database; return whether there was anything to do."""
    if storage.read(is_set_up):
        return False
    return storage.write(lambda transaction: _make(transaction, written(clock())))


def _make(transaction: Transaction, now: str) -> bool:
    if is_set_up(transaction):  # another process that started with us was first
        return False
    transaction.run("INSERT INTO meta (key, value) VALUES ('server', ?)", secrets.token_hex(8))
    transaction.many(
        "INSERT INTO meta (key, value) VALUES (?, ?)",
        [("epoch", new_epoch()), ("signing_key", secrets.token_hex(32)), ("made", now)],
    )
    transaction.many(
        "INSERT INTO counters (name, value) VALUES (?, ?)",
        [("rights", 1), ("announcements", 0), ("audit", 0), ("tending", 0)],
    )
    transaction.many(
        "INSERT INTO spaces (name, sort, title, made) VALUES (?, ?, ?, ?)",
        [(BASE, "shelf", "Base", now), (STEER, "steer", "Steering", now)],
    )
    transaction.many(
        "INSERT INTO grants (space, principal, level) VALUES (?, ?, ?)",
        [(BASE, "everyone", "read"), (STEER, "role:supervisor", "read")],
    )
    return True
