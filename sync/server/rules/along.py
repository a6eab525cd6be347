"""What hangs on an article and goes where it goes.

Its verification and the ties of its questions live in its shelf under its id: they move with it and
go with it. What was said about it is for those of its shelf, so that moves too, all of it: credits,
suggestions open and decided with their pictures, remarks, figures of its questions. Only who
may write in the old shelf takes it along. Gaps are in `+edit`, whatever the shelf; and what people
have of their own stays theirs.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from sync.protocol.bodies.editing import Suggestion, Verification
from sync.protocol.bodies.learning import QuestionTies
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.rules import suggestions
from sync.server.rules.rule import Bench, said, written
from sync.server.setting_up import edit_space

ARTICLE = "article"
VERIFICATION = "verification"
TIES = "question_ties"
CREDIT = "credit"
SAID = ("feedback", "question_figures")  # for those of the shelf, as it stands


def keys(kind: str, id_: str) -> tuple[Key, ...]:
    """Name what hangs on an entity by its id."""
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
    # Whoever makes anew what was taken out elsewhere need not be one of those it was said to.
    goes = old is not None and old.space != put.space and bench.writes(old.space)
    moved = tuple(_moved(bench, put, old)) if old is not None and goes else ()
    if put.kind != ARTICLE:
        return moved
    bench.hold(keys(put.kind, put.id))
    return (
        *_verification(bench, put, old, minor=minor),
        *_ties(bench, put, None if ties is None else dict(ties), confirmed),
        *moved,
    )


def _moved(bench: Bench, put: Put, old: Entity) -> Iterator[Put]:
    """Take what was said about an entity to those of the shelf it stands in now."""
    for one in bench.about(edit_space(old.space), (suggestions.KIND, *SAID), put.id):
        made = said(one.body or "", Suggestion) if one.kind == suggestions.KIND else None
        if made is not None and made.kind == put.kind:
            yield from suggestions.moved(bench, one.id, made, put.space)
        elif one.kind in SAID and put.kind == ARTICLE:
            yield _as_it_stands(one, edit_space(put.space))
    if put.kind == ARTICLE:
        for one in bench.numbered(old.space, CREDIT, put.id, old.rev):
            yield _as_it_stands(one, put.space)


def _as_it_stands(one: Entity, space: str) -> Put:
    return Put(one.kind, one.id, space, one.path, one.body, unsigned=not one.by)


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
