"""How a desk finds out that its copy is not ours, bucket by bucket, and mends it.

Hashing a hundred thousand rows takes a core for a third of a second, so the digest of a space is
remembered, and later only the buckets are hashed anew that the log has touched since.
"""

import threading
from dataclasses import dataclass

from sync.protocol.digests import BUCKETS, bucket_digests, bucket_of
from sync.protocol.wire import Bucket, Change, Digest, Row, Rows, Wanted
from sync.server import entities
from sync.server.entities import Key
from sync.server.log import no_space
from sync.server.principal import Principal
from sync.server.rights import Rights
from sync.server.setting_up import identity_of
from sync.server.storage.interface import Storage, Transaction, marks

FEW = 2_000  # changes since, up to which the touched buckets are looked up one by one


AT_ONCE = 16  # buckets in memory
EMPTY = bucket_digests(())


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest that was worked out before."""

    epoch: str
    seq: int
    buckets: tuple[str, ...]


class Digesting:
    """Digests, buckets and rows of spaces."""

    def __init__(self, storage: Storage, rights: Rights) -> None:
        self._storage = storage
        self._rights = rights
        self._lock = threading.Lock()
        self._kept: dict[str, Kept] = {}

    def digest(self, principal: Principal, space: str) -> Digest:
        """Return the 256 hashes of what a space holds."""
        kept = self._storage.read(lambda t: self._digest(t, principal, space))
        with self._lock:
            self._kept[space] = kept
        return Digest(kept.epoch, space, kept.seq, kept.buckets)

    def bucket(self, principal: Principal, space: str, number: int) -> Bucket:
        """Return what stands in one bucket."""

        def read(transaction: Transaction) -> Bucket:
            epoch, head, _ = self._state(transaction, principal, space)
            return Bucket(epoch, space, head, number, tuple(_rows(transaction, space, [number])))

        return self._storage.read(read)

    def rows(self, principal: Principal, space: str, wanted: Wanted) -> Rows:
        """Return entities as they stand; what is not in this space comes as gone."""

        def read(transaction: Transaction) -> Rows:
            epoch, head, _ = self._state(transaction, principal, space)
            found = _changes(transaction, space, wanted.rows)
            gone = (Change(0, kind, id_, 0) for kind, id_ in wanted.rows)
            return Rows(epoch, space, head, tuple(found.get((g.kind, g.id), g) for g in gone))

        return self._storage.read(read)

    def _state(
        self, transaction: Transaction, principal: Principal, space: str
    ) -> tuple[str, int, int]:
        if space not in self._rights.of(transaction, principal):
            raise no_space(space)
        found = transaction.row("SELECT head, cut FROM spaces WHERE name = ?", space)
        assert found is not None, "what one reads is there"
        return identity_of(transaction).epoch, found[0], found[1]

    def _digest(self, transaction: Transaction, principal: Principal, space: str) -> Kept:
        epoch, head, cut = self._state(transaction, principal, space)
        with self._lock:
            kept = self._kept.get(space)
        if kept is None or kept.epoch != epoch or kept.seq < cut or not 0 <= head - kept.seq <= FEW:
            kept, touched = Kept(epoch, 0, EMPTY), set(range(BUCKETS))
        else:
            touched = _touched(transaction, space, kept.seq)
        fresh = _hashed(transaction, space, sorted(touched))
        buckets = (fresh.get(number, digest) for number, digest in enumerate(kept.buckets))
        return Kept(epoch, head, tuple(buckets))


def _hashed(transaction: Transaction, space: str, numbers: list[int]) -> dict[int, str]:
    """Hash these buckets, some at a time: what is in memory does not grow with the space."""
    found = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        digests = bucket_digests(_rows(transaction, space, some))
        found.update({number: digests[number] for number in some})
    return found


def _touched(transaction: Transaction, space: str, after: int) -> set[int]:
    rows = transaction.rows(
        "SELECT kind, id FROM changes WHERE space = ? AND seq > ?", space, after
    )
    return {bucket_of(kind, id_) for kind, id_ in rows}


def _rows(transaction: Transaction, space: str, buckets: list[int]) -> list[Row]:
    rows = transaction.rows(
        f"""SELECT kind, id, rev, sha256 FROM entities
            WHERE space = ? AND bucket IN ({marks(len(buckets))}) AND body IS NOT NULL""",
        space,
        *buckets,
    )
    return [Row(kind, id_, rev, sha256.hex()) for kind, id_, rev, sha256 in rows]


def _changes(
    transaction: Transaction, space: str, wanted: tuple[tuple[str, str], ...]
) -> dict[Key, Change]:
    keys = [(kind, id_) for kind, id_ in wanted if "\0" not in kind + id_]
    if not keys:
        return {}
    rows = transaction.rows(
        f"{entities.wanted(len(keys))} AND e.space = ?", *entities.flat(keys), space
    )
    return {one.key: one.change() for one in map(entities.entity, rows)}
