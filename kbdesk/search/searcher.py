"""The engine: a question in, a ranking out, over whatever state of the index is current.

Two steps. The index finds and scores (`scoring`), all needed words before any of them for short
questions; then the first sixty are weighed again with what an article is worth whatever is asked
(`priors`). Nothing typed raises; only an index that is not there does, as `IndexTrouble`.
"""

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heappushpop

from tantivy import Occur, Query, Searcher

from kbdesk.core.results import Factor, Marked, Scope, Suggestion
from kbdesk.search import factors, highlight
from kbdesk.search.filters import conditions
from kbdesk.search.index import SearchIndex
from kbdesk.search.lexicon import IndexLexicon
from kbdesk.search.opened import Opened
from kbdesk.search.passages import Finder
from kbdesk.search.plan import Plan, Planner
from kbdesk.search.priors import Priors, Use, worth_of_use
from kbdesk.search.query import Asked, read
from kbdesk.search.related import ANSWERS, LIFTED, LIFTED_LONG, Shared
from kbdesk.search.scoring import Scorer
from kbdesk.search.snapshot import At, Hits, Snapshot
from kbdesk.search.spelling import Vocabulary
from kbdesk.search.suggest import suggest
from kbdesk.search.synonyms import Synonyms
from kbdesk.search.wording import Wording, weight_of

WINDOW = 60  # hits weighed again
SHORT = 2  # wishes up to which an answer should hold them all
LONG = 2  # wishes above which more of the first hits may be lifted
FEW = 10  # answers with everything below which answers with something follow


Weighed = tuple[float, At, int]  # score, where in the index, and row


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows found, best first, and what is needed to show them."""

    rows: tuple[tuple[int, float], ...] = ()
    total: int = 0
    corrected: tuple[tuple[str, str], ...] = ()
    wanted: highlight.Sought = highlight.Sought()
    finder: Finder = field(default_factory=lambda: Finder(highlight.Sought()))


class Engine:
    """Answers questions; safe to use from several threads."""

    def __init__(
        self,
        index: SearchIndex,
        synonyms: Synonyms,
        use: Callable[[], Mapping[str, int]] | None = None,
        hidden: Callable[[], frozenset[int]] = frozenset,
    ) -> None:
        self.synonyms = synonyms
        self._index = index
        self._use = Use(use)
        self._hidden = hidden  # rows that do not stand now
        self._snapshot: Snapshot | None = None
        self._priors: Priors | None = None
        self._vocabulary: Vocabulary | None = None
        self._making = threading.Lock()

    def search(
        self,
        query: str,
        *,
        scope: Scope = Scope(),
        limit: int = 50,
        typing: bool = False,
        today: date,
    ) -> Ranking:
        """Rank the articles for what was typed, at most `limit` of them."""
        opened = self._index.opened()
        with self._index.guarded():
            asked = read(query)
            look = self._look(opened, asked, scope, typing=typing)
            hits, total = look.run(max(limit, WINDOW))
            weighed = look.weigh(hits, self._priors_on(look.snapshot, today), self._use)
            rows = look.related(weighed, max(limit, 0))
            return Ranking(
                tuple(rows),
                total,
                tuple(look.plan.corrected),
                look.wanted,
                Finder(look.wanted),
            )

    def read(self, query: str) -> Ranking:
        """Understand a question without looking for answers, to mark its words in a text."""
        opened = self._index.opened()
        with self._index.guarded():
            look = self._look(opened, read(query), Scope(), typing=False)
            return Ranking(corrected=tuple(look.plan.corrected), wanted=look.wanted)

    def suggest(self, text: str, limit: int = 6) -> list[Suggestion]:
        """Offer whole titles for what is being typed."""
        opened = self._index.opened()
        with self._index.guarded():
            return suggest(self._snapshot_of(opened), text, limit, self._hidden())

    def explain(self, query: str, rid: int, *, scope: Scope = Scope(), today: date) -> list[Factor]:
        """List what the score of one article is made of, the largest share first."""
        opened = self._index.opened()
        with self._index.guarded():
            look = self._look(opened, read(query), scope, typing=False)
            parts = look.scorer.parts() if look.plan.wishes else []
            if not parts:
                return []
            snapshot = look.snapshot
            used = self._use.by_rid(snapshot.searcher, snapshot.schema)
            return factors.explain(self._priors_on(snapshot, today), parts, rid, used)

    def mark(self, text: str, ranking: Ranking) -> Marked:
        """Mark the words of a question in any text."""
        return highlight.mark(text, ranking.wanted)

    def mark_all(self, texts: Sequence[str], ranking: Ranking) -> list[Marked]:
        """Mark many texts: sooner done than one by one."""
        return highlight.mark_all(texts, ranking.wanted)

    def warm(self) -> None:
        """Make ready what the first misspelt word would have to wait for."""
        opened = self._index.opened()
        with self._index.guarded():
            self._vocabulary_of(opened.searcher)

    def _vocabulary_of(self, searcher: Searcher) -> Vocabulary:
        with self._making:
            if self._vocabulary is None or not self._vocabulary.serves(searcher):
                self._vocabulary = Vocabulary(searcher)
            return self._vocabulary

    def _look(self, opened: Opened, asked: Asked, scope: Scope, *, typing: bool) -> "Look":
        snapshot = self._snapshot_of(opened)
        lexicon = IndexLexicon(snapshot, lambda: self._vocabulary_of(snapshot.searcher))
        plan = Planner(lexicon, self.synonyms).plan(asked, typing=typing)
        return Look(snapshot, asked, scope, plan, self._hidden())

    def _snapshot_of(self, opened: Opened) -> Snapshot:
        """Return what is remembered of this state of the index: nothing yet, when it is new."""
        snapshot, searcher = self._snapshot, opened.searcher
        if snapshot is None or snapshot.searcher is not searcher:
            snapshot = self._snapshot = Snapshot(searcher, opened.schema)
        return snapshot

    def _priors_on(self, snapshot: Snapshot, today: date) -> Priors:
        priors = self._priors
        if priors is None or priors.snapshot is not snapshot or priors.today != today:
            priors = self._priors = Priors(snapshot, today)
        return priors


class Look:
    """One question put to one state of the index."""

    def __init__(
        self,
        snapshot: Snapshot,
        asked: Asked,
        scope: Scope,
        plan: Plan,
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self.snapshot = snapshot
        self.plan = plan
        self.scorer = Scorer(snapshot, plan)
        self.wanted = highlight.sought(plan, snapshot.langs)
        self._asked = asked
        self._conditions = conditions(snapshot.schema, asked, scope, hidden)

    def run(self, limit: int) -> tuple[Hits, int]:
        """Find the best hits and how many there are."""
        if not self.plan.wishes:
            return self._everything(limit) if self._is_filter else ([], 0)
        if len(self.plan.wishes) > SHORT:
            return self.ask(self.scorer.any(), limit)
        hits, total = self.ask(self.scorer.every(), limit)
        if total >= FEW or (len(self.plan.wishes) == 1):
            return hits, total
        return self._followed(hits, limit)

    def ask(self, query: Query, limit: int) -> tuple[Hits, int]:
        """Put one query to the index, within the conditions."""
        whole = Query.boolean_query([(Occur.Must, query), *self._conditions])
        result = self.snapshot.searcher.search(whole, limit)
        hits = [(score, (at.segment_ord, at.doc)) for score, at in result.hits]
        return hits, int(getattr(result, "count", 0) or 0)  # the stubs forget it

    def weigh(self, hits: Hits, priors: Priors, use: Use) -> list[Weighed]:
        """Add to each hit what its article is worth whatever is asked, and put them in order."""
        used = use.by_rid(self.snapshot.searcher, self.snapshot.schema) if hits else {}
        worth = priors.of([at for _, at in hits])
        weighed = [
            (score + more + worth_of_use(used, rid), at, rid)
            for (score, at), (rid, more) in zip(hits, worth, strict=True)
        ]
        return sorted(weighed, key=lambda hit: -hit[0])

    def related(self, hits: list[Weighed], limit: int) -> list[tuple[int, float]]:
        """Lift the hits that share words with the first ones, or are titled as it is asked.

        Return the best `limit` rows. Labels are read down to where no lift helps any more.
        """
        lifted = self._lifted()
        shared = Shared(self.snapshot, self._gists(hits[: min(lifted, ANSWERS)]))
        wording = Wording(self.snapshot, self.plan)
        most = wording.most + shared.most
        rows: list[tuple[float, int]] = []
        best = [-math.inf] * limit  # the scores that are the best so far, the least of them first
        for n, (score, at, rid) in enumerate(hits):
            if not best or score + most <= best[0]:
                break
            if n < lifted:
                _, title, gist = self.snapshot.labels[at]
                score += shared.lift(gist) + wording.lift(title)
            rows.append((score, rid))
            heappushpop(best, score)
        rows.sort(key=lambda row: -row[0])
        return [(rid, score) for score, rid in rows[:limit]]

    def _gists(self, hits: list[Weighed]) -> list[tuple[float, bytes]]:
        if len(self.plan.wishes) < SHORT:
            return []
        return [(score, self.snapshot.labels[at][2]) for score, at, _ in hits]

    def _lifted(self) -> int:
        """Say how many of the first hits may be lifted; reading their labels is not free."""
        wishes = len(self.plan.wishes)
        if wishes > LONG:
            return LIFTED_LONG
        return LIFTED if wishes > 1 or weight_of(self.plan) else 0

    @property
    def _is_filter(self) -> bool:
        asked = self._asked
        return bool(asked.filters or asked.filters_out or asked.without)

    def _everything(self, limit: int) -> tuple[Hits, int]:
        stamp = Query.term_query(self.snapshot.schema, "rid", 0)
        everything = Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, stamp)])
        return self.ask(Query.const_score_query(everything, 0.0), limit)

    def _followed(self, first: Hits, limit: int) -> tuple[Hits, int]:
        """Let the answers with something follow the answers with everything, below them."""
        others, total = self.ask(self.scorer.any(), limit)
        places = {at for _, at in first}
        gap = max((score for score, _ in others), default=0.0)
        raised = [(score + gap, at) for score, at in first]
        rest = [(score, at) for score, at in others if at not in places]
        return [*raised, *rest], total
