"""Proposed edits, as those who decide about them and those who made them see them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kbdesk.core.editing import Block, Fate, Verdict
from kbdesk.core.talk import Reply, answered, asked_back

ACCEPTED, PARTLY, DECLINED, WITHDRAWN = "accepted", "partly accepted", "declined", "withdrawn"
OPEN = frozenset({"open", "needs attention"})
_FIRST = (Verdict.GONE, Verdict.CLASH, Verdict.UNKNOWN)  # what only a person can settle


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reviewer decided; a text where the suggestion was not taken as it stands."""

    decision: str
    text: str | None = None
    why: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Suggested:
    """A text that somebody proposes for an article, or that met another change."""

    id: str
    article: str
    title: str
    space: str
    by: str
    by_name: str
    at: datetime
    comment: str
    state: str
    verdict: Verdict
    own: bool = False
    removes: bool = False  # the article is to be taken out
    new: bool = False
    why: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    deciding: str = ""  # what I decided, while that waits to be sent
    refused: str = ""  # why the server did not take what I decided
    mine_only: bool = False  # I see it and may not decide: no writer there, or four eyes
    waiting: bool = False  # my own, not sent yet
    unread: bool = False  # my own, decided or asked about, and I have not looked since
    gaps: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()  # what was asked back, and answered

    @property
    def open(self) -> bool:
        return self.state in OPEN and not self.deciding

    @property
    def asked(self) -> bool:
        """True while something was asked back, and its author has not answered."""
        return self.open and asked_back(self.replies, self.by)

    @property
    def answered(self) -> bool:
        """True once its author answered what was asked back; those who decide are to read it."""
        return self.open and answered(self.replies, self.by)

    @property
    def can_ask(self) -> bool:
        """True where who decides may ask its author something."""
        return self.open and not self.own and not self.mine_only

    @property
    def can_reply(self) -> bool:
        """True where its author may answer what was asked back."""
        return self.open and self.own and bool(self.replies)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A suggestion beside what is published on this desk now."""

    of: Suggested
    verdict: Verdict
    blocks: tuple[Block, ...]  # none where the article is gone or is to go
    base: str | None
    mine: str | None  # what is proposed, None to take it out
    published: str | None
    rev: int  # of what is published
    moved: bool  # it is another text than when this came in
    kept: Choice | None = None  # what I had decided and the server did not take
    fates: Mapping[int, Fate] = field(default_factory=dict)  # of the changes of mine, once decided
    upon: str = ""  # my operation that is to publish what is published here, where it was not yet

    @property
    def article_id(self) -> str:
        return self.of.article

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of what may be taken or left."""
        return tuple(block.n for block in self.blocks if block.changed)


@dataclass(frozen=True, slots=True)
class Touched:
    """What else a decision touches."""

    questions: int = 0  # that would sleep until somebody has looked at them
    learned: int = 0  # people who have answered them, 0 where that is few or not known
    named_in: tuple[str, ...] = ()  # titles of the articles that link here


def by_urgency(one: Suggested) -> tuple[int, datetime, str]:
    """Order a queue: what met another change first, then what has waited longest."""
    return (_FIRST.index(one.verdict) if one.verdict in _FIRST else len(_FIRST), one.at, one.id)
