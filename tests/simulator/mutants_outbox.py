"""Planted bugs that cost somebody's work: operations, results, and whose they are."""

from collections.abc import Sequence
from dataclasses import replace
from unittest import mock

import msgspec

from sync.client.engine import Engine
from sync.protocol import wire
from sync.protocol.wire import Heads, Operation, Pushed, Result, Status
from tests.simulator.office import Entity, Office
from tests.simulator.planting import engine_bug, office_bug, replica_bug
from tests.support.memory_replica import DiskFull, MemoryReplica, Paper


@office_bug
class NoDedup(Office):
    def _once(self, person: str, operation: Operation) -> Result:
        return self._judge(person, operation)


@office_bug
class ResultAfterTheCommit(Office):
    """Effect and result are two transactions; the power fails between them, now and then."""

    def _once(self, person: str, operation: Operation) -> Result:
        result = super()._once(person, operation)
        if operation.id[0] in "012" and result.status is Status.APPLIED:
            self.state.operations.pop(operation.id)
        return result


@replica_bug
class ConflictDropped(MemoryReplica):
    def settle(self, pushed: Pushed) -> None:
        super().settle(pushed)
        for result in pushed.results:
            paper = self.papers.outbox.get(result.id)
            if paper and result.status is Status.CONFLICT:
                self.papers.outbox[result.id] = replace(paper, state="done")


@replica_bug
class RefusedIsForgotten(MemoryReplica):
    def settle(self, pushed: Pushed) -> None:
        super().settle(pushed)
        for result in pushed.results:
            if result.status is Status.REFUSED:
                self.papers.outbox.pop(result.id, None)


@engine_bug
class PoisonBlocks(Engine):
    """A batch that the server cannot take is tried again for ever."""

    def _push(self) -> int:
        operations = tuple(self._replica.waiting())
        if operations:
            self._replica.settle(self._transport.push(wire.Push(operations)))
        return len(operations)


@replica_bug
class AckByCount(MemoryReplica):
    """As many results, as many operations from the front: whichever they are."""

    def settle(self, pushed: Pushed) -> None:
        waiting = [id_ for id_, p in self.papers.outbox.items() if p.state == "waiting"]
        results = [
            replace_id(result, id_) for result, id_ in zip(pushed.results, waiting, strict=False)
        ]
        super().settle(Pushed(pushed.epoch, tuple(results), pushed.at))


def replace_id(result: Result, id_: str) -> Result:
    return Result(id_, result.status, result.code, result.reason)


@replica_bug
class DependantsGoOn(MemoryReplica):
    """What builds on a refused operation is sent all the same."""

    def waiting(self) -> Sequence[Operation]:
        mine = (self.papers.server, self.papers.person)
        papers = self.papers.outbox.values()
        return [
            p.operation for p in papers if p.state == "waiting" and (p.server, p.person) == mine
        ]


@replica_bug
class SentUnderAnyName(MemoryReplica):
    """The outbox is the desk's, not the person's."""

    def waiting(self) -> Sequence[Operation]:
        return [p.operation for p in self.papers.outbox.values() if p.state == "waiting"]


@replica_bug
class TagOutlivesThePerson(MemoryReplica):
    """Who signed in is bound first; then the power fails, and the old tag says all is well."""

    def identify(self, server: str, person: str) -> None:
        if (self.papers.server, self.papers.person) != (server, person):
            self._room("papers")
            self._bind(server, person)
        self.between()
        self._room("copy")
        self._stand(server=server, person=person, etag="")


@engine_bug
class IdentifiesOnlyNewcomers(Engine):
    """Believes the copy about who is signed in (found by the simulator, in this engine)."""

    def _find_place(self, heads: Heads) -> None:
        if self._replica.standing().person:
            with mock.patch.object(self, "_replica", _Mute(self._replica)):
                super()._find_place(heads)
        else:
            super()._find_place(heads)


class _Mute:
    """A replica that is not told who is signed in."""

    def __init__(self, replica: object) -> None:
        self._replica = replica

    def __getattr__(self, name: str) -> object:
        return (lambda *who: None) if name == "identify" else getattr(self._replica, name)


@replica_bug
class SignInEmptiesTheOutbox(MemoryReplica):
    def _bind(self, server: str, person: str) -> None:
        super()._bind(server, person)
        mine = {id_: p for id_, p in self.papers.outbox.items() if p.person == person}
        self.papers.outbox = mine


@replica_bug
class FullDiskIsTakenForDamage(MemoryReplica):
    """A store that cannot be written is set aside, with what it held."""

    def _room(self, store: str) -> None:
        try:
            super()._room(store)
        except DiskFull:
            self.papers.outbox.clear()
            raise


# What one does upon what one did, and what one takes back.


@replica_bug
class AnAnswerMovesNoBase(MemoryReplica):
    """What was made from one's own text goes on speaking of the text before it."""

    def _build_upon(self, made: Paper) -> None:
        pass


@replica_bug
class AnsweredTextIsOutOfSight(MemoryReplica):
    """Between the push and the pull a desk shows the text from before (this desk did)."""

    def settle(self, pushed: Pushed) -> None:
        super().settle(pushed)
        for id_, paper in self.papers.outbox.items():
            self.papers.outbox[id_] = replace(paper, coming=False)


@replica_bug
class EveryTextIsBuiltUponTheLast(MemoryReplica):
    """A draft of an older text goes as if its author had seen what they did since."""

    def _build_upon(self, made: Paper) -> None:
        for id_, paper in self.papers.outbox.items():
            same = (paper.about, paper.person) == (made.about, made.person)
            if paper.about and same and paper.state == "waiting":
                based = msgspec.structs.replace(paper.operation, base_rev=made.rev, base_sha256="")
                self.papers.outbox[id_] = replace(paper, operation=based)


@office_bug
class NumbersOfAnotherLifeAreBelieved(Office):
    """A text of before a restore lands on another of the same number (this server did)."""

    def _is_base(self, operation: Operation, stands: Entity) -> bool:
        return operation.base_rev == stands.rev


@replica_bug
class TakesBackWhatIsOnItsWay(MemoryReplica):
    """What waits for its answer is deleted here, and stands at the server (this desk did)."""

    def launch(self, ids: Sequence[str]) -> Sequence[Operation]:
        outbox = dict(self.papers.outbox)
        leaving = super().launch(ids)
        self.papers.outbox = outbox
        return leaving


@replica_bug
class UndoWaitsBehindARefusal(MemoryReplica):
    """What takes back an operation that was refused stays, for ever."""

    def _let_go(self, refused: Paper) -> None:
        pass
