"""What becomes of a text that met another one: kept whole, for people to decide.

Nothing is merged into what is published. Those who steer get it in `+steer`; its author gets a copy
of their own, which is another entity (`own_suggestion`), since an entity lives in one space only.
"""

from sync.protocol import codec
from sync.protocol.conflicts import Merge, Verdict
from sync.protocol.wire import BODY_BYTES, Operation, Status
from sync.server.entities import Entity
from sync.server.ledger import Put
from sync.server.rules.rule import Bench, Outcome
from sync.server.setting_up import STEER

KIND = "suggestion"
OWN = "own_suggestion"
GONE = (
    "It was taken out meanwhile. Your text is kept with those who steer: ask them to bring it back."
)
CHANGED = (
    "Somebody else changed it meanwhile. Both texts are kept; those who steer decide what stands."
)


def kept(
    bench: Bench, operation: Operation, mine: str | None, path: str, theirs: Entity, merge: Merge
) -> Outcome:
    """Keep what a person wrote beside what stands, and tell them so."""
    gone = merge.verdict is Verdict.GONE
    body = {
        "article": theirs.id,
        "kind": theirs.kind,
        "space": theirs.space,
        "path": path,
        "base_rev": operation.base_rev or 0,
        "rev": theirs.rev,
        "verdict": merge.verdict.value,
        "mine": mine,
        "theirs": theirs.body,
        "by": bench.principal.name,
        "at": bench.at,
        "state": "needs attention" if gone or merge.verdict is Verdict.UNKNOWN else "open",
    }
    if merge.text is not None and len(merge.text) <= BODY_BYTES // 2:
        body["merged"] = merge.text
    text = codec.encode(body).decode()
    return Outcome(
        Status.CONFLICT,
        "gone" if gone else "conflict",
        GONE if gone else CHANGED,
        theirs.space,
        rev=theirs.rev,
        puts=(
            Put(KIND, operation.id, STEER, "", text),
            Put(OWN, operation.id, bench.principal.personal_space, "", text),
        ),
    )
