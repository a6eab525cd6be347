"""Where the reader has been: back and forward, as a browser has them, with one difference.

Moving through results shows article after article; those glimpses would bury the ones really
read. So a glimpse takes the place of the glimpse before it, and counts only once something is
done with it: it is opened, or a link in it is followed.
"""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """An article, where in it, and the search that led there.

    `on` is the day it is shown for, None for today; `rev` a version of before, else None.
    """

    article_id: str
    anchor: str = ""
    query: str = ""
    on: date | None = None
    rev: int | None = None


class History:
    """A line of places with a present one; what lay ahead is cut when another way is taken."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._glimpsing = False

    @property
    def here(self) -> Place | None:
        return self._places[self._at] if self._places else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._places) - 1

    def glimpse(self, place: Place) -> None:
        """Show a place in passing."""
        if self._glimpsing:
            self._places[self._at :] = [place]
        elif not self._same(place):
            self._push(place)
            self._glimpsing = True

    def visit(self, place: Place) -> None:
        """Go to a place for good; the one before it is kept."""
        if not self._same(place):
            self._push(place)
        self._glimpsing = False

    @property
    def ids(self) -> frozenset[str]:
        """The articles of all its places."""
        return frozenset(place.article_id for place in self._places)

    def forget(self, ids: frozenset[str]) -> None:
        """Take out every place of these articles; the present one stays where it can."""
        before = [place.article_id not in ids for place in self._places]
        self._at = sum(before[: self._at + 1]) - 1
        self._places = [place for place in self._places if place.article_id not in ids]
        if self._places and self._at < 0:
            self._at = 0
        self._glimpsing = False

    def back(self) -> Place | None:
        return self._step(-1) if self.can_go_back else None

    def forward(self) -> Place | None:
        return self._step(1) if self.can_go_forward else None

    def _same(self, place: Place) -> bool:
        here = self.here
        return here is not None and replace(here, query="") == replace(place, query="")

    def _push(self, place: Place) -> None:
        self._places[self._at + 1 :] = [place]
        self._at += 1

    def _step(self, by: int) -> Place | None:
        self._at += by
        self._glimpsing = False
        return self.here
