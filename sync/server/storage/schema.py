"""The tables, as numbered migrations. A released one is never edited, a new one is added behind it.

`{int}`, `{blob}` and `{strict}` are where the two databases spell alike things unlike.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SQLITE: Mapping[str, str] = {
    "int": "INTEGER",
    "blob": "BLOB",
    "strict": " STRICT",
}
POSTGRES: Mapping[str, str] = {
    "int": "BIGINT",
    "blob": "BYTEA",
    "strict": "",
}


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: it runs in one transaction together with the note that it ran."""

    name: str
    statements: tuple[str, ...]


FIRST = Migration(
    "the first",
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL){strict}",
        "CREATE TABLE counters (name TEXT PRIMARY KEY, value {int} NOT NULL){strict}",
        """CREATE TABLE people (name TEXT PRIMARY KEY, full_name TEXT NOT NULL, role TEXT NOT NULL,
            password TEXT NOT NULL, disabled {int} NOT NULL DEFAULT 0,
            made TEXT NOT NULL){strict}""",
        "CREATE TABLE groups (name TEXT PRIMARY KEY, title TEXT NOT NULL){strict}",
        """CREATE TABLE members (group_name TEXT NOT NULL REFERENCES groups,
            person TEXT NOT NULL REFERENCES people, PRIMARY KEY (group_name, person)){strict}""",
        "CREATE INDEX members_person ON members (person)",
        """CREATE TABLE sessions (token {blob} PRIMARY KEY, person TEXT NOT NULL REFERENCES people,
            device TEXT NOT NULL, made TEXT NOT NULL, expires TEXT NOT NULL){strict}""",
        "CREATE INDEX sessions_person ON sessions (person)",
        """CREATE TABLE attempts (key TEXT PRIMARY KEY, failures {int} NOT NULL,
            last {int} NOT NULL){strict}""",
        """CREATE TABLE spaces (name TEXT PRIMARY KEY, sort TEXT NOT NULL, title TEXT NOT NULL,
            head {int} NOT NULL DEFAULT 0, live {int} NOT NULL DEFAULT 0,
            cut {int} NOT NULL DEFAULT 0, made TEXT NOT NULL){strict}""",
        """CREATE TABLE grants (space TEXT NOT NULL REFERENCES spaces, principal TEXT NOT NULL,
            level TEXT NOT NULL, PRIMARY KEY (space, principal)){strict}""",
        "CREATE INDEX grants_principal ON grants (principal)",
        # A deleted entity keeps its row, without a body: its revisions go on counting.
        """CREATE TABLE entities (kind TEXT NOT NULL, id TEXT NOT NULL,
            space TEXT NOT NULL, path TEXT NOT NULL, rev {int} NOT NULL,
            seq {int} NOT NULL, bucket {int} NOT NULL, sha256 {blob}, blob TEXT,
            written_by TEXT NOT NULL, at TEXT NOT NULL, body TEXT,
            PRIMARY KEY (kind, id)){strict}""",
        "CREATE INDEX entities_bucket ON entities (space, bucket)",
        "CREATE INDEX entities_blob ON entities (blob) WHERE blob IS NOT NULL",
        # `line` is the change as it goes over the wire; nobody decodes it on the way.
        """CREATE TABLE changes (space TEXT NOT NULL, seq {int} NOT NULL, kind TEXT NOT NULL,
            id TEXT NOT NULL, rev {int} NOT NULL, size {int} NOT NULL, line TEXT NOT NULL,
            PRIMARY KEY (space, seq)){strict}""",
        "CREATE INDEX changes_entity ON changes (kind, id, rev)",
        """CREATE TABLE operations (id TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL,
            at TEXT NOT NULL, status TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL,
            space TEXT NOT NULL, seq {int} NOT NULL, rev {int} NOT NULL){strict}""",
        """CREATE TABLE announcements (n {int} PRIMARY KEY, space TEXT NOT NULL,
            seq {int} NOT NULL){strict}""",
        """CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, size {int} NOT NULL, person TEXT NOT NULL,
            at TEXT NOT NULL){strict}""",
        """CREATE TABLE blob_parts (sha256 TEXT NOT NULL, part {int} NOT NULL,
            bytes {blob} NOT NULL, PRIMARY KEY (sha256, part)){strict}""",
        """CREATE TABLE snapshots (space TEXT NOT NULL, seq {int} NOT NULL, sha256 TEXT NOT NULL,
            size {int} NOT NULL, held {int} NOT NULL, made TEXT NOT NULL,
            PRIMARY KEY (space, seq)){strict}""",
        """CREATE TABLE snapshot_parts (space TEXT NOT NULL, seq {int} NOT NULL,
            part {int} NOT NULL, bytes {blob} NOT NULL, PRIMARY KEY (space, seq, part)){strict}""",
        """CREATE TABLE audit (n {int} PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,
            what TEXT NOT NULL, about TEXT NOT NULL, detail TEXT NOT NULL){strict}""",
    ),
)

# Spaces beside the shelves, for a server that was set up before there were any; a new one gets them
# from `setting_up`, when there is something to name them by.
AUDIENCES = Migration(
    "audiences, editing, and when people were last heard",
    (
        "ALTER TABLE people ADD COLUMN seen TEXT NOT NULL DEFAULT ''",
        """INSERT INTO counters (name, value) SELECT 'roster', 0 FROM meta WHERE key = 'server'""",
        *(
            f"""INSERT INTO spaces (name, sort, title, made)
                SELECT '{name}', '{sort}', '{title}', value FROM meta WHERE key = 'made'"""
            for name, sort, title in (
                ("+all", "notices", "Everyone"),
                ("+role.agent", "notices", "Role agent"),
                ("+role.author", "notices", "Role author"),
                ("+role.supervisor", "notices", "Role supervisor"),
                ("+role.admin", "notices", "Role admin"),
                ("+edit", "edit", "Editing"),
                ("+tally", "tally", "Tally"),
            )
        ),
        """INSERT INTO spaces (name, sort, title, made)
            SELECT '+group.' || g.name, 'notices', g.title, m.value FROM groups g, meta m
            WHERE m.key = 'made'""",
        """INSERT INTO spaces (name, sort, title, made)
            SELECT '+edit.' || name, 'edit', title, made FROM spaces WHERE sort = 'shelf'""",
        # Every desk gets new spaces to read: what is remembered of rights is not true any more.
        "UPDATE counters SET value = value + 1 WHERE name = 'rights'",
    ),
)

MIGRATIONS = (FIRST, AUDIENCES)

# What a backup holds, in an order in which rows can be put back. Snapshots are made anew, and
# attempts to sign in are forgotten.
KEPT: Mapping[str, str] = {
    "meta": "key, value",
    "counters": "name, value",
    "people": "name, full_name, role, password, disabled, made, seen",
    "groups": "name, title",
    "members": "group_name, person",
    "sessions": "token, person, device, made, expires",
    "spaces": "name, sort, title, head, live, cut, made",
    "grants": "space, principal, level",
    "entities": "kind, id, space, path, rev, seq, bucket, sha256, blob, written_by, at, body",
    "changes": "space, seq, kind, id, rev, size, line",
    "operations": "id, person, kind, at, status, code, reason, space, seq, rev",
    "announcements": "n, space, seq",
    "blobs": "sha256, size, person, at",
    "blob_parts": "sha256, part, bytes",
    "audit": "n, at, who, what, about, detail",
}
MADE_ANEW = ("snapshots", "snapshot_parts", "attempts")


def spelled(statement: str, dialect: Mapping[str, str]) -> str:
    """Write a statement of a migration for one database."""
    return statement.format_map(dialect)
