"""What a queue over the whole base looks at of each article: a row each, without any text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kbdesk.core.articles import MANUAL, Kind
from kbdesk.store.database import Database


@dataclass(frozen=True, slots=True)
class Head:
    """An article by what it says of itself."""

    id: str
    space: str
    title: str
    kind: Kind
    owner: str
    verified: date | None
    review_every: timedelta | None
    updated: date | None
    verified_by: str
    content_class: str


def heads(kb: Database) -> Iterator[Head]:
    """Give all articles but the manual's pages."""
    rows = kb.reading().rows(
        f"""SELECT e.id, a.shelf, a.title, a.kind, a.owner, a.verified, a.review_every, a.updated,
                a.extra FROM entities e JOIN articles a USING (rid) WHERE e.space <> '{MANUAL}'"""
    )
    for id_, shelf, title, kind, owner, verified, every, updated, extra in rows:
        said = json.loads(extra) if extra != "{}" else {}
        by, class_ = said.get("verified_by"), said.get("class")
        yield Head(
            id_,
            shelf,
            title,
            Kind(kind),
            owner,
            date.fromisoformat(verified) if verified else None,
            timedelta(days=every) if every else None,
            date.fromisoformat(updated) if updated else None,
            by if isinstance(by, str) else "",
            class_.strip().casefold() if isinstance(class_, str) else "",
        )


def owner_of(kb: Database, rid: int) -> str:
    """Return who answers for an article, "" for nobody."""
    return str(kb.reading().value("SELECT owner FROM articles WHERE rid = ?", rid) or "")
