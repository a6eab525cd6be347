"""kb.db: the copy of the base on this machine. It can be made again."""

from datetime import datetime
from pathlib import Path

from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration
from kbdesk.store.moments import read_moment, write_moment

APPLICATION = 0x6B64_6B62  # "kdkb" in the header of the file

_ENTITIES = """CREATE TABLE entities (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: the index goes by it
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    space TEXT NOT NULL,
    path TEXT NOT NULL,
    rev INTEGER NOT NULL,      -- counts the texts this row has had
    seq INTEGER NOT NULL,      -- when its own text last changed
    touched INTEGER NOT NULL,  -- when what the index says of it last changed
    body TEXT NOT NULL,        -- the file to the letter
    sha256 BLOB NOT NULL,      -- over kind, id, space, path and body
    UNIQUE (kind, id)) STRICT"""

_ARTICLES = """CREATE TABLE articles (
    rid INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    kind TEXT NOT NULL,
    lang TEXT NOT NULL,
    audience TEXT NOT NULL,
    owner TEXT NOT NULL,
    tags TEXT NOT NULL,        -- JSON
    aliases TEXT NOT NULL,     -- JSON
    assets TEXT NOT NULL,      -- JSON
    extra TEXT NOT NULL,       -- JSON
    verified TEXT,
    review_every INTEGER,      -- days
    valid_from TEXT,
    valid_to TEXT,
    updated TEXT,
    plain TEXT NOT NULL,       -- folded title, then other names, tags, summary: plain_search.py
    body_line INTEGER NOT NULL,
    body_start INTEGER,        -- where in entities.body the Markdown starts, in characters
    markdown TEXT              -- the Markdown itself where it is not the end of entities.body
    ) STRICT"""

_PASSAGES = """CREATE TABLE passages (
    rid INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    n INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    heading TEXT NOT NULL,
    level INTEGER NOT NULL,
    text TEXT NOT NULL,
    internal INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    UNIQUE (rid, n)) STRICT"""

_LINKS = """CREATE TABLE links (
    source INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    n INTEGER NOT NULL,
    target TEXT NOT NULL,      -- the id of an article that may not be here (yet)
    text TEXT NOT NULL,
    anchor TEXT NOT NULL,
    UNIQUE (source, n)) STRICT"""

_FIRST = Migration(
    "the base: entities, articles, passages, links, assets",
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        # A new file is a new epoch: whatever an index or a server knew of an older one is void.
        "INSERT INTO meta VALUES ('epoch', lower(hex(randomblob(16)))), ('seq', '0')",
        _ENTITIES,
        "CREATE INDEX entities_touched ON entities (touched) WHERE kind = 'article'",
        "CREATE INDEX entities_space ON entities (kind, space)",
        _ARTICLES,
        _PASSAGES,
        _LINKS,
        "CREATE INDEX links_target ON links (target, text, source)",
        """CREATE TABLE assets (
            path TEXT PRIMARY KEY, media_type TEXT NOT NULL, sha256 BLOB NOT NULL,
            bytes BLOB NOT NULL) STRICT""",
        """CREATE TABLE tombstones (
            rid INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
            seq INTEGER NOT NULL) STRICT""",
        "CREATE INDEX tombstones_seq ON tombstones (seq)",
    ),
)

MIGRATIONS = (_FIRST,)


def open_kb(path: Path) -> Database:
    """Open the base, making an empty one where there is no file."""
    return Database(path, application=APPLICATION, synchronous="NORMAL", migrations=MIGRATIONS)


def note_brought(kb: Database, at: datetime) -> None:
    """Remember when content last came in from outside."""
    with kb.writing() as connection:
        connection.execute(
            "INSERT INTO meta VALUES ('brought', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
            (write_moment(at),),
        )


def brought_at(kb: Database) -> datetime | None:
    """Return when content last came in from outside, None for a base that is still empty."""
    found = kb.reading().value("SELECT value FROM meta WHERE key = 'brought'")
    return read_moment(found) if found else None
