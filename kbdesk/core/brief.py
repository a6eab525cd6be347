"""Since your last shift: what is worth a page, in the order in which it matters to me."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kbdesk.core.announcements import Level

PAGE = 12  # lines: one page at the largest text size


class Sort(StrEnum):
    """What a line of the brief is about; the order is that of the page."""

    NOTICE = "notice"
    ARTICLE = "article"  # that I use, and that has changed
    REMARK = "remark"  # my feedback was answered
    SUGGESTION = "suggestion"  # mine was decided
    GAP = "gap"  # what I could not find is there now
    QUIZ = "quiz"


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line. `detail` is a code or plain words of somebody; `weight` orders within a sort."""

    sort: Sort
    id: str  # of the notice, article, remark, suggestion or gap; "" for the quiz
    title: str
    at: datetime | None = None
    detail: str = ""  # a state, or the answer's first words
    article: str = ""  # to open; "" for none
    anchor: str = ""
    level: Level | None = None
    count: int = 0  # questions due; times I opened the article
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Brief:
    """One page. `more` counts what did not find room, by sort."""

    since: datetime | None  # when the last shift ended; None on the first day
    lines: tuple[BriefLine, ...] = ()
    more: int = 0

    @property
    def empty(self) -> bool:
        return not self.lines


def page(since: datetime | None, lines: Iterable[BriefLine]) -> Brief:
    """Order all there is to tell and keep a page of it, with something of each sort."""
    every = sorted(lines, key=_place)
    firsts = {line.sort: line for line in reversed(every)}
    kept = [line for line in every if firsts[line.sort] is line]
    rest = [line for line in every if firsts[line.sort] is not line]
    kept += rest[: max(0, PAGE - len(kept))]
    return Brief(since, tuple(sorted(kept, key=_place)), len(every) - len(kept))


def _place(line: BriefLine) -> tuple[int, float, float, str]:
    at = line.at.timestamp() if line.at is not None else 0.0
    return tuple(Sort).index(line.sort), -line.weight, -at, line.id
