"""What hangs on an article and goes where it goes: its verification, and the ties of its questions.

They live in the article's shelf under its id, move with it and go with it.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from sync.protocol.bodies.editing import Verification
from sync.protocol.bodies.learning import QuestionTies
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.rules.rule import Bench, written

ARTICLE = "article"
VERIFICATION = "verification"
TIES = "question_ties"


def keys(kind: str, id_: str) -> tuple[Key, ...]:
    """Name what hangs on an entity."""
    return ((VERIFICATION, id_), (TIES, id_)) if kind == ARTICLE else ()


def follow(
    bench: Bench,
    put: Put,
    old: Entity | None,
    *,
    minor: bool = False,
    ties: Mapping[str, str] | None = None,
    confirmed: tuple[str, ...] = (),
) -> tuple[Put, ...]:
    """Return what else changes when an entity comes to stand as `put` says."""
    if put.kind != ARTICLE:
        return ()
    bench.hold(keys(put.kind, put.id))
    return (
        *_verification(bench, put, old, minor=minor),
        *_ties(bench, put, None if ties is None else dict(ties), confirmed),
    )


def _verification(bench: Bench, put: Put, old: Entity | None, *, minor: bool) -> tuple[Put, ...]:
    found = bench.entity(VERIFICATION, put.id)
    stood = bench.told(VERIFICATION, put.id, Verification)
    if found is None or stood is None:
        return ()
    if put.body is None:
        return (Put(VERIFICATION, put.id, found.space, "", None),)
    if minor and old is not None and stood.rev == old.rev:
        stood = replace(stood, rev=old.rev + 1)
    return _put(found, VERIFICATION, put, written(stood))


def _ties(
    bench: Bench, put: Put, ties: dict[str, str] | None, confirmed: tuple[str, ...]
) -> tuple[Put, ...]:
    """Keep the passage a question was confirmed against, unless its author confirmed it anew."""
    found = bench.entity(TIES, put.id)
    stood = bench.told(TIES, put.id, QuestionTies)
    old = {} if stood is None else stood.ties
    if put.body is not None and ties is not None:
        new = {
            question: tie if question in confirmed else old.get(question, tie)
            for question, tie in ties.items()
        }
    else:
        new = {} if put.body is None else old
    if new:
        return _put(found, TIES, put, written(QuestionTies(new)))
    if found is None or found.body is None:
        return ()
    return (Put(TIES, put.id, found.space, "", None),)


def _put(found: Entity | None, kind: str, put: Put, text: str) -> tuple[Put, ...]:
    if found is not None and (found.space, found.body) == (put.space, text):
        return ()
    return (Put(kind, put.id, put.space, "", text),)
