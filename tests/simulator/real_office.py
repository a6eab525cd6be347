"""The real server's office on SQLite in the small one's clothes, for the same seeds.

Acts and questions go to `sync.server`; what its log then says is read into the mirror that the
checks ask. The file of a fresh server with its people is made once and copied for each seed.
"""

import copy
import sqlite3
import tempfile
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import msgspec

from sync.client.ports import Stale, Unacceptable
from sync.protocol import codec
from sync.protocol.wire import (
    Bucket,
    Change,
    Digest,
    Heads,
    Operation,
    Page,
    Push,
    Pushed,
    Rows,
    Wanted,
)
from sync.protocol.zstandard import ZstdDecompressor
from sync.server import backup, people, spaces
from sync.server.errors import Absent, CutOff
from sync.server.moments import written
from sync.server.office import Office as Server
from sync.server.place import FILE, Place
from sync.server.principal import Principal, Role
from sync.server.rights import Level
from sync.server.storage.interface import Transaction
from tests.simulator.office import STEER, Entity, Key, Office, State

T = TypeVar("T")
ROOT = "root"
SHELVES = ("fibre", "mobile")  # besides base, which every server has
START = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def _fresh() -> bytes:
    """Return the file of a server with its people and shelves, before anything was written."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        storage = Place(folder).open()
        server = Server(storage, folder, lambda: START)
        now = written(START)
        storage.write(lambda t: _set_up(t, now))
        backup.backup(storage, folder / "fresh.db")
        server.close()
        storage.close()
        return (folder / "fresh.db").read_bytes()


def _set_up(transaction: Transaction, now: str) -> None:
    for name in ("ana", "bo", "cy", ROOT):
        role = Role.ADMIN if name == ROOT else Role.AGENT
        people.add(
            transaction, name=name, role=role, password="x" * 12, groups=(), now=now, by=ROOT
        )
    for shelf in SHELVES:
        spaces.add(transaction, name=shelf, title=shelf, now=now, by=ROOT)
    spaces.revoke(transaction, space="base", principal="everyone", now=now, by=ROOT)


@dataclass
class RealState(State):
    """What the mirror held, and the file of the real backup."""

    file: Path | None = None


class RealOffice(Office):
    """`sync.server` with the acts of its administrators, and a mirror for the checks."""

    def __init__(self, name: str = "office") -> None:
        super().__init__(name)
        self._home = tempfile.TemporaryDirectory()
        self._place = Place(Path(self._home.name))
        (self._place.folder / FILE).write_bytes(_fresh())
        self._open()
        self._backups = 0
        self._written = 0
        self._follow()

    def _open(self) -> None:
        self._storage = self._place.open()
        self._server = Server(self._storage, self._place.folder, self._clock)
        self.name = self._server.server
        self.state.epoch = self._server.epoch()

    def _clock(self) -> datetime:
        return START + timedelta(days=self.now)

    def _stop(self) -> None:
        self._server.close()
        self._storage.close()

    def close(self) -> None:
        self._stop()
        self._home.cleanup()

    # acts

    def spaces(self, person: str) -> list[str]:
        """Return what a person reads, with what follows from who they are."""
        return sorted(self._server.readable(self._principal(person)))

    def grant(self, space: str, person: str) -> None:
        super().grant(space, person)
        if space[0] != "~":
            self._grant(space, person)

    def add_person(self, name: str, spaces: Sequence[str], *, writes: Sequence[str] = ()) -> None:
        for space in writes:
            self.add_space(space)
            self.state.writers[space].add(name)
        super().add_person(name, spaces, writes=writes)

    def _grant(self, space: str, person: str) -> None:
        writes = person in self.state.writers[space] and space != STEER
        level, now = Level.WRITE if writes else Level.READ, written(self._clock())
        self._storage.write(
            lambda t: spaces.grant(
                t, space=space, principal=f"person:{person}", level=level, now=now, by=ROOT
            )
        )

    def revoke(self, space: str, person: str) -> None:
        super().revoke(space, person)
        now = written(self._clock())
        self._storage.write(
            lambda t: spaces.revoke(t, space=space, principal=f"person:{person}", now=now, by=ROOT)
        )

    def publish(self, space: str, key: Key, body: str, by: str = "") -> Change:
        before = self.state.entities.get(key)
        if before is not None and before.body is not None:
            space = before.space
        return self._put(space, key, body, before)

    def retire(self, key: Key, by: str = "", moved: str = "") -> Change:
        asked = {"kind": key[0], "id": key[1]}
        return self._do("retire", asked, self.state.entities[key].rev)

    def move(self, key: Key, space: str) -> None:
        before = self.state.entities[key]
        self._put(space, key, before.body or "", before)

    def _put(self, space: str, key: Key, body: str, before: Entity | None) -> Change:
        path = before.path if before else f"{key[1]}.md"
        asked = {"space": space, "kind": key[0], "id": key[1], "path": path, "body": body}
        return self._do("publish", asked, before.rev if before and before.body is not None else 0)

    def _do(self, kind: str, asked: dict[str, str], base_rev: int) -> Change:
        self._written += 1
        raw = msgspec.Raw(codec.encode(asked))
        operation = Operation(str(uuid.UUID(int=self._written)), kind, "", raw, base_rev)
        result = self._server.push(self._principal(ROOT), Push((operation,))).results[0]
        assert result.status == "applied", result
        self._follow()
        return self.state.logs[result.space][-1]

    def backup(self) -> State:
        self._backups += 1
        file = self._place.folder / f"backup-{self._backups}.db"
        backup.backup(self._storage, file)
        return RealState(**copy.deepcopy(self.state.__dict__), file=file)

    def restore(self, kept: State) -> None:
        assert isinstance(kept, RealState)
        assert kept.file is not None
        self._stop()
        backup.restore(self._place, kept.file, now=self._clock(), by=ROOT, replace=True)
        old = {k: copy.deepcopy(v) for k, v in kept.__dict__.items() if k != "file"}
        self.state = State(**old)
        self.state.snapshots = {}
        self._open()
        for space, log in self.state.logs.items():
            known = self.history.get((kept.epoch, space), [])
            head = log[-1].seq if log else self.state.cuts.get(space, 0)
            self.history[self.state.epoch, space] = [c for c in known if c.seq <= head]
            self._server._snapshots.build(space)  # a restore forgets them, and logs may be cut
        self._follow()

    def make_snapshot(self, space: str) -> None:
        self._server._snapshots.build(space)

    def cut(self, space: str) -> None:
        """Cut as a server will one day: after its newest snapshot."""
        seq = self._storage.read(
            lambda t: t.value("SELECT max(seq) FROM snapshots WHERE space = ?", space)
        )
        if seq:
            self._storage.write(lambda t: _cut(t, space, seq))

    # the protocol

    def heads(self, person: str, etag: str) -> tuple[str, Heads] | None:
        self._who(person)
        tag, found = self._server.heads(self._principal(person))
        return None if tag == etag else (tag, codec.decode(codec.encode(found), Heads))

    def changes(self, person: str, space: str, after: int, limit: int) -> Page:
        ask = self._server.changes
        page = self._ask(person, lambda who: ask(who, space, after, limit))
        return codec.decode(codec.encode(page), Page)

    def push(self, person: str, push: Push) -> Pushed:
        self._who(person)
        if any(operation.id in self.unacceptable for operation in push.operations):
            raise Unacceptable("That cannot be read.")
        pushed = self._server.push(self._principal(person), push)
        for operation, result in zip(push.operations, pushed.results, strict=True):
            self.state.operations.setdefault(operation.id, (person, result))
        self._follow()
        return msgspec.structs.replace(pushed, at=str(self.now))

    def snapshot(self, person: str, space: str, seq: int) -> bytes:
        path = self._ask(person, lambda who: self._snapshot(who, space, seq))
        with tempfile.TemporaryDirectory() as name:
            file = Path(name) / "plain.db"
            file.write_bytes(ZstdDecompressor().decompress(path.read_bytes()))
            plain = sqlite3.connect(file)
            rows = plain.execute('SELECT seq, kind, id, rev, path, body, "by", at FROM entities')
            changes = [Change(*row) for row in rows]
            plain.close()
        return codec.encode(changes)

    def _snapshot(self, who: Principal, space: str, seq: int) -> Path:
        path = self._server.snapshot(space, seq)
        if path is None or not self._server.may_read(who, space):
            raise Absent("There is no such snapshot.")
        return path

    def digest(self, person: str, space: str) -> Digest:
        return self._ask(person, lambda who: self._server.digest(who, space))

    def bucket(self, person: str, space: str, bucket: int) -> Bucket:
        return self._ask(person, lambda who: self._server.bucket(who, space, bucket))

    def rows(self, person: str, space: str, wanted: Sequence[Key]) -> Rows:
        asked = Wanted(tuple(wanted))
        return self._ask(person, lambda who: self._server.rows(who, space, asked))

    def _ask(self, person: str, question: Callable[[Principal], T]) -> T:
        self._who(person)
        try:
            return question(self._principal(person))
        except (Absent, CutOff) as refusal:
            raise Stale(refusal.detail) from refusal

    def _principal(self, name: str) -> Principal:
        found = self._storage.read(lambda t: people.principal_of(t, name))
        assert found is not None
        return found

    # the mirror

    def _follow(self) -> None:
        """Read what the log has gained."""
        heads = self._storage.read(lambda t: t.rows("SELECT name, head FROM spaces"))
        for space, head in sorted(heads):
            if space not in self.state.logs:
                self.add_space(space)
            if head == self._head(space):
                continue
            for line in self._storage.read(partial(self._news, space)):
                self._mirror(space, codec.decode(line.encode(), Change))

    def _news(self, space: str, transaction: Transaction) -> list[str]:
        after = self._head(space)
        found = transaction.rows(
            "SELECT line FROM changes WHERE space = ? AND seq > ? ORDER BY seq", space, after
        )
        return [line for (line,) in found]

    def _mirror(self, space: str, change: Change) -> None:
        if change.by == ROOT:
            change = msgspec.structs.replace(change, by="")
        self.state.logs[space].append(change)
        self.history.setdefault((self.state.epoch, space), []).append(change)
        key = (change.kind, change.id)
        known = self.state.entities.get(key)
        gone_from_elsewhere = change.body is None and known is not None and known.space != space
        if (known is None or change.rev >= known.rev) and not gone_from_elsewhere:
            self.state.entities[key] = Entity(space, change.rev, change.path, change.body)


def _cut(transaction: Transaction, space: str, seq: int) -> None:
    transaction.run("UPDATE spaces SET cut = ? WHERE name = ?", seq, space)
    transaction.run("DELETE FROM changes WHERE space = ? AND seq <= ?", space, seq)
