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
from kbdesk.ui.search_flow import SearchFlow
from kbdesk.ui.side_by_side import SideBySide
from kbdesk.ui.tasks import Tasks
from kbdesk.ui.why_panel import WhyPanel
from kbdesk.ui.withdrawal import Shown, Withdrawal

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.reader.reader import Reader


class SearchScreen(QWidget):
    """Joins the list and the reader; `shelf` limits it to one shelf, without filters."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes, by something done here
    external_link_requested = Signal(str)  # address
    menu_requested = Signal()
    sync_requested = Signal()

    def __init__(
        self, knowledge: "Knowledge", lanes: Lanes, look: Look, clock: Clock, *, shelf: str = ""
    ) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self._shelf = shelf
        self._stopped = False
        self.motive = ("", "")  # queue and intent of the contact in hand
        self.list = ListPane(look, clock.today, filters=not shelf)
        self.side = ReadingSide(look, clock, knowledge.asset, manual=bool(shelf))
        self.why = WhyPanel(look, self.list)
        self.flow = ReadingFlow(knowledge, lanes, records=not shelf)
        self.panes = SideBySide(self.list, self.side, look)
        self.searching = SearchFlow(
            knowledge, lanes, self.list, clock, shelf=shelf, title_of=self._title_of
        )
        self.guides = GuideFlow(
            knowledge, lanes, self.side, self.panes, clock=clock, assets=knowledge.asset
        )
        self.acts = ReadingActs(knowledge, lanes, self.side, self.flow, clock)
        self.replies = ReplyForms(self.side, self.guides)
        shown = Shown(self.list, self.side, self.flow, self.searching.finder, self.guides)
        self.withdrawal = Withdrawal(knowledge, lanes.render, shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect_list()
        self._connect_reading()

    # set up

    def _connect_list(self) -> None:
        pane, searching = self.list, self.searching
        pane.field.moved.connect(self._on_moved)
        pane.field.read_requested.connect(self.read)
        pane.results.selected.connect(self._on_selected)
        pane.results.read_requested.connect(self.read)
        self.acts.midnight.struck.connect(pane.results.viewport().update)  # ages are of a day
        pane.foot.not_found_requested.connect(self.report_not_found)
        pane.foot.read_requested.connect(self.read)
        pane.not_found_requested.connect(self.report_not_found)
        pane.menu_button.clicked.connect(self.menu_requested.emit)
        searching.begun.connect(self.flow.begin_query)
        searching.asked.connect(self.why.hide)
        searching.answered.connect(self._say_found)
        searching.emptied.connect(self.flow.stop_glimpsing)
        searching.failed.connect(self._on_failed)
        searching.changed.connect(self.changed.emit)

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
        self.withdrawal.uncovered.connect(lambda: self.searching.ask_again(choose=False))
        flow.changed.connect(self.changed.emit)
        flow.recorded.connect(self.searching.trail.open)

    def _connect_reader(self, reader: "Reader") -> None:
        reader.link_requested.connect(self._on_link)
        reader.favourite_toggled.connect(lambda _id: self.flow.toggle_favourite())
        reader.external_link_requested.connect(self.external_link_requested.emit)
        self.flow.starred.connect(lambda kept: reader.set_favourite(kept=kept))

    def start(self) -> None:
        """Fetch what the screen shows at rest; the search field works already."""
        QTimer.singleShot(0, self.side, self.side.make_reader)  # after the first paint
        self.searching.start()

    def refresh(self, changes: Changes) -> None:
        """Draw again what an act changed."""
        if changes.articles:
            self.start()
        else:
            self.searching.refresh(changes)

    def stop(self) -> None:
        """Ask for nothing more: the window is going."""
        self._stopped = True
        self.searching.stop()
        self.guides.stop()
        self.acts.stop()
        self.withdrawal.stop()
        self.flow.stop()

    # find

    @property
    def settled(self) -> bool:
        """True when nothing is under way: list and reader show what was last asked for."""
        reading = self.flow.settled and self.guides.settled
        return self.searching.settled and reading

    def focus_search(self) -> None:
        """Bring the caret to the search field, its words selected."""
        self.guides.put_aside()
        self.panes.show_first()
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def search_for(self, query: str) -> None:
        """Type a query for someone."""
        self.searching.search_for(query)

    def _title_of(self, space: str) -> str:
        return self.tr("Help") if space == self._shelf else self.searching.filters.title_of(space)

    # read

    def _on_moved(self, by: int) -> None:
        self.why.hide()
        self.list.results.move_by(by)
        self.searching.fetch_ahead()

    def _on_selected(self, row: rows.Row | None) -> None:
        if row is not None and not self.guides.walking:
            self.flow.glimpse(self._place(row), typing=self.searching.typing)

    def _place(self, row: rows.Row) -> Place:
        return Place(row.id, row.anchor, self.searching.query)

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
        count = self.searching.count
        self.list.field.show_found("" if count is None else self.tr("%n result(s)", "", count))

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
        searching, opened = self.searching, self.flow.read_for_query
        query, scope = searching.query, searching.finder.scope
        queue, intent = self.motive
        if not query or self._shelf or self.list.foot.noted:
            return
        self.list.show_noted(True)
        searching.trail.report()
        self._tasks.write(
            lambda: self._knowledge.not_found(query, scope, opened, queue=queue, intent=intent),
            failed=self._on_not_noted,
        )

    def _on_not_noted(self, error: Exception) -> None:
        self.list.show_noted(False)
        self.trouble_met.emit(error)

    def explain(self) -> None:
        """Show why the selected result stands where it does, or take the answer away."""
        row, query, scope = (
            self.list.results.chosen, self.searching.query, self.searching.finder.scope
        )  # fmt: skip
        if self.why.isVisible() or row is None or not query:
            self.why.hide()
            return
        self._tasks.read(lambda: self._knowledge.why(query, row.id, scope), self.why.show_factors)

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
            self.searching.clear()
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
