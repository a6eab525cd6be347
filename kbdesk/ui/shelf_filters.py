"""The two chips of the search, which shelf and which kind; and what the shelves are called."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbdesk.core.articles import Kind
from kbdesk.core.reading import SpaceCount
from kbdesk.core.results import Scope
from kbdesk.ui import words
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

Counts = tuple[tuple[SpaceCount, ...], dict[str, int]]


class ShelfFilters(QObject):
    """Fills the chips from the base and tells the scope they add up to."""

    chosen = Signal()  # the scope is another now, by the person's hand
    counted = Signal(int)  # how many articles the base holds

    def __init__(
        self,
        knowledge: "Knowledge",
        lane: Runner,
        chips: tuple[FilterChip, FilterChip],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._lane = lane
        self._spaces, self._kinds = chips
        self._failed = failed
        self._titles: dict[str, str] = {}
        self._earlier = ("", "")
        for chip in chips:
            chip.chosen.connect(lambda _key: self.chosen.emit())

    @property
    def keys(self) -> tuple[str, str]:
        """The shelf and the kind chosen, "" for all."""
        return self._spaces.key, self._kinds.key

    @property
    def scope(self) -> Scope:
        space, kind = self.keys
        return Scope(spaces=(space,) if space else (), kinds=(Kind(kind),) if kind else ())

    def title_of(self, space: str) -> str:
        """Return what a shelf is called."""
        return self._titles.get(space, space)

    def restore(self, space: str, kind: str) -> None:
        """Choose what was chosen on an earlier day, once the base has told its shelves."""
        self._earlier = (space, kind)

    def refresh(self) -> None:
        """Ask the base again for its shelves and counts."""
        self._lane.run(self._count, self._take, self._failed)

    def _count(self) -> Counts:
        return self._knowledge.spaces(), self._knowledge.kinds()

    def _take(self, found: Counts) -> None:
        spaces, kinds = found
        self._titles = {space.id: space.title for space in spaces}
        total = sum(space.count for space in spaces)
        self._spaces.offer(
            [
                Choice("", self.tr("All spaces"), total, self.tr("Spaces")),
                *(Choice(space.id, space.title, space.count) for space in spaces),
            ]
        )
        self._kinds.offer(
            [
                Choice("", self.tr("All kinds"), sum(kinds.values()), self.tr("Kinds")),
                *(Choice(kind, words.kind(kind), kinds[kind]) for kind in Kind if kinds.get(kind)),
            ]
        )
        self._take_up_earlier()
        self.counted.emit(total)

    def _take_up_earlier(self) -> None:
        (space, kind), self._earlier = self._earlier, ("", "")
        if space and self._spaces.can_choose(space):
            self._spaces.choose(space)
        if kind and self._kinds.can_choose(kind):
            self._kinds.choose(kind)
        if space or kind:
            self.chosen.emit()
