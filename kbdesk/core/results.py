"""What a search gives back, in plain values that any screen or command can show."""

from dataclasses import dataclass, field
from datetime import date

from kbdesk.core.articles import Freshness, Kind

Span = tuple[int, int]  # start and end in characters of the text beside it


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the parts of it that matched."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found, with the passage that answers."""

    id: str
    title: Marked
    space: str
    kind: Kind
    score: float
    heading: str  # of the passage shown, "" for the opening
    anchor: str  # where to open the article
    snippet: Marked
    summary: str
    lang: str
    freshness: Freshness
    verified: date | None
    updated: date | None
    expired: date | None = None  # the last day on which it held, once that is past


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason for a rank: `name` is a key that screens translate, `share` adds to the score."""

    name: str
    detail: str
    share: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole title offered while typing."""

    id: str
    title: Marked


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is limited to; empty means everything."""

    spaces: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one search, in rank order."""

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0  # how many match; hits may be fewer
    corrected: tuple[tuple[str, str], ...] = ()  # (typed word, word searched instead)
    degraded: bool = False  # answered without the index, while it is being rebuilt
    suggestions: tuple[Suggestion, ...] = field(default=())
