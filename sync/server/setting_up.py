"""A new server: who it is, the shelf everyone reads, and the spaces that only rules write in."""

import secrets
from typing import NamedTuple

from sync.server.moments import Clock, written
from sync.server.principal import Role
from sync.server.storage.interface import Storage, Transaction

BASE = "base"
STEER = "+steer"
EVERYONE = "+all"
EDIT = "+edit"
TALLY = "+tally"  # read by nobody


def role_space(role: str) -> str:
    """Name the space of the notices to a role."""
    return f"+role.{role}"


def group_space(group: str) -> str:
    """Name the space of the notices to a group."""
    return f"+group.{group}"


def edit_space(shelf: str) -> str:
    """Name the space of what is suggested and remarked about the articles of a shelf."""
    return f"+edit.{shelf}"


def add_space(transaction: Transaction, name: str, sort: str, title: str, now: str) -> None:
    """Make a space unless it is there."""
    transaction.run(
        """INSERT INTO spaces (name, sort, title, made) VALUES (?, ?, ?, ?)
            ON CONFLICT (name) DO NOTHING""",
        name,
        sort,
        title,
        now,
    )


def add_shelf(transaction: Transaction, name: str, title: str, now: str) -> None:
    """Make a shelf, with the space of those who write in it."""
    add_space(transaction, name, "shelf", title, now)
    add_space(transaction, edit_space(name), "edit", title, now)


def add_group_space(transaction: Transaction, name: str, title: str) -> None:
    """Make the space of the notices to a group."""
    now = transaction.value("SELECT value FROM meta WHERE key = 'made'")
    add_space(transaction, group_space(name), "notices", title, now or "")


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
        [("rights", 1), ("announcements", 0), ("audit", 0), ("tending", 0), ("roster", 0)],
    )
    add_shelf(transaction, BASE, "Base", now)
    add_space(transaction, STEER, "steer", "Steering", now)
    add_space(transaction, EVERYONE, "notices", "Everyone", now)
    for role in Role:
        add_space(transaction, role_space(role), "notices", f"Role {role}", now)
    add_space(transaction, EDIT, "edit", "Editing", now)
    add_space(transaction, TALLY, "tally", "Tally", now)
    transaction.many(
        "INSERT INTO grants (space, principal, level) VALUES (?, ?, ?)",
        [(BASE, "everyone", "read"), (STEER, "role:supervisor", "read")],
    )
    return True
