"""`publish`: an entity of a shelf as it shall stand, made from the revision `base_rev`.

Two people who changed one text are never settled by who came last (`sync.protocol.conflicts`).
A base revision of none means a new entity; one that was taken out may be made anew on purpose.
"""

from typing import Any

import msgspec
from msgspec import Struct

from sync.protocol.conflicts import Verdict, merge
from sync.protocol.wire import BODY_BYTES, Operation
from sync.server.entities import Asset, Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal, Role
from sync.server.rules import along, shelves, suggestions
from sync.server.rules.rule import (
    KIND,
    Bench,
    Outcome,
    applied,
    made_from,
    refused,
    sound_id,
    sound_path,
    stands,
)

# The server's own: made by other operations only.
RESERVED = frozenset(
    {
        "announcement", "sent_announcement", "receipt", "own_receipt", "colleague",
        "review", "pupil_review", "progress", "pupil_progress", "cohort", "accompanied",
        "enrolment", "pupil",
        "question_figures", "cohort_figures", "question_tally", "question_asked", "cohort_tally",
        "question_ties", "verification", "credit", "suggestion", "own_suggestion",
        "suggested_asset", "own_suggested_asset",
        "feedback", "own_feedback", "gap", "gap_asker", "answered_gap",
    }
)  # fmt: skip
FOUR_EYES = "In this shelf another person looks first. Suggest the edit instead."


class Body(Struct, frozen=True):
    """The body of a `publish`."""

    space: str
    kind: str
    id: str
    body: str
    path: str = ""
    minor: bool = False  # a verification goes on holding
    ties: dict[str, str] | None = None  # question → the passage it tests, as a hash
    confirmed: tuple[str, ...] = ()  # questions whose author looked at them again


class Publish:
    """The rule of `publish`."""

    body: Any = Body

    def touches(self, operation: Operation, body: Body, principal: Principal) -> tuple[Key, ...]:
        return ((body.kind, body.id), *along.keys(body.kind, body.id))

    def decide(self, bench: Bench, operation: Operation, body: Body) -> Outcome:
        if (wrong := unsound(body)) is not None:
            return wrong
        theirs = bench.entity(body.kind, body.id)
        if (forbidden := _forbidden(bench, body, theirs)) is not None:
            return forbidden
        wanted = Put(body.kind, body.id, body.space, body.path, body.body)
        base = operation.base_rev or 0
        if theirs is None or (theirs.body is None and base == 0):
            return _published(bench, body, wanted, theirs)
        if theirs.body is not None and _same(theirs, wanted):
            return stands(theirs)
        if theirs.body is not None and made_from(operation, theirs):
            return _published(bench, body, wanted, theirs)
        return _met(bench, operation, body, wanted, theirs)


def _published(bench: Bench, body: Body, put: Put, old: Entity | None) -> Outcome:
    minor, ties, confirmed = body.minor, body.ties, body.confirmed
    follows = along.follow(bench, put, old, minor=minor, ties=ties, confirmed=confirmed)
    return applied(put, *follows)


def _met(bench: Bench, operation: Operation, body: Body, wanted: Put, theirs: Entity) -> Outcome:
    """Decide on a text that was not made from what stands."""
    base = bench.base_of(operation, wanted.kind, wanted.id)
    text = None if base is None else base[1].body
    merged = merge(text, wanted.body or "", theirs.body)
    if merged.verdict is Verdict.SAME:
        return stands(theirs)
    if merged.verdict is Verdict.FRESH and base is not None:  # only its place has changed
        placed = _placed(wanted, base[0], base[1].path, theirs)
        return _published(bench, body, placed, theirs)
    return suggestions.kept(bench, operation, wanted.body, wanted.path, theirs, merged)


def _placed(wanted: Put, space: str, path: str, theirs: Entity) -> Put:
    """Leave an entity where others put it, unless this text's author moved it too."""
    return Put(
        wanted.kind,
        wanted.id,
        theirs.space if wanted.space == space else wanted.space,
        theirs.path if wanted.path == path else wanted.path,
        wanted.body,
    )


def _same(theirs: Entity, wanted: Put) -> bool:
    return (theirs.space, theirs.path, theirs.body) == (wanted.space, wanted.path, wanted.body)


def unsound(body: Body) -> Outcome | None:
    """Refuse what cannot stand, whoever wants it to."""
    if not KIND.fullmatch(body.kind) or body.kind in RESERVED:
        return refused("kind", f"Nobody may publish a {body.kind[:64]}. Choose another kind.")
    if not sound_id(body.id) or (body.kind == "asset" and not sound_path(body.id)):
        return refused("id", "This cannot be an id. Use up to 500 plain characters.")
    if body.path and not sound_path(body.path):
        return refused("path", "This path cannot stand on every system. Rename the file.")
    if len(body.body.encode()) > BODY_BYTES:
        return refused("too_large", "The text is larger than 2 MB. Divide it.")
    if body.kind == "asset" and not _sound_asset(body.body):
        return refused("malformed", "An asset names the SHA-256 of its bytes. Add the file again.")
    return None


def _sound_asset(body: str) -> bool:
    try:
        sha256 = msgspec.json.decode(body, type=Asset).sha256
    except (msgspec.MsgspecError, RecursionError):
        return False
    return len(sha256) == 64 and not set(sha256) - set("0123456789abcdef")


def _forbidden(bench: Bench, body: Body, theirs: Entity | None) -> Outcome | None:
    if not bench.reads(body.space):
        return refused("no_space", f"There is no space {body.space[:64]} for you. Choose another.")
    if theirs is not None and not bench.reads(theirs.space):
        return refused("id_taken", f"The id {body.id} is used elsewhere. Choose another one.")
    spaces = [
        body.space,
        *([theirs.space] if theirs is not None and theirs.body is not None else []),
    ]
    for space in spaces:
        if not bench.writes(space):
            sentence = f"You may read {space} and not write in it. Ask an administrator for it."
            return refused("forbidden", sentence)
    if bench.principal.role == Role.ADMIN or body.kind != along.ARTICLE:
        return None
    return refused("four_eyes", FOUR_EYES) if shelves.four_eyes(bench, body.space) else None
