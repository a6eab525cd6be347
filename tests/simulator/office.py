"""A small central server in memory: the truth that desks are compared with.

It keeps to the contract of the real one (gap-free logs per space, identity over all spaces, one
result per operation, epochs) and remembers, beside its state, everything it ever logged.
"""

import copy
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from sync.client.ports import SignedOut, Stale, Unacceptable
from sync.protocol import codec
from sync.protocol.digests import bucket_digests, bucket_of, row_sha256
from sync.protocol.texts import text_sha256
from sync.protocol.wire import (
    Bucket,
    Change,
    Digest,
    Heads,
    Operation,
    Page,
    Push,
    Pushed,
    Result,
    Row,
    Rows,
    Snapshot,
    SpaceHead,
    Status,
)

Key = tuple[str, str]
STEER = "+steer"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as it stands; `body` None is a tombstone, which keeps the revision going."""

    space: str
    rev: int
    path: str
    body: str | None

    def row(self, key: Key) -> Row:
        sha = row_sha256(*key, self.space, self.path, self.body or "")
        return Row(*key, self.rev, sha.hex())


class Asked(msgspec.Struct):
    """The body of the operations that the small office understands."""

    kind: str = "article"
    id: str = ""
    space: str = ""
    path: str = ""
    body: str = ""
    query: str = ""  # of a `not_found`


@dataclass
class State:
    """What a backup holds."""

    epoch: str
    logs: dict[str, list[Change]] = field(default_factory=dict)
    cuts: dict[str, int] = field(default_factory=dict)
    entities: dict[Key, Entity] = field(default_factory=dict)
    operations: dict[str, tuple[str, Result]] = field(default_factory=dict)
    readers: dict[str, set[str]] = field(default_factory=dict)
    writers: dict[str, set[str]] = field(default_factory=dict)
    snapshots: dict[str, list[tuple[Snapshot, bytes]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Met:
    """What an operation found standing when it was decided."""

    operation: str
    epoch: str
    status: Status
    stood: str  # its text
    by: str  # who wrote it last


class Office:
    """The server's side of the protocol, and the acts of its administrators."""

    def __init__(self, name: str = "office") -> None:
        self.name = name
        self.state = State("epoch-0")
        self.now = 0
        self.signed_in: set[str] = set()
        self.unacceptable: set[str] = set()  # operations that its front turns away as such
        self.met: list[Met] = []
        self.history: dict[tuple[str, str], list[Change]] = {}
        self.between: Callable[[], None] = lambda: None  # the power may fail here
        self._lives = 0

    def close(self) -> None:
        """Leave nothing behind; the small office has nothing to leave."""

    def add_person(self, name: str, spaces: Sequence[str], *, writes: Sequence[str] = ()) -> None:
        self.add_space(f"~{name}")
        for space in [*spaces, f"~{name}"]:
            self.grant(space, name)
        for space in writes:
            self.state.writers[space].add(name)
        self.signed_in.add(name)

    def add_space(self, space: str) -> None:
        self.state.logs.setdefault(space, [])
        self.state.readers.setdefault(space, set())
        self.state.writers.setdefault(space, set())

    def grant(self, space: str, person: str) -> None:
        self.add_space(space)
        self.state.readers[space].add(person)

    def revoke(self, space: str, person: str) -> None:
        self.state.readers[space].discard(person)

    def spaces(self, person: str) -> list[str]:
        return sorted(space for space, who in self.state.readers.items() if person in who)

    def publish(self, space: str, key: Key, body: str, by: str = "") -> Change:
        """Write an entity where it lives, or in `space` if it is new."""
        before = self.state.entities.get(key)
        home = before.space if before and before.body is not None else space
        return self._write(key, Entity(home, _next(before), f"{key[1]}.md", body), by)

    def retire(self, key: Key, by: str = "", moved: str = "") -> Change:
        before = self.state.entities[key]
        gone = replace(before, rev=before.rev + 1, body=None)
        return self._write(key, gone, by, moved)

    def move(self, key: Key, space: str) -> None:
        before = self.state.entities[key]
        self.retire(key, moved=space)
        self._write(key, replace(before, space=space, rev=before.rev + 1), "")

    def backup(self) -> State:
        return copy.deepcopy(self.state)

    def restore(self, backup: State) -> None:
        """Go back to a backup: another life, another epoch. Sessions and rights are as they were
        then, but nobody who is not there any more comes back.
        """
        self._lives += 1
        self.state = copy.deepcopy(backup)
        self.state.epoch = f"epoch-{self._lives}"
        for space, log in self.state.logs.items():
            self.history[self.state.epoch, space] = list(self._known(backup.epoch, space, log))

    def make_snapshot(self, space: str) -> None:
        rows = sorted(self._living(space))
        changes = tuple(self._change(key, entity, 0) for key, entity in rows)
        file = msgspec.json.encode(changes)
        seq = self._head(space)
        about = Snapshot(seq, hashlib.sha256(file).hexdigest(), len(file), len(rows))
        self.state.snapshots[space] = [*self.state.snapshots.get(space, [])[-1:], (about, file)]

    def cut(self, space: str) -> None:
        """Forget the log up to the newest snapshot."""
        if kept := self.state.snapshots.get(space):
            seq = kept[-1][0].seq
            self.state.logs[space] = [c for c in self.state.logs[space] if c.seq > seq]
            self.state.cuts[space] = seq

    # The protocol.

    def heads(self, person: str, etag: str) -> tuple[str, Heads] | None:
        self._who(person)
        spaces = {space: self._space_head(space) for space in self.spaces(person)}
        heads = Heads(self.name, self.state.epoch, spaces, person)
        tag = codec.sha256(codec.encode(heads))
        return None if tag == etag else (tag, heads)

    def changes(self, person: str, space: str, after: int, limit: int) -> Page:
        self._may_read(person, space)
        if after < self.state.cuts.get(space, 0):
            raise Stale("The log was cut.")
        found = [c for c in self.state.logs[space] if c.seq > after][:limit]
        return Page(self.state.epoch, space, after, tuple(found), self._head(space))

    def push(self, person: str, push: Push) -> Pushed:
        self._who(person)
        if any(operation.id in self.unacceptable for operation in push.operations):
            raise Unacceptable("That cannot be read.")
        results = tuple(self._once(person, operation) for operation in push.operations)
        return Pushed(self.state.epoch, results, str(self.now))

    def snapshot(self, person: str, space: str, seq: int) -> bytes:
        self._may_read(person, space)
        for about, file in self.state.snapshots.get(space, []):
            if about.seq == seq:
                return file
        raise Stale("That snapshot is gone.")

    def digest(self, person: str, space: str) -> Digest:
        self._may_read(person, space)
        digests = bucket_digests(self.rows_of(space))
        return Digest(self.state.epoch, space, self._head(space), digests)

    def bucket(self, person: str, space: str, bucket: int) -> Bucket:
        self._may_read(person, space)
        rows = tuple(r for r in self.rows_of(space) if bucket_of(r.kind, r.id) == bucket)
        return Bucket(self.state.epoch, space, self._head(space), bucket, rows)

    def rows(self, person: str, space: str, wanted: Sequence[Key]) -> Rows:
        self._may_read(person, space)
        here = dict(self._living(space))
        changes = tuple(
            self._change(key, here[key], 0) if key in here else Change(0, *key, 0) for key in wanted
        )
        return Rows(self.state.epoch, space, self._head(space), changes)

    # What the checks ask.

    def rows_of(self, space: str) -> list[Row]:
        return [entity.row(key) for key, entity in self._living(space)]

    def view(self, person: str) -> dict[Key, Row]:
        """Return what a person's copy holds at rest."""
        rows = [row for space in self.spaces(person) for row in self.rows_of(space)]
        return {(row.kind, row.id): row for row in rows}

    def _once(self, person: str, operation: Operation) -> Result:
        known = self.state.operations.get(operation.id)
        if known is not None:
            whose, result = known
            if whose != person:
                return Result(operation.id, Status.REFUSED, "not_yours", "Sign in as its author.")
            repeat = result.status is Status.APPLIED
            return replace_status(result, Status.DUPLICATE) if repeat else result
        result = self._judge(person, operation)
        self.between()
        self.state.operations[operation.id] = (person, result)
        return result

    def _judge(self, person: str, operation: Operation) -> Result:
        asked = msgspec.json.decode(operation.body, type=Asked)
        if operation.kind == "not_found":
            change = self._note("gap", operation, asked.body, person)
            return Result(operation.id, Status.APPLIED, space=STEER, seq=change.seq, rev=1)
        if operation.kind not in {"publish", "retire"}:
            return Result(operation.id, Status.REFUSED, "unknown_kind", "Update the server.")
        return self._article(person, operation, asked)

    def _article(self, person: str, operation: Operation, asked: Asked) -> Result:
        key = (asked.kind, asked.id)
        before = self.state.entities.get(key)
        space = before.space if before and before.body is not None else asked.space
        allowed = self.state.writers.get(space, set()) & self.state.readers.get(space, set())
        if person not in allowed:
            return Result(operation.id, Status.REFUSED, "forbidden", "Ask for the right to write.")
        gone = before is None or before.body is None
        if gone and (operation.base_rev or operation.kind == "retire"):
            self._note("suggestion", operation, asked.body, person)
            return Result(operation.id, Status.CONFLICT, "gone", "It was taken out meanwhile.")
        clash = not gone and before is not None and not self._is_base(operation, before)
        if before is not None and not gone:
            status = Status.CONFLICT if clash else Status.APPLIED
            stood, by = before.body or "", self._last_author(key, before)
            self.met.append(Met(operation.id, self.state.epoch, status, stood, by))
        if clash:
            self._note("suggestion", operation, asked.body, person)
            return Result(operation.id, Status.CONFLICT, "conflict", "It was changed meanwhile.")
        change = (
            self.retire(key, person)
            if operation.kind == "retire"
            else self.publish(space, key, asked.body, person)
        )
        return Result(operation.id, Status.APPLIED, space=space, seq=change.seq, rev=change.rev)

    def _is_base(self, operation: Operation, stands: Entity) -> bool:
        """Say whether an operation was made from what stands: by its number, and by its text."""
        told = operation.base_sha256 in {"", text_sha256(stands.body)}
        return operation.base_rev == stands.rev and told

    def _last_author(self, key: Key, entity: Entity) -> str:
        log = self.history[self.state.epoch, entity.space]
        return next((c.by for c in reversed(log) if (c.kind, c.id) == key), "")

    def _note(self, kind: str, operation: Operation, body: str, by: str) -> Change:
        self.add_space(STEER)
        return self.publish(STEER, (kind, operation.id), body, by)

    def _write(self, key: Key, entity: Entity, by: str, moved: str = "") -> Change:
        self.state.entities[key] = entity
        change = self._change(key, entity, self._head(entity.space) + 1, by, moved)
        self.state.logs[entity.space].append(change)
        self.history.setdefault((self.state.epoch, entity.space), []).append(change)
        return change

    def _change(self, key: Key, entity: Entity, seq: int, by: str = "", moved: str = "") -> Change:
        at = f"2026-01-01T00:00:{self.now % 60:02}Z"
        return Change(seq, *key, entity.rev, entity.path, entity.body, by, at, moved)

    def _known(self, epoch: str, space: str, log: list[Change]) -> list[Change]:
        head = log[-1].seq if log else self.state.cuts.get(space, 0)
        return [c for c in self.history.get((epoch, space), []) if c.seq <= head]

    def _space_head(self, space: str) -> SpaceHead:
        kept = self.state.snapshots.get(space)
        return SpaceHead(
            self._head(space),
            len(self._living(space)),
            self.state.cuts.get(space, 0),
            snapshot=kept[-1][0] if kept else None,
            pages="signed" if len(space) % 2 else "",
        )

    def _head(self, space: str) -> int:
        log = self.state.logs[space]
        return log[-1].seq if log else self.state.cuts.get(space, 0)

    def _living(self, space: str) -> list[tuple[Key, Entity]]:
        everything = self.state.entities.items()
        return [(k, e) for k, e in everything if e.space == space and e.body is not None]

    def _who(self, person: str) -> None:
        if person not in self.signed_in:
            raise SignedOut("Sign in again.")

    def _may_read(self, person: str, space: str) -> None:
        self._who(person)
        if space not in self.spaces(person):
            raise Stale(f"There is no {space}.")


def replace_status(result: Result, status: Status) -> Result:
    return msgspec.structs.replace(result, status=status)


def _next(before: Entity | None) -> int:
    return before.rev + 1 if before else 1
