"""Planted bugs: each is one that a real system had, and each must be caught within 400 seeds.

A bug that is ever found in the engine, the replica or the server gets a mutant here.
"""

from sync.client.engine import Engine
from sync.client.ports import Cursor
from sync.protocol.wire import Change, Heads, Operation, Page, Pushed, SpaceHead
from tests.simulator import mutants_outbox, planting
from tests.simulator.office import Entity, Key, Office
from tests.simulator.planting import engine_bug, office_bug, replica_bug, rule_bug
from tests.support.memory_replica import Kept, MemoryReplica

_PLANTED = (mutants_outbox,)  # its bugs are planted as it is imported
MUTANTS = planting.MUTANTS


# The feed and the cursor.


class _Gappy(Office):
    """A feed numbered before the commit: a reader misses what commits late."""

    def changes(self, person: str, space: str, after: int, limit: int) -> Page:
        page = super().changes(person, space, after, limit)
        if len(page.changes) > 2:
            kept = (*page.changes[:-2], page.changes[-1])
            return Page(page.epoch, page.space, page.after, kept, page.head)
        return page


def _last_seen(page: Page, *, epoch: str, space: str, after: int) -> int:
    return page.changes[-1].seq if page.changes else after


def _head(page: Page, *, epoch: str, space: str, after: int) -> int:
    return page.head


rule_bug("gap", _last_seen, _Gappy)
rule_bug("cursor-is-head", _head)
rule_bug("any-page-is-believed", _last_seen)


@engine_bug
class NoEpoch(Engine):
    """A restored server goes unnoticed."""

    def _find_place(self, heads: Heads) -> None:
        standing = self._replica.standing()
        known = not standing.epoch
        self._replica.identify(heads.server, heads.person)
        if known:
            self._replica.begin_epoch(heads.server, heads.epoch)
        for space in sorted(set(standing.cursors) - set(heads.spaces)):
            self._replica.drop(space)


@replica_bug
class CheckpointFirst(MemoryReplica):
    """The cursor is on disk before the rows."""

    def apply(self, page: Page, cursor: int) -> None:
        self._room("copy")
        self._move(page.space, cursor)
        self.between()
        super().apply(page, cursor)


@replica_bug
class PageNotInATransaction(MemoryReplica):
    """Row after row, and the cursor at the end."""

    def apply(self, page: Page, cursor: int) -> None:
        self._room("copy")
        for change in page.changes:
            self._take(page.space, change)
            self.between()
        self._move(page.space, cursor)


@replica_bug
class DeletesIgnored(MemoryReplica):
    def _take(self, space: str, change: Change) -> None:
        if change.body is not None:
            super()._take(space, change)


@replica_bug
class DeletionAppliesAnywhere(MemoryReplica):
    """The old space's farewell removes what lives in its new one."""

    def _take(self, space: str, change: Change) -> None:
        if change.body is None:
            self.copy.rows.pop((change.kind, change.id), None)
            return
        super()._take(space, change)


@replica_bug
class RevisionsIgnored(MemoryReplica):
    """Whatever comes last wins."""

    def _take(self, space: str, change: Change) -> None:
        key = (change.kind, change.id)
        if change.body is not None:
            self._keep(space, change, change.body)
        elif key in self.copy.rows and self.copy.rows[key].space == space:
            del self.copy.rows[key]


@replica_bug
class NeverDoubts(MemoryReplica):
    """Revisions of another life of the server are believed."""

    def doubtful(self, key: Key, kept: Kept) -> bool:
        return False


# Rights.


@replica_bug
class RevokedTextStays(MemoryReplica):
    """A lost right filters what is shown; the text stays on the disk."""

    def drop(self, space: str) -> None:
        rows = dict(self.copy.rows)
        super().drop(space)
        self.copy.rows = rows


@replica_bug
class RegainedRightGoesOn(MemoryReplica):
    """The rows of a lost space go, its cursor stays."""

    def drop(self, space: str) -> None:
        cursors = self.copy.standing.cursors
        super().drop(space)
        self._stand(cursors=cursors)


@engine_bug
class NeverDrops(Engine):
    def _find_place(self, heads: Heads) -> None:
        spaces = dict.fromkeys(self._replica.standing().cursors, SpaceHead(0, 0)) | heads.spaces
        super()._find_place(Heads(heads.server, heads.epoch, spaces, heads.person))


# Restores and sweeps.


@replica_bug
class ResetWipesTheOutbox(MemoryReplica):
    def begin_epoch(self, server: str, epoch: str) -> None:
        super().begin_epoch(server, epoch)
        for id_ in [i for i, p in self.papers.outbox.items() if p.state == "waiting"]:
            del self.papers.outbox[id_]


@replica_bug
class NeverOffersAgain(MemoryReplica):
    """What was acknowledged before a restore stays acknowledged."""

    def begin_epoch(self, server: str, epoch: str) -> None:
        outbox = dict(self.papers.outbox)
        super().begin_epoch(server, epoch)
        self.papers.outbox = outbox


@replica_bug
class KeptByTheDesksDays(MemoryReplica):
    """Acknowledged work is kept for days of a clock that may be years ahead."""

    def begin_epoch(self, server: str, epoch: str) -> None:
        kept = dict(self.papers.outbox)
        super().begin_epoch(server, epoch)
        for id_, paper in kept.items():
            if paper.acked_at and self.now() - int(paper.acked_at) > 365:
                self.papers.outbox[id_] = paper


@engine_bug
class AnswersOfAnotherLife(Engine):
    """An old answer counts, though it is of before the restore (found by the simulator)."""

    def _check_results(self, operations: tuple[Operation, ...], pushed: Pushed) -> None:
        pass


@replica_bug
class NoSweep(MemoryReplica):
    def end_sweep(self, space: str, live: int) -> int:
        self._cursor(space, Cursor(self.copy.standing.cursors[space].seq))
        return 0


@replica_bug
class WipesBeforeRefill(MemoryReplica):
    def begin_epoch(self, server: str, epoch: str) -> None:
        super().begin_epoch(server, epoch)
        self.copy.rows.clear()


@replica_bug
class DoubtsByThePagesSpace(MemoryReplica):
    """Old news of a swept space overwrite what has moved away from it."""

    def _take(self, space: str, change: Change) -> None:
        key = (change.kind, change.id)
        kept = self.copy.rows.get(key)
        sweeping = self.copy.standing.cursors.get(space, Cursor(0)).sweeping
        if kept and change.rev <= kept.rev and not (sweeping and key not in self.copy.seen):
            return
        if change.body is not None:
            self._keep(space, change, change.body)
        elif kept is not None and kept.space == space:
            del self.copy.rows[key]


@engine_bug
class SweepsSpaceBySpace(Engine):
    """A sweep ends before the space to which something moved was read."""

    def _level(self, heads: Heads, space: str) -> None:
        super()._level(heads, space)
        if self._replica.standing().cursors.get(space, Cursor(0)).sweeping:
            self._end_sweep(heads, space)


@engine_bug
class SnapshotWithoutSweep(Engine):
    """A snapshot laid over old rows says nothing of those that went."""

    def _load(self, space: str, at: Cursor, head: SpaceHead) -> None:
        super()._load(space, Cursor(0, sweeping=at.sweeping), head)


@engine_bug
class SuccessTooEarly(Engine):
    """The tag of the heads is noted before what they spoke of is here."""

    def _pull(self, heads: Heads) -> list[str]:
        answer = self._transport.heads("")
        if answer is not None:
            self._replica.note_success(answer[0])
        return super()._pull(heads)


@replica_bug
class VanishesWhileItMoves(MemoryReplica):
    """What left a space is gone at once, before the space to which it moved was read."""

    def _take(self, space: str, change: Change) -> None:
        super()._take(space, change)
        self.end_departures()


@replica_bug
class GhostsStay(MemoryReplica):
    """What has moved on, and was taken out there, is never taken out here."""

    def end_departures(self) -> None:
        pass


@replica_bug
class TagOutlivesHalfAPass(MemoryReplica):
    """The tag of the last level pass is kept while another one changes the copy.

    Found by the simulator in this engine: a right was given, a pass brought the text and stopped
    before its end, the right was taken back, and the old tag said that all was level.
    """

    def forget_tag(self) -> None:
        pass


@office_bug
class RevisionsStartAgain(Office):
    """An entity that comes back after its end begins at revision 1."""

    def publish(self, space: str, key: Key, body: str, by: str = "") -> Change:
        before = self.state.entities.get(key)
        if before is not None and before.body is None:
            return self._write(key, Entity(space, 1, f"{key[1]}.md", body), by)
        return super().publish(space, key, body, by)


@office_bug
class RestoreKeepsTheEpoch(Office):
    def restore(self, backup: object) -> None:
        epoch = self.state.epoch
        super().restore(backup)  # type: ignore[arg-type]
        log = {space: self.history[self.state.epoch, space] for space in self.state.logs}
        self.state.epoch = epoch
        self.history.update({(epoch, space): kept for space, kept in log.items()})
