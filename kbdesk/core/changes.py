"""What a mutation changed, so that each screen decides for itself what to redraw."""

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of thing touched by one act; several acts add up with `|`."""

    articles: bool = False
    favourites: bool = False
    recents: bool = False
    outbox: bool = False
    contacts: bool = False
    notices: bool = False  # announcements and their receipts
    learning: bool = False
    writing: bool = False  # drafts, suggestions, remarks, verifications
    gaps: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            *(mine or theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True))
        )
