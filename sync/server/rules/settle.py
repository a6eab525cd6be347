"""`settle`: what becomes of a suggestion. Accepting publishes, by the rights of who accepts."""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.editing import Credit, SettleAsked, Suggestion
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import along, publish, shelves, suggestions
from sync.server.rules.rule import Bench, Outcome, applied, made_from, refused, written

ACCEPTED = ("accepted", "partly accepted")
DECISIONS = (*ACCEPTED, "declined", "withdrawn")
MOVED = "It was changed meanwhile. Look at the suggestion again, and decide then."


class Settle:
    """The rule of `settle`."""

    body: Any = SettleAsked

    def touches(
        self, operation: Operation, body: SettleAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (suggestions.KIND, body.suggestion), (suggestions.OWN, body.suggestion)

    def decide(self, bench: Bench, operation: Operation, body: SettleAsked) -> Outcome:
        found = bench.entity(suggestions.KIND, body.suggestion)
        made = bench.told(suggestions.KIND, body.suggestion, Suggestion)
        if found is None or made is None or not suggestions.concerns(bench, found.id, made):
            return refused("not_found", "There is no such suggestion for you. Look again.")
        if (wrong := _wrong(bench, body, found, made)) is not None:
            return wrong
        decided = replace(
            made, state=body.decision, why=body.why, decided_by=bench.me, decided_at=bench.at
        )
        if body.decision not in ACCEPTED:
            return applied(*suggestions.puts(bench, body.suggestion, decided))
        return _accepted(bench, operation, body, decided)


def _wrong(bench: Bench, body: SettleAsked, found: Entity, made: Suggestion) -> Outcome | None:
    if body.decision not in DECISIONS:
        return refused("malformed", f"A decision is one of {', '.join(DECISIONS)}. Choose one.")
    return suggestions.decided(made) or _not_theirs(bench, body, found, made)


def _not_theirs(bench: Bench, body: SettleAsked, found: Entity, made: Suggestion) -> Outcome | None:
    if body.decision == "withdrawn":
        if made.by != bench.me:
            return refused("forbidden", "Only who suggested it takes it back. Decline it instead.")
        return None
    if not bench.reads(found.space):
        return refused("forbidden", f"Who writes in {made.space} decides. Ask one of them.")
    if body.decision == "declined" and not body.why.strip():
        return refused("malformed", "Say why it is declined: its author is told.")
    return None


def _accepted(
    bench: Bench, operation: Operation, body: SettleAsked, decided: Suggestion
) -> Outcome:
    theirs = bench.entity(decided.kind, decided.article)
    base = operation.base_rev or 0
    if theirs is not None and theirs.body is not None:
        if not made_from(operation, theirs):
            return refused("moved", MOVED)
        place, path = theirs.space, theirs.path
        if decided.base_rev and decided.path and decided.path != theirs.path:
            path = _moved_path(bench, decided, theirs)
    elif base and (theirs is None or base != theirs.rev):
        return refused("moved", MOVED)
    else:
        place, path = decided.space, decided.path or f"{decided.article}.md"
    if (wrong := _forbidden(bench, place, theirs, decided)) is not None:
        return wrong
    text = decided.mine if body.text is None else body.text
    wanted = publish.Body(place, decided.kind, decided.article, text or "", path)
    if (unsound := publish.unsound(wanted)) is not None:
        return unsound
    put = Put(decided.kind, decided.article, place, path, text)
    return _published(bench, body, decided, theirs, put)


def _moved_path(bench: Bench, decided: Suggestion, theirs: Entity) -> str:
    """Follow its author where the file goes, unless others have moved it meanwhile."""
    base = bench.text_of(theirs.kind, theirs.id, decided.base_rev)
    return decided.path if base is not None and base[1].path == theirs.path else theirs.path


def _forbidden(
    bench: Bench, place: str, theirs: Entity | None, decided: Suggestion
) -> Outcome | None:
    if theirs is not None and not bench.reads(theirs.space):
        return refused("id_taken", "The id is used elsewhere meanwhile. Decline it, and say so.")
    if not bench.writes(place):
        sentence = f"You may read {place} and not write in it. Ask who writes there to accept it."
        return refused("forbidden", sentence)
    if decided.by == bench.me and shelves.four_eyes(bench, place):
        return refused("four_eyes", "In this shelf another person accepts it. Ask one who writes.")
    return None


def _published(
    bench: Bench, body: SettleAsked, decided: Suggestion, theirs: Entity | None, put: Put
) -> Outcome:
    """Publish, credit, and let what hangs on the text follow; nothing where it stands already."""
    decisions = suggestions.puts(bench, body.suggestion, decided)
    if theirs is not None and (theirs.space, theirs.path, theirs.body) == (
        put.space, put.path, put.body,
    ):  # fmt: skip
        return applied(*decisions)
    rev = 1 if theirs is None else theirs.rev + 1
    credit = Credit(decided.article, rev, decided.by, bench.me, bench.at, decided.comment)
    credited = Put("credit", f"{decided.article}@{rev}", put.space, "", written(credit))
    follows = along.follow(
        bench, put, theirs, minor=body.minor, ties=body.ties, confirmed=body.confirmed
    )
    return applied(put, *decisions, credited, *follows)
