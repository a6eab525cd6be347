"""`announce`: a notice to an audience, an edit of one, or a reminder to who has not confirmed.

It stands twice: where its audience reads it, and word for word where those who send read it. Both
are written together, always, so that their revisions are the same.
"""

from datetime import datetime
from typing import Any

import msgspec

from sync.protocol.bodies.announcements import LEVELS, AnnounceAsked, Announcement
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import questions
from sync.server.rules.audiences import MAY, may_address, office_space, space_of
from sync.server.rules.rule import (
    BODY,
    Bench,
    Outcome,
    applied,
    refused,
    sound_id,
    written,
)

KIND = "announcement"
SENT = "sent_announcement"
LONGEST_ID = 200
STAMPED = frozenset({"edited", "reminded"})
ASKED_ONLY = frozenset({"id", "minor", "relaunched"})
FORBIDDEN = "Only supervisors announce. Ask one to do it."
RECALLED = "This notice was taken back. Send a new one."
Fields = dict[str, Any]  # those of desks stay as they were written


class Announce:
    """The rule of `announce`."""

    body: Any = AnnounceAsked

    def touches(
        self, operation: Operation, body: AnnounceAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return both(body.id)

    def decide(self, bench: Bench, operation: Operation, body: AnnounceAsked) -> Outcome:
        found, stood = bench.entity(KIND, body.id), bench.told(KIND, body.id, Announcement)
        wrong = _wrong(bench, operation, body) or _unsettled(operation, body, found)
        if wrong is not None:
            return wrong
        if found is None or found.body is None:
            return put_both(body.id, body.audience, _first(bench, operation))
        if stood is None or stood.recalled is not None:
            return refused("recalled", RECALLED)
        old = msgspec.json.decode(found.body, type=dict[str, msgspec.Raw])
        if stood.audience != body.audience:
            sentence = "A notice stays with its audience. Take it back and send a new one."
            return refused("audience", sentence)
        if body.relaunched:
            return put_both(body.id, body.audience, old | {"reminded": bench.at})
        return put_both(body.id, body.audience, _edited(bench, operation, body, old, stood))


def both(id_: str) -> tuple[Key, ...]:
    """Name the two entities of a notice."""
    return (KIND, id_), (SENT, id_)


def put_both(id_: str, audience: str, fields: Fields) -> Outcome:
    """Write a notice where it is read and where it was sent from; it is told at once."""
    text = written(fields)
    if len(text.encode()) > BODY:
        return refused("too_large", "The notice is too long. Shorten it.")
    return applied(
        Put(KIND, id_, space_of(audience), "", text, announced=True),
        Put(SENT, id_, office_space(audience), "", text),
    )


def _first(bench: Bench, operation: Operation) -> Fields:
    return _asked(operation) | {"by": bench.me, "at": bench.at, "version": 1}


def _edited(
    bench: Bench, operation: Operation, body: AnnounceAsked, old: Fields, stood: Announcement
) -> Fields:
    """Put what was asked in the place of what stood; what only a newer desk knows is kept."""
    known = {field.name for field in msgspec.structs.fields(AnnounceAsked)} | STAMPED
    since = {"version": stood.version + 1, "edited": bench.at}
    if body.minor:  # nobody is asked again, so nobody is late by another moment
        moments = {"edited": stood.edited, "reminded": stood.reminded}
        since = {"version": stood.version} | {key: at for key, at in moments.items() if at}
    kept = {key: value for key, value in old.items() if key not in known}
    return kept | _asked(operation) | {
        "by": stood.by, "at": stood.at, **since,
    }  # fmt: skip


def _asked(operation: Operation) -> Fields:
    """Return the fields of a notice as its author wrote them, unknown ones too."""
    fields = msgspec.json.decode(operation.body, type=dict[str, msgspec.Raw])
    ours = {field.name for field in msgspec.structs.fields(Announcement)}
    asked = {field.name for field in msgspec.structs.fields(AnnounceAsked)}
    return {
        key: value
        for key, value in fields.items()
        if key not in ASKED_ONLY and (key in asked or key not in ours)
    }


def _wrong(bench: Bench, operation: Operation, body: AnnounceAsked) -> Outcome | None:
    if bench.principal.role not in MAY:
        return refused("forbidden", FORBIDDEN)
    if not may_address(bench, body.audience):
        sentence = f"There is no audience {body.audience[:80]} for you. Choose another."
        return refused("no_space", sentence)
    if not sound_id(body.id) or "/" in body.id or len(body.id) > LONGEST_ID:
        return refused("malformed", "This cannot be the id of a notice. Make it again.")
    if not body.title.strip():
        return refused("malformed", "A notice needs a title. Write one.")
    if body.level not in LEVELS:
        return refused("malformed", f"The level is one of {', '.join(LEVELS)}. Choose one.")
    return _times(body) or _check(body) or _unknown(operation)


def _unknown(operation: Operation) -> Outcome | None:
    """Refuse a NUL in what only a newer desk knows; the rest was looked through already."""
    if any(rb"\u0000" in bytes(value) for value in _asked(operation).values()):
        return refused("malformed", "A text may not hold the character NUL. Take it out.")
    return None


def _times(body: AnnounceAsked) -> Outcome | None:
    moments = [_moment(text) for text in (body.starts, body.ends) if text]
    if None in moments:
        return refused("malformed", "A notice starts and ends at a moment. Choose it again.")
    if len(moments) == 2 and not moments[0] < moments[1]:  # type: ignore[operator]
        return refused("malformed", "A notice ends after it starts. Choose another end.")
    return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _check(body: AnnounceAsked) -> Outcome | None:
    fault = "" if body.check is None else questions.fault(body.check)
    return refused("malformed", fault) if fault else None


def _unsettled(operation: Operation, body: AnnounceAsked, found: Entity | None) -> Outcome | None:
    """Refuse what was not made from the notice as it stands; a reminder needs not have been."""
    if found is None and not operation.base_rev and not body.relaunched:
        return None
    if found is None:
        return refused("not_found", "This notice is not here any more. Send a new one.")
    if not operation.base_rev and not body.relaunched:
        return refused("id_taken", f"There is a notice {body.id} already. Make a new one.")
    if not body.relaunched and operation.base_rev != found.rev:
        sentence = "Somebody else edited this notice meanwhile. Look at it and edit it again."
        return refused("changed", sentence)
    return None
