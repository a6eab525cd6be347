"""Shelves, groups and grants: what an administrator sets up, and `rights` decides by."""

import re
from typing import NamedTuple

from sync.server import audit, people, rights
from sync.server.errors import Trouble
from sync.server.principal import Role
from sync.server.rights import Level
from sync.server.setting_up import add_group_space, add_shelf
from sync.server.storage.interface import Transaction

PRINCIPAL = re.compile(r"everyone|(role|group|person):([a-z0-9][a-z0-9._-]{0,63})")
MANUAL = "help"
SEE_SPACES = "See: kbdesk-server space list"
GRANTABLE = frozenset({"shelf", "steer"})


class Space(NamedTuple):
    """A space as a list shows it."""

    name: str
    sort: str
    title: str
    head: int
    live: int
    cut: int
    grants: tuple[tuple[str, str], ...]


class Group(NamedTuple):
    """A group as a list shows it."""

    name: str
    title: str
    people: tuple[str, ...]


def add(transaction: Transaction, *, name: str, title: str, now: str, by: str) -> None:
    """Add a shelf; nobody but admins reads it before something is granted."""
    people.check_name(name)
    if name == MANUAL:
        raise Trouble(f"{MANUAL} is the shelf of every desk's own manual.", "Choose another name.")
    if _sort(transaction, name) is not None:
        raise Trouble(f"There is a space {name} already.", SEE_SPACES)
    add_shelf(transaction, name, title or name, now)
    audit.note(transaction, at=now, who=by, what="space add", about=name)
    rights.changed(transaction)


def every(transaction: Transaction, *, personal: bool = False, kept: bool = False) -> list[Space]:
    """List the spaces by name: those something can be granted in, and others when asked.

    `personal` are people's own; `kept` those that the server keeps by itself and grants to no one.
    """
    grants: dict[str, list[tuple[str, str]]] = {}
    for space, principal, level in transaction.rows("SELECT space, principal, level FROM grants"):
        grants.setdefault(space, []).append((principal, level))
    rows = transaction.rows("SELECT name, sort, title, head, live, cut FROM spaces")
    return [
        Space(name, sort, title, head, live, cut, tuple(sorted(grants.get(name, ()))))
        for name, sort, title, head, live, cut in sorted(rows)
        if sort in GRANTABLE or (personal if sort == "personal" else kept)
    ]


def grant(
    transaction: Transaction, *, space: str, principal: str, level: Level, now: str, by: str
) -> None:
    """Let a principal read, or read and write, in a shelf."""
    _grantable(transaction, space, level)
    check_principal(transaction, principal)
    transaction.run(
        """INSERT INTO grants (space, principal, level) VALUES (?, ?, ?)
            ON CONFLICT (space, principal) DO UPDATE SET level = excluded.level""",
        space,
        principal,
        level.value,
    )
    detail = f"{principal} {level.value}"
    audit.note(transaction, at=now, who=by, what="space grant", about=space, detail=detail)
    rights.changed(transaction)


def revoke(transaction: Transaction, *, space: str, principal: str, now: str, by: str) -> None:
    """Take back what was granted to a principal in a space."""
    _must_exist(transaction, space)
    gone = transaction.run("DELETE FROM grants WHERE space = ? AND principal = ?", space, principal)
    if not gone:
        raise Trouble(f"Nothing is granted to {principal} in {space}.", SEE_SPACES)
    audit.note(transaction, at=now, who=by, what="space revoke", about=space, detail=principal)
    rights.changed(transaction)


def groups(transaction: Transaction) -> list[Group]:
    """List the groups by name, with who is in them."""
    members: dict[str, list[str]] = {}
    for group, person in transaction.rows("SELECT group_name, person FROM members"):
        members.setdefault(group, []).append(person)
    rows = sorted(transaction.rows("SELECT name, title FROM groups"))
    return [Group(name, title, tuple(sorted(members.get(name, ())))) for name, title in rows]


def add_group(transaction: Transaction, *, name: str, title: str, now: str, by: str) -> None:
    people.check_name(name)
    if transaction.value("SELECT 1 FROM groups WHERE name = ?", name) is not None:
        raise Trouble(f"There is a group {name} already.", "See: kbdesk-server group list")
    transaction.run("INSERT INTO groups (name, title) VALUES (?, ?)", name, title or name)
    add_group_space(transaction, name, title or name)
    audit.note(transaction, at=now, who=by, what="group add", about=name)


def join(transaction: Transaction, *, group: str, person: str, now: str, by: str) -> None:
    """Put a person into a group; a new group is made."""
    people.known(transaction, person)
    people.join(transaction, group=group, person=person)
    audit.note(transaction, at=now, who=by, what="group join", about=group, detail=person)
    rights.changed(transaction)


def leave(transaction: Transaction, *, group: str, person: str, now: str, by: str) -> None:
    """Take a person out of a group."""
    gone = transaction.run("DELETE FROM members WHERE group_name = ? AND person = ?", group, person)
    if not gone:
        raise Trouble(f"{person} is not in the group {group}.", "See: kbdesk-server group list")
    audit.note(transaction, at=now, who=by, what="group leave", about=group, detail=person)
    rights.changed(transaction)


def check_principal(transaction: Transaction, principal: str) -> None:
    """Raise `Trouble` unless a principal is somebody."""
    found = PRINCIPAL.fullmatch(principal)
    if found is None:
        raise Trouble(
            f"“{principal}” is nobody.",
            "Write everyone, role:agent, group:NAME or person:NAME.",
        )
    sort, name = found.groups()
    if sort == "role" and name not in set(Role):
        raise Trouble(f"There is no role {name}.", f"Choose one of: {', '.join(Role)}.")
    table = {"group": "groups", "person": "people"}.get(sort or "")
    if table and transaction.value(f"SELECT 1 FROM {table} WHERE name = ?", name) is None:
        raise Trouble(f"There is no {sort} {name}.", f"See the list of {table}.")


def _grantable(transaction: Transaction, space: str, level: Level) -> None:
    sort = _must_exist(transaction, space)
    if sort == "personal":
        raise Trouble(f"{space} is one person's own.", "Make a shelf: kbdesk-server space add")
    if sort not in GRANTABLE:
        remedy = "Who reads it follows from roles, groups and shelves: change those."
        raise Trouble(f"{space} is kept by the server, and nothing is granted in it.", remedy)
    if sort == "steer" and level is Level.WRITE:
        raise Trouble(f"{space} is written by the server only.", "Grant reading in it instead.")


def _must_exist(transaction: Transaction, space: str) -> str:
    sort = _sort(transaction, space)
    if sort is None:
        raise Trouble(f"There is no space {space}.", SEE_SPACES)
    return sort


def _sort(transaction: Transaction, space: str) -> str | None:
    found: str | None = transaction.value("SELECT sort FROM spaces WHERE name = ?", space)
    return found
