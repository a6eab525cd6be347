"""user.db: what exists nowhere else yet. Each commit survives a power cut; nothing deletes it."""

from pathlib import Path

from kbdesk.store import contacts, live_tables
from kbdesk.store.card_uses import SCHEMA as CARD_USES
from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration
from kbdesk.store.reserve import Reserve

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

# A missing answer was kept as "gap" and sent as "not_found": one name, and the hash that proves it.
ONE_NAME = Migration(
    "a missing answer has one name",
    (
        """UPDATE outbox SET kind = 'not_found', sha256 = sha256(id || char(0) || 'not_found' ||
            char(0) || at || char(0) || ifnull(base_rev, '') || char(0) || body)
            WHERE kind = 'gap'""",
    ),
)

FOLLOWING = Migration(
    "what operations are made upon, what they undo, and how far they are",
    (
        # The operation that made the text this one was made from.
        "ALTER TABLE outbox ADD COLUMN upon TEXT NOT NULL DEFAULT ''",
        # The operation that this one takes back.
        "ALTER TABLE outbox ADD COLUMN undoes TEXT NOT NULL DEFAULT ''",
        # Whether it may be at the server; of what waited before this was noted nobody knows.
        "ALTER TABLE outbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE outbox ADD COLUMN rev INTEGER NOT NULL DEFAULT 0",  # that it made
        # Where in the log of a space it stands, and whether the copy has yet to come so far.
        "ALTER TABLE outbox ADD COLUMN space TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE outbox ADD COLUMN seq INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE outbox ADD COLUMN coming INTEGER NOT NULL DEFAULT 0",
        "UPDATE outbox SET sent = 0 WHERE server = ''",
        # As it was ruled so far: upon the one before it that was made from the same revision.
        """UPDATE outbox SET upon = coalesce((SELECT p.id FROM outbox p WHERE p.about = outbox.about
                AND p.rowid < outbox.rowid AND p.base_rev IS outbox.base_rev AND p.state <> 'done'
                AND (p.server, p.person) = (outbox.server, outbox.person)
                AND p.kind NOT IN ('suggest', 'settle', 'verify')
                ORDER BY p.rowid DESC LIMIT 1), '')
            WHERE state = 'waiting' AND about <> ''""",
        "CREATE INDEX outbox_coming ON outbox (about) WHERE coming = 1",
        "CREATE INDEX outbox_place ON outbox (space, seq) WHERE seq > 0",
        "CREATE INDEX outbox_upon ON outbox (upon) WHERE upon <> ''",
        "CREATE INDEX outbox_undoes ON outbox (undoes) WHERE undoes <> ''",
        "ALTER TABLE drafts ADD COLUMN upon TEXT NOT NULL DEFAULT ''",
        # What is sent again has another id.
        """CREATE TRIGGER operation_renamed AFTER UPDATE OF id ON outbox WHEN NEW.id <> OLD.id
            BEGIN
                UPDATE outbox SET upon = NEW.id WHERE upon = OLD.id AND upon <> '';
                UPDATE outbox SET undoes = NEW.id WHERE undoes = OLD.id AND undoes <> '';
                UPDATE drafts SET upon = NEW.id WHERE upon = OLD.id;
                UPDATE drafts SET sent = NEW.id WHERE sent = OLD.id;
            END""",
    ),
)

_CARDS = Migration("which articles are opened for which contacts", CARD_USES)

_BASED = Migration(
    "the text that operations were made from, as a hash",
    ("ALTER TABLE outbox ADD COLUMN base_sha256 TEXT NOT NULL DEFAULT ''",),
)

MIGRATIONS = (
    _FIRST,
    _ANSWERED,
    ONE_NAME,
    _CARDS,
    contacts.MIGRATION,
    live_tables.RECEIPTS,
    live_tables.REVIEWS,
    live_tables.DRAFTS,
    live_tables.SEARCHES,
    FOLLOWING,
    live_tables.NOTICE_DRAFTS,
    live_tables.DRAFTS_OF,
    _BASED,
)


def open_user(path: Path, reserve: Reserve | None = None) -> Database:
    """Open the person's file, making an empty one where there is none.

    The reserve beside it gives way when the disk is full; it is made by whoever stays open long.
    """
    return Database(
        path,
        application=APPLICATION,
        synchronous="FULL",
        migrations=MIGRATIONS,
        secure_delete=True,  # a note that was deleted is gone
        reserve=reserve or Reserve(path),
    )
