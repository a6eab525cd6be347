"""An outbox as an older kbdesk wrote it: before operations said what they are made upon."""

import json
from pathlib import Path
from typing import Any

from kbdesk.store.database import Database
from kbdesk.store.operation_hashes import operation_sha256
from kbdesk.store.user import APPLICATION, MIGRATIONS

AT = "2026-11-02T12:00:00+00:00"


def older_user(path: Path, migrations: int = 2) -> Database:
    """Open a user.db that has come so far."""
    known = MIGRATIONS[:migrations]
    return Database(path, application=APPLICATION, synchronous="FULL", migrations=known)


def put(
    user: Database,
    kind: str,
    body: dict[str, Any],
    base_rev: int | None = None,
    about: str = "",
    person: str = "",
) -> str:
    """Let an operation wait; return its id."""
    with user.writing() as connection:
        id_ = f"op-{connection.value('SELECT count(*) FROM outbox')}"
        text = json.dumps(body, ensure_ascii=False, sort_keys=True)
        sha = operation_sha256(id_, kind, AT, base_rev, text)
        connection.execute(
            """INSERT INTO outbox (id, kind, at, base_rev, body, state, sha256, about, server,
                person) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)""",
            (id_, kind, AT, base_rev, text, sha, about, "office" if person else "", person),
        )
    return id_
