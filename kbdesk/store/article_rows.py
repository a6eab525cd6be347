"""How an article lies in kb.db, and comes out equal.

The file itself is kept once, in entities.body; everything else is read from it by the importer and
kept beside it so that no list or hit has to parse Markdown again.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kbdesk.core.articles import Article, Audience, Kind, Link, Passage
from kbdesk.store.folding import fold

ARTICLE_COLUMNS = (
    "rid, title, summary, kind, lang, audience, owner, tags, aliases, assets, extra, verified,"
    " review_every, valid_from, valid_to, updated, plain, body_line, body_start, markdown,"
    " shelf"
)
CARD_COLUMNS = (
    "e.rid, e.id, a.shelf, a.title, a.summary, a.kind, a.lang, a.verified, a.review_every,"
    " a.updated, e.seq, a.valid_to"
)


@dataclass(frozen=True, slots=True)
class CardRow:
    """What a list shows of an article, without its text."""

    rid: int
    id: str
    space: str
    title: str
    summary: str
    kind: Kind
    lang: str
    verified: date | None
    review_every: timedelta | None
    updated: date | None
    seq: int  # when its text last changed
    valid_to: date | None = None  # inclusive

    def expired(self, today: date) -> date | None:
        """Return the last day on which it held, None while it does."""
        return self.valid_to if self.valid_to is not None and self.valid_to < today else None


def article_values(rid: int, article: Article) -> tuple[object, ...]:
    """Spell out one row of articles, in the order of ARTICLE_COLUMNS."""
    start = len(article.source) - len(article.body)
    is_end = start >= 0 and article.source.endswith(article.body)
    return (
        rid,
        article.title,
        article.summary,
        article.kind.value,
        article.lang,
        article.audience.value,
        article.owner,
        _json(article.tags),
        _json(article.aliases),
        _json(article.assets),
        _json(article.extra),
        _iso(article.verified),
        None if article.review_every is None else article.review_every.days,
        _iso(article.valid_from),
        _iso(article.valid_to),
        _iso(article.updated),
        _plain(article),
        article.body_line,
        start if is_end else None,
        None if is_end else article.body,
        article.space,
    )


def passage_values(rid: int, article: Article) -> Iterable[tuple[object, ...]]:
    for n, passage in enumerate(article.passages):
        yield (
            rid,
            n,
            passage.anchor,
            passage.heading,
            passage.level,
            passage.text,
            int(passage.internal),
            _iso(passage.valid_from),
            _iso(passage.valid_to),
        )


def link_values(rid: int, article: Article) -> Iterable[tuple[object, ...]]:
    for n, link in enumerate(article.links):
        yield rid, n, link.target, link.text, link.anchor


def card_from(row: Sequence[Any]) -> CardRow:
    """Read what begins with CARD_COLUMNS, by place: there are twelve at each key typed."""
    rid, id_, space, title, summary, kind, lang, verified, review_every, *rest = row[:12]
    updated, seq, valid_to = rest
    return CardRow(
        rid,
        id_,
        space,
        title,
        summary,
        Kind(kind),
        lang,
        _date(verified),
        _days(review_every),
        _date(updated),
        seq,
        _date(valid_to),
    )


def article_from(row: sqlite3.Row, passages: Iterable[Passage], links: Iterable[Link]) -> Article:
    """Put an article together from its joined row of entities and articles, and its parts."""
    source = row["body"]
    return Article(
        id=row["id"],
        path=row["path"],
        source=source,
        title=row["title"],
        body=row["markdown"] if row["body_start"] is None else source[row["body_start"] :],
        body_line=row["body_line"],
        summary=row["summary"],
        kind=Kind(row["kind"]),
        space=row["shelf"],
        tags=tuple(json.loads(row["tags"])),
        aliases=tuple(json.loads(row["aliases"])),
        owner=row["owner"],
        verified=_date(row["verified"]),
        review_every=_days(row["review_every"]),
        valid_from=_date(row["valid_from"]),
        valid_to=_date(row["valid_to"]),
        audience=Audience(row["audience"]),
        lang=row["lang"],
        updated=_date(row["updated"]),
        passages=tuple(passages),
        links=tuple(links),
        assets=tuple(json.loads(row["assets"])),
        extra=json.loads(row["extra"]),
    )


def passage_from(row: sqlite3.Row) -> Passage:
    return Passage(
        anchor=row["anchor"],
        heading=row["heading"],
        level=row["level"],
        text=row["text"],
        internal=bool(row["internal"]),
        valid_from=_date(row["valid_from"]),
        valid_to=_date(row["valid_to"]),
    )


def link_from(row: sqlite3.Row) -> Link:
    return Link(row["target"], row["text"], row["anchor"])


def ordinal(iso: str | None) -> int:
    """Return the ordinal of a stored day, 0 for none."""
    return date.fromisoformat(iso).toordinal() if iso else 0


def _plain(article: Article) -> str:
    """Fold the title, on a line of its own, and the other words by which it goes."""
    others = (*article.aliases, *article.tags, article.summary)
    return "\n".join(fold(" ".join(text.split())) for text in (article.title, *others))


def _json(value: Any) -> str:
    return json.dumps(_sayable(value), ensure_ascii=False, default=str)


def _sayable(value: Any) -> Any:
    """Make keys text: YAML of others may use days as keys. The file itself stays the truth."""
    if isinstance(value, dict):
        return {str(key): _sayable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_sayable(inner) for inner in value]
    return value


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)


def _days(count: int | None) -> timedelta | None:
    return None if count is None else timedelta(days=count)
