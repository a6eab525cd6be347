"""One search conversation: what was typed, within what, the pages of the answer so far.

Qt-free. Keystrokes are numbered through `Latest`, so an answer that arrives late is dropped. Rows
are fetched page by page: only those that can be seen need their passage found.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kbdesk.core.results import Hit, Results, Scope
from kbdesk.ui.latest import Latest
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.knowledge import Knowledge

PAGE = 12  # rows: a little more than a window shows


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


@dataclass
class Finder:
    """Asks the base on the search lane; `answered` and `extended` are told on the GUI thread."""

    knowledge: "Knowledge"
    lane: Runner
    answered: Callable[[Answer], None]
    extended: Callable[[Answer], None]
    failed: Callable[[Exception], None]
    scope: Scope = field(default_factory=Scope)
    page: int = PAGE

    def __post_init__(self) -> None:
        self._latest = Latest(self.lane)
        self.answer = Answer("")
        self._extending = False

    @property
    def settled(self) -> bool:
        """True when what is shown answers what was last asked."""
        return self._latest.settled

    def ask(self, query: str, *, typing: bool) -> None:
        """Search; an empty query only forgets what is under way."""
        self._extending = False
        if not query.strip():
            self._latest.forget()
            self.answer = Answer("")
            return
        self._latest.ask(lambda: self._search(query, self.scope, typing), self._take, self._fail)

    def stop(self) -> None:
        """Drop what is under way."""
        self._latest.forget()

    def more(self) -> None:
        """Fetch the next page, unless there is none or it is on its way."""
        before = self.answer
        if before.whole or self._extending or not self._latest.settled:
            return
        self._extending = True
        self._latest.ask(lambda: self._next(before, self.scope), self._extend, self._fail)

    def _search(self, query: str, scope: Scope, typing: bool) -> Answer:
        found = self.knowledge.search(query, scope=scope, limit=self.page, typing=typing)
        titles = self.knowledge.suggest(query, 3) if typing and not scope.spaces else ()
        return _answer(query, found, tuple(offered.title.text for offered in titles))

    def _next(self, before: Answer, scope: Scope) -> Results:
        return self.knowledge.search(
            before.query, scope=scope, limit=self.page, offset=len(before.hits), typing=True
        )

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        self.answered(answer)

    def _extend(self, page: Results) -> None:
        self._extending = False
        before = self.answer
        known = {hit.id for hit in before.hits}
        hits = before.hits + tuple(hit for hit in page.hits if hit.id not in known)
        # A page without anything new ends it: the base may have changed in between.
        total = before.total if len(hits) > len(before.hits) else len(hits)
        self.answer = Answer(before.query, hits, total, before.corrected, (), before.degraded)
        self.extended(self.answer)

    def _fail(self, error: Exception) -> None:
        self._extending = False
        self.failed(error)


def _answer(query: str, found: Results, titles: tuple[str, ...]) -> Answer:
    return Answer(query, found.hits, found.total, found.corrected, titles, found.degraded)
