"""Which articles to offer at the end of one: what people need next after having read it.

Four ties add up. What was opened next on this desk says most once it has happened a few times; a
link was set by somebody who knew; then words and tags in common. A translation helps whoever
reads the other language and nobody else, so another language counts for half.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kbdesk.core.articles import Freshness, Kind

NEXT, ENOUGH = 1.2, 3.0  # opened next; the count that is two thirds of it
LINKED, AGAIN = 0.8, 0.1  # this article links there; each further time, up to three
BACK = 0.35  # it links here
ALIKE = 0.8  # the hit most alike
TAGGED = 0.45  # all tags in common, and rare ones
NEIGHBOUR = 0.1  # on the same shelf
FOREIGN = 0.5


class Tie(StrEnum):
    """What holds two articles together; screens have words for each."""

    NEXT = "next"
    LINK = "link"
    TAG = "tag"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """An article offered after another, and what ties it there most."""

    article_id: str
    title: str
    say: str
    space: str
    kind: Kind
    freshness: Freshness
    why: Tie


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What is compared of an article."""

    tags: tuple[str, ...] = ()
    space: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Ties:
    """What is known around one article, by the ids of others."""

    out: Mapping[str, int]  # how often it links there
    back: Iterable[str]  # those that link here
    alike: Sequence[tuple[str, float]]  # what a search for its words found
    following: Mapping[str, float]  # faded counts of what was opened next

    def ids(self) -> list[str]:
        """Return every article named, once."""
        found = [*self.following, *self.out, *self.back, *(id_ for id_, _ in self.alike)]
        return list(dict.fromkeys(found))


def related(
    of: Neighbour, ties: Ties, others: Mapping[str, Neighbour], limit: int
) -> list[tuple[str, Tie]]:
    """Return the articles tied closest, each with its strongest tie; `others` may be offered."""
    best = max((score for _, score in ties.alike), default=0.0) or 1.0
    alike = dict(ties.alike)
    back = frozenset(ties.back)
    found: list[tuple[float, str, Tie]] = []
    for id_, other in others.items():
        parts = {
            Tie.NEXT: NEXT * -math.expm1(-ties.following.get(id_, 0.0) / ENOUGH),
            Tie.LINK: _linked(ties.out.get(id_, 0)) + (BACK if id_ in back else 0.0),
            Tie.WORDS: ALIKE * max(alike.get(id_, 0.0), 0.0) / best,
            Tie.TAG: TAGGED * _shared(of.tags, other.tags),
        }
        score = sum(parts.values()) + (NEIGHBOUR if other.space == of.space else 0.0)
        if other.lang != of.lang:
            score *= FOREIGN
        found.append((-score, id_, max(parts, key=parts.__getitem__)))
    return [(id_, tie) for _, id_, tie in sorted(found)[:limit]]


def _linked(times: int) -> float:
    return LINKED + AGAIN * min(times - 1, 3) if times else 0.0


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Return the share of tags in common, of all that either has."""
    ours = set(mine) & set(theirs)
    return len(ours) / len(set(mine) | set(theirs)) if ours else 0.0
