"""The article that a notice speaks of: whether it is in the base, and which one may be meant."""

from typing import TYPE_CHECKING

from kbdesk.core.announcements import Linked, place
from kbdesk.core.articles import MANUAL
from kbdesk.services.reading.calendar import moment

if TYPE_CHECKING:
    from kbdesk.services.workspace import Workspace

OFFERED = 5


class Linking:
    """Looks up what was typed, by id or copied link, else by its words."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def look_up(self, typed: str) -> Linked:
        """Say what was typed; where that is no article, offer what its words find."""
        article, anchor = place(typed)
        if not article:
            return Linked(typed)
        articles = self._workspace.articles
        card = articles.cards_by_id([article]).get(article)
        hidden = articles.lives.hidden(moment(self._workspace.calendar)).ids
        if card is None or card.space == MANUAL or article in hidden:
            return Linked(typed, article, anchor, offered=self._offered(typed))
        parts = articles.parts([card.rid]).get(card.rid, [])
        headings = {at: heading or at for at, heading, _ in parts}
        heading = headings.get(anchor, "")
        without = ((article, card.title),) if anchor and not heading else ()
        return Linked(typed, article, anchor, card.title, heading, without)

    def _offered(self, typed: str) -> tuple[tuple[str, str], ...]:
        """Find by words; an id says some of its article too."""
        words = typed.replace("/", " ").replace("-", " ").replace("#", " ")
        found = self._workspace.knowledge.search(words, limit=OFFERED)
        return tuple((hit.id, hit.title.text) for hit in found.hits)
