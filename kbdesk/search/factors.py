"""Why an article stands where it stands: its score, taken apart into shares with a name."""

from collections.abc import Iterable
from datetime import date

from tantivy import Occur, Query, Schema, Searcher

from kbdesk.core.results import Factor
from kbdesk.search.priors import Priors, Use

Part = tuple[str, list[str], Query]  # the place that matched, the words, and what scores them


def explain(
    searcher: Searcher, schema: Schema, parts: Iterable[Part], rid: int, today: date, use: Use
) -> list[Factor]:
    """List the shares of one article: each place where words matched, then what it is worth."""
    here = Query.term_query(schema, "rid", rid)
    found = searcher.search(here, 1).hits
    if not found:
        return []
    factors = [
        Factor(name, ", ".join(words), share)
        for name, words, query in parts
        if (share := _score(searcher, here, query)) > 0
    ]
    (prior,) = Priors(searcher, schema, [found[0][1]], today, use).each()
    factors += [Factor(name, "", share) for name, share in prior.items() if share]
    return sorted(factors, key=lambda factor: -abs(factor.share))


def _score(searcher: Searcher, here: Query, query: Query) -> float:
    within = Query.boolean_query(
        [(Occur.Must, Query.const_score_query(here, 0.0)), (Occur.Must, query)]
    )
    hits = searcher.search(within, 1).hits
    return float(hits[0][0]) if hits else 0.0
