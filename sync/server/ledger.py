"""Writing: what a batch changes is gathered here and written at its end, in a few statements.

The number of a change comes from its space's counter, taken last and once per batch. Whoever takes
it holds the space until the commit, so numbers are in commit order and without gaps, and a reader
who has seen N will never find a new change below N. (A sequence of the database gives out numbers
before the commit: readers lost a quarter of the rows.)
"""

from collections.abc import Collection
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace

from sync.protocol import codec
from sync.protocol.digests import bucket_of, row_sha256
from sync.server import entities
from sync.server.entities import Entity, Key
from sync.server.storage.interface import Record, Transaction

INSERT = """INSERT INTO entities (space, path, rev, seq, bucket, sha256, blob, written_by, at, body,
    kind, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
UPDATE = """UPDATE entities SET space = ?, path = ?, rev = ?, seq = ?, bucket = ?, sha256 = ?,
    blob = ?, written_by = ?, at = ?, body = ? WHERE kind = ? AND id = ?"""


class Put(Struct, frozen=True, gc=False):
    """An entity as it shall stand; `body` None takes it out.

    `unsigned`: nobody is told whose operation it came from.
    """

    kind: str
    id: str
    space: str
    path: str
    body: str | None
    announced: bool = False
    unsigned: bool = False

    @property
    def key(self) -> Key:
        return self.kind, self.id


@dataclass(slots=True)
class Line:
    """A change on its way into the log; its number comes at the end."""

    entity: Entity
    moved: str = ""
    announced: bool = False


class Ledger:
    """The entities a batch has in hand, and what it does to them."""

    def __init__(
        self, transaction: Transaction, keys: Collection[Key], *, by: str, at: str
    ) -> None:
        self._transaction = transaction
        self._by = by
        self._at = at
        self._held: dict[Key, Entity] = {}
        self._stored: set[Key] = set()
        self._looked: set[Key] = set()
        self.hold(keys)
        self._lines: dict[str, list[Line]] = {}
        self._live: dict[str, int] = {}
        self._touched: dict[Key, Line] = {}

    def hold(self, keys: Collection[Key]) -> None:
        """Take entities in hand, in one query."""
        wanted = set(keys) - self._looked
        found = entities.lock(self._transaction, wanted)
        self._looked |= wanted
        self._stored |= found.keys() - self._held.keys()
        self._held = found | self._held

    def get(self, key: Key) -> Entity | None:
        """Return an entity as it stands within this batch; best if it was taken in hand before."""
        if key not in self._looked and key not in self._held:
            self.hold((key,))
        return self._held.get(key)

    @property
    def touched(self) -> tuple[Key, ...]:
        """What this batch has changed so far."""
        return tuple(self._touched)

    def put(self, put: Put) -> Line:
        """Change an entity; one that moves is taken out of the space it leaves."""
        old = self._held.get(put.key)
        rev = 1 if old is None else old.rev + 1
        by = "" if put.unsigned else self._by
        if old is not None and old.body is not None:
            self._count(old.space, -1)
            if old.space != put.space:
                gone = replace(old, rev=rev, by=by, at=self._at, body=None)
                self._add(Line(gone, moved=put.space))
        entity = Entity(put.kind, put.id, put.space, put.path, rev, 0, by, self._at, put.body)
        if put.body is not None:
            self._count(put.space, 1)
        line = Line(entity, announced=put.announced)
        self._held[put.key] = entity
        self._touched[put.key] = line
        return self._add(line)

    def close(self) -> None:
        """Write everything."""
        if not self._lines:
            return
        for space in sorted(self._lines):
            self._number(space)
        self._log()
        self._keep()
        self._announce()
        self._transaction.announce()

    def _add(self, line: Line) -> Line:
        self._lines.setdefault(line.entity.space, []).append(line)
        return line

    def _count(self, space: str, more: int) -> None:
        self._live[space] = self._live.get(space, 0) + more

    def _number(self, space: str) -> None:
        lines = self._lines[space]
        head = self._transaction.value(
            "UPDATE spaces SET head = head + ?, live = live + ? WHERE name = ? RETURNING head",
            len(lines),
            self._live.get(space, 0),
            space,
        )
        for seq, line in enumerate(lines, head - len(lines) + 1):
            line.entity = replace(line.entity, seq=seq)

    def _log(self) -> None:
        rows: list[Record] = []
        for space, lines in self._lines.items():
            for line in lines:
                one, text = line.entity, codec.encode(line.entity.change(moved=line.moved))
                rows.append((space, one.seq, one.kind, one.id, one.rev, len(text), text.decode()))
        self._transaction.many(
            """INSERT INTO changes (space, seq, kind, id, rev, size, line)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
            rows,
        )

    def _keep(self) -> None:
        fresh: list[Record] = []
        known: list[Record] = []
        for key, line in self._touched.items():
            (known if key in self._stored else fresh).append(_row(line.entity))
        # A plain INSERT: where another batch was first, the whole batch must look again.
        for sql, rows in ((INSERT, fresh), (UPDATE, known)):
            if rows:
                self._transaction.many(sql, rows)

    def _announce(self) -> None:
        told = [line.entity for lines in self._lines.values() for line in lines if line.announced]
        if not told:
            return
        last = self._transaction.value(
            "UPDATE counters SET value = value + ? WHERE name = 'announcements' RETURNING value",
            len(told),
        )
        self._transaction.many(
            "INSERT INTO announcements (n, space, seq) VALUES (?, ?, ?)",
            [(n, one.space, one.seq) for n, one in enumerate(told, last - len(told) + 1)],
        )


def _row(one: Entity) -> Record:
    sha256 = None
    if one.body is not None:
        sha256 = row_sha256(one.kind, one.id, one.space, one.path, one.body)
    return (
        one.space, one.path, one.rev, one.seq, bucket_of(one.kind, one.id), sha256,
        entities.blob_of(one.kind, one.body), one.by, one.at, one.body, one.kind, one.id,
    )  # fmt: skip
