"""What a rule is given and what it answers.

A rule decides and writes nothing: it names what shall stand, and the batch writes it. So a rule
that fails has changed nothing, and its failure is its own operation's alone.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

import msgspec
from msgspec import Struct

from sync.protocol import codec
from sync.protocol.texts import text_sha256
from sync.protocol.wire import Change, Operation, Status
from sync.server.entities import Entity, Key
from sync.server.ledger import Ledger, Put
from sync.server.people import principal_of
from sync.server.principal import Principal
from sync.server.rights import standings
from sync.server.storage.interface import Transaction, marks

KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNSOUND = re.compile(r"""[\\:*?"<>|]|/\.{0,2}/""")  # for a path between two slashes
LONGEST = 500  # characters of an id or a path
BODY = 256 * 1024  # bytes of what the server makes of an operation, texts of articles apart
AT_ONCE = 500  # keys of one query
LOOKED_BACK = 50  # revisions
ABOUT = '{"article":'  # how a body that names an article begins, as `written` writes it
S = TypeVar("S")


class Outcome(Struct, frozen=True):
    """What an operation comes to. The first of `puts` is what the result tells of."""

    status: Status
    code: str = ""
    reason: str = ""
    space: str = ""
    seq: int = 0
    rev: int = 0
    puts: tuple[Put, ...] = ()


class About(Struct, frozen=True):
    """The body of what is said about an article, as far as it must be read to find it."""

    article: str


class Rule(Protocol):
    """How one kind of operation is applied. `body` is the type its body is read as."""

    body: Any

    def touches(self, operation: Operation, body: Any, principal: Principal) -> tuple[Key, ...]:
        """Name the entities that must be in hand to decide, as far as is known beforehand."""

    def decide(self, bench: "Bench", operation: Operation, body: Any) -> Outcome:
        """Decide on an operation."""


class Bench:
    """What a rule may look at."""

    def __init__(
        self,
        transaction: Transaction,
        ledger: Ledger,
        principal: Principal,
        access: Mapping[str, bool],
        at: str,
    ) -> None:
        self._transaction = transaction
        self._ledger = ledger
        self._access = access
        self._others: dict[str, frozenset[str]] = {}
        self._about: dict[str, dict[str, list[Key]]] = {}
        self.principal = principal
        self.at = at

    @property
    def me(self) -> str:
        return self.principal.name

    def entity(self, kind: str, id_: str) -> Entity | None:
        """Return an entity as the batch has it by now, best one that `touches` named."""
        return self._ledger.get((kind, id_))

    def hold(self, keys: Iterable[Key]) -> None:
        """Take entities in hand that only another one could name, all in one query."""
        self._ledger.hold(tuple(keys))

    def told(self, kind: str, id_: str, shape: type[S]) -> S | None:
        """Return what an entity says, None when it is not there, gone, or of another time."""
        found = self.entity(kind, id_)
        return None if found is None or found.body is None else said(found.body, shape)

    def ids(self, space: str, kind: str, prefix: str) -> tuple[str, ...]:
        """Return the ids of a kind in a space that begin so; not what this batch has just made."""
        rows = self._transaction.rows(
            "SELECT id FROM entities WHERE space = ? AND kind = ? AND body IS NOT NULL", space, kind
        )
        return tuple(sorted(id_ for (id_,) in rows if id_.startswith(prefix)))

    def about(self, space: str, kinds: Collection[str], article: str) -> list[Entity]:
        """Return what of these kinds, whose bodies begin by naming an article, names this one.

        A space is read once in a batch; what the batch has done to it since is looked at anew.
        """
        if space not in self._about:
            self._about[space] = self._named(space, kinds)
        keys = {*self._about[space].get(article, ()), *self._touched(kinds)}
        return self._standing(keys, space, article)

    def numbered(self, space: str, kind: str, article: str, last: int) -> list[Entity]:
        """Return what of a kind stands in a space under the ids ARTICLE@1 to ARTICLE@LAST.

        They are asked for by name: a walk through all of the kind, for each article that moves,
        would keep every other writer waiting.
        """
        keys = [(kind, f"{article}@{number}") for number in range(1, last + 1)]
        for start in range(0, len(keys), AT_ONCE):
            self.hold(keys[start : start + AT_ONCE])
        return self._standing(keys, space, article)

    def _named(self, space: str, kinds: Collection[str]) -> dict[str, list[Key]]:
        """Map articles to what names them; of long bodies no more is read than the name."""
        rows = self._transaction.rows(
            f"""SELECT kind, id, substr(body, 1, ?) FROM entities
                WHERE space = ? AND kind IN ({marks(len(kinds))}) AND body IS NOT NULL""",
            len(ABOUT) + 2 * LONGEST + 2,  # each character may be escaped, and two quotes
            space,
            *kinds,
        )
        found: dict[str, list[Key]] = {}
        for kind, id_, text in rows:
            article, _ = json.JSONDecoder().raw_decode(text, len(ABOUT))
            found.setdefault(article, []).append((kind, id_))
        return found

    def _touched(self, kinds: Collection[str]) -> Iterator[Key]:
        return (key for key in self._ledger.touched if key[0] in kinds)

    def _standing(self, keys: Iterable[Key], space: str, article: str) -> list[Entity]:
        """Return which of these stand in a space and speak of an article, always in one order."""
        ordered = sorted(keys)
        self.hold(ordered)
        found = (self.entity(*key) for key in ordered)
        return [
            one
            for one in found
            if one is not None and one.space == space and one.body is not None
            and said(one.body, About) == About(article)
        ]  # fmt: skip

    def sort_of(self, space: str) -> str | None:
        """Return the sort of a space, whoever reads it; None where there is none."""
        found: str | None = self._transaction.value("SELECT sort FROM spaces WHERE name = ?", space)
        return found

    def unknown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of these names that are no active person's."""
        wanted = tuple(set(names))
        if not wanted:
            return ()
        rows = self._transaction.rows(
            f"SELECT name FROM people WHERE disabled = 0 AND name IN ({marks(len(wanted))})",
            *wanted,
        )
        return tuple(sorted(set(wanted) - {name for (name,) in rows}))

    def other_reads(self, name: str, space: str) -> bool:
        """Return whether somebody else reads a space."""
        if name not in self._others:
            person = principal_of(self._transaction, name)
            found = [] if person is None else standings(self._transaction, person)
            self._others[name] = frozenset(one for one, _ in found)
        return space in self._others[name]

    def reads(self, space: str) -> bool:
        return space in self._access

    def writes(self, space: str) -> bool:
        return self._access.get(space, False)

    def text_of(self, kind: str, id_: str, rev: int) -> tuple[str, Change] | None:
        """Return space and change of a revision, None when the log does not hold its text."""
        return next(self._texts("kind = ? AND id = ? AND rev = ?", kind, id_, rev), None)

    def base_of(self, operation: Operation, kind: str, id_: str) -> tuple[str, Change] | None:
        """Return space and change of what an operation was made from, None when it is not kept.

        Where the text under its number is another one, it is looked for by its hash: a restored
        server gives numbers anew.
        """
        found = self.text_of(kind, id_, operation.base_rev or 0)
        if found is None or not is_base(operation, found[1].body):
            newest = "kind = ? AND id = ? ORDER BY rev DESC LIMIT ?"
            every = self._texts(newest, kind, id_, LOOKED_BACK) if operation.base_sha256 else ()
            found = next((one for one in every if is_base(operation, one[1].body)), None)
        return found

    def _texts(self, where: str, *values: object) -> Iterator[tuple[str, Change]]:
        with self._transaction.attempt():
            rows = self._transaction.rows(f"SELECT space, line FROM changes WHERE {where}", *values)
        found = ((space, codec.decode(line.encode(), Change)) for space, line in rows)
        return ((space, one) for space, one in found if not one.deleted)


def made_from(operation: Operation, entity: Entity) -> bool:
    """Say whether an operation was made from what stands: by number and, where it is told, by text.

    After a restore a number alone may be that of a text which its author has never seen.
    """
    same = entity.body is None or is_base(operation, entity.body)
    return operation.base_rev == entity.rev and same


def is_base(operation: Operation, text: str | None) -> bool:
    """Say whether this may be the text of an operation's base; where none is told, any may."""
    return operation.base_sha256 in {"", text_sha256(text)}


def applied(*puts: Put) -> Outcome:
    return Outcome(Status.APPLIED, puts=puts)


def stands(entity: Entity) -> Outcome:
    """Say that what was asked for is so already."""
    return Outcome(Status.APPLIED, space=entity.space, seq=entity.seq, rev=entity.rev)


def refused(code: str, reason: str) -> Outcome:
    return Outcome(Status.REFUSED, code, reason)


def sound_path(path: str) -> bool:
    """Return whether a path stays inside its base on every system."""
    return 0 < len(path) <= LONGEST and path.isprintable() and not UNSOUND.search(f"/{path}/")


def sound_id(id_: str) -> bool:
    return 0 < len(id_) <= LONGEST and id_.isprintable() and id_ == id_.strip()


def said(body: str, shape: type[S]) -> S | None:
    """Read what a rule wrote, None where an older one wrote otherwise."""
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.MsgspecError:
        return None


def written(body: object) -> str:
    """Write a body for an entity."""
    return codec.encode(body).decode()


def has_nul(value: object) -> bool:
    """Return whether a text in what was read, however deep, holds what PostgreSQL cannot keep."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Struct):
        return any(map(has_nul, msgspec.structs.astuple(value)))
    if isinstance(value, dict):
        return any(has_nul(key) or has_nul(one) for key, one in value.items())
    return isinstance(value, tuple | list) and any(map(has_nul, value))
