"""What may no longer be read leaves the screen: after each pass, and as a copy grows too old.

News move nothing under somebody's eyes, with one exception: an article whose right is gone. It
leaves reader, history and list at once, and nothing takes its place by itself, so that nobody
reads on in another text without noticing. A copy that locks is only covered: the article comes
back where it was with the success that unlocks it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from kbdesk.core.lease import Lease, Level
from kbdesk.errors import ContentLocked
from kbdesk.ui.absent import Why
from kbdesk.ui.guide_flow import GuideFlow
from kbdesk.ui.latest import Latest
from kbdesk.ui.list_pane import ListPane
from kbdesk.ui.reading_flow import ReadingFlow
from kbdesk.ui.reading_side import ReadingSide
from kbdesk.ui.results.finder import Finder
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of a screen that show articles."""

    list: ListPane
    side: ReadingSide
    flow: ReadingFlow
    finder: Finder
    guides: GuideFlow


@dataclass(frozen=True, slots=True)
class _Found:
    """What a look found: which articles are here, and what the one shown is worth."""

    asked: Ids
    here: Ids
    lease: Lease

    @property
    def gone(self) -> Ids:
        return self.asked - self.here


class Withdrawal(QObject):
    """Looks whether what is shown may still be shown, and takes away what may not."""

    thinned = Signal()  # the list has fewer rows than were found
    uncovered = Signal()  # everything may be shown again
    trouble_met = Signal(object)  # Exception

    def __init__(self, knowledge: "Knowledge", lane: Runner, shown: Shown) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._shown = shown
        self._latest = Latest(lane)
        self._locked = False

    @property
    def settled(self) -> bool:
        return self._latest.settled

    def look(self) -> None:
        """Look again; what is found comes home soon."""
        flow = self._shown.flow
        asked, reading = flow.places | self._shown.list.results.ids, flow.reading

        def job() -> _Found:
            article = None if reading is None else reading.article
            here = self._knowledge.still_here(sorted(asked))
            return _Found(asked, here, self._knowledge.lease(article))

        self._latest.ask(job, self._take, self.trouble_met.emit)

    def met(self, error: Exception) -> bool:
        """Cover everything if that is what an error says; return whether it was."""
        if isinstance(error, ContentLocked):
            self._lock()
            return True
        return False

    def stop(self) -> None:
        """Look no more: the window is going."""
        self._latest.forget()

    def _take(self, found: _Found) -> None:
        flow = self._shown.flow
        if not flow.places <= found.asked:
            self.look()  # something was opened meanwhile
        if found.gone:
            self._take_away(found.gone)
        if found.lease.level is Level.LOCKED:
            self._lock()
        elif self._locked:
            self._unlock()
        elif flow.learn_lease(found.lease):
            self._shown.side.show_lease(found.lease)

    def _take_away(self, ids: Ids) -> None:
        shown = self._shown
        was_read = shown.flow.forget(ids)
        shown.finder.drop(ids)
        shown.list.results.drop_rows(ids)
        shown.list.field.offer(())
        shown.guides.drop(ids)
        if was_read:
            self._cover(Why.GONE)
        self.thinned.emit()

    def _lock(self) -> None:
        if not self._locked:
            self._locked = True
            self._shown.flow.put_away()
        self._shown.finder.stop()
        self._shown.list.show_locked()
        if self._shown.side.absent is not Why.LOCKED:
            self._cover(Why.LOCKED)

    def _cover(self, why: Why) -> None:
        side = self._shown.side
        had_focus = side.isAncestorOf(side.window().focusWidget())
        self._shown.guides.put_aside()
        side.show_absent(why)
        if had_focus and self._shown.list.isVisible():
            self._shown.list.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            side.focus_absent()

    def _unlock(self) -> None:
        self._locked = False
        self._shown.side.show_start()
        self._shown.flow.show_again()
        self.uncovered.emit()
