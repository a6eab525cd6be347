"""What becomes of a text that is not what stands: kept whole, for people to decide.

Nothing is merged into what is published. Those who write in the shelf get it in `+edit.SHELF`; its
author gets a copy of their own, which is another entity (`own_suggestion`), since an entity lives
in one space only.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from sync.protocol.bodies.editing import Suggestion
from sync.protocol.conflicts import Merge, Verdict
from sync.protocol.wire import BODY_BYTES, Operation, Status
from sync.server.entities import Entity
from sync.server.ledger import Put
from sync.server.rules.rule import Bench, Outcome, made_from, refused, written
from sync.server.setting_up import edit_space

KIND = "suggestion"
OWN = "own_suggestion"
PICTURE = "suggested_asset"
OWN_PICTURE = "own_suggested_asset"
OPEN = frozenset({"open", "needs attention"})
GONE = (
    "It was taken out meanwhile. Your text is kept with those who write there: "
    "ask them to bring it back."
)
CHANGED = (
    "Somebody else changed it meanwhile. Both texts are kept; those who write there decide "
    "what stands."
)


def concerns(bench: Bench, id_: str, made: Suggestion) -> bool:
    """Say whether somebody decides about a suggestion, or has made it."""
    found = bench.entity(KIND, id_)
    return made.by == bench.me or (found is not None and bench.reads(found.space))


def decided(made: Suggestion) -> Outcome | None:
    """Refuse what comes after the decision."""
    if made.state in OPEN:
        return None
    who = f" by {made.decided_by}" if made.decided_by else ""
    return refused("decided", f"It is {made.state}{who} already. Nothing is left to decide.")


def kept(
    bench: Bench, operation: Operation, mine: str | None, path: str, theirs: Entity, merge: Merge
) -> Outcome:
    """Keep what a person wrote beside what stands, and tell them so."""
    made = beside(bench, operation, mine, theirs, merge)
    gone = merge.verdict is Verdict.GONE
    return Outcome(
        Status.CONFLICT,
        "gone" if gone else "conflict",
        GONE if gone else CHANGED,
        theirs.space,
        rev=theirs.rev,
        puts=puts(bench, operation.id, replace(made, path=path)),
    )


def beside(
    bench: Bench, operation: Operation, mine: str | None, theirs: Entity, merge: Merge
) -> Suggestion:
    """Put a text beside what stands, with what it was made from where the log has that."""
    rev = operation.base_rev or 0
    base = bench.base_of(operation, theirs.kind, theirs.id) if rev else None
    if base is not None and not bench.reads(base[0]):  # it stood elsewhere then, and not for them
        base = None
    attention = merge.verdict in (Verdict.GONE, Verdict.UNKNOWN)
    made = Suggestion(
        article=theirs.id,
        kind=theirs.kind,
        space=theirs.space,
        path=theirs.path,
        by=bench.me,
        at=bench.at,
        mine=mine,
        base_rev=rev,
        rev=theirs.rev,
        verdict=merge.verdict.value,
        base=None if base is None else base[1].body,
        theirs=None if made_from(operation, theirs) else theirs.body,
        merged=merge.text if merge.verdict is Verdict.CLEAN else None,
        state="needs attention" if attention else "open",
    )
    return _bounded(made)


def puts(bench: Bench, id_: str, made: Suggestion) -> tuple[Put, ...]:
    """Write a suggestion for those who decide, and for its author."""
    own = replace(made, space=_known_to_author(bench, id_, made))
    return (
        Put(KIND, id_, edit_space(made.space), "", written(made)),
        Put(OWN, id_, f"~{made.by}", "", written(own)),
    )


def moved(bench: Bench, id_: str, made: Suggestion, space: str) -> Iterator[Put]:
    """Write a suggestion, and what it shows, where the entity it is about has gone."""
    yield from puts(bench, id_, replace(made, space=space))
    for one in {one.path: one for one in made.assets}.values():
        yield Put(PICTURE, f"{id_}/{one.path}", edit_space(space), one.path, written(one))


def _known_to_author(bench: Bench, id_: str, made: Suggestion) -> str:
    """Name the shelf as its author knows it: one that they do not read is not named to them."""
    own = bench.told(OWN, id_, Suggestion)
    if own is None or own.space == made.space or bench.other_reads(made.by, made.space):
        return made.space
    return own.space


def _bounded(made: Suggestion) -> Suggestion:
    """Leave out what can be had again rather than send texts without end."""
    left = BODY_BYTES - len(made.theirs or "")
    for name in ("base", "merged"):
        left -= len(getattr(made, name) or "")
        if left < 0:
            made = replace(made, **{name: None})
    return made
