"""What is known of the last tries to sync, beside the copy they were for."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment


class SyncNotes:
    """A few named texts in kb.db: last_success, checked, trouble, alerts."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def read(self) -> dict[str, str]:
        rows = self._kb.reading().rows(
            """SELECT key, value FROM meta
                WHERE key IN ('last_success', 'checked', 'trouble', 'alerts')"""
        )
        return {row["key"]: row["value"] for row in rows}

    def due(self, name: str, now: datetime, every: timedelta) -> bool:
        """Say whether something was last done longer ago than `every`, or in a future."""
        found = self.read().get(name)
        if found is None:
            return name != "checked"  # what has just come whole needs no comparison
        return not timedelta(0) <= now - read_moment(found) < every

    def passed(self, now: datetime, alerts: Sequence[Sequence[str]], *, checked: bool) -> None:
        """Note that a pass came to its end, and of each alert its code, subject and sentence."""
        values = {"trouble": "{}"}
        if checked:
            values["alerts"] = json.dumps(list(alerts))
        if checked or "checked" not in self.read():
            values["checked"] = write_moment(now)
        self._write(values)

    def failed(self, state: str, sentence: str, code: str = "") -> None:
        """Note that a pass did not come to its end."""
        told = {"state": state, "sentence": sentence, "code": code}
        self._write({"trouble": json.dumps(told)})

    def behind(self) -> int:
        """Return how many changes the server has spoken of that are not here."""
        return int(
            self._kb.reading().value(
                "SELECT coalesce(sum(max(head - cursor, 0) + sweeping), 0) FROM spaces"
            )
        )

    def _write(self, values: dict[str, str]) -> None:
        known = self.read()
        new = [(key, value) for key, value in values.items() if known.get(key) != value]
        if new:
            with self._kb.writing() as connection:
                connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", new)
