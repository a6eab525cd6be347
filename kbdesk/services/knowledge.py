"""Find, open and keep: what an agent does with the base."""

from collections.abc import Sequence
from datetime import date

from kbdesk.clock import Clock
from kbdesk.core.articles import Article, Audience, freshness
from kbdesk.core.changes import Changes
from kbdesk.core.reading import Backlink, Card, Reading, SpaceCount
from kbdesk.core.results import Factor, Results, Scope, Suggestion
from kbdesk.errors import IndexTrouble, UnknownArticle
from kbdesk.search.searcher import Engine
from kbdesk.services.answers import Answers, Found
from kbdesk.services.people import person_name
from kbdesk.services.spaces import space_titles
from kbdesk.store.articles import Articles
from kbdesk.store.assets import Assets
from kbdesk.store.entities import Entities
from kbdesk.store.favourites import Favourites
from kbdesk.store.opens import Opens
from kbdesk.store.outbox import Outbox

RECENTS = 12
MARKS = 40  # distinct words highlighted in an open article


class Knowledge:
    """The base as one person sees it."""

    def __init__(
        self,
        *,
        articles: Articles,
        entities: Entities,
        assets: Assets,
        favourites: Favourites,
        opens: Opens,
        outbox: Outbox,
        engine: Engine,
        clock: Clock,
    ) -> None:
        self._articles = articles
        self._entities = entities
        self._assets = assets
        self._favourites = favourites
        self._opens = opens
        self._outbox = outbox
        self._engine = engine
        self._clock = clock
        self._answers = Answers(articles, engine, clock)

    # find

    def search(
        self,
        query: str,
        *,
        scope: Scope = Scope(),
        limit: int = 12,
        offset: int = 0,
        typing: bool = False,
    ) -> Results:
        """Answer a query; whatever is typed, this never raises for it.

        `offset` and `limit` cut a page out of the ranking, since only the rows that are seen
        need their passage found. `typing` reads the last word as the beginning of one.
        """
        found = self.find(query, scope=scope, limit=offset + limit, typing=typing)
        hits = found.show(offset, offset + limit)
        return Results(query, hits, found.total, found.corrected, found.degraded)

    def find(self, query: str, *, scope: Scope = Scope(), limit: int, typing: bool) -> Found:
        """Answer a query without showing the rows yet, for a screen that takes a few at a time."""
        return self._answers.find(query, scope, limit, typing=typing)

    def suggest(self, text: str, limit: int = 6) -> tuple[Suggestion, ...]:
        """Offer whole titles for what is being typed; nothing while the index is away."""
        try:
            return tuple(self._engine.suggest(text, limit))
        except IndexTrouble:
            return ()

    def why(self, query: str, article_id: str, scope: Scope = Scope()) -> tuple[Factor, ...]:
        """List what put an article where it stands in the answer to a query."""
        rid = self._articles.rid(article_id)
        if rid is None:
            raise UnknownArticle(article_id)
        return tuple(self._engine.explain(query, rid, scope=scope, today=self._clock.today()))

    def not_found(self, query: str, scope: Scope, opened: Sequence[str] = ()) -> Changes:
        """Record that the base did not answer: it waits in the outbox, once."""
        body = {
            "query": query,
            "spaces": list(scope.spaces),
            "kinds": [kind.value for kind in scope.kinds],
            "tags": list(scope.tags),
            "opened": list(opened),
        }
        self._outbox.put("gap", body, at=self._clock.now())
        return Changes(outbox=True)

    # read

    def article(self, article_id: str) -> Article:
        """Return an article, or raise `UnknownArticle`."""
        found = self._articles.get(article_id)
        if found is None:
            raise UnknownArticle(article_id)
        return found

    def open(
        self, article_id: str, *, query: str = "", anchor: str = "", on: date | None = None
    ) -> Reading:
        """Make an article ready to read, as it holds on a day, at the passage that answers."""
        from kbdesk.content import render  # late: the Markdown reader is no part of the start

        article = self.article(article_id)
        today = on or self._clock.today()
        page = render.to_html(article, on=today, ids=self._paths(article))
        return Reading(
            article=article,
            html=page.html,
            outline=page.outline,
            anchor=anchor,
            marks=self._marks(article, query),
            freshness=freshness(article.verified, article.review_every, today),
            favourite=article_id in self._favourites.all(),
            next_change=page.next_change,
            space_title=space_titles(self._entities).get(article.space, article.space),
            owner_name=person_name(self._entities, article.owner),
            backlinks=tuple(Backlink(*found) for found in self._articles.backlinks(article_id)),
        )

    def plain_text(self, article_id: str, audience: Audience = Audience.INTERNAL) -> str:
        """Return an article as text to paste; for the public, without what is internal."""
        from kbdesk.content.plain_text import to_plain_text  # late: as in open()

        return to_plain_text(self.article(article_id), on=self._clock.today(), audience=audience)

    def document(self, article_id: str) -> str:
        """Return an article as a whole HTML document, for a file."""
        article = self.article(article_id)
        from kbdesk.content import render  # late: as in open()

        return render.to_safe_html(article, on=self._clock.today(), ids=self._paths(article))

    def asset(self, path: str) -> bytes | None:
        """Return a picture of the base, or nothing."""
        found = self._assets.get(path)
        return found.content if found else None

    # keep

    def favourites(self) -> tuple[Card, ...]:
        """List the favourites, the newest first."""
        return self._cards(self._favourites.all())

    def recents(self) -> tuple[Card, ...]:
        """List what was opened lately, the newest first."""
        return self._cards(self._opens.recents(RECENTS))

    def toggle_favourite(self, article_id: str) -> Changes:
        """Make an article a favourite, or no longer."""
        if article_id in self._favourites.all():
            self._favourites.remove(article_id)
        else:
            self._favourites.add(article_id, self._clock.now())
        return Changes(favourites=True)

    def record_open(self, article_id: str) -> Changes:
        """Remember that an article was read: for the recents, and as a prior of ranking."""
        self._opens.record(article_id, self._clock.now())
        return Changes(recents=True)

    def spaces(self) -> tuple[SpaceCount, ...]:
        """List the shelves that hold something, by title."""
        titles = space_titles(self._entities)
        counts = self._articles.spaces()
        found = [SpaceCount(id_, titles.get(id_, id_), count) for id_, count in counts.items()]
        return tuple(sorted(found, key=lambda space: space.title.casefold()))

    def kinds(self) -> dict[str, int]:
        """Count the articles of each kind."""
        return self._articles.kinds()

    # within

    def _marks(self, article: Article, query: str) -> tuple[str, ...]:
        if not query.strip():
            return ()
        try:
            ranking = self._engine.read(query)
        except IndexTrouble:
            return ()
        words: dict[str, None] = {}
        for passage in article.passages:
            marked = self._engine.mark(passage.text, ranking)
            words.update((marked.text[start:end], None) for start, end in marked.spans)
            if len(words) > MARKS:
                break
        return tuple(words)[:MARKS]

    def _paths(self, article: Article) -> dict[str, str]:
        """Map the paths of the articles that this one links to; a link to any other stays text."""
        found = self._articles.paths_of([link.target for link in article.links])
        from kbdesk.content.anchors import lookup_key  # late: as in open()

        return {lookup_key(path): id_ for path, id_ in found.items()}

    def _cards(self, ids: Sequence[str]) -> tuple[Card, ...]:
        today = self._clock.today()
        found = self._articles.cards_by_id(ids)
        return tuple(
            Card(
                id=row.id,
                title=row.title,
                summary=row.summary,
                space=row.space,
                kind=row.kind,
                lang=row.lang,
                freshness=freshness(row.verified, row.review_every, today),
                verified=row.verified,
                updated=row.updated,
            )
            for row in (found[id_] for id_ in ids if id_ in found)
        )
