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

_ANSWERED = Migration(
    "what became of operations, and whose they are",
    (
        *(
            f"ALTER TABLE outbox ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"
            for name in (
                "about",  # "kind:id" of what it is about: what is refused holds the later ones
                "outcome",  # what the server said: applied, duplicate, conflict, refused
                "code",  # for programs
                "reason",  # for its author
                "acked_at",  # by the clock of the server
                "epoch",  # of the server, when it said so
                "server",  # to whom, and as whom, it may be sent; "" before the first sign-in
                "person",
            )
        ),
        "CREATE INDEX outbox_state ON outbox (state, about)",
        # Whose desk this is: what is done here from now on is theirs.
        """CREATE TABLE identity (
            one INTEGER PRIMARY KEY CHECK (one = 1), server TEXT NOT NULL,
            person TEXT NOT NULL) STRICT""",
        # Files on their way up, by the hash they go by.
        """CREATE TABLE attachments (
            sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT""",
    ),
)

MIGRATIONS = (_FIRST, _ANSWERED)


def open_user(path: Path) -> Database:
    """Open the person's file, making an empty one where there is none."""
    return Database(path, application=APPLICATION, synchronous="FULL", migrations=MIGRATIONS)
