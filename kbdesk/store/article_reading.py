"""Whole articles out of the base, in blocks: a query for each sort of part, not each article."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kbdesk.core.articles import Article, Link, Passage
from kbdesk.store import questions
from kbdesk.store.article_rows import article_from, link_from, passage_from
from kbdesk.store.driver import Connection

BLOCK = 200  # whole articles in memory at once

_WHOLE = """SELECT e.id, e.path, e.body, a.*
    FROM entities e JOIN articles a USING (rid) WHERE e.rid IN (SELECT value FROM json_each(?))"""


def whole_articles(reader: Connection, rids: Sequence[int]) -> Iterator[Article]:
    """Put the articles of these rows together, in their order; a row that is gone is left out."""
    found = {row["rid"]: row for row in reader.rows(_WHOLE, json.dumps(list(rids)))}
    passages, links = _passages_of(reader, rids), _links_of(reader, rids)
    asked = questions.of_rows(reader, rids)
    for rid in rids:
        if rid in found:
            article = article_from(found[rid], passages.get(rid, ()), links.get(rid, ()))
            yield replace(article, questions=tuple(asked[rid])) if rid in asked else article


def _passages_of(reader: Connection, rids: Sequence[int]) -> dict[int, list[Passage]]:
    """Return the passages of each row, in reading order."""
    parts: dict[int, list[Passage]] = {}
    for row in reader.rows(
        """SELECT * FROM passages WHERE rid IN (SELECT value FROM json_each(?))
            ORDER BY rid, n""",
        json.dumps(list(rids)),
    ):
        parts.setdefault(row["rid"], []).append(passage_from(row))
    return parts


def _links_of(reader: Connection, rids: Sequence[int]) -> dict[int, list[Link]]:
    parts: dict[int, list[Link]] = {}
    for row in reader.rows(
        "SELECT * FROM links WHERE source IN (SELECT value FROM json_each(?)) ORDER BY source, n",
        json.dumps(list(rids)),
    ):
        parts.setdefault(row["source"], []).append(link_from(row))
    return parts
