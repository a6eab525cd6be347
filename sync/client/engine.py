"""One pass that brings a replica level with its server. All that varies is injected.

The order is the theory. What was lost is forgotten before anything is fetched (G16); the small
spaces that carry notices are read first of all, so that a desk that returns shows those before any
other work, and `news` lets them in again between two pages of a long download; what people did
goes up before anything else comes down, so that a slow download never holds it; every space is
brought to exactly the head that the heads spoke of, so that their count of live entities is true
when a sweep ends; and neither a sweep nor a departure ends before all spaces are level, or an
article that moved would be missing in between (G14). Text comes before attachments (G22).

Each call of the replica is one transaction, so a pass may stop anywhere and the next one goes on.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

from msgspec.structs import replace

from sync.client.ports import (
    Cursor,
    Damaged,
    Disagreed,
    Intercepted,
    Replica,
    Stale,
    SweepHeld,
    SyncTrouble,
    Transport,
    Unacceptable,
    Unreachable,
)
from sync.client.repair import Repair
from sync.protocol import wire
from sync.protocol.codec import Unbelievable
from sync.protocol.cursors import next_cursor
from sync.protocol.wire import Heads, Operation, Pushed, Result, SpaceHead, Status

TRIES = 3  # times the heads may turn out to be out of date within one pass


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much at a time; small ones let a simulation cross every border."""

    tail: int = 1000  # changes fetched page after page rather than as a snapshot
    page: int = wire.PAGE
    batch: int = wire.PUSH_OPERATIONS
    attachments: int = 50


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass is: `stage` is asking, sending, fetching, checking or attachments.

    `notices` says that what a desk shows first is committed, whatever still comes.
    """

    stage: str
    space: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """What a pass could not set right: its code, what it is about, and a sentence for logs."""

    code: str  # "differs": a copy that could not be mended
    about: str
    said: str


@dataclass(slots=True)
class Report:
    """What a pass did."""

    pushed: int = 0
    refused: int = 0
    waiting: int = 0
    pulled: int = 0
    removed: int = 0
    mended: int = 0
    attachments: int = 0
    dropped: list[str] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    checked: bool = False
    level: bool = False


class Engine:
    """Keeps one replica level with one server."""

    def __init__(
        self,
        replica: Replica,
        transport: Transport,
        random: Random,
        sizes: Sizes = Sizes(),  # noqa: B008 - frozen
        news: Callable[[], bool] | None = None,
    ) -> None:
        """Take what varies; `news` says, once each time, that a notice was sent meanwhile."""
        self._sizes = sizes
        self._news = news or _none
        self._replica = replica
        self._transport = transport
        self._random = random
        self._tell: Callable[[Progress], None] = _silent
        self.report = Report()

    def sync(
        self, progress: Callable[[Progress], None] | None = None, *, check: bool = False
    ) -> Report:
        """Run one pass; `check` compares the whole copy too (once a day is right).

        Raise a `SyncTrouble` when it cannot come to its end; `report` then says what was done.
        """
        self.report = Report()
        self._tell = progress or _silent
        for left in reversed(range(TRIES)):
            try:
                return self._pass(check=check)
            except Stale:
                if not left:
                    raise
            except Unbelievable as doubt:
                kind = Intercepted if doubt.intercepted else Damaged
                raise kind(str(doubt)) from doubt
        raise AssertionError("unreachable")

    def _pass(self, *, check: bool) -> Report:
        etag, heads = self._hand_over("" if check else self._level_tag())
        doubted = check
        while heads is not None:
            swept = self._pull(heads)
            if not (doubtful := list(heads.spaces) if doubted else swept):
                break
            self._compare(heads, doubtful)  # may lead one space past the heads: ask once more
            doubted = False
            etag, heads = self._hand_over(etag)
        self._replica.note_success(etag)
        self.report.level = True
        self.report.checked = check
        self._attachments()
        self.report.waiting = len(self._replica.waiting())
        return self.report

    def _hand_over(self, etag: str) -> tuple[str, Heads | None]:
        """Push until nothing waits; return heads that know of it, None if nothing is new."""
        while True:
            self._tell(Progress("asking"))
            answer = self._transport.heads(etag)
            if answer is not None:
                self._replica.forget_tag()
                self._find_place(answer[1])
                self._notices_first(answer[1])
            if not self._push():
                return answer or (etag, None)

    def _level_tag(self) -> str:
        """Return the tag that stands for the copy as it is; "" when a sweep has not ended."""
        standing = self._replica.standing()
        sweeping = any(cursor.sweeping for cursor in standing.cursors.values())
        return "" if sweeping else standing.etag

    def _find_place(self, heads: Heads) -> None:
        """See whose server this is, in which life, and forget what may not be seen any more."""
        standing = self._replica.standing()
        self._replica.identify(heads.server, heads.person)
        if (standing.server, standing.epoch) != (heads.server, heads.epoch):
            self._replica.begin_epoch(heads.server, heads.epoch)
        for space in sorted(set(standing.cursors) - set(heads.spaces)):
            self._replica.drop(space)
            self.report.dropped.append(space)
        self._replica.follow(heads.spaces)

    def _notices_first(self, heads: Heads) -> None:
        """Read the spaces of notices, and say so as soon as anything of them is committed.

        What goes wrong here must not keep back what people did: it will be met again when all
        spaces are read, after that was sent.
        """
        before = self.report.pulled
        with suppress(Stale, Unreachable, Disagreed, Unbelievable):
            cursors = self._replica.standing().cursors
            for space in sorted(filter(carries_notices, heads.spaces)):
                if _at(cursors.get(space)).seq < heads.spaces[space].head:
                    self._level(heads, space)
        if self.report.pulled > before:
            self._tell(Progress("notices", done=self.report.pulled - before))

    def _let_in(self) -> None:
        """Between two pages: when a notice was sent meanwhile, read it before going on."""
        if self._news() and (answer := self._transport.heads("")) is not None:
            known = self._replica.standing()
            if (known.server, known.epoch) == (answer[1].server, answer[1].epoch):
                followed = {
                    name: at for name, at in answer[1].spaces.items() if name in known.cursors
                }
                self._notices_first(replace(answer[1], spaces=followed))

    def _push(self) -> int:
        """Send what waits, in order, until nothing does; return how many were answered.

        A batch that the server cannot take is halved until the one that it cannot take is alone:
        that one is refused here, in sight of its author, and holds up nobody else's (G3).
        """
        answered, most = 0, self._sizes.batch
        while waiting := self._replica.waiting()[:most]:
            self._tell(Progress("sending", done=answered, total=answered + len(waiting)))
            operations = tuple(self._replica.launch([one.id for one in waiting]))
            if not operations:  # all of it was taken back just now
                continue
            try:
                pushed = self._transport.push(wire.Push(operations))
                most = self._sizes.batch
            except Unacceptable as trouble:
                if len(operations) > 1:
                    most = len(operations) // 2
                    continue
                pushed = self._refused(operations[0], trouble)
                most = self._sizes.batch
            self._check_results(operations, pushed)
            self._replica.settle(pushed)
            answered += len(operations)
            self._count(pushed.results)
        return answered

    def _check_results(self, operations: tuple[Operation, ...], pushed: Pushed) -> None:
        """Believe an answer only about what was sent, and of this life of the server.

        An old answer may be whole and about these very operations: those that are offered again
        because the restored server has lost them.
        """
        if [operation.id for operation in operations] != [result.id for result in pushed.results]:
            raise Damaged("The answer does not speak of the operations that were sent.")
        if pushed.epoch != self._replica.standing().epoch:
            raise Stale("The server was restored meanwhile, or the answer is an old one.")

    def _refused(self, operation: Operation, trouble: SyncTrouble) -> Pushed:
        result = Result(operation.id, Status.REFUSED, "unacceptable", trouble.sentence)
        return Pushed(self._replica.standing().epoch, (result,))

    def _count(self, results: Iterable[Result]) -> None:
        for result in results:
            if result.status in {Status.APPLIED, Status.DUPLICATE}:
                self.report.pushed += 1
            else:
                self.report.refused += 1

    def _pull(self, heads: Heads) -> list[str]:
        """Bring every space to its head, then end the sweeps; return the spaces that were swept."""
        before = self._replica.standing().cursors
        for space in sorted(heads.spaces, key=lambda name: _urgency(name, heads, before)):
            self._level(heads, space)
        self._replica.end_departures()
        cursors = self._replica.standing().cursors
        swept = [name for name in sorted(heads.spaces) if _at(cursors.get(name)).sweeping]
        for space in swept:
            self._end_sweep(heads, space)
        return swept

    def _end_sweep(self, heads: Heads, space: str) -> None:
        """Remove what was not seen again; where that is too much, ask the server row by row."""
        live = heads.spaces[space].live
        try:
            self.report.removed += self._replica.end_sweep(space, live)
        except SweepHeld:
            self._repair(heads.epoch, space)
            self.report.removed += self._replica.end_sweep(space, live)

    def _level(self, heads: Heads, space: str) -> None:
        head = heads.spaces[space]
        at = _at(self._replica.standing().cursors.get(space))
        if at.seq > head.head:  # a log that lost its end in the same life: a guard, no more (G13)
            self._replica.start_sweep(space)
            at = Cursor(0, sweeping=True)
        if _worth_a_snapshot(at, head, self._sizes.tail):
            self._load(space, at, head)
        self.pages(heads.epoch, space, head.head, head.pages)

    def _load(self, space: str, at: Cursor, head: SpaceHead) -> None:
        snapshot = head.snapshot
        assert snapshot is not None
        self._tell(Progress("fetching", space, 0, snapshot.rows))
        file = self._transport.snapshot(space, snapshot)
        if at.seq:  # it says nothing of what was deleted since: only a sweep finds that
            self._replica.start_sweep(space)
        self._replica.load_snapshot(space, snapshot, file)
        with suppress(OSError):  # whoever keeps the folder tidies it later
            file.unlink()
        self.report.pulled += snapshot.rows
        self._tell(Progress("fetching", space, snapshot.rows, snapshot.rows))

    def pages(self, epoch: str, space: str, head: int, signature: str = "") -> None:
        """Fetch page after page up to `head` and not a change further."""
        start = after = _at(self._replica.standing().cursors.get(space)).seq
        while after < head:
            limit = self._stride(after, head, immutable=bool(signature))
            page = self._transport.changes(space, after, limit, signature)
            cursor = next_cursor(page, epoch=epoch, space=space, after=after)
            if cursor == after or cursor > head:
                raise Damaged(f"The page of {space} does not fit what was asked for.")
            self._replica.apply(page, cursor)
            self.report.pulled += len(page.changes)
            after = cursor
            self._tell(Progress("fetching", space, after - start, head - start))
            if not carries_notices(space):
                self._let_in()

    def _stride(self, after: int, head: int, *, immutable: bool) -> int:
        """Return how many changes to ask for: never past `head`, full pages where many follow.

        Full pages are the same for everybody and lie in caches; a tail is made for one desk.
        """
        behind = head - after
        if not immutable or behind < 2 * self._sizes.page:
            return min(behind, self._sizes.tail)
        return self._sizes.page - after % self._sizes.page

    def _compare(self, heads: Heads, spaces: Iterable[str]) -> None:
        for number, space in enumerate(names := sorted(spaces)):
            self._tell(Progress("checking", space, number, len(names)))
            self._repair(heads.epoch, space)

    def _repair(self, epoch: str, space: str) -> None:
        mended, wrong = Repair(self._replica, self._transport, self).run(epoch, space)
        self.report.mended += mended
        if wrong:
            buckets = ", ".join(str(bucket) for bucket in wrong)
            said = f"The copy of {space} still differs from the server's (buckets {buckets})."
            self.report.alerts.append(Alert("differs", space, said))

    def _attachments(self) -> None:
        """Fetch what texts speak of, each desk in an order of its own; leave out what is gone."""
        missing: set[str] = set()
        while (
            wanted := set(self._replica.wanted_blobs(self._sizes.attachments + len(missing)))
            - missing
        ):
            for sha256 in self._random.sample(sorted(wanted), len(wanted)):
                self._tell(Progress("attachments", done=self.report.attachments))
                try:
                    self._replica.keep_blob(sha256, self._transport.blob(sha256))
                    self.report.attachments += 1
                except Stale:
                    missing.add(sha256)


def carries_notices(space: str) -> bool:
    """Say whether a space is one of those small ones that notices come by: a person's, a team's."""
    return space.startswith(("~", "+role.", "+group.")) or space == "+all"


def _urgency(space: str, heads: Heads, cursors: Mapping[str, Cursor]) -> tuple[int, int, str]:
    """Sort key: what carries notices, what steers, shelves; and then what is soonest done."""
    behind = heads.spaces[space].head - _at(cursors.get(space)).seq
    rank = 0 if carries_notices(space) else 1 if space.startswith("+") else 2
    return rank, behind, space


def _at(cursor: Cursor | None) -> Cursor:
    return cursor or Cursor(0)


def _worth_a_snapshot(at: Cursor, head: SpaceHead, tail: int) -> bool:
    """Say whether a file of everything spares more than it brings.

    Far behind in a large space the log is still the shorter way, unless it was cut.
    """
    if head.snapshot is None or head.snapshot.seq <= at.seq:
        return False
    if at.seq < head.cut:
        return True
    long = head.head - at.seq > tail or at == Cursor(0, sweeping=True)
    return long and head.snapshot.seq - at.seq >= head.snapshot.rows


def _silent(progress: Progress) -> None:
    pass


def _none() -> bool:
    return False
