"""What is kept of time and of the house's policy, beside the copy that they are about.

In kb.db and not in user.db: whoever makes the copy anew starts its lease anew, and without a copy
there is nothing to lock.
"""

import json

from kbdesk.core.lease import Mark
from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment

MARK, POLICY = "lease", "policy"


class LeaseNotes:
    """Two named texts in kb.db."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def read(self) -> tuple[Mark | None, str]:
        """Return the mark, None for a copy that was never level, and the policy as it came."""
        rows = self._kb.reading().rows(
            "SELECT key, value FROM meta WHERE key IN (?, ?, 'last_success')", MARK, POLICY
        )
        found = {row["key"]: row["value"] for row in rows}
        return _mark(found), found.get(POLICY, "")

    def write(self, mark: Mark) -> None:
        moments = (mark.told, mark.reckoned, mark.wall)
        self._put(MARK, json.dumps([write_moment(moment) for moment in moments]))

    def write_policy(self, text: str) -> None:
        self._put(POLICY, text)

    def _put(self, key: str, value: str) -> None:
        with self._kb.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _mark(found: dict[str, str]) -> Mark | None:
    if MARK in found:
        return Mark(*(read_moment(text) for text in json.loads(found[MARK])))
    if not found.get("last_success"):
        return None
    success = read_moment(found["last_success"])  # of a kbdesk that kept nothing more
    return Mark(success, success, success)
