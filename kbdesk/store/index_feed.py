"""What the search index is fed: whole documents, joined in blocks, from one moment of the base.

Every block of articles costs three queries (metadata, passages, inbound links), however large the
base. The reading happens on a connection of its own, so a writer may go on meanwhile and the
documents still fit together.
"""

import json
from collections.abc import Iterator

from kbdesk.core.documents import IndexDocument
from kbdesk.store.article_rows import ordinal
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection
from kbdesk.store.lives import STILL

BLOCK = 500  # articles in memory at once
WORDINGS = 64  # distinct link texts kept for an article, the usual first

_ARTICLES = """SELECT e.rid, e.id, a.shelf AS space, a.title, a.summary, a.kind, a.lang, a.tags,
        a.aliases, a.verified, a.updated, a.valid_to
    FROM entities e JOIN articles a USING (rid) WHERE e.rid IN (SELECT value FROM json_each(?))
    ORDER BY e.rid"""

_PASSAGES = """SELECT rid, heading, text FROM passages
    WHERE rid IN (SELECT value FROM json_each(?)) ORDER BY rid, n"""

_WORDINGS = """SELECT e.rid, l.text, count(*) AS times
    FROM entities e JOIN links l ON l.target = e.id AND l.source <> e.rid
    WHERE e.rid IN (SELECT value FROM json_each(?)) AND l.text <> ''
    GROUP BY e.rid, l.text ORDER BY e.rid, times DESC, l.text"""

_INBOUND = """SELECT e.rid, count(DISTINCT l.source) AS inbound
    FROM entities e JOIN links l ON l.target = e.id AND l.source <> e.rid
    WHERE e.rid IN (SELECT value FROM json_each(?)) GROUP BY e.rid"""


# By name: left to itself, SQLite walks all articles by another index (100 ms at 100,000).
_TOUCHED = "FROM entities INDEXED BY entities_touched WHERE kind = 'article' AND touched > ?"

_STANDS = f"AND rid NOT IN ({STILL})"  # a draft, or the archive, is not to be found


def changed_count(connection: Connection, seq: int) -> int:
    return int(connection.value(f"SELECT count(*) {_TOUCHED} {_STANDS}", seq))


def changed_since(kb: Database, seq: int) -> Iterator[IndexDocument]:
    """Give the document of each article touched after `seq`, in the order of rid."""
    with kb.snapshot() as connection:
        rows = connection.rows(f"SELECT rid {_TOUCHED} {_STANDS} ORDER BY rid", seq)
        rids = [row["rid"] for row in rows]
        for start in range(0, len(rids), BLOCK):
            yield from _documents(connection, rids[start : start + BLOCK])


def removed_since(kb: Database, seq: int) -> Iterator[int]:
    """Give the rid of each article removed after `seq`, or no more to be found."""
    with kb.snapshot() as connection:
        for row in connection.rows(
            f"""SELECT rid FROM tombstones WHERE kind = 'article' AND seq > ?1
                UNION ALL SELECT rid FROM entities
                    WHERE rid IN ({STILL}) AND kind = 'article' AND touched > ?1""",
            seq,
        ):
            yield row["rid"]


def _documents(connection: Connection, rids: list[int]) -> Iterator[IndexDocument]:
    listed = json.dumps(rids)
    passages: dict[int, list[tuple[str, str]]] = {rid: [] for rid in rids}
    for rid, heading, text in connection.rows(_PASSAGES, listed):
        passages[rid].append((heading, text))
    wordings = _wordings(connection, listed)
    inbound = dict(tuple(row) for row in connection.rows(_INBOUND, listed))
    for row in connection.rows(_ARTICLES, listed):
        rid = row["rid"]
        texts = tuple(text for _, text in passages[rid] if text)
        yield IndexDocument(
            rid=rid,
            id=row["id"],
            title=row["title"],
            aliases=tuple(json.loads(row["aliases"])),
            headings=tuple(heading for heading, _ in passages[rid] if heading),
            lead="\n".join(filter(None, (row["summary"], *texts[:1]))),
            body=texts,
            tags=tuple(json.loads(row["tags"])),
            space=row["space"],
            kind=row["kind"],
            lang=row["lang"],
            link_texts=wordings.get(rid, ()),
            inbound=inbound.get(rid, 0),
            verified=ordinal(row["verified"]),
            updated=ordinal(row["updated"]),
            valid_to=ordinal(row["valid_to"]),
        )


def _wordings(connection: Connection, listed: str) -> dict[int, tuple[str, ...]]:
    """Collect each way others word their links, once whatever its case, the usual ones first."""
    found: dict[int, dict[str, str]] = {}
    for rid, text, _ in connection.rows(_WORDINGS, listed):
        known = found.setdefault(rid, {})
        if len(known) < WORDINGS:
            plain = " ".join(text.split())
            known.setdefault(plain.casefold(), plain)
    return {rid: tuple(known.values()) for rid, known in found.items()}
