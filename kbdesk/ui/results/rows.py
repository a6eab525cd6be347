"""The rows of the list, in plain values: found articles, favourites and recents, and headings."""

from dataclasses import dataclass
from datetime import date

from kbdesk.core.articles import Freshness, Kind
from kbdesk.core.reading import Card
from kbdesk.core.results import Hit, Marked, Span

ELLIPSIS = "…"
BREAKS = "\n\r\t"
BEFORE = 14  # letters kept before the first match when a passage has to be cut


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the list."""

    id: str
    title: Marked
    passage: Marked
    space: str  # the title of the shelf
    kind: Kind
    freshness: Freshness
    verified: date | None
    updated: date | None
    summary: str = ""
    anchor: str = ""
    expired: date | None = None  # the last day on which it held, once that is past


@dataclass(frozen=True, slots=True)
class Heading:
    """A quiet line between groups of rows; never selected."""

    text: str


def of_hit(hit: Hit, space: str) -> Row:
    """Make the row of a found article; `space` is the title of its shelf."""
    return Row(
        id=hit.id,
        title=hit.title,
        passage=hit.snippet if hit.snippet.text else Marked(hit.summary),
        space=space,
        kind=hit.kind,
        freshness=hit.freshness,
        verified=hit.verified,
        updated=hit.updated,
        summary=hit.summary,
        anchor=hit.anchor,
        expired=hit.expired,
    )


def of_card(card: Card, space: str) -> Row:
    """Make the row of a favourite or a recent article."""
    return Row(
        id=card.id,
        title=Marked(card.title),
        passage=Marked(card.summary),
        space=space,
        kind=card.kind,
        freshness=card.freshness,
        verified=card.verified,
        updated=card.updated,
        summary=card.summary,
        expired=card.expired,
    )


def as_contents(rows: list[Row], first: str) -> list[Row]:
    """Put the pages of a manual in the order of their titles, its first page before them."""
    return sorted(rows, key=lambda row: (row.id != first, row.title.text.casefold()))


def on_one_line(marked: Marked) -> Marked:
    """Replace line breaks and tabs by spaces, one for one, so that spans stay true.

    The bars between the cells of a table become dots: a row of it reads as a list of words.
    """
    text = marked.text
    for sign in BREAKS:  # a hundred times quicker than one `translate`
        text = text.replace(sign, " ")
    return Marked(text.replace("|", "·"), marked.spans)


def from_first_match(marked: Marked, room: int) -> Marked:
    """Cut the start of a text whose first match stands beyond `room` letters.

    The cut falls between words, a little before the match, and is shown by an ellipsis.
    """
    if not marked.spans or marked.spans[0][1] <= room:
        return marked
    cut = marked.text.rfind(" ", 0, max(0, marked.spans[0][0] - BEFORE)) + 1
    if cut <= 1:
        return marked
    moved = tuple((s - cut + 1, e - cut + 1) for s, e in marked.spans)
    return Marked(ELLIPSIS + marked.text[cut:], moved)


def within(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """Keep the parts of spans that lie in the first `length` letters."""
    return tuple((start, min(end, length)) for start, end in spans if start < length)
