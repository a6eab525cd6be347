"""nDCG@10, MRR@10 and success@1/5 of one answer, and their weighted means over a set."""

import math
from collections.abc import Iterable, Sequence

NAMES = ("nDCG@10", "MRR@10", "success@1", "success@5")


def of_answer(found: Sequence[str], grades: dict[str, int]) -> tuple[float, ...]:
    """Judge one answer; an article counts once, where it first stands."""
    ids = list(dict.fromkeys(found))[:10]
    gains = [grades.get(id_, 0) for id_ in ids]
    best = sorted(grades.values(), reverse=True)[:10]
    first = next((rank for rank, gain in enumerate(gains) if gain), None)
    return (
        _discounted(gains) / _discounted(best),
        0.0 if first is None else 1 / (first + 1),
        float(first == 0),
        float(first is not None and first < 5),
    )


def mean(judged: Iterable[tuple[float, tuple[float, ...]]]) -> dict[str, float]:
    """Average figures by weight."""
    rows = list(judged)
    whole = sum(weight for weight, _ in rows)
    return {
        name: sum(weight * values[n] for weight, values in rows) / whole
        for n, name in enumerate(NAMES)
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / math.log2(rank + 2) for rank, gain in enumerate(gains))
