"""`not_found`: the base did not answer. `missed`: a search failed and nobody said a word.

Anyone may; it becomes a gap for those who write and steer. Who asked stands where nobody reads, so
that they can be told once it is answered.
"""

from typing import Any

from msgspec import Struct

from sync.protocol.bodies.gaps import Gap, NotFoundAsked
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules.rule import BODY, Bench, Outcome, applied, refused, written
from sync.server.setting_up import EDIT, TALLY

KIND = "gap"
ASKER = "gap_asker"
TOLD = ("told",)
UNTOLD = ("empty", "reworded", "unclicked")


class Asker(Struct, frozen=True):
    """`gap_asker` in +tally, id that of the gap."""

    person: str


def told(bench: Bench, id_: str) -> tuple[Gap | None, str]:
    """Return a gap and who asked, "" where that is not known."""
    asker = bench.told(ASKER, id_, Asker)
    return bench.told(KIND, id_, Gap), asker.person if asker is not None else ""


class NotFound:
    """The rule of `not_found` and of `missed`."""

    body: Any = NotFoundAsked

    def __init__(self, ways: tuple[str, ...] = TOLD) -> None:
        self._ways = ways

    def touches(
        self, operation: Operation, body: NotFoundAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return ()

    def decide(self, bench: Bench, operation: Operation, body: NotFoundAsked) -> Outcome:
        if body.how not in self._ways or not body.query.strip():
            ways = ", ".join(self._ways)
            return refused("malformed", f"A gap has a query, and its way is {ways}. Make it again.")
        gap = Gap(
            query=body.query,
            at=bench.at,
            made=operation.at,
            how=body.how,
            queue=body.queue,
            intent=body.intent,
            spaces=body.spaces,
            kinds=body.kinds,
            tags=body.tags,
            opened=body.opened,
        )
        text = written(gap)
        if len(text.encode()) > BODY // 4:
            return refused("too_large", "This is too long. Shorten it.")
        return applied(
            Put(KIND, operation.id, EDIT, "", text, unsigned=True),
            Put(ASKER, operation.id, TALLY, "", written(Asker(bench.me)), unsigned=True),
        )
