"""One search conversation: what was typed, within what, the pages of the answer so far.

Qt-free. Keystrokes are numbered through `Latest`, so an answer that arrives late is dropped. An
answer comes with the rows that fit the list and one more, so that it can be scrolled: only rows
that are seen need their passage found, and a list that grows after its first paint is painted
twice. The titles to offer follow when the screen says that the rows are painted (`complete`), and
are dropped when something newer is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kbdesk.core.results import Hit, Scope
from kbdesk.ui.latest import Latest
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.reading.answers import Found
    from kbdesk.services.reading.knowledge import Knowledge

PAGE = 12  # rows of each further page
RANKED = 60  # rows: the index weighs as many anyway, so further pages need not ask it again
OFFERED = 3  # titles looked at for one that completes what is typed


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found so far."""

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    corrected: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()  # whole titles that may complete what is typed
    degraded: bool = False

    @property
    def whole(self) -> bool:
        """True when there is no further page."""
        return len(self.hits) >= self.total


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked, and how many rows of the answer at first."""

    query: str
    scope: Scope
    typing: bool
    first: int

    @property
    def offers(self) -> bool:
        return self.typing and not self.scope.spaces


@dataclass
class Finder:
    """Asks the base on the search lane; `answered` and `extended` are told on the GUI thread."""

    knowledge: "Knowledge"
    lane: Runner
    answered: Callable[[Answer], None]
    extended: Callable[[Answer], None]
    failed: Callable[[Exception], None]
    scope: Scope = field(default_factory=Scope)
    fits: int = PAGE  # rows that can be seen at once

    def __post_init__(self) -> None:
        self._latest = Latest(self.lane)
        self._asked = _Question("", self.scope, False, self.fits)
        self._found: Found | None = None
        self._unfinished = False
        self._extending = False
        self.answer = Answer("")

    @property
    def settled(self) -> bool:
        """True when what is shown answers what was last asked, and nothing of it is to follow."""
        return self._latest.settled and not self._unfinished

    @property
    def unfinished(self) -> bool:
        """True when the answer shown waits to be completed."""
        return self._unfinished

    def ask(self, query: str, *, typing: bool) -> None:
        """Search; an empty query only forgets what is under way."""
        self.stop()
        if not query.strip():
            self.answer = Answer("")
            return
        self._asked = asked = _Question(query, self.scope, typing, self.fits + 1)
        self._latest.ask(lambda: self._search(asked), self._take, self._fail)

    def stop(self) -> None:
        """Drop what is under way and what was to follow."""
        self._extending = self._unfinished = False
        self._latest.forget()

    def drop(self, ids: frozenset[str]) -> None:
        """Leave articles out of the answer that is here."""
        left = tuple(hit for hit in self.answer.hits if hit.id not in ids)
        total = self.answer.total - (len(self.answer.hits) - len(left))
        self.answer = replace(self.answer, hits=left, total=total, titles=())

    def complete(self) -> None:
        """Fetch the titles that the answer shown was handed over without."""
        if self._unfinished:
            self._unfinished = False
            query = self._asked.query
            self._latest.ask(lambda: self._titles(query), self._offer, self._fail)

    def more(self) -> None:
        """Fetch the next page, unless there is none or something is on its way."""
        before, found, asked = self.answer, self._found, self._asked
        if before.whole or found is None or self._extending or not self.settled:
            return
        self._extending = True
        self._latest.ask(lambda: self._next(before, found, asked), self._extend, self._fail)

    def _search(self, asked: _Question) -> "tuple[Found, tuple[Hit, ...]]":
        found = self.knowledge.find(
            asked.query, scope=asked.scope, limit=max(RANKED, asked.first), typing=asked.typing
        )
        return found, found.show(0, asked.first)

    def _take(self, begun: "tuple[Found, tuple[Hit, ...]]") -> None:
        found, hits = begun
        self._found = found
        self._unfinished = self._asked.offers
        self.answer = Answer(
            found.query, hits, found.total, found.corrected, degraded=found.degraded
        )
        self.answered(self.answer)

    def _titles(self, query: str) -> tuple[str, ...]:
        return tuple(offered.title.text for offered in self.knowledge.suggest(query, OFFERED))

    def _offer(self, titles: tuple[str, ...]) -> None:
        self.answer = replace(self.answer, titles=titles)
        self.extended(self.answer)

    def _next(self, before: Answer, found: "Found", asked: _Question) -> tuple[Hit, ...]:
        start = len(before.hits)
        if start < found.rows:
            return found.show(start, start + PAGE)
        page = self.knowledge.search(
            asked.query, scope=asked.scope, limit=PAGE, offset=start, typing=asked.typing
        )
        return page.hits

    def _extend(self, page: tuple[Hit, ...]) -> None:
        self._extending = False
        before = self.answer
        known = {hit.id for hit in before.hits}
        hits = before.hits + tuple(hit for hit in page if hit.id not in known)
        # A page without anything new ends it: the base may have changed in between.
        total = before.total if len(hits) > len(before.hits) else len(hits)
        self.answer = replace(before, hits=hits, total=total)
        self.extended(self.answer)

    def _fail(self, error: Exception) -> None:
        self._extending = False
        self.failed(error)
