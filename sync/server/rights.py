"""Who may read and write where. The one place that decides it, and says why.

A grant is (space, principal, level). A principal is `everyone`, `role:R`, `group:G` or `person:P`;
to write is to read. Beyond grants, roles imply:
- an admin reads and writes every shelf and reads the steering space; nobody but ana reads `~ana`;
- an author writes in every shelf they read, unless the shelf has writers of its own.
Other spaces follow from that, and nothing is granted in them:
- notices in `+all` are for everyone, in `+role.R` for that role, in `+group.G` for that group;
- `+edit` is for supervisors, authors and admins; `+edit.SHELF` for whoever writes in the shelf, and
  for the supervisors who read it;
- nobody reads `+tally`, admins neither: the server counts there.
Only shelves are written by people; the other spaces are written by the rules of the server.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sync.protocol.wire import Access
from sync.server.principal import Principal, Role
from sync.server.setting_up import EDIT, EVERYONE, edit_space, group_space, role_space
from sync.server.storage.interface import Transaction, marks

REMEMBERED = 5_000  # people whose rights are kept in memory
EDITORS = frozenset({Role.SUPERVISOR, Role.AUTHOR, Role.ADMIN})


class Level(StrEnum):
    """What a grant allows."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person may do in a space they read, and the grounds of it."""

    write: bool
    reads: str
    writes: str


class Rights:
    """What each person may do, remembered until the number of the rights changes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[object, ...], tuple[int, Mapping[str, bool]]] = OrderedDict()

    def of(self, transaction: Transaction, principal: Principal) -> Mapping[str, bool]:
        """Map each space this person reads to whether they write in it."""
        number = version(transaction)
        key = (principal.name, principal.role, principal.groups)
        with self._lock:
            known = self._known.get(key)
        if known is not None and known[0] == number:
            return known[1]
        found = {name: standing.write for name, standing in standings(transaction, principal)}
        with self._lock:
            self._known[key] = (number, found)
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return found


def version(transaction: Transaction) -> int:
    """Return the number that every change of rights raises."""
    return int(transaction.value("SELECT value FROM counters WHERE name = 'rights'"))


def changed(transaction: Transaction) -> None:
    """Make every process look again at who may do what."""
    transaction.run("UPDATE counters SET value = value + 1 WHERE name = 'rights'")
    transaction.announce()


def principals(principal: Principal) -> tuple[str, ...]:
    """List the names under which a person may have been granted something."""
    groups = tuple(f"group:{group}" for group in principal.groups)
    return ("everyone", f"role:{principal.role}", *groups, f"person:{principal.name}")


def standings(transaction: Transaction, principal: Principal) -> list[tuple[str, Standing]]:
    """List the spaces a person reads, by name."""
    sorts = _reachable(transaction, principal)
    grants = _grants(transaction, principal)
    guarded = _guarded(transaction) if principal.role == Role.AUTHOR else frozenset()
    return _stand(principal, sorts, grants, guarded)


def shelves_of_all(
    transaction: Transaction, people: Iterable[Principal]
) -> dict[str, tuple[str, ...]]:
    """Map people to the shelves they read: two queries, however many people."""
    sorts: dict[str, str] = dict(
        transaction.rows("SELECT name, sort FROM spaces WHERE sort = 'shelf'")
    )
    granted: dict[str, list[tuple[str, Level]]] = {}
    for space, name, level in transaction.rows("SELECT space, principal, level FROM grants"):
        granted.setdefault(name, []).append((space, Level(level)))
    found = {}
    for one in people:
        grants: dict[str, dict[str, Level]] = {}
        for name in principals(one):
            for space, level in granted.get(name, ()):
                grants.setdefault(space, {})[name] = level
        reads = ((shelf, _reads(one, sorts[shelf], grants.get(shelf, {}))) for shelf in sorts)
        found[one.name] = tuple(sorted(shelf for shelf, why in reads if why is not None))
    return found


def _stand(
    principal: Principal,
    sorts: Mapping[str, str],
    grants: Mapping[str, Mapping[str, Level]],
    guarded: frozenset[str],
) -> list[tuple[str, Standing]]:
    found = _implied(principal)
    for space, sort in sorts.items():
        standing = _standing(principal, space, sort, grants.get(space, {}), guarded)
        if standing is None:
            continue
        found[space] = standing
        if sort == "shelf" and (why := _edits(principal, space, write=standing.write)):
            found[edit_space(space)] = Standing(False, why, "")
    return sorted(found.items())


def _implied(principal: Principal) -> dict[str, Standing]:
    """Return the spaces that follow from who a person is, whatever was granted."""
    found = {EVERYONE: "notices in it are for everyone"}
    role = principal.role
    found[role_space(role)] = f"notices in it are for the role {role}"
    for group in principal.groups:
        found[group_space(group)] = f"notices in it are for group {group}"
    if role in EDITORS:
        found[EDIT] = "supervisors, authors and admins read it"
    return {space: Standing(False, why, "") for space, why in found.items()}


def _edits(principal: Principal, shelf: str, *, write: bool) -> str:
    """Say why a person reads what is suggested in a shelf they read; empty when they do not."""
    if write:
        return f"they write in {shelf}"
    return f"they are supervisor and read {shelf}" if principal.role == Role.SUPERVISOR else ""


def explain(transaction: Transaction, principal: Principal, space: str) -> Access:
    """Say in a sentence why a person may read or write in a space, or that they may not."""
    return _said(principal.name, space, dict(standings(transaction, principal)).get(space))


def explain_all(transaction: Transaction, principal: Principal) -> tuple[Access, ...]:
    """Explain every space a person reads."""
    found = standings(transaction, principal)
    return tuple(_said(principal.name, space, standing) for space, standing in found)


def _said(name: str, space: str, standing: Standing | None) -> Access:
    if standing is None:
        return Access(space, False, False, f"{name} does not read {space}: no grant names them.")
    reads = f"{name} reads {space} because {standing.reads}"
    if not standing.write:
        return Access(space, True, False, f"{reads}.")
    return Access(space, True, True, f"{reads}, and writes because {standing.writes}.")


def _reachable(transaction: Transaction, principal: Principal) -> dict[str, str]:
    """Map the spaces that could concern a person to their sorts, without everyone's own."""
    names = principals(principal)
    return dict(
        transaction.rows(
            f"""SELECT name, sort FROM spaces WHERE sort IN ('shelf', 'steer') AND (? = 'admin' OR
                name IN (SELECT space FROM grants WHERE principal IN ({marks(len(names))})))
                UNION SELECT name, sort FROM spaces WHERE name = ?""",
            principal.role.value,
            *names,
            principal.personal_space,
        )
    )


def _grants(transaction: Transaction, principal: Principal) -> dict[str, dict[str, Level]]:
    """Map space → the names a person goes by there → what they were granted under each."""
    names = principals(principal)
    found: dict[str, dict[str, Level]] = {}
    for space, name, level in transaction.rows(
        f"SELECT space, principal, level FROM grants WHERE principal IN ({marks(len(names))})",
        *names,
    ):
        found.setdefault(space, {})[name] = Level(level)
    return found


def _guarded(transaction: Transaction) -> frozenset[str]:
    """Return the spaces that have writers of their own."""
    rows = transaction.rows("SELECT DISTINCT space FROM grants WHERE level = 'write'")
    return frozenset(space for (space,) in rows)


def _standing(
    principal: Principal,
    space: str,
    sort: str,
    grants: Mapping[str, Level],
    guarded: frozenset[str],
) -> Standing | None:
    reads = _reads(principal, sort, grants)
    if reads is None:
        return None
    writes = _writes(principal, space, grants, guarded) if sort == "shelf" else None
    return Standing(writes is not None, reads, writes or "")


def _reads(principal: Principal, sort: str, grants: Mapping[str, Level]) -> str | None:
    for name in principals(principal):
        if name in grants:
            return _ground(name, grants[name])
    if sort == "personal":
        return "it is their own"
    return "admins read it all" if principal.role == Role.ADMIN else None


def _writes(
    principal: Principal, space: str, grants: Mapping[str, Level], guarded: frozenset[str]
) -> str | None:
    for name in principals(principal):
        if grants.get(name) == Level.WRITE:
            return _ground(name, Level.WRITE)
    if principal.role == Role.ADMIN:
        return "admins write in every shelf"
    if principal.role == Role.AUTHOR and space not in guarded:
        return "authors write in every shelf that has no writers of its own"
    return None


def _ground(name: str, level: Level) -> str:
    sort, _, who = name.partition(":")
    may = "may write in it" if level is Level.WRITE else "may read it"
    if sort == "role":
        return f"the role {who} {may}"
    if sort == "group":
        return f"group {who} {may}"
    return f"everyone {may}" if sort == "everyone" else f"{who} was granted it by name"
