"""`recall`: a notice is taken back. Its text goes, its title stays for those who had read it."""

from typing import Any

import msgspec

from sync.protocol.bodies.announcements import Announcement, RecallAsked, Recalled
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.principal import Principal
from sync.server.rules.announce import FORBIDDEN, KIND, Fields, both, put_both
from sync.server.rules.audiences import MAY, may_address
from sync.server.rules.rule import Bench, Outcome, refused, stands

TEXTS = frozenset({"body", "link", "check"})


class Recall:
    """The rule of `recall`."""

    body: Any = RecallAsked

    def touches(
        self, operation: Operation, body: RecallAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return both(body.id)

    def decide(self, bench: Bench, operation: Operation, body: RecallAsked) -> Outcome:
        if bench.principal.role not in MAY:
            return refused("forbidden", FORBIDDEN)
        found, notice = bench.entity(KIND, body.id), bench.told(KIND, body.id, Announcement)
        if found is None or found.body is None or notice is None or not _mine(bench, notice):
            return refused("not_found", "There is no such notice for you. Nothing is left to do.")
        if notice.recalled is not None:
            return stands(found)
        if not body.why.strip():
            return refused("malformed", "Say why it is taken back: those who read it are told.")
        known = {field.name for field in msgspec.structs.fields(Announcement)} - TEXTS
        stood = msgspec.json.decode(found.body, type=dict[str, msgspec.Raw])
        recalled = Recalled(body.why, bench.me, bench.at)
        left: Fields = {key: value for key, value in stood.items() if key in known}
        if notice.check is not None:
            left["questioned"] = True
        return put_both(body.id, notice.audience, left | {"recalled": recalled})


def _mine(bench: Bench, notice: Announcement) -> bool:
    audience = notice.audience
    return not audience.startswith("space:") or may_address(bench, audience)
