"""Texts that somebody is writing, and what stands in the way of publishing them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kbdesk.core.articles import Kind
from kbdesk.core.changes import Changes
from kbdesk.core.editing import Verdict
from kbdesk.core.life_cycle import Phase

AUTOSAVE = timedelta(seconds=2)  # at most between what is typed and what is kept


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was not sent yet; it is kept on this machine until it is."""

    id: str
    article: str  # "" for a new one
    space: str
    path: str
    kind: str  # the template it began with, "" for an article that was there
    title: str
    text: str
    base: str | None  # the text it was made from, None for a new one
    base_rev: int
    made: datetime
    saved: datetime
    comment: str = ""
    gaps: tuple[str, ...] = ()  # that it is to close
    caret: int = 0  # where its author was
    upon: str = ""  # the operation that made the base, where that was not published yet

    @property
    def fresh(self) -> bool:
        """True while nothing was typed into it."""
        return self.base is not None and self.text == self.base


@dataclass(frozen=True, slots=True)
class Looks:
    """How a text would be read: the head of its page, and the page."""

    title: str
    summary: str
    html: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What forbids to publish a text, and where; `code` is "empty", or that of the fault."""

    sentence: str
    remedy: str = ""
    line: int = 0
    field: str = ""  # of the front matter, or the heading of a section
    code: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A text to begin with; what it leaves open must be filled before it is published."""

    id: str
    kind: Kind
    lang: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """An article that is not to be found now."""

    article: str
    title: str
    space: str
    phase: Phase
    turn: datetime | None  # when that changes by itself


@dataclass(frozen=True, slots=True)
class Standing:
    """What sending a draft would do, and how it stands to what is published now."""

    publishes: bool  # at once, for this person may write there
    suggests: bool  # it may go to those who decide
    local: bool  # there is no server: it stands as soon as it is saved
    moved: Verdict
    rev: int
    published: str | None  # None for a new article, or one that is gone
    upon: str = ""  # the operation that is to publish that, where it was not yet


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending a draft."""

    published: bool  # else it was suggested
    changes: Changes
    operation: str = ""  # that waits, "" where there is no server
