"""What to read after an article: gathered in one search and four queries."""

from kbdesk.clock import Clock
from kbdesk.core.articles import MANUAL, freshness
from kbdesk.core.lease import Level
from kbdesk.core.related import Neighbour, RelatedCard, Tie, Ties, related
from kbdesk.errors import IndexTrouble, UnknownArticle
from kbdesk.search.searcher import Engine
from kbdesk.services.reading.calendar import moment
from kbdesk.services.reading.lease import Leases
from kbdesk.store.article_rows import CardRow
from kbdesk.store.articles import Articles
from kbdesk.store.opens import Opens

LOOKED_AT = 20  # articles alike


class Related:
    """Finds what ties other articles to one; asked from a lane, never from the window."""

    def __init__(
        self, *, articles: Articles, opens: Opens, engine: Engine, leases: Leases, clock: Clock
    ) -> None:
        self._articles = articles
        self._opens = opens
        self._engine = engine
        self._leases = leases
        self._clock = clock

    def of(self, article_id: str, limit: int = 3) -> tuple[RelatedCard, ...]:
        """Return what to read next; nothing that is gone, forbidden or out of its dates."""
        read = self._articles.cards_by_id([article_id]).get(article_id)
        if read is not None and read.space == MANUAL and self._locked():
            return ()  # the manual is read all the same
        self._leases.refuse_locked()
        if read is None:
            raise UnknownArticle(article_id)
        ties = self._ties(read)
        ids = [id_ for id_ in ties.ids() if id_ != article_id]
        tags = self._articles.tags_of([article_id, *ids])
        ended = self._articles.not_in_force(ids, self._clock.today(), moment(self._clock))
        rows = self._articles.cards_by_id([id_ for id_ in ids if id_ not in ended])
        others = {id_: _neighbour(row, tags) for id_, row in rows.items() if row.space != MANUAL}
        chosen = related(_neighbour(read, tags), ties, others, limit)
        return tuple(self._card(rows[id_], tie) for id_, tie in chosen)

    def _locked(self) -> bool:
        return self._leases.lease().level is Level.LOCKED

    def _ties(self, read: CardRow) -> Ties:
        out, back = self._articles.links_around(read.id)
        following = self._opens.following(read.id, self._clock.now())
        return Ties(out, back, self._alike(read), following)

    def _alike(self, read: CardRow) -> list[tuple[str, float]]:
        """Look for what the article is called and says first; nothing while there is no index."""
        try:
            answer = self._engine.search(
                f"{read.title}. {read.summary}", limit=LOOKED_AT + 1, today=self._clock.today()
            )
        except IndexTrouble:
            return []
        rows = self._articles.cards([rid for rid, _ in answer.rows])
        return [
            (rows[rid].id, score) for rid, score in answer.rows if rid in rows and rid != read.rid
        ]

    def _card(self, row: CardRow, tie: Tie) -> RelatedCard:
        return RelatedCard(
            article_id=row.id,
            title=row.title,
            say=row.summary,
            space=row.space,
            kind=row.kind,
            freshness=freshness(row.verified, row.review_every, self._clock.today()),
            why=tie,
        )


def _neighbour(row: CardRow, tags: dict[str, tuple[str, ...]]) -> Neighbour:
    return Neighbour(tags.get(row.id, ()), row.space, row.lang)
