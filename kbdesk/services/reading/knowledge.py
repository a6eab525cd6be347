"""Find, open and keep: what an agent does with the base."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kbdesk.clock import Clock
from kbdesk.core.articles import MANUAL, Article, Audience, freshness
from kbdesk.core.changes import Changes
from kbdesk.core.lease import Lease, Level
from kbdesk.core.reading import Card, Printout, Reading, SpaceCount
from kbdesk.core.related import RelatedCard
from kbdesk.core.results import Factor, Results, Scope, Suggestion
from kbdesk.core.verification import trust
from kbdesk.core.versions import Comparison, Version
from kbdesk.core.walks import GuideReading
from kbdesk.errors import IndexTrouble, UnknownArticle
from kbdesk.search.searcher import Engine
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.reading.answers import Answers, Found
from kbdesk.services.reading.attachments import Attachments
from kbdesk.services.reading.calendar import moment
from kbdesk.services.reading.guiding import made_ready
from kbdesk.services.reading.lease import Leases
from kbdesk.services.reading.readings import Readings
from kbdesk.services.reading.versions import Versions, credited
from kbdesk.store.articles import Articles
from kbdesk.store.assets import Assets
from kbdesk.store.entities import Entities
from kbdesk.store.favourites import Favourites
from kbdesk.store.opens import Opens
from kbdesk.store.outbox import Draft, Outbox

RECENTS = 12
MARKS = 40  # distinct words highlighted in an open article


class Knowledge:
    """The base as one person sees it."""

    def __init__(  # noqa: PLR0913  # what it stands on, each by name
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
        versions: Versions,
        attachments: Attachments,
        leases: Leases,
        related: Callable[[str], tuple[RelatedCard, ...]],
    ) -> None:
        self._articles = articles
        self._entities = entities
        self._assets = assets
        self._favourites = favourites
        self._opens = opens
        self._outbox = outbox
        self._engine = engine
        self._clock = clock
        self._lives = articles.lives
        self._answers = Answers(articles, engine, clock)
        self._attachments = attachments
        self._readings = Readings(entities, versions, attachments, self._paths)
        self.versions = versions
        self.related = related
        self._leases = leases

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
        """Answer a query without showing the rows yet, for a screen that takes a few at a time.

        Raises `ContentLocked` for a copy that is too old to be shown.
        """
        with self._leases.one_moment():
            if scope.spaces != (MANUAL,):
                self._leases.refuse_locked()
            return self._answers.find(query, scope, limit, typing=typing)

    def suggest(self, text: str, limit: int = 6) -> tuple[Suggestion, ...]:
        """Offer whole titles for what is being typed; nothing while the index is away."""
        if self._locked:
            return ()
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

    def not_found(
        self,
        query: str,
        scope: Scope,
        opened: Sequence[str] = (),
        *,
        queue: str = "",
        intent: str = "",
    ) -> Changes:
        """Record that the base did not answer: it waits in the outbox, once.

        `queue` and `intent` say for what contact, where one was in hand; never whose.
        """
        body = {
            "query": query,
            "spaces": list(scope.spaces),
            "kinds": [kind.value for kind in scope.kinds],
            "tags": list(scope.tags),
            "opened": list(opened),
        }
        body |= {name: said for name, said in (("queue", queue), ("intent", intent)) if said}
        self._outbox.put("not_found", body, at=self._clock.now())
        return Changes(outbox=True)

    def forget_not_found(self, query: str) -> Changes:
        """Take the last report of a query back, wherever it is by now."""
        told = self._outbox.last_of("not_found", "query", query)
        if told is None:
            return Changes()
        after = Draft("take_back", {"said": told.id})
        self._outbox.take_back(told.id, after, self._clock.now())
        return Changes(outbox=True, gaps=True)

    # read

    def article(self, article_id: str) -> Article:
        """Return an article, or raise `UnknownArticle`; `ContentLocked` for too old a copy."""
        found = self._articles.get(article_id)
        if found is None:
            raise UnknownArticle(article_id)
        if found.space != MANUAL:
            self._leases.refuse_locked()
        return self._trusted(found)

    def _trusted(self, article: Article) -> Article:
        """Give an article the trust it deserves: what was vouched for, beside what it says."""
        vouched = self._articles.verifications.of([article.id]).get(article.id)
        if vouched is None:
            return article
        by = article.extra.get("verified_by")
        deserved = trust(article.verified, article.review_every, str(by or ""), vouched)
        extra = {**article.extra, "verified_by": deserved.by}
        return replace(
            article, verified=deserved.verified, review_every=deserved.review_every, extra=extra
        )

    def next_turn(self) -> datetime | None:
        """Return when an article appears or goes by the clock next; look again then."""
        return self._lives.hidden(moment(self._clock)).until

    def still_here(self, ids: Sequence[str]) -> frozenset[str]:
        """Say which of these articles this person may still read."""
        return self._articles.here(ids)

    def lease(self, article: Article | None = None) -> Lease:
        """Say what an article is worth by its age; without one, the whole copy."""
        if article is None:
            return self._leases.lease()
        return Lease() if article.space == MANUAL else self._leases.of(article.content_class)

    def refuse_locked(self) -> None:
        """Raise `ContentLocked` while nothing of the base may be shown."""
        self._leases.refuse_locked()

    @property
    def _locked(self) -> bool:
        return self._leases.lease().level is Level.LOCKED

    def open(
        self,
        article_id: str,
        *,
        query: str = "",
        anchor: str = "",
        on: date | None = None,
        rev: int | None = None,
    ) -> Reading:
        """Make an article ready to read at the passage that answers.

        With `on`, as it holds on that day; with `rev`, as it read when that was its version.
        """
        article = self.article(article_id)  # also for what it said before: who may read, may so
        past = self.versions.past(article_id, rev) if rev is not None else None
        if past:
            article = self.versions.article(article_id, past.rev)
        made = self._readings.made(
            article, self._clock.today(), on=on, past=past, anchor=anchor,
            marks=self._marks(article, query), backlinks=self._articles.backlinks(article_id),
        )  # fmt: skip
        kept = article_id in self._favourites.all()
        phase = article.life.phase(moment(self._clock))
        return replace(made, favourite=kept, lease=self.lease(article), phase=phase)

    def printout(
        self, article_id: str, *, audience: Audience = Audience.INTERNAL, on: date | None = None
    ) -> Printout:
        """Make an article ready for paper; for the public, without what is internal."""
        article, today = self.article(article_id), self._clock.today()
        return self._readings.printout(article, today, audience=audience, on=on)

    def history(self, article_id: str) -> tuple[Version, ...]:
        """List the versions of an article, the present one first."""
        self.article(article_id)  # refuses what may not be read now
        return credited(self._entities, article_id, self.versions.history(article_id))

    def compare(self, article_id: str, older: int, newer: int) -> Comparison:
        """Compare two versions of an article word by word."""
        self.article(article_id)  # as above
        return self.versions.compare(article_id, older, newer)

    def attachment(self, path: str) -> Path:
        """Write a copy of an attachment for another program, and return where it is."""
        self._leases.refuse_locked()
        return self._attachments.copy_out(path)

    def guide(self, article_id: str, *, on: date | None = None) -> GuideReading:
        """Make a guide ready to be walked, as it holds on a day."""
        article = self.article(article_id)
        return made_ready(
            article,
            on=on or self._clock.today(),
            ids=self._paths(article),
            space_title=space_titles(self._entities).get(article.space, article.space),
            verifier=self._readings.verifier(article),
            lease=self.lease(article),
        )

    def plain_text(self, article_id: str, audience: Audience = Audience.INTERNAL) -> str:
        """Return an article as text to paste; for the public, without what is internal."""
        from kbdesk.content.plain_text import to_plain_text  # late: as in open()

        return to_plain_text(self.article(article_id), on=self._clock.today(), audience=audience)

    def document(self, article_id: str, audience: Audience = Audience.INTERNAL) -> str:
        """Return an article as a whole HTML document for a file, or the public's view of it."""
        article = self.article(article_id)
        from kbdesk.content import render  # late: as in open()

        paths, today = self._paths(article), self._clock.today()
        return render.to_safe_html(article, on=today, audience=audience, ids=paths)

    def asset(self, path: str) -> bytes | None:
        """Return a picture of the base, or nothing."""
        found = self._assets.get(path)
        return found.content if found else None

    # keep

    def favourites(self) -> tuple[Card, ...]:
        """List the favourites, the newest first."""
        return () if self._locked else self._cards(self._favourites.all())

    def recents(self) -> tuple[Card, ...]:
        """List what was opened lately, the newest first."""
        return () if self._locked else self._cards(self._opens.recents(RECENTS))

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
        counts = self._articles.spaces(self._lives.hidden(moment(self._clock)).rids)
        found = [SpaceCount(id_, titles.get(id_, id_), count) for id_, count in counts.items()]
        return tuple(sorted(found, key=lambda space: space.title.casefold()))

    def kinds(self) -> dict[str, int]:
        """Count the articles of each kind."""
        return self._articles.kinds(self._lives.hidden(moment(self._clock)).rids)

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
        hidden = self._lives.hidden(moment(self._clock)).ids
        found = self._articles.cards_by_id([id_ for id_ in ids if id_ not in hidden])
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
                expired=row.expired(today),
            )
            for row in (found[id_] for id_ in ids if id_ in found)
        )
