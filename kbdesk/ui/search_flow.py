"""What is asked and what is listed: the query, the shelf and kind it is asked within, its rows.

Joins the list pane to the index: an answer comes in the pages the finder hands over, and while
nothing is asked favourites and recents stand there. The words around it are the screen's.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.results import Scope
from kbdesk.ui.at_rest import AtRest
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.list_pane import ListPane
from kbdesk.ui.results import rows
from kbdesk.ui.results.finder import Answer, Finder
from kbdesk.ui.search_trail import SearchTrail
from kbdesk.ui.shelf_filters import ShelfFilters

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

FIRST_PAGE = "help/getting-started"  # of the manual
WHOLE_SHELF = 100  # rows: the manual is shown at once, in an order of its own
NEAR_END = 400  # px: from there on the next page is fetched
FOLLOWING = 40  # ms after the rows: they are painted, and who types in a burst types on


class SearchFlow(QObject):
    """Runs the list of a search screen; `shelf` limits it to one shelf, without filters."""

    begun = Signal()  # somebody types: another query than the one before
    asked = Signal()  # by whatever: what was said about the answer before is no longer true
    answered = Signal()  # `count` is another by now
    emptied = Signal()  # there is no row to be glimpsed at
    scope_chosen = Signal(str, str)  # shelf, kind; "" for all
    failed = Signal(object)  # Exception
    changed = Signal(object)  # Changes

    def __init__(
        self, knowledge: "Knowledge", lanes: Lanes, pane: ListPane, clock: Clock, *,
        shelf: str, title_of: Callable[[str], str],
    ) -> None:  # fmt: skip
        super().__init__()
        self._pane, self._shelf, self._title_of = pane, shelf, title_of
        self.typing = False  # what is shown came by a key of the person
        self._choosing = True
        search, failed = lanes.search, self.failed.emit
        self.filters = ShelfFilters(knowledge, search, (pane.spaces, pane.kinds), failed)
        self.finder = Finder(knowledge, search, self._show_answer, self._show_more, failed)
        self.finder.scope = self._scope()
        self.trail = SearchTrail(lanes.writer, clock, self.changed.emit)
        self._at_rest = AtRest(knowledge, search, pane, title_of, failed)
        self._following = QTimer(self, singleShot=True, interval=FOLLOWING)
        self._following.timeout.connect(self.finder.complete)
        pane.field.textEdited.connect(lambda _text: self._on_typed())
        pane.results.outgrown.connect(self.finder.more)
        pane.results.verticalScrollBar().valueChanged.connect(lambda _value: self.fetch_ahead())
        self.filters.chosen.connect(self._on_scope)
        self.filters.counted.connect(lambda articles: pane.chips.setVisible(articles > 0))

    @property
    def query(self) -> str:
        """What is typed, "" for nothing."""
        return self._pane.field.text().strip()

    @property
    def count(self) -> int | None:
        """How many articles were found, None where nothing was asked for."""
        return None if self._resting or self._lists_contents else self.finder.answer.total

    @property
    def settled(self) -> bool:
        """True when the list shows what was last asked for."""
        return self.finder.settled and self._at_rest.settled

    @property
    def _browsed(self) -> str:
        """What is asked while nothing is typed: the whole of the shelf chosen, "" for none."""
        scope = self._scope()
        asked = [f"space:{space}" for space in scope.spaces]
        return " ".join(asked + [f"kind:{kind.value}" for kind in scope.kinds])

    @property
    def _resting(self) -> bool:
        return not self.query and not self._browsed

    @property
    def _lists_contents(self) -> bool:
        return bool(self._shelf) and not self.query

    def _scope(self) -> Scope:
        return Scope(spaces=(self._shelf,)) if self._shelf else self.filters.scope

    # asking

    def start(self) -> None:
        """Ask for the shelves and for what the list shows at rest."""
        if not self._shelf:
            self.filters.refresh()
        self.ask_again()

    def ask_again(self, *, choose: bool = True) -> None:
        """Ask for the same as before; `choose` the first row, as after typing."""
        self._ask(typing=False, choose=choose)

    def refresh(self, changes: Changes) -> None:
        """Draw what stands at rest again, if an act changed it."""
        if self._resting and (changes.favourites or changes.recents):
            self._rest()

    def search_for(self, query: str) -> None:
        """Type a query for someone."""
        self._pane.field.setText(query)
        self._on_typed()

    def clear(self) -> None:
        """Empty the box, as by hand: what was typed can be taken back."""
        self._pane.field.clear()
        self._on_typed()

    def stop(self) -> None:
        """Ask for nothing more: the window is going."""
        self.finder.stop()

    def _on_typed(self) -> None:
        self.begun.emit()
        self._pane.show_noted(False)
        self._ask(typing=True)

    def _on_scope(self) -> None:
        self.finder.scope = self._scope()
        self.scope_chosen.emit(*self.filters.keys)
        self._pane.show_noted(False)
        self.ask_again()
        self._pane.field.setFocus()

    def _ask(self, *, typing: bool, choose: bool = True) -> None:
        self.typing, self._choosing = typing, choose
        self.asked.emit()
        self.finder.fits = WHOLE_SHELF if self._shelf else self._pane.results.fits
        self.finder.ask(self._pane.field.text() if self.query else self._browsed, typing=typing)
        if not self.query:
            self.emptied.emit()
            self.trail.empty()
        if self._resting:
            self._rest()

    def _rest(self) -> None:
        self._at_rest.show(lambda: self._resting)

    # showing

    def _show_answer(self, answer: Answer) -> None:
        pane, contents = self._pane, self._lists_contents
        pane.show_corrected(answer.corrected)
        if self.finder.unfinished:
            self._following.start()
        else:
            pane.field.offer(answer.titles)
        self.answered.emit()
        chooses = bool(self.query) and self._choosing
        shown = self._rows(answer)
        shown = rows.as_contents(shown, FIRST_PAGE) if contents else shown
        pane.results.show_rows(shown, choose_first=contents or chooses)
        self.typing = False
        self.trail.show(self.query, answer.total, self.finder.scope, degraded=answer.degraded)
        if answer.hits:
            pane.show_results(browsing=not self.query)
        else:
            self.emptied.emit()
            pane.show_nothing(answer.query.strip())

    def _show_more(self, answer: Answer) -> None:
        self._pane.results.extend_rows(self._rows(answer))
        self._pane.field.offer(answer.titles)

    def _rows(self, answer: Answer) -> list[rows.Row]:
        return [rows.of_hit(hit, self._title_of(hit.space)) for hit in answer.hits]

    def fetch_ahead(self) -> None:
        """Fetch the next page once the end of the list is near."""
        bar = self._pane.results.verticalScrollBar()
        if bar.maximum() - bar.value() < NEAR_END:
            self.finder.more()
