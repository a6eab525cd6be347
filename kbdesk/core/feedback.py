"""Remarks about articles: one gesture to make, a day to answer, and equal ones are one matter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kbdesk.core.talk import OPEN, Reply, asked_back

KINDS = ("outdated", "wrong", "unclear", "missing", "thanks")
STATES = (OPEN, "answered", "accepted", "done", "declined")
CLOSED = frozenset({"answered", "done", "declined"})  # nobody has to do anything any more
TARGET = timedelta(hours=24)  # until which somebody has looked
_WEIGHT = {"wrong": 0, "outdated": 1, "missing": 2, "unclear": 3, "thanks": 4}


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said of an article, a passage or a step of a guide."""

    id: str
    article: str
    title: str
    space: str
    kind: str
    text: str
    anchor: str
    heading: str  # of the passage, "" for the whole
    rev: int
    query: str
    queue: str
    intent: str
    by: str
    by_name: str
    at: datetime
    state: str
    owner: str = ""
    owner_name: str = ""
    replies: tuple[Reply, ...] = ()
    due: datetime | None = None  # thanks are due nothing
    late: bool = False
    joined: tuple["Remark", ...] = ()  # of others, about the same
    waiting: bool = False  # not sent yet
    refused: str = ""  # why the server did not take it
    unread: bool = False  # mine, and answered since I last looked
    rev_now: int = 0  # of the article, 0 when it is gone

    @property
    def people(self) -> int:
        return len({self.by, *(one.by for one in self.joined)})

    @property
    def open(self) -> bool:
        return self.state not in CLOSED

    @property
    def asked(self) -> bool:
        """True while something was asked back, and its author has not answered."""
        return self.open and asked_back(self.replies, self.by)

    @property
    def can_take_back(self) -> bool:
        """True where its author may have it unsaid: nobody has answered yet."""
        return self.state == OPEN and not self.replies

    @property
    def can_reply(self) -> bool:
        """True where its author may say something more."""
        return self.open and self.kind != "thanks" and not self.waiting and not self.refused


def due_at(kind: str, at: datetime) -> datetime | None:
    """Say until when a remark wants an answer."""
    return None if kind == "thanks" else at + TARGET


def joined(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Make one matter of remarks of one kind about one passage: the oldest carries the others.

    What was answered stays closed: who says the same after that opens a new matter.
    """
    matters: dict[tuple[str, str, str, bool], list[Remark]] = {}
    for remark in sorted(remarks, key=lambda one: (one.at, one.id)):
        key = (remark.article, remark.kind, remark.anchor, remark.open)
        matters.setdefault(key, []).append(remark)
    found = (replace(first, joined=tuple(rest)) for first, *rest in matters.values())
    return tuple(sorted(found, key=_urgency))


def _urgency(one: Remark) -> tuple[bool, bool, int, int, datetime]:
    return (not one.open, not one.late, _WEIGHT.get(one.kind, 9), -one.people, one.at)
