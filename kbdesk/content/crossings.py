"""Links to a heading of another article, checked while the pages of an import come by.

Neither end is parsed twice: a link waits until the page that it leads to has come. Of a page that
came only the anchors of its headings stay, as one string, and never its text. Links to an article
that does not come (it was refused, or only the base holds it) are not judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kbdesk.content.loss_report import Entry


@dataclass(frozen=True, slots=True)
class Crossing:
    """A link to a heading of the article `to`, and what to report when there is no such heading."""

    to: str
    anchor: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Ends:
    """Of one article: the headings that links may lead to, and its links to those of others."""

    article: str
    anchors: str  # each between two spaces, which no anchor holds
    crossings: tuple[Crossing, ...]


def ends_of(article: str, anchors: Iterable[str], crossings: Iterable[Crossing]) -> Ends:
    """Write an article's ends down; `anchors` are those of its headings."""
    return Ends(article, f" {' '.join(anchors)} ", tuple(crossings))


class Crossings:
    """The links of one import that lead to headings of its articles."""

    def __init__(self) -> None:
        self._anchors: dict[str, str] = {}
        self._waiting: dict[str, list[Crossing]] = {}

    def take(self, ends: Ends) -> list[Entry]:
        """Take in what came of one article; return an entry for each link that proves broken."""
        broken = []
        self._anchors[ends.article] = ends.anchors
        for crossing in (*self._waiting.pop(ends.article, ()), *ends.crossings):
            anchors = self._anchors.get(crossing.to)
            if anchors is None:
                self._waiting.setdefault(crossing.to, []).append(crossing)
            elif f" {crossing.anchor} " not in anchors:
                broken.append(crossing.entry)
        return broken
