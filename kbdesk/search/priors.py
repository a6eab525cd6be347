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

NUMBERS = ("inbound", "length", "verified", "updated", "valid_to")
INBOUND = 0.85  # per e-fold of other articles that link here
SUBSTANCE = 0.5  # per e-fold of words, up to what an answer needs
ENOUGH = 4.0  # e-folds of words
NAMES = ("inbound", "substance", "verified", "fresh", "used", "expired")
VERIFIED, FRESH, USED = 0.15, 0.1, 0.3
EXPIRED = -4.0
YEAR = 365.0
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
    """The worth of the articles at some addresses."""

    def __init__(
        self,
        searcher: Searcher,
        schema: Schema,
        addresses: Sequence[DocAddress],
        today: date,
        use: Use,
    ) -> None:
        self._searcher = searcher
        self._addresses = list(addresses)
        self._today = today.toordinal()
        self._used = use.by_rid(searcher, schema) if addresses else {}
        self.rids = self._numbers("rid")

    def worth(self) -> list[float]:
        """Return the whole worth of each."""
        return [sum(self._shares(*row)) for row in self._rows()]

    def each(self) -> list[dict[str, float]]:
        """Return the shares of each, by name."""
        return [dict(zip(NAMES, self._shares(*row), strict=True)) for row in self._rows()]

    def _rows(self) -> Iterable[tuple[int, ...]]:
        return zip(self.rids, *(self._numbers(name) for name in NUMBERS), strict=True)

    def _shares(
        self, rid: int, inbound: int, length: int, verified: int, updated: int, valid_to: int
    ) -> tuple[float, ...]:
        return (
            INBOUND * math.log1p(inbound),
            SUBSTANCE * min(math.log1p(length), ENOUGH),
            VERIFIED if verified else 0.0,
            FRESH * self._freshness(max(verified, updated)),
            USED * math.log1p(self._used.get(rid, 0)) if self._used else 0.0,
            EXPIRED if 0 < valid_to < self._today else 0.0,
        )

    def _freshness(self, day: int) -> float:
        return math.exp(-max(self._today - day, 0) / (2 * YEAR)) if day else 0.0

    def _numbers(self, field: str) -> list[int]:
        return [int(n or 0) for n in self._searcher.fast_field_values(field, self._addresses)]
