"""`take_back`: who made a remark, or missed something, did not mean to; nobody has answered yet.

It leaves those who write as if it had never come. What was answered stays: others worked on it.
"""

from typing import Any

from sync.protocol.bodies.editing import Feedback, TakeBackAsked
from sync.protocol.bodies.gaps import Gap
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import feedback, not_found, replies
from sync.server.rules.rule import Bench, Outcome, applied, refused
from sync.server.setting_up import EDIT, TALLY

HOMES = (feedback.KIND, feedback.OWN, not_found.KIND, not_found.ASKER)


class TakeBack:
    """The rule of `take_back`."""

    body: Any = TakeBackAsked

    def touches(
        self, operation: Operation, body: TakeBackAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return tuple((kind, body.said) for kind in HOMES)

    def decide(self, bench: Bench, operation: Operation, body: TakeBackAsked) -> Outcome:
        remark = bench.told(feedback.KIND, body.said, Feedback)
        if remark is not None and remark.by == bench.me:
            return _unsaid(bench, body.said, remark)
        gap, asker = not_found.told(bench, body.said)
        if gap is not None and asker == bench.me:
            return _found(body.said, gap)
        return refused(
            "not_found", "There is nothing of yours to take back. Nothing is left to do."
        )


def _unsaid(bench: Bench, id_: str, remark: Feedback) -> Outcome:
    if remark.replies or remark.state != replies.OPEN:
        return refused("answered", "It was answered already. Read that, and reply to it.")
    return applied(
        *(
            Put(one.kind, id_, one.space, "", None)
            for kind in (feedback.KIND, feedback.OWN)
            if (one := bench.entity(kind, id_)) is not None
        )
    )


def _found(id_: str, gap: Gap) -> Outcome:
    if gap.state != "open":
        return refused("answered", "It was decided already. Nothing is left to take back.")
    return applied(
        Put(not_found.KIND, id_, EDIT, "", None, unsigned=True),
        Put(not_found.ASKER, id_, TALLY, "", None, unsigned=True),
    )
