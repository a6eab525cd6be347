"""`retire`: take an entity out of its shelf. It leaves a deletion in the log, never silence.

Somebody who changed it meanwhile is not overruled: then both the wish and the text are kept for
people to decide. Without a base revision, what stands is meant, whatever it is.
"""

from typing import Any

from msgspec import Struct

from sync.protocol.conflicts import Merge, Verdict
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import along, suggestions
from sync.server.rules.publish import RESERVED
from sync.server.rules.rule import Bench, Outcome, applied, made_from, refused, stands


class Body(Struct, frozen=True):
    """The body of a `retire`."""

    kind: str
    id: str


class Retire:
    """The rule of `retire`."""

    body: Any = Body

    def touches(self, operation: Operation, body: Body, principal: Principal) -> tuple[Key, ...]:
        return ((body.kind, body.id), *along.keys(body.kind, body.id))

    def decide(self, bench: Bench, operation: Operation, body: Body) -> Outcome:
        found = bench.entity(body.kind, body.id)
        if found is None or not bench.reads(found.space):
            return refused("not_found", f"There is no {body.id[:200]} here. Nothing is left to do.")
        if body.kind in RESERVED or not bench.writes(found.space):
            sentence = f"You may not take anything out of {found.space}. Ask an administrator."
            return refused("forbidden", sentence)
        if found.body is None:
            return stands(found)
        if operation.base_rev and not made_from(operation, found):
            clash = Merge(Verdict.CLASH)
            return suggestions.kept(bench, operation, None, found.path, found, clash)
        gone = Put(found.kind, found.id, found.space, found.path, None)
        return applied(gone, *along.follow(bench, gone, found))
