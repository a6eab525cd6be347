"""People: who there is, what they are, and their own space."""

import re
from typing import NamedTuple

from sync.server import audit, passwords, rights
from sync.server.errors import Trouble
from sync.server.principal import Principal, Role
from sync.server.setting_up import add_group_space
from sync.server.storage.interface import Transaction

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


class Listed(NamedTuple):
    """A person as a list shows them."""

    name: str
    full_name: str
    role: str
    groups: tuple[str, ...]
    disabled: bool
    made: str


def principal_of(transaction: Transaction, name: str, *, session: bytes = b"") -> Principal | None:
    """Return a person as they stand now, None for nobody and for who was disabled."""
    found = transaction.row(
        "SELECT role, full_name FROM people WHERE name = ? AND disabled = 0", name
    )
    if found is None:
        return None
    groups = transaction.rows(
        "SELECT group_name FROM members WHERE person = ? ORDER BY group_name", name
    )
    return Principal(name, Role(found[0]), tuple(g for (g,) in groups), found[1], session)


def known(transaction: Transaction, name: str) -> Principal:
    """Return a person, or raise `Trouble`."""
    found = principal_of(transaction, name)
    if found is None:
        raise Trouble(f"There is no active person {name}.", "See: kbdesk-server user list")
    return found


def add(
    transaction: Transaction,
    *,
    name: str,
    role: Role,
    password: str,
    full_name: str = "",
    groups: tuple[str, ...] = (),
    now: str,
    by: str,
) -> None:
    """Add a person with a space of their own; groups that do not exist yet are made."""
    check_password(password)
    keep(
        transaction, name=name, role=role, stored=passwords.hashed(password),
        full_name=full_name, groups=groups, now=now, by=by,
    )  # fmt: skip


def keep(
    transaction: Transaction,
    *,
    name: str,
    role: Role,
    stored: str,
    full_name: str = "",
    groups: tuple[str, ...] = (),
    now: str,
    by: str,
) -> None:
    """Add a person whose password is hashed already."""
    check_name(name)
    if transaction.value("SELECT 1 FROM people WHERE name = ?", name) is not None:
        raise Trouble(
            f"There is a person {name} already.", f"To change it: kbdesk-server user role {name}"
        )
    transaction.run(
        "INSERT INTO people (name, full_name, role, password, made) VALUES (?, ?, ?, ?, ?)",
        name,
        full_name,
        role.value,
        stored,
        now,
    )
    _give_space(transaction, name, full_name, now)
    for group in groups:
        join(transaction, group=group, person=name)
    audit.note(transaction, at=now, who=by, what="user add", about=name, detail=role.value)
    rights.changed(transaction)


def everyone(transaction: Transaction) -> list[Listed]:
    """List all people by name."""
    groups: dict[str, list[str]] = {}
    for group, person in transaction.rows("SELECT group_name, person FROM members"):
        groups.setdefault(person, []).append(group)
    rows = transaction.rows("SELECT name, full_name, role, disabled, made FROM people")
    return [
        Listed(name, full, role, tuple(sorted(groups.get(name, ()))), bool(disabled), made)
        for name, full, role, disabled, made in sorted(rows)
    ]


def disable(transaction: Transaction, *, name: str, disabled: bool, now: str, by: str) -> None:
    """Shut a person out, or let them in again. What they wrote stays."""
    _must_exist(transaction, name)
    transaction.run("UPDATE people SET disabled = ? WHERE name = ?", int(disabled), name)
    end_sessions(transaction, name)
    what = "user disable" if disabled else "user enable"
    audit.note(transaction, at=now, who=by, what=what, about=name)
    rights.changed(transaction)


def set_password(transaction: Transaction, *, name: str, password: str, now: str, by: str) -> None:
    """Set a password; whoever is signed in under that name is signed out."""
    _must_exist(transaction, name)
    check_password(password)
    transaction.run(
        "UPDATE people SET password = ? WHERE name = ?", passwords.hashed(password), name
    )
    end_sessions(transaction, name)
    audit.note(transaction, at=now, who=by, what="user password", about=name)
    rights.changed(transaction)


def set_role(transaction: Transaction, *, name: str, role: Role, now: str, by: str) -> None:
    _must_exist(transaction, name)
    transaction.run("UPDATE people SET role = ? WHERE name = ?", role.value, name)
    audit.note(transaction, at=now, who=by, what="user role", about=name, detail=role.value)
    rights.changed(transaction)


def end_sessions(transaction: Transaction, name: str) -> int:
    return transaction.run("DELETE FROM sessions WHERE person = ?", name)


def join(transaction: Transaction, *, group: str, person: str) -> None:
    """Put a person into a group, which is made when it is new."""
    check_name(group)
    transaction.run(
        "INSERT INTO groups (name, title) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", group, group
    )
    add_group_space(transaction, group, group)
    transaction.run(
        "INSERT INTO members (group_name, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
        group,
        person,
    )


def check_name(name: str) -> None:
    if not NAME.fullmatch(name):
        raise Trouble(
            f"“{name}” cannot be a name.",
            "Use up to 64 lower-case letters, digits, dots, dashes and underscores.",
        )


def check_password(password: str) -> None:
    if len(password) < passwords.SHORTEST:
        raise Trouble("The password is too short.", f"Use {passwords.SHORTEST} characters or more.")


def _give_space(transaction: Transaction, name: str, full_name: str, now: str) -> None:
    space = f"~{name}"
    transaction.run(
        "INSERT INTO spaces (name, sort, title, made) VALUES (?, 'personal', ?, ?)",
        space,
        full_name or name,
        now,
    )
    transaction.run(
        "INSERT INTO grants (space, principal, level) VALUES (?, ?, 'read')",
        space,
        f"person:{name}",
    )


def _must_exist(transaction: Transaction, name: str) -> None:
    if transaction.value("SELECT 1 FROM people WHERE name = ?", name) is None:
        raise Trouble(f"There is no person {name}.", "See: kbdesk-server user list")
