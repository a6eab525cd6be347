"""A replica in memory with the transactions of the real one, for tests of the engine.

Two stores, as on a desk: `Copy` (kb.db: may be lost, it comes again) and `Papers` (user.db: what
the person wrote). A method is one transaction unless it touches both; then `between` is called
half way, where a crash may fall. A store that is `full` refuses every write.
"""

import copy
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from sync.client.ports import Cursor, Standing, SweepHeld
from sync.protocol import wire
from sync.protocol.digests import bucket_digests, bucket_of, row_sha256
from sync.protocol.wire import (
    Change,
    Operation,
    Page,
    Pushed,
    Result,
    Row,
    Rows,
    Snapshot,
    Status,
)

Key = tuple[str, str]  # kind and id
DONE = frozenset({Status.APPLIED, Status.DUPLICATE})


class DiskFull(Exception):
    """A store that takes nothing more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entity as it is kept, and where it lives."""

    space: str
    rev: int
    path: str
    body: str

    def sha256(self, key: Key) -> str:
        return row_sha256(*key, self.space, self.path, self.body).hex()


@dataclass(frozen=True, slots=True)
class Paper:
    """An operation in the outbox, and what is known of it."""

    operation: Operation
    about: str = ""
    state: str = "waiting"  # waiting, refused, done
    server: str = ""
    person: str = ""
    epoch: str = ""
    result: Result | None = None
    acked_at: str = ""
    upon: str = ""  # the operation whose text it was made from
    undoes: str = ""  # the operation that it takes back
    sent: bool = False  # it may be at the server
    coming: bool = False  # it was answered, and the copy does not show it yet

    @property
    def rev(self) -> int:
        """The revision that it made."""
        done = self.result is not None and self.result.status in DONE
        return self.result.rev if self.result is not None and done else 0


@dataclass
class Copy:
    """What kb.db holds."""

    standing: Standing = field(default_factory=Standing)
    rows: dict[Key, Kept] = field(default_factory=dict)
    seen: set[Key] = field(default_factory=set)
    departed: set[Key] = field(default_factory=set)
    blobs: set[str] = field(default_factory=set)
    wanted: list[str] = field(default_factory=list)


@dataclass
class Papers:
    """What user.db holds."""

    server: str = ""
    person: str = ""
    outbox: dict[str, Paper] = field(default_factory=dict)


class MemoryReplica:
    """The port `Replica`, in memory."""

    def __init__(self) -> None:
        self.copy = Copy()
        self.papers = Papers()
        self.full: set[str] = set()
        self.between: Callable[[], None] = lambda: None
        self.now: Callable[[], int] = lambda: 0  # the desk's clock; no rule here asks it

    def lose_copy(self) -> None:
        """Have kb.db found damaged and set aside."""
        self.copy = Copy()

    def write(self, operation: Operation, about: str, upon: str = "", undoes: str = "") -> None:
        """Put what the person did into the outbox."""
        self._room("papers")
        made = self.papers.outbox.get(upon)
        self.papers.outbox[operation.id] = Paper(
            _based(operation, made.rev if made else 0), about, server=self.papers.server,
            person=self.papers.person, upon=upon, undoes=undoes,
        )  # fmt: skip

    def take_back(self, id_: str, after: Operation, upon: str) -> bool:
        """Take something back; return whether nothing of it is at the server, nor will be."""
        self._room("papers")
        paper = self.papers.outbox[id_]
        if paper.result and paper.result.status is Status.CONFLICT:
            return True
        if paper.state == "refused" or (paper.state == "waiting" and not paper.sent):
            del self.papers.outbox[id_]
            return True
        self.write(after, paper.about, upon, undoes=id_)
        return False

    def dismiss(self, id_: str) -> None:
        """Have the person take note of a refusal."""
        self._room("papers")
        self.papers.outbox[id_] = replace(self.papers.outbox[id_], state="done")

    def standing(self) -> Standing:
        return copy.copy(self.copy.standing)

    def identify(self, server: str, person: str) -> None:
        standing = self.copy.standing
        if (standing.server, standing.person) != (server, person):
            self._room("copy")
            self._stand(server=server, person=person, etag="")
            self.between()
        if (self.papers.server, self.papers.person) != (server, person):
            self._room("papers")
            self._bind(server, person)

    def _bind(self, server: str, person: str) -> None:
        self.papers.server, self.papers.person = server, person
        for id_, paper in self.papers.outbox.items():
            if not paper.server:
                self.papers.outbox[id_] = replace(paper, server=server, person=person)

    def forget_tag(self) -> None:
        self._room("copy")
        self._stand(etag="")

    def begin_epoch(self, server: str, epoch: str) -> None:
        self._room("papers")
        for id_, paper in self.papers.outbox.items():
            acked = paper.result is not None and paper.result.status in DONE
            if acked and paper.server == server and paper.epoch != epoch:
                again = replace(paper, state="waiting", result=None, coming=False)
                self.papers.outbox[id_] = again
        self.between()
        self._room("copy")
        homes = {kept.space for kept in self.copy.rows.values()}
        spaces = sorted(homes | set(self.copy.standing.cursors))
        self.copy.seen.clear()
        self.copy.departed.clear()
        self._stand(
            server=server,
            epoch=epoch,
            cursors={space: Cursor(0, sweeping=True) for space in spaces},
        )

    def follow(self, spaces: Collection[str]) -> None:
        if new := set(spaces) - set(self.copy.standing.cursors):
            self._room("copy")
            at_start = dict.fromkeys(sorted(new), Cursor(0))
            self._stand(cursors={**self.copy.standing.cursors, **at_start})

    def end_departures(self) -> None:
        self._room("copy")
        for key in self.copy.departed:
            del self.copy.rows[key]
        self.copy.departed.clear()

    def apply(self, page: Page, cursor: int) -> None:
        self._room("copy")
        for change in page.changes:
            self._take(page.space, change)
        self._move(page.space, cursor)
        self._land(page.space)

    def load_snapshot(self, space: str, snapshot: Snapshot, file: Path) -> None:
        self._room("copy")
        for change in msgspec.json.decode(file.read_bytes(), type=tuple[Change, ...]):
            self._take(space, change)
        self._move(space, snapshot.seq)
        self._land(space)

    def start_sweep(self, space: str) -> None:
        self._room("copy")
        self.copy.seen -= {key for key, kept in self.copy.rows.items() if kept.space == space}
        self._cursor(space, Cursor(0, sweeping=True))

    def end_sweep(self, space: str, live: int) -> int:
        self._room("copy")
        held = [key for key, kept in self._standing_rows() if kept.space == space]
        doomed = [key for key in held if key not in self.copy.seen]
        rest = len(held) - len(doomed)
        if len(doomed) > max(100, len(held) // 5) and rest != live:
            raise SweepHeld(f"{len(doomed)} entries of {space} would go, {rest} would stay.")
        for key in doomed:
            del self.copy.rows[key]
        self.copy.seen -= set(held)
        self._cursor(space, Cursor(self.copy.standing.cursors[space].seq))
        return len(doomed)

    def drop(self, space: str) -> None:
        self._room("copy")
        for key in [key for key, kept in self.copy.rows.items() if kept.space == space]:
            del self.copy.rows[key]
            self.copy.seen.discard(key)
            self.copy.departed.discard(key)
        cursors = dict(self.copy.standing.cursors)
        cursors.pop(space, None)
        self._stand(cursors=cursors)

    def waiting(self) -> Sequence[Operation]:
        mine = (self.papers.server, self.papers.person)
        outbox = self.papers.outbox
        held: set[str] = set()
        found: list[Operation] = []
        for paper in outbox.values():
            if (paper.server, paper.person) != mine or paper.state == "done":
                continue
            before = outbox.get(paper.upon)
            free = before is None or before.state == "done"
            if paper.state == "waiting" and paper.about not in held and free:
                found.append(paper.operation)
            held |= {paper.about} - {""}
        return found[: wire.PUSH_OPERATIONS]

    def launch(self, ids: Sequence[str]) -> Sequence[Operation]:
        self._room("papers")
        outbox = self.papers.outbox
        here = [id_ for id_ in ids if id_ in outbox and outbox[id_].state == "waiting"]
        for id_ in here:
            outbox[id_] = replace(outbox[id_], sent=True)
        return [outbox[id_].operation for id_ in here]

    def settle(self, pushed: Pushed) -> None:
        self._room("papers")
        for result in pushed.results:
            paper = self.papers.outbox.get(result.id)
            if paper is None or paper.state != "waiting":
                continue
            done = result.status in DONE
            self.papers.outbox[result.id] = paper = replace(
                paper,
                state="done" if done else "refused",
                result=result,
                epoch=pushed.epoch,
                acked_at=pushed.at,
                coming=done and bool(result.seq),
            )
            if done:
                self._build_upon(paper)
            else:
                self._let_go(paper)

    def _build_upon(self, made: Paper) -> None:
        for id_, paper in self.papers.outbox.items():
            if paper.upon == made.operation.id and paper.state == "waiting":
                based = _based(paper.operation, made.rev)
                self.papers.outbox[id_] = replace(paper, operation=based)

    def _let_go(self, refused: Paper) -> None:
        id_ = refused.operation.id
        outbox = self.papers.outbox
        undoing = [i for i, p in outbox.items() if p.undoes == id_ and p.state == "waiting"]
        for one in undoing:
            del outbox[one]
        if undoing and refused.result and refused.result.status is Status.REFUSED:
            del outbox[id_]

    def _land(self, space: str) -> None:
        """Note how far the copy has come, or that it was taken away and is filled again."""
        cursor = self.copy.standing.cursors[space]
        mine = (self.papers.server, self.papers.person)
        for id_, paper in self.papers.outbox.items():
            at = paper.result if paper.state == "done" else None
            if at is None or not at.seq or at.space != space:
                continue
            beyond = at.seq > cursor.seq
            again = not cursor.sweeping and (paper.server, paper.person) == mine
            if paper.coming != beyond and (again or not beyond):
                self.papers.outbox[id_] = replace(paper, coming=beyond)

    def row_digests(self, space: str) -> Sequence[str]:
        return bucket_digests(self._rows(space))

    def rows(self, space: str, bucket: int) -> Sequence[Row]:
        return [row for row in self._rows(space) if bucket_of(row.kind, row.id) == bucket]

    def mend(self, rows: Rows) -> None:
        self._room("copy")
        for change in rows.changes:
            key = (change.kind, change.id)
            if change.body is not None:
                self._keep(rows.space, change, change.body)
            elif (kept := self._row(key)) and kept.space == rows.space:
                del self.copy.rows[key]

    def wanted_blobs(self, limit: int) -> Sequence[str]:
        return [sha256 for sha256 in self.copy.wanted if sha256 not in self.copy.blobs][:limit]

    def keep_blob(self, sha256: str, file: Path) -> None:
        self._room("copy")
        self.copy.blobs.add(sha256)

    def note_success(self, heads_etag: str) -> None:
        self._room("copy")
        self._stand(etag=heads_etag)
        mine = (self.papers.server, self.papers.person)
        for id_, paper in self.papers.outbox.items():
            if (paper.server, paper.person) == mine:
                self.papers.outbox[id_] = replace(paper, coming=False)

    def _room(self, store: str) -> None:
        if store in self.full:
            raise DiskFull(store)

    def _take(self, space: str, change: Change) -> None:
        key = (change.kind, change.id)
        kept = self._row(key)
        if kept is not None and change.rev <= kept.rev and not self.doubtful(key, kept):
            return
        if change.body is not None:
            self._keep(space, change, change.body)
        elif kept is not None and kept.space == space:
            self.copy.seen.discard(key)
            if change.moved in self.copy.standing.cursors:
                self.copy.departed.add(key)
            else:
                del self.copy.rows[key]

    def doubtful(self, key: Key, kept: Kept) -> bool:
        """Say whether a row may be of another life of the server, so that its revision is moot."""
        home = self.copy.standing.cursors.get(kept.space, Cursor(0))
        return home.sweeping and key not in self.copy.seen

    def _keep(self, space: str, change: Change, body: str) -> None:
        key = (change.kind, change.id)
        self.copy.rows[key] = Kept(space, change.rev, change.path, body)
        self.copy.seen.add(key)
        self.copy.departed.discard(key)

    def _row(self, key: Key) -> Kept | None:
        return None if key in self.copy.departed else self.copy.rows.get(key)

    def _standing_rows(self) -> list[tuple[Key, Kept]]:
        return [(k, kept) for k, kept in self.copy.rows.items() if k not in self.copy.departed]

    def _rows(self, space: str) -> list[Row]:
        return [
            Row(*key, kept.rev, kept.sha256(key))
            for key, kept in self._standing_rows()
            if kept.space == space
        ]

    def _move(self, space: str, seq: int) -> None:
        before = self.copy.standing.cursors.get(space, Cursor(0))
        self._cursor(space, replace(before, seq=seq))

    def _cursor(self, space: str, cursor: Cursor) -> None:
        self._stand(cursors={**self.copy.standing.cursors, space: cursor})

    def _stand(self, **changed: object) -> None:
        self.copy.standing = replace(self.copy.standing, **changed)  # type: ignore[arg-type]


def _based(operation: Operation, rev: int) -> Operation:
    """Return an operation upon a revision that was made meanwhile, if there is one."""
    return msgspec.structs.replace(operation, base_rev=rev) if rev else operation
