"""The way of asking: "what is", "who may" in a question, and in the titles that ask just so.

These words are left out when the index is asked, since every text holds them. Among the first hits
they tell apart what is asked about the same thing: what it is, who may, how long. Where other
articles say in their links what an article is called, those tell more, and a title's grammar
nothing (measured): it counts by the share of the question that no link speaks of. Only the titles
already read are looked at; the index is not asked again.
"""

from collections.abc import Sequence
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


def worded_alike(snapshot: Snapshot, plan: Plan, titles: Sequence[str]) -> list[float]:
    """Return what to add to the scores of the first hits for the wording of their titles."""
    weight = weight_of(plan)
    if not weight:
        return []
    worth = {
        word: weight * idf(snapshot.searcher.doc_freq("title_x", word), snapshot.articles)
        for word in plan.grammar
    }
    return [_alike(worth, title) for title in titles]


def _alike(worth: dict[str, float], title: str) -> float:
    """Weigh the words a title shares; a long one shares some with any question."""
    length, held = _read(title)
    return sum(more for word, more in worth.items() if word in held) * 2 / (1 + length / USUAL)


@lru_cache(maxsize=_KEPT_TITLES)
def _read(title: str) -> tuple[int, frozenset[str]]:
    found = words(title)
    return len(found), frozenset(found)
