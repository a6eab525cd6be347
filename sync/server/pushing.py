"""A push: operations in, results out, one transaction.

An operation counts once: its result stands in a table, written in the same transaction as what it
did, and bound to the person who sent it. A repeat is answered from there. A mistake of ours in one
rule refuses that one operation, which is not noted: it may be sent again once we are mended.
"""

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from sync.protocol.wire import Operation, Push, Pushed, Result, Status
from sync.server.entities import Key
from sync.server.ledger import Ledger, Line
from sync.server.moments import Clock, written
from sync.server.principal import Principal
from sync.server.rights import Rights
from sync.server.rules.registry import RULES
from sync.server.rules.rule import Bench, Outcome, Rule, has_nul, refused
from sync.server.setting_up import identity_of
from sync.server.storage.interface import Storage, Transaction, marks

log = logging.getLogger("kbdesk.server")
NOT_YOURS = "Another person has sent this operation already. Make it again as your own."
FAULT = "The server made a mistake with this operation. Keep it, and tell whoever runs the server."


class Pushing:
    """Takes what people did."""

    def __init__(self, storage: Storage, rights: Rights, clock: Clock) -> None:
        self._storage = storage
        self._rights = rights
        self._clock = clock

    def push(self, principal: Principal, push: Push) -> Pushed:
        at = written(self._clock())
        return self._storage.write(lambda t: self._apply(t, principal, push, at))

    def _apply(self, transaction: Transaction, principal: Principal, push: Push, at: str) -> Pushed:
        access = self._rights.of(transaction, principal)
        epoch = identity_of(transaction).epoch
        batch = Batch(transaction, principal, access, push, at)
        return Pushed(epoch, batch.run(), at)


class Asked(Struct, frozen=True):
    """An operation with what its rule read in it; `outcome` where that is decided already."""

    operation: Operation
    rule: Rule | None = None
    body: Any = None
    outcome: Outcome | None = None

    def touches(self, principal: Principal) -> tuple[Key, ...]:
        if self.rule is None or self.outcome is not None:
            return ()
        return self.rule.touches(self.operation, self.body, principal)


class Batch:
    """The operations of one push on their way."""

    def __init__(
        self,
        transaction: Transaction,
        principal: Principal,
        access: Mapping[str, bool],
        push: Push,
        at: str,
    ) -> None:
        self._transaction = transaction
        self._principal = principal
        self._at = at
        self._done = _known(transaction, push, principal)
        self._asked = [_read(one) for one in push.operations if one.id not in self._done]
        keys = {key for asked in self._asked for key in asked.touches(principal)}
        self._ledger = Ledger(transaction, keys, by=principal.name, at=at)
        self._bench = Bench(transaction, self._ledger, principal, access, at)
        self._operations = push.operations

    def run(self) -> tuple[Result, ...]:
        """Apply all; return a result for each, in their order."""
        made: dict[str, tuple[Asked, Outcome, Line | None]] = {}
        repeats = dict(self._done)
        for asked in self._asked:
            if asked.operation.id not in made:
                made[asked.operation.id] = self._apply(asked)
        self._ledger.close()
        first = {id_: _result(id_, outcome, line) for id_, (_, outcome, line) in made.items()}
        self._note(made, first)
        results = []
        for operation in self._operations:
            id_ = operation.id
            results.append(first.pop(id_) if id_ in first else repeats[id_])
            repeats[id_] = _repeat(results[-1])
        return tuple(results)

    def _apply(self, asked: Asked) -> tuple[Asked, Outcome, Line | None]:
        try:
            outcome = self._decide(asked)
        except Exception:
            log.exception("The rule of %s failed", asked.operation.kind[:64])
            outcome = refused("server_fault", FAULT)
        self._ledger.hold([put.key for put in outcome.puts])  # those a rule did not look at
        lines = [self._ledger.put(put) for put in outcome.puts]
        return asked, outcome, lines[0] if lines else None

    def _decide(self, asked: Asked) -> Outcome:
        if asked.outcome is not None or asked.rule is None:
            return asked.outcome or refused("unknown_kind", "")
        return asked.rule.decide(self._bench, asked.operation, asked.body)

    def _note(
        self,
        made: Mapping[str, tuple[Asked, Outcome, Line | None]],
        results: Mapping[str, Result],
    ) -> None:
        rows = [
            (
                id_, self._principal.name, asked.operation.kind.replace("\0", ""), self._at,
                one.status.value, one.code, one.reason, one.space, one.seq, one.rev,
            )
            for id_, (asked, _, _) in made.items()
            if (one := results[id_]).code != "server_fault"
        ]  # fmt: skip
        if rows:
            self._transaction.many(
                """INSERT INTO operations
                    (id, person, kind, at, status, code, reason, space, seq, rev)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
            )


def _known(transaction: Transaction, push: Push, principal: Principal) -> dict[str, Result]:
    """Return the results of operations that were answered before, as a repeat is answered."""
    ids = [operation.id for operation in push.operations]
    if not ids:
        return {}
    rows = transaction.rows(
        f"""SELECT id, person, status, code, reason, space, seq, rev FROM operations
            WHERE id IN ({marks(len(ids))})""",
        *ids,
    )
    return {
        id_: _repeat(Result(id_, Status(status), code, reason, space, seq, rev))
        if person == principal.name
        else Result(id_, Status.REFUSED, "not_yours", NOT_YOURS)
        for id_, person, status, code, reason, space, seq, rev in rows
    }


def _repeat(result: Result) -> Result:
    if result.status is not Status.APPLIED:
        return result
    return msgspec.structs.replace(result, status=Status.DUPLICATE)


def _read(operation: Operation) -> Asked:
    rule = RULES.get(operation.kind)
    if rule is None:
        kind = operation.kind[:64].replace("\0", "")
        sentence = f"This server does not know operations of the kind {kind}. Update the server."
        return Asked(operation, outcome=refused("unknown_kind", sentence))
    try:
        body = msgspec.json.decode(operation.body, type=rule.body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        sentence = f"The operation could not be read: {error}. Make it again."
        return Asked(operation, outcome=refused("malformed", sentence[:400]))
    if has_nul(body):
        sentence = "A text may not hold the character NUL. Take it out."
        return Asked(operation, outcome=refused("malformed", sentence))
    return Asked(operation, rule, body)


def _result(id_: str, outcome: Outcome, line: Line | None) -> Result:
    """Say what became of an operation: an applied one by the place of its first change."""
    if outcome.status is Status.APPLIED and line is not None:
        one = line.entity
        return Result(id_, Status.APPLIED, space=one.space, seq=one.seq, rev=one.rev)
    return Result(
        id_,
        outcome.status,
        outcome.code,
        outcome.reason,
        outcome.space,
        outcome.seq,
        outcome.rev,
    )
