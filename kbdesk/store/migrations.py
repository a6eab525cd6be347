"""How a database grows: numbered migrations, each one transaction together with its record.

A migration is a tuple of SQL statements, so that nothing in it can commit by accident.
`user_version` is the number of the last one that ran; the table `migrations` tells when. A file
that carries a higher number than this kbdesk knows was written by a newer one and is not touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kbdesk.errors import NewerStore
from kbdesk.store.driver import Connection

RECORD = """CREATE TABLE IF NOT EXISTS migrations (
    version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema; a released one is never edited, a new one is added behind it."""

    name: str
    statements: tuple[str, ...]


def migrate(connection: Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """Bring a database up to the newest version; return how many migrations ran."""
    refuse_newer(connection, path, len(migrations))
    ran = 0
    while version_of(connection) < len(migrations):
        ran += _run_next(connection, migrations)
    return ran


def version_of(connection: Connection) -> int:
    return int(connection.value("PRAGMA user_version"))


def refuse_newer(connection: Connection, path: Path, known: int) -> None:
    """Stop before anything is written to a file whose shape we cannot know."""
    if (found := version_of(connection)) > known:
        raise NewerStore(
            path,
            f"{path} was written by a newer kbdesk (version {found}, this one knows {known}).",
            "Install the newer kbdesk again; the file was left as it is.",
        )


def _run_next(connection: Connection, migrations: Sequence[Migration]) -> int:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have run it meanwhile.
        version = version_of(connection)
        if version < len(migrations):
            _apply(connection, version + 1, migrations[version])
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return int(version < len(migrations))


def _apply(connection: Connection, version: int, migration: Migration) -> None:
    connection.execute(RECORD)
    for statement in migration.statements:
        connection.execute(statement)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", (version, migration.name, now))
    connection.execute(f"PRAGMA user_version = {version}")
