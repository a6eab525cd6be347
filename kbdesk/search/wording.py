"""The way of asking: "what is", "who may" in a question, and in the titles that ask just so.

These words are left out when the index is asked, since every text holds them. Among the first hits
they tell apart what is asked about the same thing: what it is, who may, how long. Where other
articles say in their links what an article is called, those tell more, and a title's grammar
nothing (measured): it counts by the share of the question that no link speaks of. Only the titles
already read are looked at; the index is not asked again.
"""

from functools import lru_cache

from kbdesk.search.analysis import words
from kbdesk.search.plan import Plan, idf
from kbdesk.search.snapshot import Snapshot

WEIGHT = 0.7
FEWEST = 3  # words typed, for a question
USUAL = 10  # words of a title
HALF = 0.5  # of the question unknown to links, for titles to be read at all
_KEPT_TITLES = 4096


def weight_of(plan: Plan) -> float:
    """Say how much the wording of a title counts for this question."""
    if not plan.wishes or len(plan.wishes) + len(plan.grammar) < FEWEST or not plan.grammar:
        return 0.0
    unlinked = sum(not any(form.linked for form in wish.forms) for wish in plan.wishes)
    share = unlinked / len(plan.wishes)
    return WEIGHT * share if share >= HALF else 0.0


class Wording:
    """The way of asking, looked for in titles."""

    def __init__(self, snapshot: Snapshot, plan: Plan) -> None:
        weight = weight_of(plan)
        doc_freq, articles = snapshot.searcher.doc_freq, snapshot.articles
        self._worth = {
            word: weight * idf(doc_freq("title_x", word), articles)
            for word in (plan.grammar if weight else ())
        }
        self.most = sum(self._worth.values()) * 2

    def lift(self, title: str) -> float:
        """Weigh the words a title shares; a long one shares some with any question."""
        if not self._worth:
            return 0.0
        length, held = _read(title)
        worth = sum(more for word, more in self._worth.items() if word in held)
        return worth * 2 / (1 + length / USUAL)


@lru_cache(maxsize=_KEPT_TITLES)
def _read(title: str) -> tuple[int, frozenset[str]]:
    found = words(title)
    return len(found), frozenset(found)
