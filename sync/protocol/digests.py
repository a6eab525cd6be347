"""What a copy holds, in 256 hashes: how two sides find the few rows that differ.

Only what never changes without a new revision goes in (kind, id, revision, hash of the text): a
hash over anything volatile would call equal copies different for ever.
"""

from collections.abc import Iterable, Sequence

from sync.protocol.wire import Row

BUCKETS = 256


def row_sha256(kind: str, id_: str, space: str, path: str, body: str) -> bytes:
    """Hash an entity's text and where it stands; both sides keep this beside each row.

    It shows what has rotted on a disk, decides whether a text is new, and tells copies apart.
    """
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    parts = f"{kind}\0{id_}\0{space}\0{path}\0{body}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).digest()


def bucket_of(kind: str, id_: str) -> int:
    """Return the bucket of an entity: it depends on its identity alone."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(f"{kind}\0{id_}".encode("utf-8", "surrogatepass")).digest()[0]


def bucket_digests(rows: Iterable[Row]) -> tuple[str, ...]:
    """Hash the rows of a copy, whatever their order, into one digest per bucket."""
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    held: list[list[str]] = [[] for _ in range(BUCKETS)]
    for row in rows:
        held[bucket_of(row.kind, row.id)].append(f"{row.kind}\0{row.id}\0{row.rev}\0{row.sha256}")
    return tuple(
        hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogatepass")).hexdigest()
        for lines in held
    )


def differing(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, ...]:
    """Return the buckets in which two copies differ."""
    if not len(ours) == len(theirs) == BUCKETS:
        raise ValueError(f"A digest has {BUCKETS} buckets.")
    return tuple(
        n for n, (mine, other) in enumerate(zip(ours, theirs, strict=True)) if mine != other
    )
