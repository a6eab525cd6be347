"""What a rule is given and what it answers.

A rule decides and writes nothing: it names what shall stand, and the batch writes it. So a rule
that fails has changed nothing, and its failure is its own operation's alone.
"""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

from sync.protocol import codec
from sync.protocol.wire import Change, Operation, Status
from sync.server.entities import Entity, Key
from sync.server.ledger import Ledger, Put
from sync.server.principal import Principal
from sync.server.storage.interface import Transaction

KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")
UNSOUND = re.compile(r"""[\\:*?"<>|]|/\.{0,2}/""")  # for a path between two slashes
LONGEST = 500  # characters of an id or a path


class Outcome(Struct, frozen=True):
    """What an operation comes to. The first of `puts` is what the result tells of."""

    status: Status
    code: str = ""
    reason: str = ""
    space: str = ""
    seq: int = 0
    rev: int = 0
    puts: tuple[Put, ...] = ()


class Rule(Protocol):
    """How one kind of operation is applied. `body` is the type its body is read as."""

    body: Any

    def touches(self, operation: Operation, body: Any) -> tuple[Key, ...]:
        """Name the entities that must be in hand to decide."""

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
        self.principal = principal
        self.at = at

    def entity(self, kind: str, id_: str) -> Entity | None:
        """Return an entity that `touches` named, as the batch has it by now."""
        return self._ledger.get((kind, id_))

    def reads(self, space: str) -> bool:
        return space in self._access

    def writes(self, space: str) -> bool:
        return self._access.get(space, False)

    def text_of(self, kind: str, id_: str, rev: int) -> tuple[str, Change] | None:
        """Return space and change of a revision, None when the log does not hold its text."""
        with self._transaction.attempt():
            rows = self._transaction.rows(
                "SELECT space, line FROM changes WHERE kind = ? AND id = ? AND rev = ?",
                kind,
                id_,
                rev,
            )
        found = ((space, codec.decode(line.encode(), Change)) for space, line in rows)
        return next(((space, one) for space, one in found if not one.deleted), None)


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
