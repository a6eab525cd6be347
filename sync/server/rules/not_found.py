"""`not_found`: the base did not answer. Anyone may say so; it becomes a gap for those who steer."""

from typing import Any

import msgspec

from sync.protocol import codec
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.rules.rule import Bench, Outcome, applied, refused
from sync.server.setting_up import STEER

KIND = "gap"
LARGEST = 64 * 1024


class NotFound:
    """The rule of `not_found`: every field of its body is kept."""

    body: Any = dict[str, msgspec.Raw]

    def touches(self, operation: Operation, body: dict[str, msgspec.Raw]) -> tuple[Key, ...]:
        return ()

    def decide(self, bench: Bench, operation: Operation, body: dict[str, msgspec.Raw]) -> Outcome:
        made = {
            **body,
            "made": operation.at,
            "by": bench.principal.name,
            "at": bench.at,
        }
        text = codec.encode(made).decode()
        if len(text) > LARGEST:
            return refused("too_large", "This is too long. Shorten it.")
        return applied(Put(KIND, operation.id, STEER, "", text))
