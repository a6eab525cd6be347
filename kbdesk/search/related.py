"""What the first answers share lifts the others about the same thing.

A question says little; what its first answers are called and open with says more. The commonest
telling stems of the first few are looked for in the same opening words of the first hits: nothing
new comes in, but what only happens to hold the words falls behind what is about them. It is done on
the stored gists, since a second search costs as much as the first.
"""

from collections.abc import Sequence

from kbdesk.search.plan import idf
from kbdesk.search.snapshot import Snapshot

ANSWERS = 12  # first answers that are believed
LIFTED, LIFTED_LONG = 20, 40  # first hits that may be lifted, for two words and for more
STEMS = 12  # stems taken from the answers
CANDIDATES = 40  # stems whose frequency is looked up
WEIGHT = 3.0  # of all stems together, beside a typed word's 1 in the text
FADING = 4  # an answer with half the score says (1/2)^4 as much


class Shared:
    """The stems that the first answers share, looked for in what another article is about."""

    def __init__(self, snapshot: Snapshot, hits: Sequence[tuple[float, bytes]]) -> None:
        """Read the scores and the gists of the first answers, best first."""
        best = hits[0][0] if hits else 0.0
        beliefs = [(max(score / best, 0.0) ** FADING, gist) for score, gist in hits if best > 0]
        self._worth = _shared(snapshot, beliefs)
        self.most = sum(self._worth.values())

    def lift(self, gist: bytes) -> float:
        """Return what to add to the score of an article."""
        worth = self._worth
        return sum([worth[stem] for stem in gist.split() if stem in worth])


def _shared(snapshot: Snapshot, beliefs: Sequence[tuple[float, bytes]]) -> dict[bytes, float]:
    """Return the stems that the answers share, with what holding each is worth."""
    said: dict[bytes, float] = {}
    for belief, gist in beliefs:
        for stem in gist.split():
            said[stem] = said.get(stem, 0.0) + belief
    holding, articles = snapshot.holding, snapshot.articles
    rare = {stem: idf(holding[stem.decode()], articles) for stem in _most_said(said)}
    # Ties are broken by the stem itself: sets have another order in every process.
    telling = sorted([(said[stem] * rare[stem], stem) for stem in rare], reverse=True)[:STEMS]
    mass = sum([tells for tells, _ in telling]) or 1.0
    return {stem: WEIGHT * rare[stem] * tells / mass for tells, stem in telling}


def _most_said(said: dict[bytes, float]) -> list[bytes]:
    """Return the stems said most, the last of the alphabet first among equals."""
    least = sorted(said.values())[-CANDIDATES:][0] if said else 0.0
    most = sorted([(much, stem) for stem, much in said.items() if much >= least], reverse=True)
    return [stem for _, stem in most[:CANDIDATES]]
