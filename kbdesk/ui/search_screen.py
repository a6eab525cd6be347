"""Search and read: the screen where an agent spends the day; help is the same over its own shelf.

The caret stays in the search field; arrows move the selection and the selected article shows
beside it unopened. Enter moves the focus into it, Esc walks back: reader, results, empty box.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.reading import Reading
from kbdesk.core.results import Scope
from kbdesk.ui.at_rest import AtRest
from kbdesk.ui.guide_flow import GuideFlow
from kbdesk.ui.history import Place
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.list_pane import ListPane
from kbdesk.ui.look.look import Look
from kbdesk.ui.reading_acts import ReadingActs
from kbdesk.ui.reading_flow import ReadingFlow
from kbdesk.ui.reading_side import ReadingSide
from kbdesk.ui.reply_forms import ReplyForms
from kbdesk.ui.results import rows
from kbdesk.ui.results.finder import Answer, Finder
from kbdesk.ui.search_trail import SearchTrail
from kbdesk.ui.shelf_filters import ShelfFilters
from kbdesk.ui.side_by_side import SideBySide
from kbdesk.ui.why_panel import WhyPanel
from kbdesk.ui.withdrawal import Shown, Withdrawal

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.reader.reader import Reader

FIRST_PAGE = "help/getting-started"  # of the manual
WHOLE_SHELF = 100  # rows: the manual is shown at once, in an order of its own
NEAR_END = 400  # px: from there on the next page is fetched
FOLLOWING = 40  # ms after the rows: they are painted, and who types in a burst types on


class SearchScreen(QWidget):
    """Joins the list pane and the reader; `shelf` limits it to one shelf, without filters."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes, by something done here
    external_link_requested = Signal(str)  # address
    menu_requested = Signal()
    sync_requested = Signal()
    scope_chosen = Signal(str, str)  # shelf, kind; "" for all

    def __init__(
        self, knowledge: "Knowledge", lanes: Lanes, look: Look, clock: Clock, *, shelf: str = ""
    ) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._lanes = lanes
        self._shelf = shelf
        self._typing = self._stopped = False
        self._choosing = True
        self.motive = ("", "")  # queue and intent of the contact in hand
        self.list = ListPane(look, clock.today, filters=not shelf)
        self.side = ReadingSide(look, clock, knowledge.asset, manual=bool(shelf))
        self.why = WhyPanel(look, self.list)
        self.flow = ReadingFlow(knowledge, lanes, records=not shelf)
        self.panes = SideBySide(self.list, self.side, look)
        self.guides = GuideFlow(
            knowledge, lanes, self.side, self.panes, clock=clock, assets=knowledge.asset
        )
        self.acts = ReadingActs(knowledge, lanes, self.side, self.flow, clock)
        chips = (self.list.spaces, self.list.kinds)
        self.filters = ShelfFilters(knowledge, lanes.search, chips, self.trouble_met.emit)
        self.finder = Finder(
            knowledge, lanes.search, self._show_answer, self._show_more, self._on_failed
        )
        self.replies = ReplyForms(self.side, self.guides)
        shown = Shown(self.list, self.side, self.flow, self.finder, self.guides)
        self.withdrawal = Withdrawal(knowledge, lanes.render, shown)
        self._at_rest = AtRest(knowledge, lanes.search, self.list, self._title_of, self._on_failed)
        self.trail = SearchTrail(lanes.writer, clock, self.changed.emit)
        self.finder.scope = self._scope()
        self._following = QTimer(self, singleShot=True, interval=FOLLOWING)
        self._following.timeout.connect(self.finder.complete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect_list()
        self._connect_reading()

    # set up

    def _connect_list(self) -> None:
        pane = self.list
        pane.field.textEdited.connect(lambda _text: self._on_typed())
        pane.field.moved.connect(self._on_moved)
        pane.field.read_requested.connect(self.read)
        pane.results.selected.connect(self._on_selected)
        pane.results.read_requested.connect(self.read)
        pane.results.outgrown.connect(self.finder.more)
        self.acts.midnight.struck.connect(pane.results.viewport().update)  # ages are of a day
        pane.results.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())
        pane.foot.not_found_requested.connect(self.report_not_found)
        pane.foot.read_requested.connect(self.read)
        pane.not_found_requested.connect(self.report_not_found)
        pane.menu_button.clicked.connect(self.menu_requested.emit)
        self.filters.chosen.connect(self._on_scope)
        self.filters.counted.connect(self._on_counted)

    def _connect_reading(self) -> None:
        flow = self.flow
        self.side.back_requested.connect(self.step_back)
        self.side.reader_made.connect(self._connect_reader)
        self.acts.trouble_met.connect(self._on_failed)
        self.guides.link_requested.connect(self._on_link)
        self.guides.external_link_requested.connect(self.external_link_requested)
        self.guides.trouble_met.connect(self._on_failed)
        flow.shown.connect(self._show_reading)
        flow.trouble_met.connect(self._on_failed)
        self.side.sync_requested.connect(self.sync_requested)
        self.withdrawal.trouble_met.connect(self.trouble_met)
        self.withdrawal.thinned.connect(self._say_found)
        self.withdrawal.uncovered.connect(lambda: self._search(typing=False, choose=False))
        flow.changed.connect(self.changed.emit)
        flow.recorded.connect(self.trail.open)

    def _connect_reader(self, reader: "Reader") -> None:
        reader.link_requested.connect(self._on_link)
        reader.favourite_toggled.connect(lambda _id: self.flow.toggle_favourite())
        reader.external_link_requested.connect(self.external_link_requested.emit)
        self.flow.starred.connect(lambda kept: reader.set_favourite(kept=kept))

    def start(self) -> None:
        """Fetch what the screen shows at rest; the search field works already."""
        QTimer.singleShot(0, self.side, self.side.make_reader)  # after the first paint
        if not self._shelf:
            self.filters.refresh()
        self._search(typing=False)

    def refresh(self, changes: Changes) -> None:
        """Draw again what an act changed."""
        if changes.articles:
            self.start()
        elif self._resting and (changes.favourites or changes.recents):
            self._at_rest.show(lambda: self._resting)

    def stop(self) -> None:
        """Ask for nothing more: the window is going."""
        self._stopped = True
        self.finder.stop()
        self.guides.stop()
        self.acts.stop()
        self.withdrawal.stop()
        self.flow.stop()

    # find

    @property
    def _query(self) -> str:
        return self.list.field.text().strip()

    @property
    def _browsed(self) -> str:
        """What is asked while nothing is typed: the whole of the shelf chosen, "" for none."""
        scope = self._scope()
        asked = [f"space:{space}" for space in scope.spaces]
        return " ".join(asked + [f"kind:{kind.value}" for kind in scope.kinds])

    @property
    def _resting(self) -> bool:
        return not self._query and not self._browsed

    @property
    def settled(self) -> bool:
        """True when nothing is under way: list and reader show what was last asked for."""
        reading = self.flow.settled and self.guides.settled
        return self.finder.settled and self._at_rest.settled and reading

    def focus_search(self) -> None:
        """Bring the caret to the search field, its words selected."""
        self.guides.put_aside()
        self.panes.show_first()
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def search_for(self, query: str) -> None:
        """Type a query for someone."""
        self.list.field.setText(query)
        self._on_typed()

    def _on_typed(self) -> None:
        self.flow.begin_query()
        self.list.show_noted(False)
        self._search(typing=True)

    def _search(self, *, typing: bool, choose: bool = True) -> None:
        self._typing, self._choosing = typing, choose
        self.why.hide()
        self.finder.fits = WHOLE_SHELF if self._shelf else self.list.results.fits
        self.finder.ask(self.list.field.text() if self._query else self._browsed, typing=typing)
        if not self._query:
            self.flow.stop_glimpsing()
            self.trail.empty()
        if self._resting:
            self._at_rest.show(lambda: self._resting)

    def _show_answer(self, answer: Answer) -> None:
        pane = self.list
        pane.show_corrected(answer.corrected)
        if self.finder.unfinished:
            self._following.start()
        else:
            pane.field.offer(answer.titles)
        found = self.tr("%n result(s)", "", answer.total)
        contents = bool(self._shelf) and not self._query
        pane.field.show_found("" if contents else found)
        chooses = bool(self._query) and self._choosing
        shown = self._rows(answer)
        shown = rows.as_contents(shown, FIRST_PAGE) if contents else shown
        pane.results.show_rows(shown, choose_first=contents or chooses)
        self._typing = False
        self.trail.show(self._query, answer.total, self.finder.scope, degraded=answer.degraded)
        if answer.hits:
            pane.show_results(browsing=not self._query)
        else:
            self.flow.stop_glimpsing()
            pane.show_nothing(answer.query.strip())

    def _show_more(self, answer: Answer) -> None:
        self.list.results.extend_rows(self._rows(answer))
        self.list.field.offer(answer.titles)

    def _rows(self, answer: Answer) -> list[rows.Row]:
        return [rows.of_hit(hit, self._title_of(hit.space)) for hit in answer.hits]

    def _title_of(self, space: str) -> str:
        return self.tr("Help") if space == self._shelf else self.filters.title_of(space)

    def _on_counted(self, articles: int) -> None:
        self.list.chips.setVisible(articles > 0)

    def _on_scrolled(self) -> None:
        bar = self.list.results.verticalScrollBar()
        if bar.maximum() - bar.value() < NEAR_END:
            self.finder.more()

    def _scope(self) -> Scope:
        return Scope(spaces=(self._shelf,)) if self._shelf else self.filters.scope

    def _on_scope(self) -> None:
        self.finder.scope = self._scope()
        self.scope_chosen.emit(*self.filters.keys)
        self.list.show_noted(False)
        self._search(typing=False)
        self.list.field.setFocus()

    # read

    def _on_moved(self, by: int) -> None:
        self.why.hide()
        self.list.results.move_by(by)
        self._on_scrolled()

    def _on_selected(self, row: rows.Row | None) -> None:
        if row is not None and not self.guides.walking:
            self.flow.glimpse(self._place(row), typing=self._typing)

    def _place(self, row: rows.Row) -> Place:
        return Place(row.id, row.anchor, self._query)

    def read(self) -> None:
        """Read the selected article: the focus goes into it, and it counts as read."""
        if row := self.list.results.chosen:
            self.flow.read(self._place(row))
            self.panes.show_second()
            self.side.reader.focus_text()

    def open_article(self, article_id: str, anchor: str = "") -> None:
        """Go to an article, or a passage of it, for somebody who came with its id."""
        self._on_link(article_id, anchor)

    def _on_link(self, article_id: str, anchor: str) -> None:
        self.flow.follow(article_id, anchor)
        self.panes.show_second()

    def _show_reading(self, reading: Reading) -> None:
        if self._shelf:
            reading = replace(reading, space_title=self._title_of(self._shelf))
        self.guides.put_aside()
        self.side.show_reading(reading)

    def go_back(self) -> None:
        """Go to the article before this one."""
        if self.flow.back():
            self.panes.show_second()

    def go_forward(self) -> None:
        """Go again to the article that was left by going back."""
        if self.flow.forward():
            self.panes.show_second()

    # what may no longer be read

    def look_again(self) -> None:
        """See whether all that is shown may still be shown; the manual always may."""
        if not self._shelf and not self._stopped:
            self.withdrawal.look()

    def _on_failed(self, error: Exception) -> None:
        if self._shelf or not self.withdrawal.met(error):
            self.trouble_met.emit(error)

    def _say_found(self) -> None:
        if self._query:
            self.list.field.show_found(self.tr("%n result(s)", "", self.finder.answer.total))

    # acts

    def take_focus(self) -> None:
        """Take the keys when the screen is shown: a guide that waits here goes on."""
        if not self.guides.take_focus():
            self.list.field.setFocus()

    def copy_reply(self) -> None:
        """Copy what to say now: the question of a guide, else the reply of the article."""
        if not self.guides.copy():
            self.side.reader.copy_reply()

    def toggle_favourite(self) -> None:
        """Star the open article, or take the star away."""
        if self.side.reads:
            self.flow.toggle_favourite()

    def report_not_found(self) -> None:
        """Say in one key that the answer is missing; it is sent once, when it can be."""
        query, scope, opened = self._query, self.finder.scope, self.flow.read_for_query
        queue, intent = self.motive
        if not query or self._shelf or self.list.foot.noted:
            return
        self.list.show_noted(True)
        self.trail.report()
        self._lanes.writer.run(
            lambda: self._knowledge.not_found(query, scope, opened, queue=queue, intent=intent),
            self.changed.emit,
            self._on_not_noted,
        )

    def _on_not_noted(self, error: Exception) -> None:
        self.list.show_noted(False)
        self.trouble_met.emit(error)

    def explain(self) -> None:
        """Show why the selected result stands where it does, or take the answer away."""
        row, query, scope = self.list.results.chosen, self._query, self.finder.scope
        if self.why.isVisible() or row is None or not query:
            self.why.hide()
            return
        self._lanes.search.run(
            lambda: self._knowledge.why(query, row.id, scope),
            self.why.show_factors,
            self.trouble_met.emit,
        )

    # shape

    def step_back(self) -> bool:
        """Walk back one step; return whether there was one."""
        if self.why.isVisible():
            self.why.hide()
        elif self.guides.walking:
            self.guides.leave()
        elif self.acts.compares:
            self.acts.leave_versions()
        elif not self.list.field.hasFocus():
            self.panes.show_first()
            self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.list.field.text():
            self.list.field.clear()
            self._on_typed()
        else:
            return False
        return True

    def show_alone(self, alone: bool) -> None:
        """Take one column, results or reader, or both side by side."""
        self.list.show_alone(alone)
        self.side.show_alone(alone)
        self.panes.show_alone(alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.why.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and not self._stopped:
            self.refresh(Changes(articles=True))
        super().changeEvent(event)
