"""What the reader shows: an article made ready for one person, one day and one question."""

from dataclasses import dataclass
from datetime import date

from kbdesk.core.articles import Article, Audience, Freshness, Kind
from kbdesk.core.lease import Lease
from kbdesk.core.life_cycle import Phase
from kbdesk.core.versions import Version

ATTACHED = "attached"  # the scheme of links to files of the base, on pages for the desk


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
class Attachment:
    """A file that an article links to; a size of None says that it is not on this machine yet."""

    path: str
    name: str
    size: int | None


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
    lease: Lease = Lease()  # of its class: an article that ages is copied only when confirmed
    verifier: str = ""  # who vouched for it last, "" when the text does not say
    on: date | None = None  # the day it is shown for, None for today
    days: tuple[date, ...] = ()  # all days on which what it says becomes another
    rev: int = 0  # the number of its text, 0 when that is not known
    past: Version | None = None  # set when this is not the text to be read now
    attachments: tuple[Attachment, ...] = ()
    phase: Phase = Phase.PUBLISHED  # another one is said above its text


@dataclass(frozen=True, slots=True)
class Printout:
    """An article made ready for paper, for one audience and one day."""

    article: Article
    html: str
    audience: Audience
    on: date
    rev: int
    space_title: str
    freshness: Freshness


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
    expired: date | None = None  # the last day on which it held, once that is past


@dataclass(frozen=True, slots=True)
class SpaceCount:
    """A shelf and how many articles stand on it."""

    id: str
    title: str
    count: int
