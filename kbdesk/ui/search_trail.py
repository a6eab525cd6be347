"""Watches what is searched and what becomes of it, and hands what failed to who keeps it.

Nothing here is seen. The rules are `core.search_trail`; what is decided is written on the writer
lane, and until somebody attends nothing is watched at all.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.results import Scope
from kbdesk.core.search_trail import SOON, Searched, Trail, Wording
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.writing.gaps import Gaps


class SearchTrail(QObject):
    """Takes facts of the search screen; each is one line there."""

    def __init__(self, writer: Runner, clock: Clock, changed: Callable[[Changes], None]) -> None:
        super().__init__()
        self._writer = writer
        self._changed = changed
        self._clock = clock
        self._gaps: Gaps | None = None
        self._trail = Trail()
        # A wording that was left is told even if nobody ever searches again.
        self._alone = QTimer(self, singleShot=True, interval=int(SOON.total_seconds() * 1000))
        self._alone.timeout.connect(self.leave)

    def attend(self, gaps: "Gaps") -> None:
        """Begin to watch."""
        self._gaps = gaps

    def show(self, query: str, total: int, scope: Scope, *, degraded: bool) -> None:
        """Take in that the list of a query is on screen; without a query, that it was left."""
        if self._gaps is None:
            return
        words = query.strip()
        if not words:
            self.empty()
            return
        kinds = tuple(kind.value for kind in scope.kinds)
        wording = Wording(words, total, degraded, scope.spaces, kinds, scope.tags)
        self._alone.stop()
        self._trail, told = self._trail.shown(wording, self._clock.now())
        self._tell(told)

    def open(self, article: str) -> None:
        """Take in that an article of the list was read."""
        self._trail = self._trail.opened(article, self._clock.now())

    def report(self) -> None:
        """Take in that the person reported it as not found: that is sent, and counts once."""
        self._trail = self._trail.reported()

    def empty(self) -> None:
        """Take in that the box was emptied: other words may follow, or nothing."""
        self._trail, told = self._trail.emptied(self._clock.now())
        self._tell(told)
        if self._trail.left is not None:
            self._alone.start()

    def leave(self) -> None:
        """Take in that the searching was left for something else."""
        self._alone.stop()
        self._trail, told = self._trail.gone(self._clock.now())
        self._tell(told)

    def _tell(self, told: tuple[Searched, ...]) -> None:
        if told and self._gaps is not None:
            gaps = self._gaps
            self._writer.run(lambda: gaps.note(told), self._changed, _ignore)


def _ignore(_error: Exception) -> None:
    """Let a trail that could not be kept be lost: nobody waits for it."""
