"""`announce`: a notice to everyone who reads a shelf, told at once to those who are connected."""

from typing import Any

import msgspec
from msgspec import Struct

from sync.protocol import codec
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Role
from sync.server.rules.rule import Bench, Outcome, applied, refused, sound_id
from sync.server.setting_up import STEER

KIND = "announcement"
LEVELS = frozenset({"info", "important", "critical"})
LARGEST = 64 * 1024
MAY = frozenset({Role.SUPERVISOR, Role.ADMIN})


class Body(Struct, frozen=True):
    """What the server reads of an announcement; the other fields of its body are kept too."""

    space: str
    id: str
    title: str
    body: str = ""
    level: str = "info"


class Announce:
    """The rule of `announce`."""

    body: Any = Body

    def touches(self, operation: Operation, body: Body) -> tuple[Key, ...]:
        return ((KIND, body.id),)

    def decide(self, bench: Bench, operation: Operation, body: Body) -> Outcome:
        if (wrong := _wrong(bench, body)) is not None:
            return wrong
        found = bench.entity(KIND, body.id)
        if found is not None and (found.rev != operation.base_rev or found.space != body.space):
            return refused(
                "id_taken", f"There is an announcement {body.id} already. Make a new one."
            )
        fields = msgspec.json.decode(operation.body, type=dict[str, msgspec.Raw])
        said = {key: value for key, value in fields.items() if key not in {"space", "id"}}
        text = codec.encode(said | {"by": bench.principal.name, "at": bench.at}).decode()
        if len(text) > LARGEST:
            return refused("too_large", "The announcement is too long. Shorten it.")
        return applied(Put(KIND, body.id, body.space, "", text, announced=True))


def _wrong(bench: Bench, body: Body) -> Outcome | None:
    if bench.principal.role not in MAY:
        return refused("forbidden", "Only supervisors announce. Ask one to do it.")
    if not bench.reads(body.space) or body.space == STEER or body.space.startswith("~"):
        return refused("no_space", f"There is no shelf {body.space[:64]} for you. Choose another.")
    if not sound_id(body.id) or not body.title.strip():
        return refused("malformed", "An announcement needs an id and a title.")
    if body.level not in LEVELS:
        return refused("malformed", f"The level is one of {', '.join(sorted(LEVELS))}.")
    return None
