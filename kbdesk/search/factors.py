"""Why an article stands where it stands: its score, taken apart into shares with a name."""

from collections.abc import Iterable, Mapping

from tantivy import Occur, Query, Searcher

from kbdesk.core.results import Factor
from kbdesk.search.priors import Priors

Part = tuple[str, list[str], Query]  # the place that matched, the words, and what scores them


def explain(
    priors: Priors, parts: Iterable[Part], rid: int, use: Mapping[int, int]
) -> list[Factor]:
    """List the shares of one article: each place where words matched, then what it is worth."""
    searcher = priors.snapshot.searcher
    here = Query.term_query(priors.snapshot.schema, "rid", rid)
    found = searcher.search(here, 1).hits
    if not found:
        return []
    factors = [
        Factor(name, ", ".join(words), share)
        for name, words, query in parts
        if (share := _score(searcher, here, query)) > 0
    ]
    at = found[0][1]
    prior = priors.shares((at.segment_ord, at.doc), use)
    factors += [Factor(name, "", share) for name, share in prior.items() if share]
    return sorted(factors, key=lambda factor: -abs(factor.share))


def _score(searcher: Searcher, here: Query, query: Query) -> float:
    within = Query.boolean_query(
        [(Occur.Must, Query.const_score_query(here, 0.0)), (Occur.Must, query)]
    )
    hits = searcher.search(within, 1).hits
    return float(hits[0][0]) if hits else 0.0
