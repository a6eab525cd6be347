"""The promises, asked after every sync; each breach is a sentence.

The truth is the office's history: everything it ever logged, by epoch and space, cut or not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from sync.client.ports import Cursor
from sync.protocol.wire import Change, Status
from tests.simulator.desks import SimDesk
from tests.simulator.office import STEER, Asked, Office
from tests.support.memory_replica import DONE, Kept, Key, MemoryReplica, Paper

SUGGESTION = "suggestion"


@dataclass(frozen=True)
class Before:
    """What a desk held before a sync."""

    rows: Mapping[Key, Kept]
    cursors: Mapping[str, Cursor]
    epoch: str
    papers: Mapping[str, Paper]


def before(replica: MemoryReplica) -> Before:
    standing = replica.standing()
    return Before(
        dict(replica.copy.rows),
        dict(standing.cursors),
        standing.epoch,
        dict(replica.papers.outbox),
    )


def copy_is_what_its_cursors_say(office: Office, replica: MemoryReplica) -> Iterator[str]:
    """G8, G9: nothing is ahead of a cursor, nothing up to it is missing."""
    standing, rows = replica.standing(), replica.copy.rows
    departed = replica.copy.departed
    standing_rows = {key: kept for key, kept in rows.items() if key not in departed}
    for key, kept in rows.items():
        if kept.space not in standing.cursors:
            yield f"{key} lies in {kept.space}, which is not followed"
    for space, cursor in standing.cursors.items():
        history = office.history.get((standing.epoch, space), [])
        logged: dict[Key, Change] = {(c.kind, c.id): c for c in history if c.seq <= cursor.seq}
        for key, kept in standing_rows.items():
            if kept.space == space and not (cursor.sweeping and key not in replica.copy.seen):
                change = logged.get(key)
                if change is None or (change.rev, change.body) != (kept.rev, kept.body):
                    yield f"{key} r{kept.rev} in {space} is not what stands at {cursor.seq}"
        for key, change in logged.items():
            here = rows.get(key)
            if change.body is None or (here is not None and here.space == space):
                continue
            if not _superseded(office, standing.epoch, key, change.rev, space):
                yield f"{key} r{change.rev} of {space} is missing at {cursor.seq}"


def _superseded(office: Office, epoch: str, key: Key, rev: int, space: str) -> bool:
    """Say whether news of another space tell of a later life of an entity."""
    return any(
        (c.kind, c.id) == key and c.rev > rev
        for (life, other), log in office.history.items()
        if life == epoch and other != space
        for c in log
    )


def nothing_vanished(
    office: Office,
    replica: MemoryReplica,
    was: Before,
    permitted: set[str],
    touched: set[Key],
    *,
    ended: bool,
) -> Iterator[str]:
    """G14: what is live and permitted, and was here, is here."""
    for key, kept in was.rows.items():
        entity = office.state.entities.get(key)
        if entity is None or entity.body is None or entity.space not in permitted:
            continue
        if key in replica.copy.rows or key in touched:
            continue
        if ended or not _was_taken_out(office, replica, was, key, kept):
            yield f"{key} vanished: it lives in {entity.space}"


def _was_taken_out(
    office: Office, replica: MemoryReplica, was: Before, key: Key, kept: Kept
) -> bool:
    """Say whether a pass that stopped half way saw it end, and not yet come again elsewhere.

    What moved to a space that is followed has no such excuse.
    """
    standing = replica.standing()
    if kept.space not in standing.cursors:
        return True  # its space was lost, and the one to which it moved was not read yet
    for space, now in standing.cursors.items():
        cursor = was.cursors.get(space, Cursor(0))
        restarted = cursor.sweeping or was.epoch != standing.epoch
        first = 0 if restarted else cursor.seq
        log = office.history.get((standing.epoch, space), [])
        ends = [c for c in log if (c.kind, c.id) == key and c.body is None]
        if any(first < c.seq <= now.seq and c.moved not in standing.cursors for c in ends):
            return True
    return False


def nothing_revoked_stays(replica: MemoryReplica, served: set[str]) -> Iterator[str]:
    """G16, after a pass that came to its end."""
    for key, kept in replica.copy.rows.items():
        if kept.space not in served:
            yield f"{key} of {kept.space} stays, which may not be seen any more"


def revisions_never_fall(office: Office, replica: MemoryReplica, was: Before) -> Iterator[str]:
    """G10, within an epoch."""
    standing = replica.standing()
    if was.epoch != standing.epoch:
        return
    for key, kept in was.rows.items():
        now = replica.copy.rows.get(key)
        doubtful = was.cursors.get(kept.space, Cursor(0)).sweeping
        if now is None or now.rev >= kept.rev or doubtful:
            continue
        if now.space == kept.space or not _went(office, replica, key, kept):
            yield f"{key} fell from revision {kept.rev} to {now.rev}"


def _went(office: Office, replica: MemoryReplica, key: Key, kept: Kept) -> bool:
    """Say whether a row left its space, so that a space read later may tell of its youth."""
    standing = replica.standing()
    if kept.space not in standing.cursors:
        return True
    log = office.history.get((standing.epoch, kept.space), [])
    return any((c.kind, c.id) == key and c.body is None and c.rev > kept.rev for c in log)


def outbox_is_whole(desk: SimDesk) -> Iterator[str]:
    """G3, G6: nothing leaves but by a result; what was refused is in sight.

    What its person took back on its way goes with what took it back, when the answer is no.
    """
    outbox, results = desk.replica.papers.outbox, desk.results
    for id_ in sorted(desk.written - set(outbox)):
        undone = next((i for i, by in desk.undone.items() if id_ in {i, by}), "")
        said = results.get(undone, set())
        if not undone or (said & DONE and Status.REFUSED not in said):
            yield f"operation {id_[:8]} is gone from the outbox"
    for id_, paper in outbox.items():
        if paper.state == "done" and not results.get(id_):
            yield f"operation {id_[:8]} counts as done, nobody said so"


def nobody_met_themself(office: Office, desk: SimDesk) -> Iterator[str]:
    """G4: a text made from one's own last text meets nobody, and hides nobody's either."""
    for met in office.met:
        view = desk.views.get(met.operation)
        if view is None:
            continue
        own = {f"by {id_}" for id_ in view.known} if view.epoch == met.epoch else set()
        if met.status is Status.CONFLICT and met.by == desk.person and met.stood in own:
            yield f"operation {met.operation[:8]} met nothing but its own author's text"
        if met.status is Status.APPLIED and met.stood != view.text:
            yield f"operation {met.operation[:8]} hides a text that its author had not seen"


def what_was_taken_back_is_nowhere(office: Office, desk: SimDesk) -> Iterator[str]:
    """Undone here is undone at the server, at rest."""
    standing = {entity.body for entity in office.state.entities.values() if entity.body}
    for id_, paper in desk.withdrawn.items():
        if effects(office, paper):
            yield f"operation {id_[:8]} was taken back before it left, and is at the server"
    for id_, by in desk.undone.items():
        undoing = desk.replica.papers.outbox.get(by)
        pending = undoing is not None and undoing.state != "done"
        undone = desk.replica.papers.outbox.get(id_)
        refused = undone is None or undone.state == "refused"
        if refused and undoing is not None and undoing.state == "waiting":
            yield f"operation {by[:8]} waits for ever to take {id_[:8]} back"
        if f"by {id_}" in standing and not pending and by not in desk.dismissed:
            yield f"operation {id_[:8]} was taken back, and stands"


def results_are_kept(replica: MemoryReplica, refused: set[str]) -> Iterator[str]:
    """G3: an answer that was no is a paper in the state refused, until the person acts."""
    for id_ in sorted(refused):
        paper = replica.papers.outbox.get(id_)
        if paper is None or paper.state != "refused" or paper.result is None:
            yield f"the refusal of operation {id_[:8]} is not in sight"


def effects(office: Office, paper: Paper) -> int:
    """Return how often an operation changed the office as it is now."""
    operation = paper.operation
    asked = msgspec.json.decode(operation.body, type=Asked)
    logs = [log for (life, _), log in office.history.items() if life == office.state.epoch]
    # A suggestion whose article moves goes out of one space and into another by one revision.
    carried = {
        (c.id, c.rev) for log in logs for c in log if c.kind == SUGGESTION and c.body is None
    }
    return sum(
        _is_effect(c, operation.id, asked) and (c.id, c.rev) not in carried
        for log in logs
        for c in log
    )


def _is_effect(change: Change, id_: str, asked: Asked) -> bool:
    if (change.kind, change.id) in {("gap", id_), (SUGGESTION, id_)}:
        return change.body is not None
    if not asked.body or change.body != asked.body or not change.by:
        return False  # an administrator's move carries the text on, and is nobody's operation
    return (change.kind, change.id) == (asked.kind, asked.id)


def each_operation_counted_once(office: Office, replica: MemoryReplica) -> Iterator[str]:
    """G2, and G5: under its author's name."""
    for id_, paper in replica.papers.outbox.items():
        if effects(office, paper) > 1:
            yield f"operation {id_[:8]} took effect {effects(office, paper)} times"
        known = office.state.operations.get(id_)
        if known and paper.person and known[0] != paper.person:
            yield f"operation {id_[:8]} of {paper.person} was taken as {known[0]}'s"


def level_with(office: Office, replica: MemoryReplica, person: str) -> Iterator[str]:
    """G11, at rest."""
    theirs = {key: (row.rev, row.sha256) for key, row in office.view(person).items()}
    ours = {key: (kept.rev, kept.sha256(key)) for key, kept in replica.copy.rows.items()}
    for key in sorted(theirs.keys() | ours.keys()):
        if theirs.get(key) != ours.get(key):
            yield f"at rest {key}: {ours.get(key)} here, {theirs.get(key)} there"


def work_arrived(office: Office, replica: MemoryReplica, person: str) -> Iterator[str]:
    """G2, G3, G7 at rest: what a person did counts once in this life, or is refused in sight."""
    held: set[str] = set()
    for id_, paper in replica.papers.outbox.items():
        if (paper.server, paper.person) != (office.name, person):
            continue
        if paper.state == "refused":
            held.add(paper.about)
        elif paper.state == "waiting" and not (paper.about and paper.about in held):
            yield f"operation {id_[:8]} still waits"
        acked = paper.state == "done" and paper.result and paper.result.status in DONE
        asked = msgspec.json.decode(paper.operation.body, type=Asked)
        if acked and asked.body and effects(office, paper) != 1:
            yield f"operation {id_[:8]} counts as done and has {effects(office, paper)} effects"


def steering(office: Office) -> int:
    return len(office.rows_of(STEER))
