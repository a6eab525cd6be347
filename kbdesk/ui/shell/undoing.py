"""What can be taken back, told in a line above the work with its key.

While the line stands, Ctrl+Z means it, also in the search field; afterwards the field has its own
Ctrl+Z again.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from kbdesk.core.changes import Changes
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.shell.undo import Undo, Undoable, WhileItHolds
from kbdesk.ui.shortcuts import SHORTCUTS
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.search_screen import SearchScreen


class Undoing(QObject):
    """Shows the offer, and ends it when its line goes away."""

    def __init__(self, window: "MainWindow", knowledge: "Knowledge", lanes: Lanes) -> None:
        super().__init__(window)
        self._window = window
        self._knowledge = knowledge
        self._tasks = Tasks(lanes, window.tell, window.take_changes)
        self._undo = Undo()
        window.drops.told.connect(self._on_brought)
        window.drops.refused.connect(lambda told: window.notice.tell(told, trouble=False))

    @property
    def stands(self) -> bool:
        """True while something can be taken back, and its line says so."""
        return self._undo.stands and self._window.notice.offers(self.take_back)

    def offer(self, told: str, take_back: Callable[[], object]) -> None:
        """Say what was done, and that it can be taken back."""
        self._undo.offer(Undoable(told, take_back))
        notice = self._window.notice
        notice.tell(told, trouble=False)
        notice.offer(self.tr("Undo"), self.take_back, SHORTCUTS["undo"])

    def take_back(self) -> None:
        """Take it back, once; the line goes away with it."""
        if self._undo.take():
            self._window.notice.hide()

    def look_again(self) -> None:
        """Offer no longer what works no longer: something has changed, here or at the server."""
        way = self._undo.conditional
        if way is not None and self.stands:
            self._tasks.read(
                way.holds, lambda holds: self._end(way) if not holds else None, _unknown
            )

    def _end(self, way: WhileItHolds) -> None:
        if way is not self._undo.conditional or not self.stands:
            return  # something else took its place meanwhile
        self._undo.forget()
        if way.told:
            self._window.notice.tell(way.told, trouble=False)
        else:
            self._window.notice.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.stands
        )

    def watch(self, search: "SearchScreen") -> None:
        """Offer to take back what was done on the search screen."""
        self._search = search
        search.flow.starred.connect(self._on_starred)
        search.changed.connect(self._on_changed)
        search.list.field.installEventFilter(self)

    def _on_starred(self, kept: bool) -> None:
        reading = self._search.flow.reading
        if kept or reading is None:
            return
        id_, title = reading.article.id, reading.article.title
        told = self.tr("“%1” is no longer a favourite.").replace("%1", title)
        take_back = partial(self._knowledge.toggle_favourite, id_)
        self.offer(told, lambda: self._tasks.write(take_back))

    def _on_changed(self, changes: Changes) -> None:
        """Offer to take a report back that has just been made."""
        query = self._search.list.field.text().strip()
        if changes.outbox and self._search.list.foot.noted:
            told = self.tr("Reported as not found: “%1”.").replace("%1", query)
            self.offer(told, lambda: self._forget_report(query))

    def _forget_report(self, query: str) -> None:
        self._tasks.write(
            lambda: self._knowledge.forget_not_found(query),
            lambda _done: self._search.list.show_noted(False),
        )

    def _on_brought(self, told: str, take_out: Callable[[], object] | None) -> None:
        if take_out is None:
            self._window.notice.tell(told, trouble=False)
        else:
            self.offer(told, take_out)


def _unknown(_error: Exception) -> None:
    """Let the offer stand where nobody can say: taking it back tells what is wrong."""
