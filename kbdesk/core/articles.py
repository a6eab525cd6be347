"""An article: the text of its file, and what that text says of itself.

The text is the truth. `source` is the file as it came, front matter included, to the letter; every
other field is read from it and can be read again. That is why a folder comes out equal to what
went in, and why an edit, a merge and a transfer all speak of one text.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from kbdesk.core.life_cycle import Life, life_of
from kbdesk.core.questions import Placed

MANUAL = "help"  # the shelf of the user's manual: local, out of counts, exports and most searches


class Kind(StrEnum):
    """What an article is for; it decides icon, template and checks."""

    ARTICLE = "article"
    GUIDE = "guide"
    SCRIPT = "script"
    FAQ = "faq"
    PRODUCT = "product"


class Audience(StrEnum):
    """Who may be told; anything not plainly public stays internal."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Freshness(StrEnum):
    """How far an article can be trusted today: verified is not edited."""

    VERIFIED = "verified"
    STALE = "stale"  # its verification is older than its interval
    UNVERIFIED = "unverified"  # nobody ever vouched for it


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another article; `target` is its id, `text` what it is called there."""

    target: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The plain text under one heading: what a search finds and opens at.

    `level` is 0 for the text before the first heading. `internal` marks text that may never leave
    the house; `valid_from` and `valid_to` (inclusive) bound a dated rule.
    """

    anchor: str
    heading: str
    level: int
    text: str
    internal: bool = False
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A unit of knowledge, read from the text of its file."""

    id: str
    path: str  # where the file stands in its base, with "/" between folders
    source: str
    title: str
    body: str = ""  # the Markdown after the front matter
    body_line: int = 1  # the line of `source` on which the body starts
    summary: str = ""  # the sentence to say first
    kind: Kind = Kind.ARTICLE
    space: str = "base"
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    owner: str = ""
    verified: date | None = None
    review_every: timedelta | None = None
    valid_from: date | None = None
    valid_to: date | None = None  # inclusive
    audience: Audience = Audience.INTERNAL
    lang: str = "fr"
    updated: date | None = None
    passages: tuple[Passage, ...] = ()
    links: tuple[Link, ...] = ()
    assets: tuple[str, ...] = ()  # paths of the images and files it shows, from the base's root
    questions: tuple[Placed, ...] = ()
    extra: dict[str, object] = field(default_factory=dict)  # front matter of others, kept

    @property
    def content_class(self) -> str:
        """The class by which it ages (`class: critical`), "" for one that ages with the copy.

        Read from what is kept as it came: so it holds for every copy, also of older desks.
        """
        found = self.extra.get("class")
        return found.strip().casefold() if isinstance(found, str) else ""

    @property
    def life(self) -> Life:
        """When it stands; read from what is kept as it came, like its class."""
        return life_of(self.extra)

    @property
    def lead(self) -> str:
        """The text before the first heading of its own: what the article opens with."""
        return next((passage.text for passage in self.passages if passage.text), "")


def freshness(verified: date | None, review_every: timedelta | None, today: date) -> Freshness:
    """Say how far a verification holds on the day `today`."""
    if verified is None:
        return Freshness.UNVERIFIED
    if review_every is not None and verified + review_every < today:
        return Freshness.STALE
    return Freshness.VERIFIED
