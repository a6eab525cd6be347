"""What the list shows while nothing is asked: favourites, and what was read lately."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kbdesk.core.reading import Card
from kbdesk.ui.latest import Latest
from kbdesk.ui.list_pane import ListPane
from kbdesk.ui.results.home_rows import home_rows
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

Cards = tuple[Card, ...]


class AtRest:
    """Fetches them, and shows them unless something was asked meanwhile."""

    def __init__(
        self,
        knowledge: "Knowledge",
        lane: Runner,
        pane: ListPane,
        title_of: Callable[[str], str],
        failed: Callable[[Exception], None],
    ) -> None:
        self._knowledge = knowledge
        self._latest = Latest(lane)
        self._pane = pane
        self._title_of = title_of
        self._failed = failed

    @property
    def settled(self) -> bool:
        return self._latest.settled

    def show(self, wanted: Callable[[], bool]) -> None:
        """Fetch and show them; `wanted` says at the end whether they still are."""
        self._pane.show_corrected(())
        self._pane.field.show_found("")
        self._latest.ask(
            self._cards, lambda cards: self._take(cards) if wanted() else None, self._failed
        )

    def _cards(self) -> tuple[Cards, Cards]:
        self._knowledge.refuse_locked()
        return self._knowledge.favourites(), self._knowledge.recents()

    def _take(self, cards: tuple[Cards, Cards]) -> None:
        shown = home_rows(*cards, self._title_of)
        self._pane.results.show_rows(shown, choose_first=False)
        self._pane.show_home(bool(shown))
