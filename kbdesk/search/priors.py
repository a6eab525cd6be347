"""What an article is worth whatever is asked: links, substance, use, freshness, validity.

Links from other articles and enough text to be an answer weigh like a match; use, verification and
freshness only break ties. An article whose last valid day is past sinks below its equals.
"""

import math
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tantivy import DocAddress, Query, Schema, Searcher

from kbdesk.search.snapshot import At, Snapshot

NUMBERS = ("inbound", "length", "verified", "updated", "valid_to")
INBOUND = 0.85  # per e-fold of other articles that link here
SUBSTANCE = 0.5  # per e-fold of words, up to what an answer needs
ENOUGH = 4.0  # e-folds of words
NAMES = ("inbound", "substance", "verified", "fresh", "expired", "used")
VERIFIED, FRESH, USED = 0.15, 0.1, 0.3
EXPIRED = -4.0
YEAR = 365.0
KEPT = 20_000  # articles whose worth is remembered: about 4 MB
REMEMBERED = 30.0  # seconds for which counts of use are not read again


class Use:
    """How often articles were opened on this desk, by row of the index."""

    def __init__(self, counts: Callable[[], Mapping[str, int]] | None) -> None:
        self._counts = counts
        self._known: dict[int, int] = {}
        self._read_at = -REMEMBERED
        self._reading = threading.Lock()

    def by_rid(self, searcher: Searcher, schema: Schema) -> dict[int, int]:
        if self._counts is None:
            return {}
        with self._reading:
            now = time.monotonic()
            if now - self._read_at >= REMEMBERED:
                self._read_at = now
                self._known = _rows(searcher, schema, self._counts())
            return self._known


def _rows(searcher: Searcher, schema: Schema, counts: Mapping[str, int]) -> dict[int, int]:
    """Find the rows of the articles used most."""
    most = sorted(counts, key=lambda id_: -counts[id_])[:200]
    found: dict[int, int] = {}
    for id_ in most:
        hits = searcher.search(Query.term_query(schema, "id", id_), 1, count=False).hits
        for rid in searcher.fast_field_values("rid", [at for _, at in hits]):
            found[int(rid or 0)] = counts[id_]
    return found


class Priors:
    """The worth of articles on one day, the use of this desk aside; remembered."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self.snapshot = snapshot
        self.today = today
        self._day = today.toordinal()
        self._known: dict[At, tuple[int, float]] = {}

    def of(self, places: Sequence[At]) -> list[tuple[int, float]]:
        """Return the row and the worth of each article."""
        known = self._known
        if missing := [at for at in places if at not in known]:
            if len(known) > KEPT:
                known = self._known = {}
                missing = list(places)
            for at, row in zip(missing, self._rows(missing), strict=True):
                known[at] = row[0], sum(self._shares(*row[1:]))
        return [known[at] for at in places]

    def shares(self, at: At, use: Mapping[int, int]) -> dict[str, float]:
        """Return what the worth of one article is made of, by name."""
        (row,) = self._rows([at])
        return dict(zip(NAMES, (*self._shares(*row[1:]), worth_of_use(use, row[0])), strict=True))

    def _rows(self, places: Sequence[At]) -> Iterable[tuple[int, ...]]:
        addresses = [DocAddress(*at) for at in places]
        columns = (self.snapshot.numbers(name, addresses) for name in ("rid", *NUMBERS))
        return zip(*columns, strict=True)

    def _shares(
        self, inbound: int, length: int, verified: int, updated: int, valid_to: int
    ) -> tuple[float, ...]:
        return (
            INBOUND * math.log1p(inbound),
            SUBSTANCE * min(math.log1p(length), ENOUGH),
            VERIFIED if verified else 0.0,
            FRESH * self._freshness(max(verified, updated)),
            EXPIRED if 0 < valid_to < self._day else 0.0,
        )

    def _freshness(self, day: int) -> float:
        return math.exp(-max(self._day - day, 0) / (2 * YEAR)) if day else 0.0


def worth_of_use(use: Mapping[int, int], rid: int) -> float:
    """Return what the use of an article on this desk is worth."""
    return USED * math.log1p(use.get(rid, 0)) if use else 0.0
