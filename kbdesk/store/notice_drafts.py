"""The announcement that somebody is writing: one for each person, as they left its fields.

What was typed is kept as it stands, sound or not: a half-written moment comes back half-written.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.outbox import Outbox


class NoticeDrafts:
    """The one of whoever this desk is of."""

    def __init__(self, user: Database, outbox: Outbox) -> None:
        self._user = user
        self._outbox = outbox

    def keep(self, fields: Mapping[str, Any], at: datetime) -> None:
        """Keep the fields; when this returns they survive a crash."""
        values = (*self._mine(), json.dumps(fields), write_moment(at))
        with self._user.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO notice_drafts VALUES (?, ?, ?, ?)", values)

    def get(self) -> tuple[dict[str, Any], datetime] | None:
        """Return the fields and when they were kept, None where nothing is begun."""
        row = (
            self._user.reading()
            .execute(
                "SELECT fields, at FROM notice_drafts WHERE server = ? AND person = ?",
                self._mine(),
            )
            .fetchone()
        )
        return (json.loads(row["fields"]), read_moment(row["at"])) if row is not None else None

    def drop(self) -> None:
        """Forget it."""
        with self._user.writing() as connection:
            connection.execute(
                "DELETE FROM notice_drafts WHERE server = ? AND person = ?", self._mine()
            )

    def _mine(self) -> tuple[str, str]:
        return self._outbox.identity() or ("", "")
