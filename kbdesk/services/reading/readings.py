"""An article made ready: what the reader shows of it and says around it, on one day.

Two sorts of time meet here and are kept apart. `on` is the day for which a rule is asked: the text
known today, with the blocks that hold on that day. `rev` is the text that could be read here at
some time before. How far an article can be trusted is always said as of today.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from kbdesk.core.articles import Article, Audience, freshness
from kbdesk.core.reading import Backlink, Printout, Reading
from kbdesk.core.versions import Version
from kbdesk.services.lists.people import person_name
from kbdesk.services.lists.spaces import space_titles
from kbdesk.services.reading.attachments import Attachments
from kbdesk.services.reading.versions import Versions
from kbdesk.store.entities import Entities


class Readings:
    """Makes articles ready to read."""

    def __init__(
        self,
        entities: Entities,
        versions: Versions,
        attachments: Attachments,
        paths: Callable[[Article], Mapping[str, str]],
    ) -> None:
        self._entities = entities
        self._versions = versions
        self._attachments = attachments
        self._paths = paths

    def made(
        self,
        article: Article,
        today: date,
        *,
        on: date | None = None,
        past: Version | None = None,
        anchor: str = "",
        marks: Sequence[str] = (),
        backlinks: Sequence[tuple[str, str]] = (),
    ) -> Reading:
        """Render an article and tell what is known of it; `past` for a text of before."""
        from kbdesk.content import render  # late: the Markdown reader is no part of the start

        page = render.to_html(article, on=on or today, ids=self._paths(article))
        return Reading(
            article=article,
            html=page.html,
            outline=page.outline,
            anchor=anchor,
            marks=tuple(marks),
            freshness=freshness(article.verified, article.review_every, today),
            next_change=page.next_change,
            space_title=space_titles(self._entities).get(article.space, article.space),
            owner_name=person_name(self._entities, article.owner),
            backlinks=tuple(Backlink(*found) for found in backlinks),
            verifier=self.verifier(article),
            on=on if on != today else None,
            days=tuple(sorted({*page.days, *own_days(article)})),
            rev=past.rev if past else self._versions.present(article.id),
            past=past,
            attachments=self._attachments.listed(article.assets),
        )

    def printout(
        self, article: Article, today: date, *, audience: Audience, on: date | None = None
    ) -> Printout:
        """Render an article for paper; an internal one has no public page, and says so."""
        from kbdesk.content import render  # late: as above

        page = render.to_html(article, on=on or today, audience=audience, ids=self._paths(article))
        return Printout(
            article=article,
            html=page.html,
            audience=audience,
            on=on or today,
            rev=self._versions.present(article.id),
            space_title=space_titles(self._entities).get(article.space, article.space),
            freshness=freshness(article.verified, article.review_every, today),
        )

    def verifier(self, article: Article) -> str:
        """Return who vouched for it last, if the front matter says `verified_by`."""
        named = article.extra.get("verified_by")
        if not isinstance(named, str) or not named.strip():
            return ""
        return person_name(self._entities, named.strip()) or named.strip()


def own_days(article: Article) -> tuple[date, ...]:
    """List the days on which an article as a whole begins to hold and no longer does."""
    begins = (article.valid_from,) if article.valid_from else ()
    if article.valid_to is None or article.valid_to == date.max:
        return begins
    return (*begins, article.valid_to + timedelta(days=1))
