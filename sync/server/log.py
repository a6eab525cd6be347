"""Reading the logs: stored lines go out as they are, undecoded.

A line was encoded once, when its change was committed, and never changes. So a page costs two range
scans, and the full page K is the same bytes for everybody and for ever.
"""

from itertools import accumulate

import msgspec
from msgspec import Struct

from sync.protocol.wire import PAGE
from sync.server.errors import Absent, CutOff
from sync.server.principal import Principal
from sync.server.rights import Rights
from sync.server.storage.interface import Storage, Transaction

MOST = 1_000  # changes in one answer
ANSWER_BYTES = 4 * 1024 * 1024  # of changes in one answer, except that one change always fits
PAGE_BYTES = 16 * 1024 * 1024  # of a full page: a heavier one is read change by change


class StoredPage(Struct, frozen=True):
    """A `sync.protocol.wire.Page` whose changes are still as they are stored."""

    epoch: str
    space: str
    after: int
    changes: tuple[msgspec.Raw, ...]
    head: int


class Log:
    """The logs of all spaces."""

    def __init__(self, storage: Storage, rights: Rights) -> None:
        self._storage = storage
        self._rights = rights

    def changes(self, principal: Principal, space: str, after: int, limit: int) -> StoredPage:
        """Return what follows `after`; `CutOff` when that is not kept any more."""
        return self._storage.read(lambda t: self._changes(t, principal, space, after, limit))

    def page(self, space: str, number: int) -> StoredPage | None:
        """Return the full page `number`, with its last change for a head."""
        return self._storage.read(lambda t: _page(t, space, number))

    def _changes(
        self, transaction: Transaction, principal: Principal, space: str, after: int, limit: int
    ) -> StoredPage:
        if space not in self._rights.of(transaction, principal):
            raise no_space(space)
        head, cut, epoch = _state(transaction, space)
        if after < cut:
            raise CutOff(f"The log of {space} begins at {cut}. Take the snapshot first.")
        sizes = _sizes(transaction, space, after, max(1, min(limit, MOST)))
        fitting = sum(1 for total in accumulate(sizes) if total <= ANSWER_BYTES)
        last = after + min(len(sizes), max(1, fitting))
        return StoredPage(epoch, space, after, _lines(transaction, space, after, last), head)


def no_space(space: str) -> Absent:
    """Say that there is no such space: what one may not read does not exist."""
    return Absent(f"There is no space {space[:64]} for you. Look at GET /v1/heads.")


def _page(transaction: Transaction, space: str, number: int) -> StoredPage | None:
    after, last = number * PAGE, (number + 1) * PAGE
    found = transaction.row("SELECT head, cut FROM spaces WHERE name = ?", space)
    if found is None or last > found[0] or after < found[1]:
        return None
    if sum(_sizes(transaction, space, after, PAGE)) > PAGE_BYTES:
        return None
    epoch = _state(transaction, space)[2]
    return StoredPage(epoch, space, after, _lines(transaction, space, after, last), last)


def _state(transaction: Transaction, space: str) -> tuple[int, int, str]:
    found = transaction.row(
        """SELECT s.head, s.cut, m.value FROM spaces s, meta m
            WHERE s.name = ? AND m.key = 'epoch'""",
        space,
    )
    assert found is not None, "whoever asks has looked"
    return found[0], found[1], found[2]


def _sizes(transaction: Transaction, space: str, after: int, limit: int) -> list[int]:
    rows = transaction.rows(
        "SELECT size FROM changes WHERE space = ? AND seq > ? ORDER BY seq LIMIT ?",
        space,
        after,
        limit,
    )
    return [size for (size,) in rows]


def _lines(transaction: Transaction, space: str, after: int, last: int) -> tuple[msgspec.Raw, ...]:
    rows = transaction.rows(
        "SELECT line FROM changes WHERE space = ? AND seq > ? AND seq <= ? ORDER BY seq",
        space,
        after,
        last,
    )
    return tuple(msgspec.Raw(line) for (line,) in rows)
