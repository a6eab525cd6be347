"""user.db: what exists nowhere else yet. Each commit survives a power cut; nothing deletes it."""

from pathlib import Path

from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration

APPLICATION = 0x6B64_7573  # "kdus" in the header of the file

_FIRST = Migration(
    "the person: favourites, opens, outbox",
    (
        "CREATE TABLE favourites (article TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
        """CREATE TABLE opens (
            article TEXT PRIMARY KEY, last TEXT NOT NULL, times INTEGER NOT NULL) STRICT""",
        "CREATE INDEX opens_last ON opens (last)",
        """CREATE TABLE outbox (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, base_rev INTEGER,
            body TEXT NOT NULL, state TEXT NOT NULL, sha256 BLOB NOT NULL) STRICT""",
    ),
)

MIGRATIONS = (_FIRST,)


def open_user(path: Path) -> Database:
    """Open the person's file, making an empty one where there is none."""
    return Database(path, application=APPLICATION, synchronous="FULL", migrations=MIGRATIONS)
