"""Find the few rows in which a copy differs from the server's, and take those anew (G12).

A comparison counts only when both sides stand at the same seq, so the copy is first brought to the
seq that an answer was made at. A bucket that is still wrong after it was mended is reported, never
mended in a loop: then the fault is in a rule, not in a row.
"""

from collections.abc import Sequence
from typing import Protocol

from sync.client.ports import Cursor, Damaged, Replica, Stale, Transport
from sync.protocol import wire
from sync.protocol.codec import Unbelievable
from sync.protocol.digests import differing
from sync.protocol.wire import Row


class Pages(Protocol):
    """Who can bring a space to a seq: the engine."""

    def pages(self, epoch: str, space: str, head: int, signature: str = "") -> None: ...


class Repair:
    """Compares spaces that are level, and mends them."""

    def __init__(self, replica: Replica, transport: Transport, follow: Pages) -> None:
        self._replica = replica
        self._transport = transport
        self._follow = follow

    def run(self, epoch: str, space: str) -> tuple[int, tuple[int, ...]]:
        """Return how many rows were mended, and the buckets that are wrong even so."""
        wrong = self._wrong(epoch, space)
        mended = sum(self._mend(epoch, space, bucket) for bucket in wrong)
        if not wrong:
            return 0, ()
        still = set(wrong) & set(self._wrong(epoch, space))
        return mended, tuple(sorted(still))

    def _wrong(self, epoch: str, space: str) -> tuple[int, ...]:
        digest = self._transport.digest(space)
        self._stand_at(epoch, space, digest)
        try:
            return differing(self._replica.row_digests(space), digest.buckets)
        except ValueError as error:
            raise Damaged(str(error)) from error

    def _mend(self, epoch: str, space: str, number: int) -> int:
        bucket = self._transport.bucket(space, number)
        self._stand_at(epoch, space, bucket)
        wanted = _differing_rows(self._replica.rows(space, number), bucket.rows)
        for start in range(0, len(wanted), wire.PAGE):
            rows = self._transport.rows(space, wanted[start : start + wire.PAGE])
            self._stand_at(epoch, space, rows)
            self._replica.mend(rows)
        return len(wanted)

    def _stand_at(
        self, epoch: str, space: str, answer: wire.Digest | wire.Bucket | wire.Rows
    ) -> None:
        """Bring the space to where the server stood when it answered."""
        if answer.space != space:
            raise Unbelievable("The server answered another question than ours.")
        if answer.epoch != epoch:
            raise Stale("The server was restored meanwhile.")
        self._follow.pages(epoch, space, answer.seq)
        if self._replica.standing().cursors.get(space, Cursor(0)).seq != answer.seq:
            raise Stale(f"The server answered for an older state of {space}.")


def _differing_rows(ours: Sequence[Row], theirs: Sequence[Row]) -> list[tuple[str, str]]:
    mine = {(row.kind, row.id): row for row in ours}
    others = {(row.kind, row.id): row for row in theirs}
    return sorted(key for key in mine.keys() | others.keys() if mine.get(key) != others.get(key))
