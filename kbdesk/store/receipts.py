"""How far I have come with announcements, by my own acts on this machine; and my shifts.

One row for each state of each version, and the operation that tells the server goes with it in one
transaction: after a crash both are there or neither. A row is never taken back and its first moment
stands, whatever the clock shows later. The server's copy comes back by itself and is joined to
this; ids being what they are, whichever comes first, nothing is asked twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.outbox import Draft, Outbox

TOLD = "told"  # that the notice was recalled, and why
WRONG = "wrong"  # an answer that was not right

_NOTE = """INSERT INTO receipts (server, person, announcement, version, state, at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET times = times + (state = 'wrong')"""


@dataclass(frozen=True, slots=True)
class Noted:
    """What I did with one version: moments by state, and how often I answered wrongly."""

    moments: Mapping[str, datetime] = field(default_factory=dict)
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One state to note. `body` is what the server is told, None for what stays here."""

    announcement: str
    version: int
    state: str
    body: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Shift:
    """When somebody was last here, since when they are, and when the shift before it ended."""

    here: datetime
    began: datetime
    before: datetime | None = None
    put_away: bool = False


class Receipts:
    """The rows of whoever this desk is of."""

    def __init__(self, user: Database, outbox: Outbox) -> None:
        self._user = user
        self._outbox = outbox

    def note(self, steps: Sequence[Step], at: datetime) -> None:
        """Keep states and the operations that tell of them, all or none."""
        if not steps:
            return
        server, person = self._outbox.identity() or ("", "")
        with self._user.writing() as connection:
            drafts = [
                Draft("receipt", step.body, f"receipt:{step.announcement}")
                for step in steps
                if step.body is not None
            ]
            self._outbox.put_all(drafts, at)
            connection.executemany(
                _NOTE,
                [
                    (server, person, step.announcement, step.version, step.state, write_moment(at))
                    for step in steps
                ],
            )

    def all(self) -> dict[str, dict[int, Noted]]:
        """Map announcement → version → what I did with it here."""
        server, person = self._outbox.identity() or ("", "")
        rows = self._user.reading().rows(
            """SELECT announcement, version, state, at, times FROM receipts
                WHERE server = ? AND person = ?""",
            server,
            person,
        )
        return _gathered((row[0], row[1], row[2], row[3], row[4]) for row in rows)

    # shifts

    def shift(self) -> Shift | None:
        """Return the shift that is on, None on a desk that never had one."""
        row = self._user.reading().execute("SELECT * FROM shift").fetchone()
        if row is None:
            return None
        before = read_moment(row["before"]) if row["before"] else None
        here, began = read_moment(row["here"]), read_moment(row["began"])
        return Shift(here, began, before, bool(row["put_away"]))

    def keep_shift(self, shift: Shift) -> None:
        before = write_moment(shift.before) if shift.before else ""
        values = (write_moment(shift.here), write_moment(shift.began), before, int(shift.put_away))
        with self._user.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO shift VALUES (1, ?, ?, ?, ?)", values)


def _gathered(
    rows: Iterable[tuple[str, int, str, str, int]],
) -> dict[str, dict[int, Noted]]:
    moments: dict[tuple[str, int], dict[str, datetime]] = {}
    wrong: dict[tuple[str, int], int] = {}
    for announcement, version, state, at, times in rows:
        key = (announcement, version)
        moments.setdefault(key, {})[state] = read_moment(at)
        if state == WRONG:
            wrong[key] = times
    found: dict[str, dict[int, Noted]] = {}
    for (announcement, version), states in moments.items():
        noted = Noted(states, wrong.get((announcement, version), 0))
        found.setdefault(announcement, {})[version] = noted
    return found
