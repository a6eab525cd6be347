"""What the first answers share lifts the others about the same thing.

A question says little; what its first answers are called and open with says more. The commonest
telling stems of the first few are looked for in the same opening words of the first hits: nothing
new comes in, but what only happens to hold the words falls behind what is about them. It is done on
the stored gists, since a second search costs as much as the first.
"""

from collections.abc import Sequence
from heapq import nlargest

from kbdesk.search.plan import idf
from kbdesk.search.schema import Label
from kbdesk.search.snapshot import Hits, Snapshot

ANSWERS = 12  # first answers that are believed
LIFTED, LIFTED_LONG = 20, 40  # first hits that may be lifted, for two words and for more
STEMS = 12  # stems taken from the answers
CANDIDATES = 40  # stems whose frequency is looked up
WEIGHT = 3.0  # of all stems together, beside a typed word's 1 in the text
FADING = 4  # an answer with half the score says (1/2)^4 as much


def lifts(snapshot: Snapshot, hits: Hits, labels: Sequence[Label]) -> list[float]:
    """Return what to add to the scores of the first hits, in their order."""
    best = hits[0][0] if hits else 0.0
    if best <= 0:
        return []
    gists = [gist for _, _, gist in labels]
    beliefs = [max(score / best, 0.0) ** FADING for score, _ in hits[:ANSWERS]]
    shared = _shared(snapshot, beliefs, gists)
    # Looking for twelve stems in each gist is quicker than cutting all gists into words.
    sought = [(b" %s " % stem.encode(), more) for stem, more in shared.items()]
    return [sum([more for stem, more in sought if stem in gist]) for gist in gists]


def _shared(snapshot: Snapshot, beliefs: list[float], gists: list[bytes]) -> dict[str, float]:
    """Return the stems that the answers share, with what holding each is worth."""
    said: dict[str, float] = {}
    for belief, gist in zip(beliefs, gists, strict=False):
        for stem in gist.decode().split():
            said[stem] = said.get(stem, 0.0) + belief
    rare = {stem: idf(snapshot.holding[stem], snapshot.articles) for stem in _most_said(said)}
    # Ties are broken by the stem itself: sets have another order in every process.
    chosen = nlargest(STEMS, rare, key=lambda stem: (said[stem] * rare[stem], stem))
    mass = sum(said[stem] * rare[stem] for stem in chosen) or 1.0
    return {stem: WEIGHT * rare[stem] * said[stem] * rare[stem] / mass for stem in chosen}


def _most_said(said: dict[str, float]) -> list[str]:
    """Return the stems said most, the last of the alphabet first among equals."""
    least = sorted(said.values())[-CANDIDATES:][0] if said else 0.0
    most = sorted([(much, stem) for stem, much in said.items() if much >= least], reverse=True)
    return [stem for _, stem in most[:CANDIDATES]]
