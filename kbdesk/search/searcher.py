"""The engine: a question in, a ranking out, over whatever state of the index is current.

Two steps. The index finds and scores (`scoring`), all needed words before any of them for short
questions; then the first hundred are weighed again with what an article is worth whatever is asked
(`priors`). Nothing typed raises; only an index that is not there does, as `IndexTrouble`.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tantivy import DocAddress, Occur, Query, Schema, Searcher

from kbdesk.core.articles import Passage
from kbdesk.core.results import Factor, Marked, Scope, Suggestion
from kbdesk.search import factors, highlight
from kbdesk.search.filters import conditions
from kbdesk.search.index import SearchIndex
from kbdesk.search.lexicon import IndexLexicon
from kbdesk.search.passages import Finder, Reading
from kbdesk.search.plan import Plan, Planner
from kbdesk.search.priors import Priors, Use
from kbdesk.search.query import Asked, read
from kbdesk.search.related import lifts
from kbdesk.search.scoring import Scorer
from kbdesk.search.spelling import Vocabulary
from kbdesk.search.suggest import suggest
from kbdesk.search.synonyms import Synonyms

WINDOW = 60  # hits weighed again
SHORT = 2  # wishes up to which an answer should hold them all
LONG = 2  # wishes above which more of the first hits may be lifted
FEW = 10  # answers with everything below which answers with something follow


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows found, best first, and what is needed to show them."""

    rows: tuple[tuple[int, float], ...] = ()
    total: int = 0
    corrected: tuple[tuple[str, str], ...] = ()
    wanted: highlight.Sought = highlight.Sought()
    finder: Finder = field(default_factory=lambda: Finder(highlight.Sought()))


Hits = Sequence[tuple[float, DocAddress]]


class Engine:
    """Answers questions; safe to use from several threads."""

    def __init__(
        self,
        index: SearchIndex,
        synonyms: Synonyms,
        use: Callable[[], Mapping[str, int]] | None = None,
    ) -> None:
        self.synonyms = synonyms
        self._index = index
        self._use = Use(use)
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
            look = self._look(opened.searcher, opened.schema, asked, scope, typing=typing)
            hits, total = look.run(max(limit, WINDOW))
            hits = look.weigh(hits, today, self._use)
            rows = look.related(hits)[: max(limit, 0)]
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
            look = self._look(opened.searcher, opened.schema, read(query), Scope(), typing=False)
            return Ranking(corrected=tuple(look.plan.corrected), wanted=look.wanted)

    def suggest(self, text: str, limit: int = 6) -> list[Suggestion]:
        """Offer whole titles for what is being typed."""
        opened = self._index.opened()
        with self._index.guarded():
            return suggest(opened.searcher, opened.schema, text, limit)

    def explain(self, query: str, rid: int, *, scope: Scope = Scope(), today: date) -> list[Factor]:
        """List what the score of one article is made of, the largest share first."""
        opened = self._index.opened()
        with self._index.guarded():
            look = self._look(opened.searcher, opened.schema, read(query), scope, typing=False)
            parts = look.scorer.parts() if look.plan.wishes else []
            if not parts:
                return []
            return factors.explain(look.searcher, look.schema, parts, rid, today, self._use)

    def mark(self, text: str, ranking: Ranking) -> Marked:
        """Mark the words of a question in any text."""
        return highlight.mark(text, ranking.wanted)

    def best_passage(self, passages: Sequence[Passage], ranking: Ranking) -> tuple[int, Marked]:
        """Return which passage answers, and its snippet, marked."""
        if not passages:
            return 0, Marked("")
        best, place = ranking.finder.best(Reading([(p.heading, p.text) for p in passages]))
        return best, ranking.finder.snippet(passages[best].text, place)

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

    def _look(
        self, searcher: Searcher, schema: Schema, asked: Asked, scope: Scope, *, typing: bool
    ) -> "Look":
        lexicon = IndexLexicon(searcher, lambda: self._vocabulary_of(searcher))
        plan = Planner(lexicon, self.synonyms).plan(asked, typing=typing)
        return Look(searcher, schema, asked, scope, plan, tuple(lexicon.langs))


class Look:
    """One question put to one state of the index."""

    def __init__(
        self,
        searcher: Searcher,
        schema: Schema,
        asked: Asked,
        scope: Scope,
        plan: Plan,
        langs: tuple[str, ...],
    ) -> None:
        self.searcher = searcher
        self.schema = schema
        self.plan = plan
        self.scorer = Scorer(schema, plan)
        self.wanted = highlight.sought(plan, langs)
        self._asked = asked
        self._conditions = conditions(schema, asked, scope)

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
        result = self.searcher.search(whole, limit)
        return result.hits, int(getattr(result, "count", 0) or 0)  # the stubs forget it

    def weigh(self, hits: Hits, today: date, use: Use) -> Hits:
        """Add to each hit what its article is worth whatever is asked, and put them in order."""
        addresses = [at for _, at in hits]
        worth = Priors(self.searcher, self.schema, addresses, today, use).worth()
        weighed = [(score + more, at) for (score, at), more in zip(hits, worth, strict=True)]
        return sorted(weighed, key=lambda hit: -hit[0])

    def related(self, hits: Hits) -> list[tuple[int, float]]:
        """Lift the hits that share words with the first ones; return rows, best first."""
        wishes = len(self.plan.wishes)
        more = lifts(self.searcher, hits, long=wishes > LONG) if wishes > 1 else []
        rids = self.searcher.fast_field_values("rid", [at for _, at in hits])
        more += [0.0] * (len(hits) - len(more))
        rows = [
            (int(rid or 0), score + lift)
            for rid, (score, _), lift in zip(rids, hits, more, strict=True)
        ]
        return sorted(rows, key=lambda row: -row[1])

    @property
    def _is_filter(self) -> bool:
        asked = self._asked
        return bool(asked.filters or asked.filters_out or asked.without)

    def _everything(self, limit: int) -> tuple[Hits, int]:
        stamp = Query.term_query(self.schema, "rid", 0)
        everything = Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, stamp)])
        return self.ask(Query.const_score_query(everything, 0.0), limit)

    def _followed(self, first: Hits, limit: int) -> tuple[Hits, int]:
        """Let the answers with something follow the answers with everything, below them."""
        others, total = self.ask(self.scorer.any(), limit)
        places = {(at.segment_ord, at.doc) for _, at in first}
        gap = max((score for score, _ in others), default=0.0)
        raised = [(score + gap, at) for score, at in first]
        rest = [(score, at) for score, at in others if (at.segment_ord, at.doc) not in places]
        return [*raised, *rest], total
