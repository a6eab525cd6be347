"""What the first answers share lifts the others about the same thing.

A question says little; what its first answers are called and open with says more. The commonest
telling stems of the first few are looked for in the same opening words of the first hits: nothing
new comes in, but what only happens to hold the words falls behind what is about them. It is done on
the stored gists, since a second search costs as much as the first.
"""

from collections.abc import Sequence
from heapq import nlargest
from operator import itemgetter

from tantivy import DocAddress, Searcher

from kbdesk.search.plan import idf
from kbdesk.search.schema import ANYWHERE, label

ANSWERS = 12  # first answers that are believed
LIFTED, LIFTED_LONG = 20, 40  # first hits that may be lifted, for two words and for more
STEMS = 12  # stems taken from the answers
CANDIDATES = 40  # stems whose frequency is looked up
WEIGHT = 3.0  # of all stems together, beside a typed word's 1 in the text
FADING = 4  # an answer with half the score says (1/2)^4 as much


def lifts(
    searcher: Searcher, hits: Sequence[tuple[float, DocAddress]], *, long: bool
) -> list[float]:
    """Return what to add to the scores of the first hits, in their order."""
    hits = hits[: LIFTED_LONG if long else LIFTED]
    best = hits[0][0] if hits else 0.0
    if best <= 0:
        return []
    gists = [frozenset(label(searcher, at)[2].split()) for _, at in hits]
    shared = _shared(searcher, [score / best for score, _ in hits[:ANSWERS]], gists)
    return [sum(more for stem, more in shared.items() if stem in gist) for gist in gists]


def _shared(
    searcher: Searcher, beliefs: list[float], gists: list[frozenset[str]]
) -> dict[str, float]:
    """Return the stems that the answers share, with what holding each is worth."""
    said: dict[str, float] = {}
    for belief, gist in zip(beliefs, gists, strict=False):
        for stem in gist:
            said[stem] = said.get(stem, 0.0) + max(belief, 0.0) ** FADING
    rare = {
        stem: idf(searcher.doc_freq(ANYWHERE, stem), searcher.num_docs)
        for stem, _ in nlargest(CANDIDATES, said.items(), key=itemgetter(1, 0))
    }
    # Ties are broken by the stem itself: sets have another order in every process.
    chosen = nlargest(STEMS, rare, key=lambda stem: (said[stem] * rare[stem], stem))
    mass = sum(said[stem] * rare[stem] for stem in chosen) or 1.0
    return {stem: WEIGHT * rare[stem] * said[stem] * rare[stem] / mass for stem in chosen}
