"""What is due from time to time: snapshots of spaces that grew, old sessions, the roster.

With several processes one of them does it: who moves the time of the last tending on. The others
find that it was done a moment ago.
"""

import logging

from sync.server.moments import Clock
from sync.server.roster import Roster
from sync.server.sessions import Sessions
from sync.server.snapshots import Snapshots
from sync.server.storage.interface import Storage, Transaction

PAUSE_SECONDS = 20
log = logging.getLogger("kbdesk.server")


class Tending:
    """The housekeeping of a server."""

    def __init__(
        self,
        storage: Storage,
        snapshots: Snapshots,
        sessions: Sessions,
        roster: Roster,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._snapshots = snapshots
        self._sessions = sessions
        self._roster = roster
        self._clock = clock

    def run(self) -> None:
        """Do what is due, unless another process just did; whom this one heard it alone knows."""
        self._roster.note()
        if not self._storage.write(self._take_turn):
            return
        self._storage.write(self._sessions.purge)
        self._roster.level()
        for space in self._snapshots.due():
            made = self._snapshots.build(space)
            if made is not None:
                log.info("A snapshot of %s was made at %d: %d rows", space, made.seq, made.rows)

    def _take_turn(self, transaction: Transaction) -> bool:
        now = int(self._clock().timestamp())
        return bool(
            transaction.run(
                """UPDATE counters SET value = ?
                    WHERE name = 'tending' AND NOT value BETWEEN ? AND ?""",
                now,
                now - PAUSE_SECONDS,
                now,
            )
        )
