"""Is everything as it must be? Read only, on one moment of the database, without holding it all.

Logs have no gaps, every entity is what the last line about it says, the counts count, hashes are
those of the texts, attachments are those of their hashes. Each complaint is one sentence.
"""

import hashlib
from collections.abc import Iterator

from sync.protocol import codec
from sync.protocol.digests import bucket_of, row_sha256
from sync.protocol.wire import Change
from sync.server import entities
from sync.server.storage.interface import Record, Transaction


def complaints(transaction: Transaction) -> Iterator[str]:
    """Yield what is wrong; nothing when all is well."""
    yield from _logs(transaction)
    yield from _counts(transaction)
    yield from _announcements(transaction)
    yield from _entities(transaction)
    yield from _blobs(transaction)


def _logs(transaction: Transaction) -> Iterator[str]:
    rows = transaction.rows(
        """SELECT s.name, s.head, s.cut, count(c.seq), coalesce(min(c.seq), 0),
            coalesce(max(c.seq), 0) FROM spaces s LEFT JOIN changes c ON c.space = s.name
            GROUP BY s.name, s.head, s.cut"""
    )
    for name, head, cut, count, first, last in sorted(rows):
        held = (count, first, last) == (head - cut, cut + 1, head)
        if not held and not (head == cut and count == 0):
            yield f"The log of {name} should go from {cut + 1} to {head} without a gap."


def _counts(transaction: Transaction) -> Iterator[str]:
    rows = transaction.rows(
        """SELECT s.name, s.live, count(e.id) FROM spaces s
            LEFT JOIN entities e ON e.space = s.name AND e.body IS NOT NULL
            GROUP BY s.name, s.live"""
    )
    for name, live, count in sorted(rows):
        if live != count:
            yield f"{name} says that it holds {live} entities, and holds {count}."


def _announcements(transaction: Transaction) -> Iterator[str]:
    last = transaction.value("SELECT value FROM counters WHERE name = 'announcements'")
    count = transaction.value("SELECT count(*) FROM announcements")
    if last != count:
        yield f"There should be {last} announcements, and there are {count}."


def _entities(transaction: Transaction) -> Iterator[str]:
    cuts: dict[str, int] = dict(transaction.rows("SELECT name, cut FROM spaces"))
    for *columns, bucket, sha256, line in transaction.stream(
        f"""SELECT {entities.COLUMNS}, e.bucket, e.sha256, c.line FROM entities e
            LEFT JOIN changes c ON c.space = e.space AND c.seq = e.seq"""
    ):
        one = entities.entity(tuple(columns))
        if not _agrees(one, line, cut=cuts.get(one.space, 0)):
            yield f"{one.kind} {one.id} is not what the log of {one.space} says at {one.seq}."
        if one.body is not None and not _hashed(one, bucket, sha256):
            yield f"The text of {one.kind} {one.id} is not the one that was written."


def _agrees(one: entities.Entity, line: str | None, *, cut: int) -> bool:
    if line is None:
        return one.seq <= cut
    return codec.decode(line.encode(), Change) == one.change()


def _hashed(one: entities.Entity, bucket: int, sha256: bytes) -> bool:
    body = one.body or ""
    hashed = row_sha256(one.kind, one.id, one.space, one.path, body)
    return (bucket, sha256) == (bucket_of(one.kind, one.id), hashed)


def _blobs(transaction: Transaction) -> Iterator[str]:
    for sha256, size in transaction.rows("SELECT sha256, size FROM blobs ORDER BY sha256"):
        found, held = hashlib.sha256(), 0
        for (data,) in _parts(transaction, sha256):
            found.update(data)
            held += len(data)
        if (found.hexdigest(), held) != (sha256, size):
            yield f"The attachment {sha256} is damaged."


def _parts(transaction: Transaction, sha256: str) -> Iterator[Record]:
    return transaction.stream("SELECT bytes FROM blob_parts WHERE sha256 = ? ORDER BY part", sha256)
