"""`verify`: somebody who may write looked at a text and it is right. An act with its own date.

`confirm_questions`: the questions of an article still fit the passages they test.
"""

from typing import Any

from sync.protocol.bodies.editing import Verification, VerifyAsked
from sync.protocol.bodies.learning import ConfirmAsked, QuestionTies
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import along
from sync.server.rules.rule import (
    Bench,
    Outcome,
    applied,
    made_from,
    refused,
    said,
    stands,
    written,
)

LONGEST_DAYS = 3_660
LOOKED_BACK = 50  # revisions
MOVED = "It was changed meanwhile. Look at it again, and verify what stands now."


class Verify:
    """The rule of `verify`."""

    body: Any = VerifyAsked

    def touches(
        self, operation: Operation, body: VerifyAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (along.ARTICLE, body.article), (along.VERIFICATION, body.article)

    def decide(self, bench: Bench, operation: Operation, body: VerifyAsked) -> Outcome:
        found = bench.entity(along.ARTICLE, body.article)
        if (wrong := unwritable(bench, found)) is not None:
            return wrong
        assert found is not None
        if body.undo:
            return _undone(bench, body, found)
        if not made_from(operation, found):
            return refused("changed", MOVED)
        if not 0 <= body.review_every <= LONGEST_DAYS:
            return refused("malformed", f"Verify at least every {LONGEST_DAYS} days. Choose less.")
        stood = bench.told(along.VERIFICATION, body.article, Verification)
        every = body.review_every or (0 if stood is None else stood.review_every)
        made = Verification(
            body.article, found.rev, bench.me, bench.at, body.comment, every, operation.id
        )
        return applied(Put(along.VERIFICATION, body.article, found.space, "", written(made)))


def _undone(bench: Bench, body: VerifyAsked, article: Entity) -> Outcome:
    """Take a person's own verification back: the one before it stands again, or none.

    What they verified anew since is another act, perhaps of another text, and stands.
    """
    found = bench.entity(along.VERIFICATION, article.id)
    stood = bench.told(along.VERIFICATION, article.id, Verification)
    if found is None or stood is None or stood.by != bench.me:
        return refused("changed", "It is no longer your verification. Look at it again.")
    if body.undoes and stood.act not in {"", body.undoes}:
        return refused("changed", "You have verified it again since. Look at it again.")
    before = _before(bench, found, stood)
    text = None if before is None else written(before)
    return applied(Put(along.VERIFICATION, article.id, article.space, "", text))


def _before(bench: Bench, found: Entity, stood: Verification) -> Verification | None:
    """Look in the log for what stood before somebody verified.

    The same verification comes more than once: a minor edit takes it along, and one that was taken
    back brings it again. What stood before the first of them is meant.
    """
    before, look = None, True
    for rev in range(found.rev - 1, max(0, found.rev - LOOKED_BACK), -1):
        line = bench.text_of(found.kind, found.id, rev)
        older = None if line is None else said(line[1].body or "", Verification)
        if older is not None and _act(older) == _act(stood):
            before, look = None, True
        elif look:
            before, look = older, False
    return before


def _act(one: Verification) -> tuple[str, str, str]:
    return one.by, one.at, one.act


class ConfirmQuestions:
    """The rule of `confirm_questions`."""

    body: Any = ConfirmAsked

    def touches(
        self, operation: Operation, body: ConfirmAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (along.ARTICLE, body.article), (along.TIES, body.article)

    def decide(self, bench: Bench, operation: Operation, body: ConfirmAsked) -> Outcome:
        found = bench.entity(along.ARTICLE, body.article)
        if (wrong := unwritable(bench, found)) is not None:
            return wrong
        assert found is not None
        stood = bench.told(along.TIES, body.article, QuestionTies)
        new = ({} if stood is None else stood.ties) | body.ties
        if stood is not None and new == stood.ties:
            there = bench.entity(along.TIES, body.article)
            assert there is not None
            return stands(there)
        text = written(QuestionTies(new))
        return applied(Put(along.TIES, body.article, found.space, "", text))


def unwritable(bench: Bench, found: Entity | None) -> Outcome | None:
    """Refuse what concerns no article that this person may write."""
    if found is None or found.body is None or not bench.reads(found.space):
        return refused("not_found", "There is no such article here. Nothing is left to do.")
    if not bench.writes(found.space):
        sentence = f"You may read {found.space} and not write in it. Ask who writes there."
        return refused("forbidden", sentence)
    return None
