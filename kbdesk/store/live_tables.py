"""The tables of user.db for what is live: receipts, answers, drafts, and what was searched.

Apart from the stores that read and write them, because every start migrates and few starts need
those.
"""

from kbdesk.store.migrations import Migration

RECEIPTS = Migration(
    "how far I have come with announcements, and my shifts",
    (
        """CREATE TABLE receipts (
            server TEXT NOT NULL, person TEXT NOT NULL,
            announcement TEXT NOT NULL, version INTEGER NOT NULL,
            state TEXT NOT NULL,   -- delivered, shown, acknowledged, understood; wrong, told
            at TEXT NOT NULL,      -- by the clock of this machine
            times INTEGER NOT NULL DEFAULT 1,
            PRIMARY KEY (server, person, announcement, version, state)) STRICT, WITHOUT ROWID""",
        # The last moment somebody was at this desk, and the end of the shift before this one.
        """CREATE TABLE shift (
            one INTEGER PRIMARY KEY CHECK (one = 1), here TEXT NOT NULL,
            began TEXT NOT NULL, before TEXT NOT NULL, put_away INTEGER NOT NULL) STRICT""",
    ),
)

REVIEWS = Migration(
    "answers to questions, sessions, steps of paths",
    (
        """CREATE TABLE reviews (
            id TEXT PRIMARY KEY,       -- that of its operation
            question TEXT NOT NULL,
            article TEXT NOT NULL,
            tie TEXT NOT NULL,         -- of the passage it tested
            asked TEXT NOT NULL,       -- the question as it was shown, JSON
            answer TEXT NOT NULL,      -- JSON
            "right" INTEGER NOT NULL,
            ease INTEGER NOT NULL,
            took INTEGER NOT NULL,     -- seconds
            at TEXT NOT NULL,
            session TEXT NOT NULL,
            server TEXT NOT NULL,
            person TEXT NOT NULL) STRICT""",
        "CREATE INDEX reviews_question ON reviews (question, at)",
        "CREATE UNIQUE INDEX reviews_once ON reviews (session, question) WHERE session <> ''",
        # An operation that is sent again under a new id, or gets its owner at the first sign-in.
        """CREATE TRIGGER review_goes_along AFTER UPDATE OF id, server, person ON outbox
            WHEN NEW.kind = 'review' BEGIN
                UPDATE reviews SET id = NEW.id, server = NEW.server, person = NEW.person
                    WHERE id = OLD.id;
            END""",
        """CREATE TABLE quiz_sessions (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, started TEXT NOT NULL,
            questions TEXT NOT NULL,   -- ids in their order, JSON
            path TEXT NOT NULL, step TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0,
            server TEXT NOT NULL, person TEXT NOT NULL) STRICT""",
        """CREATE TABLE path_steps (
            server TEXT NOT NULL, person TEXT NOT NULL, path TEXT NOT NULL, step TEXT NOT NULL,
            at TEXT NOT NULL, done INTEGER NOT NULL, score INTEGER, tries INTEGER NOT NULL,
            PRIMARY KEY (server, person, path, step)) STRICT, WITHOUT ROWID""",
        """CREATE TRIGGER learner_known AFTER INSERT ON identity
            WHEN NEW.server <> '' BEGIN
                UPDATE quiz_sessions SET server = NEW.server, person = NEW.person
                    WHERE server = '' AND person = '';
                UPDATE OR IGNORE path_steps SET server = NEW.server, person = NEW.person
                    WHERE server = '' AND person = '';
            END""",
    ),
)

DRAFTS = Migration(
    "texts being written, their pictures, and answers that were read",
    (
        # `ended` is when it was dropped or sent; `sent` names the operation it became.
        """CREATE TABLE drafts (
            id TEXT PRIMARY KEY, article TEXT NOT NULL, space TEXT NOT NULL, path TEXT NOT NULL,
            kind TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, base TEXT,
            base_rev INTEGER NOT NULL, made TEXT NOT NULL, saved TEXT NOT NULL,
            comment TEXT NOT NULL DEFAULT '', gaps TEXT NOT NULL DEFAULT '[]',
            caret INTEGER NOT NULL DEFAULT 0, ended TEXT NOT NULL DEFAULT '',
            sent TEXT NOT NULL DEFAULT '') STRICT""",
        "CREATE INDEX drafts_open ON drafts (article) WHERE ended = ''",
        """CREATE TABLE draft_pictures (
            draft TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE, path TEXT NOT NULL,
            media_type TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (draft, path)) STRICT""",
        # How many answers to something of mine I have read.
        "CREATE TABLE answers_read (id TEXT PRIMARY KEY, mark TEXT NOT NULL) STRICT",
    ),
)

SEARCHES = Migration(
    "what was searched here",
    (
        """CREATE TABLE searches (
            n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, query TEXT NOT NULL,
            scope TEXT NOT NULL, total INTEGER NOT NULL, degraded INTEGER NOT NULL,
            stood REAL NOT NULL, opened TEXT NOT NULL, opened_after REAL,
            next TEXT NOT NULL, how TEXT NOT NULL) STRICT""",
        "CREATE INDEX searches_at ON searches (at)",
    ),
)

NOTICE_DRAFTS = Migration(
    "the announcement being written",
    (
        """CREATE TABLE notice_drafts (
            server TEXT NOT NULL, person TEXT NOT NULL, fields TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (server, person)) STRICT, WITHOUT ROWID""",
    ),
)

DRAFTS_OF = Migration(
    "whose texts are being written",
    (
        "ALTER TABLE drafts ADD COLUMN server TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE drafts ADD COLUMN person TEXT NOT NULL DEFAULT ''",
        """UPDATE drafts SET server = identity.server, person = identity.person
            FROM identity""",
        """CREATE TRIGGER author_known AFTER INSERT ON identity
            WHEN NEW.server <> '' BEGIN
                UPDATE drafts SET server = NEW.server, person = NEW.person
                    WHERE server = '' AND person = '';
            END""",
    ),
)
