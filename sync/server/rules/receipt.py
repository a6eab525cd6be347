"""`receipt`: how far a notice has come with a person. It only ever goes forward, for each version.

Written for those who send (`receipt`) and for the person's other desks (`own_receipt`). To have
understood is to have answered the question of that version rightly; a wrong answer is counted. Of a
notice that was recalled its person is told why, once, on whichever of their desks: `told`.

Of a notice, or a version, that is not here there is nothing to note, and nothing that who tells of
it could do: that is no refusal. After a backup was restored its sender may offer it only later; the
desks then tell again what they find missing.
"""

from typing import Any

from msgspec.structs import replace

from sync.protocol import grading
from sync.protocol.bodies.announcements import (
    STATES,
    TOLD,
    Announcement,
    Reached,
    Receipt,
    ReceiptAsked,
    Stamp,
)
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import announce, questions
from sync.server.rules.rule import Bench, Outcome, applied, refused, said, stands, written
from sync.server.setting_up import STEER

KIND = "receipt"
OWN = "own_receipt"
LOOKED_BACK = 50  # revisions of a notice, for the question of an older version


class ReceiptRule:
    """The rule of `receipt`."""

    body: Any = ReceiptAsked

    def touches(
        self, operation: Operation, body: ReceiptAsked, principal: Principal
    ) -> tuple[Key, ...]:
        id_ = f"{body.announcement}/{principal.name}"
        return (announce.KIND, body.announcement), (KIND, id_), (OWN, id_)

    def decide(self, bench: Bench, operation: Operation, body: ReceiptAsked) -> Outcome:
        notice = bench.entity(announce.KIND, body.announcement)
        told = bench.told(announce.KIND, body.announcement, Announcement)
        if (wrong := _wrong(body)) is not None:
            return wrong
        id_ = f"{body.announcement}/{bench.me}"
        known = bench.told(KIND, id_, Receipt)
        if notice is None or told is None or body.version > told.version:
            return applied()
        if known is None and not bench.reads(notice.space):
            return applied()  # who has left its audience may still tell what they did before
        if body.state == TOLD and told.recalled is None:
            return applied()  # it was recalled in another life of this server
        old = known or Receipt(body.announcement, bench.me)
        stood = old.versions.get(str(body.version), Reached())
        stamp = Stamp(operation.at, bench.at, body.device[:200])
        reached = _gone_on(stood, _state(bench, notice, told, body), stamp)
        if reached == stood:
            found = bench.entity(KIND, id_)
            return applied() if found is None else stands(found)
        made = replace(old, versions=old.versions | {str(body.version): reached})
        text = written(made)
        own = bench.principal.personal_space
        return applied(Put(OWN, id_, own, "", text), Put(KIND, id_, STEER, "", text))


def _wrong(body: ReceiptAsked) -> Outcome | None:
    if body.state not in (*STATES, TOLD):
        states = ", ".join((*STATES, TOLD))
        return refused("malformed", f"The state is one of {states}. Choose one.")
    if body.version < 1:
        return refused("malformed", "The versions of a notice begin at 1. Update the program.")
    if not questions.fair(body.answer):
        return refused("malformed", "The answer is too long. Answer again.")
    return None


def _state(bench: Bench, notice: Entity, told: Announcement, body: ReceiptAsked) -> str:
    """Say how far it has come; "wrong" where an answer was."""
    if body.state != "understood":
        return body.state
    check = _version(bench, notice, told, body.version).check
    if check is None:  # nothing was asked: there is no more to it than having confirmed
        return "acknowledged"
    return "understood" if grading.right(check, body.answer) else "wrong"


def _version(bench: Bench, notice: Entity, found: Announcement, version: int) -> Announcement:
    """Return a notice as a version had it, or as near to it as the log still has."""
    for rev in range(notice.rev - 1, max(0, notice.rev - LOOKED_BACK), -1):
        if found.version <= version and found.recalled is None:
            break
        line = bench.text_of(notice.kind, notice.id, rev)
        older = None if line is None else said(line[1].body or "", Announcement)
        if older is None:
            break
        found = older
    return found


def _gone_on(stood: Reached, state: str, stamp: Stamp) -> Reached:
    """Return how far it has come now: each state implies those before, and none is taken back."""
    if state == "wrong":
        return replace(_gone_on(stood, "shown", stamp), wrong=stood.wrong + 1)
    if state == TOLD:
        return replace(stood, told=stood.told or stamp)
    implied = STATES[: STATES.index(state) + 1]
    return replace(stood, **{one: stamp for one in implied if getattr(stood, one) is None})
