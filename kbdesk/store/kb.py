"""kb.db: the copy of the base on this machine. It can be made again."""

from datetime import datetime
from pathlib import Path

from kbdesk.store import lives, questions, revisions
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

_SPACES = """CREATE TABLE spaces (
    space TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL,   -- seq of the last change of its log that was applied here
    sweeping INTEGER NOT NULL, -- 1 while rows not in `seen` are doubtful
    epoch TEXT NOT NULL,
    title TEXT NOT NULL,
    head INTEGER NOT NULL,     -- the newest seq the server has spoken of
    may_write INTEGER NOT NULL) STRICT"""

_OF_ENTITY = "INTEGER PRIMARY KEY REFERENCES entities ON DELETE CASCADE"

_SYNCED = Migration(
    "the server's spaces, and articles whose parts are read later",
    (
        _SPACES,
        # A row in here has a text that is newer than its articles, passages and links.
        f"CREATE TABLE unread (rid {_OF_ENTITY}) STRICT",
        f"CREATE TABLE seen (rid {_OF_ENTITY}) STRICT",
        """CREATE TABLE unreadable (
            kind TEXT NOT NULL, id TEXT NOT NULL, why TEXT NOT NULL,
            PRIMARY KEY (kind, id)) STRICT""",
        # entities.space is where an article lives (its audience, its log); the shelf is what its
        # own text says, and what people see.
        "ALTER TABLE articles ADD COLUMN shelf TEXT NOT NULL DEFAULT ''",
        "UPDATE articles SET shelf = (SELECT space FROM entities e WHERE e.rid = articles.rid)",
        "CREATE INDEX articles_shelf ON articles (shelf)",
        "CREATE INDEX entities_path ON entities (path) WHERE kind = 'article'",
        # What was freed before now was not wiped: the first revocation has to.
        "INSERT INTO meta SELECT 'unwiped', '1' WHERE EXISTS (SELECT 1 FROM entities)",
    ),
)

_DEPARTED = Migration(
    "articles that have left a space and not yet come into the next",
    (f"CREATE TABLE departed (rid {_OF_ENTITY}) STRICT",),
)

MIGRATIONS = (_FIRST, _SYNCED, _DEPARTED, revisions.MIGRATION, questions.MIGRATION, lives.MIGRATION)


def open_kb(path: Path) -> Database:
    """Open the base, making an empty one where there is no file.

    What is deleted from it is wiped: a right that is withdrawn leaves no text behind.
    """
    return Database(
        path,
        application=APPLICATION,
        synchronous="NORMAL",
        migrations=MIGRATIONS,
        secure_delete=True,
    )


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


def last_success(kb: Database) -> datetime | None:
    """Return when a sync last came to its end, None for a base without a server."""
    found = kb.reading().value("SELECT value FROM meta WHERE key = 'last_success'")
    return read_moment(found) if found else None
