"""Entities as the server holds them, and as they go over the wire."""

from collections.abc import Collection, Iterable

import msgspec
from msgspec import Struct

from sync.protocol.wire import Change
from sync.server.storage.interface import Record, Transaction, marks

Key = tuple[str, str]  # kind and id: what an entity is, over all spaces
PICTURES = frozenset({"asset", "suggested_asset", "own_suggested_asset"})
COLUMNS = "e.kind, e.id, e.space, e.path, e.rev, e.seq, e.written_by, e.at, e.body"


class Entity(Struct, frozen=True, gc=False):
    """An entity as it stands; `body` None when it is gone, its revisions go on counting."""

    kind: str
    id: str
    space: str
    path: str
    rev: int
    seq: int
    by: str
    at: str
    body: str | None

    @property
    def key(self) -> Key:
        return self.kind, self.id

    def change(self, *, moved: str = "") -> Change:
        """Write it as a line of its space's log."""
        return Change(
            seq=self.seq,
            kind=self.kind,
            id=self.id,
            rev=self.rev,
            path=self.path if self.body is not None else "",
            body=self.body,
            by=self.by,
            at=self.at,
            moved=moved,
        )


def entity(record: Record) -> Entity:
    return Entity(*record)


def lock(transaction: Transaction, keys: Collection[Key]) -> dict[Key, Entity]:
    """Return what stands under these keys, held until the end of the transaction.

    Always in the same order, so that two batches never wait for each other in a ring.
    """
    if not keys:
        return {}
    rows = transaction.rows(
        f"{wanted(len(keys))} ORDER BY e.kind, e.id FOR UPDATE OF e", *flat(sorted(keys))
    )
    return {one.key: one for one in map(entity, rows)}


def wanted(count: int) -> str:
    """Write the query for so many keys. Joined, because SQLite would scan for a list of pairs."""
    return f"""WITH wanted (kind, id) AS (VALUES {marks(count, 2)})
        SELECT {COLUMNS} FROM wanted w CROSS JOIN entities e
        WHERE e.kind = w.kind AND e.id = w.id"""


def flat(keys: Iterable[Key]) -> list[str]:
    return [part for key in keys for part in key]


def blob_of(kind: str, body: str | None) -> str | None:
    """Return the hash of the attachment that an entity speaks of, if it does."""
    if kind not in PICTURES or body is None:
        return None
    return msgspec.json.decode(body, type=Asset).sha256


class Asset(Struct, frozen=True):
    """The body of an asset, as far as the server reads it."""

    sha256: str
