"""What a mutation changed, so that each screen decides for itself what to redraw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of thing touched by one act; several acts add up with `|`."""

    articles: bool = False
    favourites: bool = False
    recents: bool = False
    outbox: bool = False
    contacts: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            articles=self.articles or other.articles,
            favourites=self.favourites or other.favourites,
            recents=self.recents or other.recents,
            outbox=self.outbox or other.outbox,
            contacts=self.contacts or other.contacts,
        )
