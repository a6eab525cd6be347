"""Whole titles offered while typing: all words stand there, the last one may go on."""

from tantivy import Occur, Query, Schema, Searcher

from kbdesk.core.articles import MANUAL
from kbdesk.core.results import Suggestion
from kbdesk.search.highlight import Sought, mark
from kbdesk.search.query import read
from kbdesk.search.schema import label

LOOKED_AT = 40
COMPLETIONS = 24
LONGEST = 8  # words; beyond them a title is not being typed


def suggest(searcher: Searcher, schema: Schema, text: str, limit: int) -> list[Suggestion]:
    """Return titles, the most linked-to first among those that fit equally."""
    asked = read(text)
    words = asked.words
    if not words or len(words) > LONGEST or limit < 1:
        return []
    beginning = words[-1] if asked.open_end else ""
    whole = words[:-1] if beginning else words
    query = _query(searcher, schema, whole, beginning)
    hits = searcher.search(query, LOOKED_AT).hits
    inbound = searcher.fast_field_values("inbound", [at for _, at in hits])
    found: dict[str, tuple[float, str]] = {}
    for (_, at), links in zip(hits, inbound, strict=True):
        id_, title, _ = label(searcher, at)
        found.setdefault(title, (float(links or 0) - len(title) / 10, id_))
    best = sorted(found.items(), key=lambda item: -item[1][0])[:limit]
    wanted = Sought(words=frozenset(whole), beginning=beginning)
    return [Suggestion(id_, mark(title, wanted)) for title, (_, id_) in best]


def _query(searcher: Searcher, schema: Schema, whole: tuple[str, ...], beginning: str) -> Query:
    parts = [(Occur.Must, Query.term_query(schema, "title_x", word)) for word in whole]
    if beginning:
        ends = searcher.terms_with_prefix("title_x", beginning, limit=COMPLETIONS)
        terms = [Query.term_query(schema, "title_x", word) for word, _ in ends]
        parts.append((Occur.Must, Query.disjunction_max_query(terms or [Query.empty_query()])))
    parts.append((Occur.MustNot, Query.term_query(schema, "space", MANUAL)))
    return Query.boolean_query(parts)
