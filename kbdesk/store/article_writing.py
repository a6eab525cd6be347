"""Bringing articles in and taking them out: one transaction, in blocks, with set-based SQL.

The delicate part is `touched`. What the index says of an article rests on its own text and on the
links that others point at it, so a write of A touches A and every article whose inbound links it
changed. Those are found by comparing, as sets, the links that the written rows had before with
those they have after: no loop over articles, whatever the size of the batch.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kbdesk.core.articles import Article
from kbdesk.store import lives, questions
from kbdesk.store.article_rows import (
    ARTICLE_COLUMNS,
    article_values,
    link_values,
    passage_values,
)
from kbdesk.store.driver import Connection
from sync.protocol.digests import row_sha256

ARTICLE = "article"
BLOCK = 500  # articles held in memory at once

# What the batch has done so far; in the connection's own temporary tables, emptied at each start.
_SCRATCH = (
    "CREATE TEMP TABLE IF NOT EXISTS written (rid INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS links_before (source INTEGER, target TEXT, text TEXT)",
    "DELETE FROM temp.written",
    "DELETE FROM temp.links_before",
)

_LINKS_AFTER = """SELECT source, target, text FROM links
    WHERE source IN (SELECT rid FROM temp.written)"""

_TOUCH_TARGETS = f"""UPDATE entities SET touched = :seq
    WHERE kind = 'article' AND touched <> :seq AND id IN (
        SELECT target FROM (SELECT * FROM temp.links_before EXCEPT {_LINKS_AFTER})
        UNION
        SELECT target FROM ({_LINKS_AFTER} EXCEPT SELECT * FROM temp.links_before))"""

# Of a row written twice in one batch, only the links it had before the batch count.
_KEEP_LINKS = """INSERT INTO temp.links_before
    SELECT source, target, text FROM links WHERE source IN (SELECT value FROM json_each(?))
        AND source NOT IN (SELECT rid FROM temp.written)"""


@dataclass(slots=True)
class PutReport:
    """How many articles a batch brought, changed, or left as they were."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        return self.new + self.changed + self.unchanged


def put(connection: Connection, articles: Iterable[Article]) -> PutReport:
    """Write a batch inside the caller's transaction; of an id given twice the later text holds."""
    report = PutReport()
    seq = begin(connection)
    for block in _blocks(articles):
        _put_block(connection, block, seq, report)
    if report.new or report.changed:
        finish(connection, seq)
    return report


def remove(connection: Connection, ids: Iterable[str]) -> int:
    """Take articles out inside the caller's transaction, leaving a tombstone for each."""
    return remove_rows(connection, _rids_of(connection, ids))


def remove_rows(connection: Connection, rids: Sequence[int]) -> int:
    """Take rows of entities out, of whatever kind, leaving a tombstone for each."""
    seq = begin(connection)
    if not rids:
        return 0
    listed = json.dumps(list(rids))
    connection.execute(_KEEP_LINKS, (listed,))
    connection.execute(
        """INSERT INTO tombstones SELECT rid, kind, id, ? FROM entities
            WHERE rid IN (SELECT value FROM json_each(?))""",
        (seq, listed),
    )
    connection.execute(
        "DELETE FROM entities WHERE rid IN (SELECT value FROM json_each(?))", (listed,)
    )
    finish(connection, seq)
    return len(rids)


def begin(connection: Connection) -> int:
    """Start a batch: return its seq, and remember from now on which links it changes."""
    for statement in _SCRATCH:
        connection.execute(statement)
    return int(connection.value("SELECT value FROM meta WHERE key = 'seq'")) + 1


def finish(connection: Connection, seq: int) -> None:
    """End a batch that changed something: touch what its links speak of, and count it."""
    connection.execute(_TOUCH_TARGETS, {"seq": seq})
    connection.execute("UPDATE meta SET value = ? WHERE key = 'seq'", (str(seq),))


def _blocks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    stream = iter(articles)
    while block := list(islice(stream, BLOCK)):
        yield list({article.id: article for article in block}.values())


def _put_block(connection: Connection, block: list[Article], seq: int, report: PutReport) -> None:
    known = _known(connection, [article.id for article in block])
    written: list[tuple[int, Article]] = []
    rewritten: list[int] = []
    for article in block:
        sha = row_sha256(ARTICLE, article.id, article.space, article.path, article.source)
        rid, old_sha = known.get(article.id, (0, b""))
        if sha == old_sha:
            report.unchanged += 1
        elif rid:
            report.changed += 1
            rewritten.append(rid)
            _change_entity(connection, rid, article, sha, seq)
            written.append((rid, article))
        else:
            report.new += 1
            written.append((_add_entity(connection, article, sha, seq), article))
    clear_parts(connection, rewritten)
    write_parts(connection, written)


def _known(connection: Connection, ids: list[str]) -> dict[str, tuple[int, bytes]]:
    rows = connection.rows(
        """SELECT id, rid, sha256 FROM entities
            WHERE kind = 'article' AND id IN (SELECT value FROM json_each(?))""",
        json.dumps(ids),
    )
    return {row["id"]: (row["rid"], row["sha256"]) for row in rows}


def _rids_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    rows = connection.rows(
        """SELECT rid FROM entities
            WHERE kind = 'article' AND id IN (SELECT value FROM json_each(?))""",
        json.dumps(list(ids)),
    )
    return [row["rid"] for row in rows]


def _add_entity(connection: Connection, article: Article, sha: bytes, seq: int) -> int:
    cursor = connection.execute(
        """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)""",
        (ARTICLE, article.id, article.space, article.path, seq, seq, article.source, sha),
    )
    assert cursor.lastrowid is not None
    return int(cursor.lastrowid)


def _change_entity(
    connection: Connection, rid: int, article: Article, sha: bytes, seq: int
) -> None:
    connection.execute(
        """UPDATE entities SET space = ?, path = ?, rev = rev + 1, seq = ?, touched = ?, body = ?,
            sha256 = ? WHERE rid = ?""",
        (article.space, article.path, seq, seq, article.source, sha, rid),
    )


def clear_parts(connection: Connection, rids: list[int]) -> None:
    """Take the parts of rewritten rows out, remembering where their links pointed."""
    listed = json.dumps(rids)
    connection.execute(_KEEP_LINKS, (listed,))
    for table, column in (("articles", "rid"), ("passages", "rid"), ("links", "source")):
        connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (listed,)
        )
    questions.clear(connection, listed)
    lives.clear(connection, listed)


def write_parts(connection: Connection, written: list[tuple[int, Article]]) -> None:
    """Write what was read from the texts of these rows."""
    connection.executemany(
        "INSERT OR IGNORE INTO temp.written VALUES (?)", [(rid,) for rid, _ in written]
    )
    connection.executemany(
        f"INSERT INTO articles ({ARTICLE_COLUMNS}) VALUES ({', '.join('?' * 21)})",
        (article_values(rid, article) for rid, article in written),
    )
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (values for rid, article in written for values in passage_values(rid, article)),
    )
    connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?, ?, ?)",
        (values for rid, article in written for values in link_values(rid, article)),
    )
    questions.write(connection, written)
    lives.write(connection, written)
