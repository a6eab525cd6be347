"""The articles of the base: whole ones to read, rows for lists, documents for the index."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from kbdesk.core.articles import MANUAL, Article
from kbdesk.core.documents import IndexDocument
from kbdesk.core.results import Scope
from kbdesk.store import article_writing, index_feed
from kbdesk.store.article_reading import BLOCK, whole_articles
from kbdesk.store.article_rows import CARD_COLUMNS, CardRow, card_from
from kbdesk.store.article_writing import PutReport
from kbdesk.store.database import Database
from kbdesk.store.lives import Lives
from kbdesk.store.plain_search import plain_search
from kbdesk.store.unread import Parse, Unread, read_text
from kbdesk.store.verifications import Verifications, Waiting

__all__ = ["Articles", "CardRow", "PutReport"]

_OF_SPACE = f"""FROM entities WHERE kind = 'article' AND CASE WHEN ?1 IS NULL
    THEN space <> '{MANUAL}' ELSE space = ?1 END ORDER BY path, id"""
_NOT = "AND rid NOT IN (SELECT value FROM json_each(?1))"  # what does not stand now


class Articles:
    """Every write is one transaction: a whole batch is there, or nothing of it."""

    def __init__(self, kb: Database, parse: Parse | None = None, waiting: Waiting = dict) -> None:
        """Take what reads a text, and what gives the verifications that wait to be sent."""
        self._kb = kb
        self.lives = Lives(kb)
        self.verifications = Verifications(kb, waiting)
        self._unread = Unread(kb)
        self._parse = parse

    # write

    def put_all(self, articles: Iterable[Article]) -> PutReport:
        """Bring articles in as they stream by; a text that is already here writes nothing.

        Durable, so that the index can never be level with something a power cut takes back.
        """
        with self._kb.writing(durable=True) as connection:
            return article_writing.put(connection, articles)

    def remove(self, ids: Iterable[str]) -> int:
        """Take articles out; return how many there were."""
        with self._kb.writing(durable=True) as connection:
            return article_writing.remove(connection, ids)

    # read one

    def get(self, article_id: str) -> Article | None:
        """Return a whole article, with passages and links; a text not read yet is read now."""
        rid = self.rid(article_id)
        if rid is None:
            return None
        if self._parse is not None and (text := self._unread.text(rid)) is not None:
            return read_text(text, self._parse).article
        return next(whole_articles(self._kb.reading(), [rid]), None)

    def rid(self, article_id: str) -> int | None:
        """Return the row number by which the index knows an article."""
        found: int | None = self._kb.reading().value(
            "SELECT rid FROM entities WHERE kind = 'article' AND id = ?", article_id
        )
        return found

    def path_of(self, article_id: str) -> str:
        """Return where the file of an article stands, "" for an unknown one."""
        found: str | None = self._kb.reading().value(
            "SELECT path FROM entities WHERE kind = 'article' AND id = ?", article_id
        )
        return found or ""

    def backlinks(self, article_id: str) -> list[tuple[str, str]]:
        """List (id, title) of the other articles that link here, by title."""
        rows = self._kb.reading().rows(
            """SELECT DISTINCT e.id, a.title FROM links l
                JOIN entities e ON e.rid = l.source JOIN articles a ON a.rid = l.source
                WHERE l.target = ?1 AND e.id <> ?1 ORDER BY a.title, e.id""",
            article_id,
        )
        return [(row["id"], row["title"]) for row in rows]

    # read many

    def cards(self, rids: Sequence[int]) -> dict[int, CardRow]:
        """Return what a list shows of each row asked for, in one query."""
        rows = self._tuples(
            f"""SELECT {CARD_COLUMNS} FROM entities e JOIN articles a USING (rid)
                WHERE e.rid IN (SELECT value FROM json_each(?))""",
            rids,
        )
        cards = self.verifications.applied([card_from(row) for row in rows])
        return {card.rid: card for card in cards}

    def here(self, ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that the base holds, read in already or not."""
        rows = self._kb.reading().rows(
            """SELECT id FROM entities
                WHERE kind = 'article' AND id IN (SELECT value FROM json_each(?))""",
            json.dumps(list(ids)),
        )
        return frozenset(row["id"] for row in rows)

    def cards_by_id(self, ids: Sequence[str]) -> dict[str, CardRow]:
        """Return what a list shows of each id asked for, in one query."""
        rows = self._kb.reading().rows(
            f"""SELECT {CARD_COLUMNS} FROM entities e JOIN articles a USING (rid)
                WHERE e.kind = 'article' AND e.id IN (SELECT value FROM json_each(?))""",
            json.dumps(list(ids)),
        )
        cards = self.verifications.applied([card_from(row) for row in rows])
        return {card.id: card for card in cards}

    def links_around(self, article_id: str) -> tuple[dict[str, int], list[str]]:
        """Return how often an article links where, and some of those that link to it."""
        reader = self._kb.reading()
        out = reader.rows(
            """SELECT target, count(*) FROM links WHERE source =
                (SELECT rid FROM entities WHERE kind = 'article' AND id = ?) GROUP BY target""",
            article_id,
        )
        back = reader.rows(
            """SELECT DISTINCT e.id FROM links l JOIN entities e ON e.rid = l.source
                WHERE l.target = ? LIMIT 50""",
            article_id,
        )
        return {row[0]: row[1] for row in out}, [row["id"] for row in back]

    def tags_of(self, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Map the id of each article asked for to its tags, in one query."""
        rows = self._kb.reading().rows(
            """SELECT e.id, a.tags FROM entities e JOIN articles a USING (rid)
                WHERE e.kind = 'article' AND e.id IN (SELECT value FROM json_each(?))""",
            json.dumps(list(ids)),
        )
        return {row["id"]: tuple(json.loads(row["tags"])) for row in rows}

    def not_in_force(self, ids: Sequence[str], day: date, now: datetime) -> set[str]:
        """Return those whose own dates have ended before a day or begin later, or do not stand."""
        rows = self._kb.reading().rows(
            """SELECT e.id FROM entities e JOIN articles a USING (rid)
                WHERE e.kind = 'article' AND e.id IN (SELECT value FROM json_each(?1))
                AND (a.valid_to < ?2 OR a.valid_from > ?2)""",
            json.dumps(list(ids)),
            day.isoformat(),
        )
        return {row["id"] for row in rows} | self.lives.hidden(now).ids.intersection(ids)

    def parts(self, rids: Sequence[int]) -> dict[int, list[tuple[str, str, str]]]:
        """Return (anchor, heading, text) of the passages of each row, in reading order."""
        rows = self._tuples(
            """SELECT rid, anchor, heading, text FROM passages
                WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY rid, n""",
            rids,
        )
        parts: dict[int, list[tuple[str, str, str]]] = {}
        for rid, anchor, heading, text in rows:
            parts.setdefault(rid, []).append((anchor, heading, text))
        return parts

    def _tuples(self, sql: str, rids: Sequence[int]) -> list[tuple[Any, ...]]:
        """Ask about rows for plain tuples: at each key typed there are hundreds."""
        cursor = self._kb.reading().cursor()
        cursor.row_factory = None
        found: list[tuple[Any, ...]] = cursor.execute(sql, (json.dumps(list(rids)),)).fetchall()
        return found

    def plain_search(
        self, query: str, scope: Scope, *, limit: int, hidden: frozenset[int] = frozenset()
    ) -> list[CardRow]:
        """Look for the words of a query without the index: slower, unranked by sense."""
        found = plain_search(self._kb.reading(), query, scope, limit + len(hidden))
        standing = [card for card in found if card.rid not in hidden]
        return self.verifications.applied(standing[:limit])

    def all(self, space: str | None = None) -> Iterator[Article]:
        """Give whole articles by path, of one space or of all but the manual, as of one moment."""
        with self._kb.snapshot() as reader:
            rids = [row["rid"] for row in reader.rows(f"SELECT rid {_OF_SPACE}", space)]
            for start in range(0, len(rids), BLOCK):
                yield from whole_articles(reader, rids[start : start + BLOCK])

    def sources(self, space: str | None = None) -> Iterator[tuple[str, str, str]]:
        """Give (id, path, text of the file) by path, of one space or of all but the manual."""
        with self._kb.snapshot() as reader:
            for row in reader.rows(f"SELECT id, path, body {_OF_SPACE}", space):
                yield row["id"], row["path"], row["body"]

    # count and list

    def path_ids(self) -> dict[str, str]:
        """Map the path of each file to the id of its article."""
        rows = self._kb.reading().rows("SELECT path, id FROM entities WHERE kind = 'article'")
        return {row["path"]: row["id"] for row in rows}

    def paths_of(self, ids: Sequence[str]) -> dict[str, str]:
        """Map the path of each file asked for by the id of its article to that id."""
        rows = self._kb.reading().rows(
            """SELECT path, id FROM entities
                WHERE kind = 'article' AND id IN (SELECT value FROM json_each(?))""",
            json.dumps(list(ids)),
        )
        return {row["path"]: row["id"] for row in rows}

    def ids(self, space: str | None = None) -> set[str]:
        """Return the ids of one space, or of all articles, the manual's pages among them."""
        rows = self._kb.reading().rows(
            "SELECT id FROM entities WHERE kind = 'article' AND (?1 IS NULL OR space = ?1)", space
        )
        return {row["id"] for row in rows}

    def count(self) -> int:
        """Count the articles, the manual's pages aside."""
        found: int = self._kb.reading().value(
            f"SELECT count(*) FROM entities WHERE kind = 'article' AND space <> '{MANUAL}'"
        )
        return found

    def spaces(self, hidden: frozenset[int] = frozenset()) -> dict[str, int]:
        """Count the articles on each shelf but the manual."""
        return self._counts(
            f"SELECT shelf, count(*) FROM articles WHERE shelf <> '{MANUAL}' {_NOT} GROUP BY shelf",
            hidden,
        )

    def kinds(self, hidden: frozenset[int] = frozenset()) -> dict[str, int]:
        """Count the articles of each kind, the manual's pages aside."""
        return self._counts(
            f"""SELECT a.kind, count(*) FROM articles a JOIN entities e USING (rid)
                WHERE e.space <> '{MANUAL}' {_NOT} GROUP BY a.kind""",
            hidden,
        )

    def tags(self) -> dict[str, int]:
        """Count the articles that carry each tag, the manual's pages aside."""
        return self._counts(
            f"""SELECT value, count(*) FROM articles JOIN entities e USING (rid), json_each(tags)
                WHERE e.space <> '{MANUAL}' {_NOT} GROUP BY value ORDER BY value""",
            frozenset(),
        )

    def _counts(self, sql: str, hidden: frozenset[int]) -> dict[str, int]:
        rows = self._kb.reading().rows(sql, json.dumps(sorted(hidden)))
        return {row[0]: row[1] for row in rows}

    # feed the index (`kbdesk.search.document.Source`)

    def head(self) -> tuple[str, int]:
        """Return the epoch of this copy and the newest seq in it."""
        meta = dict(tuple(row) for row in self._kb.reading().rows("SELECT key, value FROM meta"))
        return meta["epoch"], int(meta["seq"])

    def changed_count(self, seq: int) -> int:
        """Return how many documents `changed_since(seq)` would give."""
        return index_feed.changed_count(self._kb.reading(), seq)

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        """Give the document of each article touched after `seq`, as of one moment."""
        return index_feed.changed_since(self._kb, seq)

    def removed_since(self, seq: int) -> Iterator[int]:
        """Give the rid of each article removed after `seq`."""
        return index_feed.removed_since(self._kb, seq)
