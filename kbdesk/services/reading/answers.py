"""Questions answered: the index ranks, the store tells the rest.

A question is ranked at once and its rows are shown as they are asked for, because to find the
passages of a page costs as much as half of the ranking: a screen takes what fits it, paints, and
takes the rest. Two queries serve any number of rows, never one per row. When the index cannot
answer (being rebuilt, damaged), the store does, plainly and more slowly, and the answer says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kbdesk.clock import Clock
from kbdesk.core.articles import freshness
from kbdesk.core.results import Hit, Marked, Scope
from kbdesk.errors import IndexTrouble
from kbdesk.search.passages import Readings, cut
from kbdesk.search.searcher import Engine, Ranking
from kbdesk.services.reading.calendar import moment
from kbdesk.store.articles import Articles, CardRow

Show = Callable[[int, int], tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one question, ranked and not yet shown."""

    query: str
    rows: int  # how many were ranked
    total: int  # how many match
    show: Show  # gives the rows from a first up to a last; what is gone since is left out
    corrected: tuple[tuple[str, str], ...] = ()  # (typed word, word searched instead)
    degraded: bool = False  # answered without the index


class Answers:
    """Asks the index, and the store where the index is away."""

    def __init__(self, articles: Articles, engine: Engine, clock: Clock) -> None:
        self._articles = articles
        self._engine = engine
        self._clock = clock
        self._readings = Readings()

    def find(self, query: str, scope: Scope, limit: int, *, typing: bool) -> Found:
        """Rank the articles for a query; whatever is typed, this never raises for it."""
        today = self._clock.today()
        try:
            ranking = self._engine.search(
                query, scope=scope, limit=limit, typing=typing, today=today
            )
        except IndexTrouble:
            return self._plainly(query, scope, limit, today)

        def show(start: int, stop: int) -> tuple[Hit, ...]:
            return self._hits(ranking, ranking.rows[start:stop], today)

        return Found(query, len(ranking.rows), ranking.total, show, ranking.corrected)

    def _hits(
        self, ranking: Ranking, rows: Sequence[tuple[int, float]], today: date
    ) -> tuple[Hit, ...]:
        cards = self._articles.cards([rid for rid, _ in rows])
        versions = [(card.rid, card.seq) for card in cards.values()]
        read = self._readings.of(versions, self._articles.parts)
        found = [(cards[rid], read[rid], score) for rid, score in rows if rid in cards]
        best = [ranking.finder.best(article) for _, article, _ in found]  # of a passage, where
        parts = [article.part(n) for (_, article, _), (n, _) in zip(found, best, strict=True)]
        titles = [card.title for card, _, _ in found]
        texts = [cut(part[2], place) for part, (_, place) in zip(parts, best, strict=True)]
        marked = self._engine.mark_all([*titles, *texts], ranking)
        return tuple(
            _row(card, title, snippet, today, score=score, heading=heading, anchor=anchor)
            for (card, _, score), title, snippet, (anchor, heading, _) in zip(
                found, marked, marked[len(found) :], parts, strict=False
            )
        )

    def _plainly(self, query: str, scope: Scope, limit: int, today: date) -> Found:
        hidden = self._articles.lives.hidden(moment(self._clock)).rids
        cards = self._articles.plain_search(query, scope, limit=limit, hidden=hidden)
        hits = tuple(_row(card, Marked(card.title), Marked(card.summary), today) for card in cards)
        return Found(query, len(hits), len(hits), lambda a, z: hits[a:z], degraded=True)


def _row(
    card: CardRow,
    title: Marked,
    snippet: Marked,
    today: date,
    *,
    score: float = 0.0,
    heading: str = "",
    anchor: str = "",
) -> Hit:
    return Hit(
        id=card.id,
        title=title,
        space=card.space,
        kind=card.kind,
        score=score,
        heading=heading,
        anchor=anchor,
        snippet=snippet,
        summary=card.summary,
        lang=card.lang,
        freshness=freshness(card.verified, card.review_every, today),
        verified=card.verified,
        updated=card.updated,
        expired=card.expired(today),
    )
