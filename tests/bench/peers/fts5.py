"""SQLite FTS5: bm25, a title that counts more, folded accents, prefix index; no French stemmer."""

import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.bench.peers import worker

SCHEMA = """
CREATE VIRTUAL TABLE pages USING fts5(
    id UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
INSERT INTO pages(pages, rank) VALUES ('rank', 'bm25(0.0, 6.0, 1.0)');
"""


def version() -> str:
    return f"SQLite FTS5 {sqlite3.sqlite_version}"


def build(folder: str, documents: Iterable[worker.Document]) -> int:
    connection = sqlite3.connect(Path(folder) / "fts5.db")
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    rows = ((d["id"], d["title"], d["text"]) for d in documents)
    with connection:
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO pages(pages) VALUES ('optimize')")
    count: int = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
    connection.close()
    return count


class Index:
    """The table, opened for reading, with room in memory for what it reads often."""

    def __init__(self, folder: str) -> None:
        self._connection = sqlite3.connect(Path(folder) / "fts5.db")
        self._connection.execute("PRAGMA cache_size = -65536")
        self._connection.execute("PRAGMA mmap_size = 2147483648")

    def search(self, text: str, *, typing: bool, every: bool) -> list[str]:
        words = [f'"{word}"' for word in re.findall(r"\w{2,}", text)]
        if not words:
            return []
        if typing:
            words[-1] += " *"
        asked = (" AND " if every else " OR ").join(words)
        rows = self._connection.execute(
            "SELECT id, title FROM pages WHERE pages MATCH ? ORDER BY rank LIMIT ?",
            (asked, worker.LIMIT),
        )
        return [row[0] for row in rows]


def open_index(folder: str) -> Index:
    return Index(folder)


if __name__ == "__main__":
    worker.main(sys.modules[__name__])
