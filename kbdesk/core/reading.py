"""What the reader shows: an article made ready for one person, one day and one question."""

from dataclasses import dataclass
from datetime import date

from kbdesk.core.articles import Article, Freshness, Kind


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One heading of an article, to jump to; `level` is 1 to 6."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Backlink:
    """Another article that points here."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An open article: its page, and all that the reader says around it."""

    article: Article
    html: str  # for QTextBrowser: classes only, no colour, no remote address
    outline: tuple[OutlineEntry, ...]
    anchor: str = ""  # the passage that answers the query, "" for the top
    marks: tuple[str, ...] = ()  # the words of the text that matched, as they stand there
    freshness: Freshness = Freshness.UNVERIFIED
    favourite: bool = False
    next_change: date | None = None  # the next day on which a dated rule changes this page
    space_title: str = ""
    owner_name: str = ""  # "" when the base does not say how its owner is called
    backlinks: tuple[Backlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list that no search made: a favourite, a recent one."""

    id: str
    title: str
    summary: str
    space: str
    kind: Kind
    lang: str
    freshness: Freshness
    verified: date | None
    updated: date | None


@dataclass(frozen=True, slots=True)
class SpaceCount:
    """A shelf and how many articles stand on it."""

    id: str
    title: str
    count: int
