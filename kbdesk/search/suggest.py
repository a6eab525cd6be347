"""Whole titles offered while typing: all words stand there, the last one may go on."""

from tantivy import Occur, Query

from kbdesk.core.articles import MANUAL
from kbdesk.core.results import Suggestion
from kbdesk.search.filters import without
from kbdesk.search.highlight import Sought, mark
from kbdesk.search.query import read
from kbdesk.search.snapshot import At, Snapshot

LOOKED_AT = 40
COMPLETIONS = 24
LETTERS_PER_LINK = 10  # by which a title may be longer than one with a link less
LONGEST = 8  # words; beyond them a title is not being typed


def suggest(
    snapshot: Snapshot, text: str, limit: int, hidden: frozenset[int] = frozenset()
) -> list[Suggestion]:
    """Return titles, the most linked-to first among those that fit equally."""
    asked = read(text)
    words = asked.words
    if not words or len(words) > LONGEST or limit < 1:
        return []
    beginning = words[-1] if asked.open_end else ""
    whole = words[:-1] if beginning else words
    hits = snapshot.searcher.search(_query(snapshot, whole, beginning, hidden), LOOKED_AT).hits
    addresses = [at for _, at in hits]
    inbound = snapshot.numbers("inbound", addresses)
    places = [(at.segment_ord, at.doc) for at in addresses]
    linked = sorted(zip(inbound, places, strict=True), key=lambda pair: -pair[0])
    best = _best(snapshot, linked, limit)
    wanted = Sought(words=frozenset(whole), beginning=beginning)
    return [Suggestion(id_, mark(title, wanted)) for _, title, id_ in best]


def _best(
    snapshot: Snapshot, linked: list[tuple[int, At]], limit: int
) -> list[tuple[float, str, str]]:
    """Read titles, the most linked-to first, until no other can still be among the best."""
    best: list[tuple[float, str, str]] = []
    known: set[str] = set()
    for links, at in linked:
        if len(best) == limit and links <= best[-1][0]:
            break
        id_, title, _ = snapshot.labels[at]
        if title not in known:
            known.add(title)
            best.append((links - len(title) / LETTERS_PER_LINK, title, id_))
            best = sorted(best, key=lambda found: (-found[0], found[1]))[:limit]
    return best


def _query(
    snapshot: Snapshot, whole: tuple[str, ...], beginning: str, hidden: frozenset[int]
) -> Query:
    schema = snapshot.schema
    parts = [(Occur.Must, Query.term_query(schema, "title_x", word)) for word in whole]
    if beginning:
        ends = snapshot.beginnings["title_x", beginning, COMPLETIONS]
        terms = [Query.term_query(schema, "title_x", word) for word, _ in ends]
        parts.append((Occur.Must, Query.disjunction_max_query(terms or [Query.empty_query()])))
    parts.append((Occur.MustNot, Query.term_query(schema, "space", MANUAL)))
    return Query.boolean_query(parts + without(schema, hidden))
