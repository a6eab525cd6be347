"""The roster: who there is, for audiences and boards, as `colleague` entities in `+steer`.

The server keeps it level with people, groups and grants. When a desk of somebody was last heard is
kept in memory, and in the database to about five minutes; the roster itself changes only when they
come and when they go, since a change for everybody every five minutes would be all that its log
ever held.
"""

import logging
import threading
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from sync.protocol import codec
from sync.protocol.bodies.announcements import Colleague
from sync.server import rights
from sync.server.errors import StorageDown
from sync.server.ledger import Ledger, Put
from sync.server.moments import Clock, written
from sync.server.principal import Principal, Role
from sync.server.setting_up import STEER
from sync.server.storage.interface import Storage, Transaction

KIND = "colleague"
NOTED = timedelta(minutes=5)  # between two notes of one person
HERE = timedelta(minutes=10)  # of silence, and they are no longer here
log = logging.getLogger("kbdesk.server")


class Roster:
    """Who there is, and who is here."""

    def __init__(self, storage: Storage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock
        self._lock = threading.Lock()
        self._heard: dict[str, datetime] = {}
        self._noted: dict[str, datetime] = {}
        self._level: tuple[int, frozenset[str]] | None = None

    def hear(self, name: str) -> None:
        """Remember that a desk of somebody was heard just now. Costs nothing."""
        self._heard[name] = self._clock()

    def note(self) -> None:
        """Write down whom this process has heard."""
        with self._lock:
            news = {
                name: at
                for name, at in list(self._heard.items())
                if name not in self._noted or at - self._noted[name] >= NOTED
            }
            if news:
                self._storage.write(lambda t: _note(t, news))
                self._noted |= news

    def level(self) -> None:
        """Bring the roster level with people, groups and grants; often there is no need."""
        with self._lock:
            at = self._clock()
            state = self._storage.read(lambda t: (rights.version(t), _here(t, at)))
            if state != self._level:
                self._storage.write(lambda t: _level(t, at))
                self._level = state

    def level_if_possible(self) -> None:
        """Do so where nobody waits for it; the next tending does it otherwise."""
        try:
            self.level()
        except StorageDown:
            log.info("The database does not answer; the roster waits.")


def _note(transaction: Transaction, news: dict[str, datetime]) -> None:
    moments = [(written(at), name, written(at)) for name, at in sorted(news.items())]
    transaction.many("UPDATE people SET seen = ? WHERE name = ? AND seen < ?", moments)


def _here(transaction: Transaction, at: datetime) -> frozenset[str]:
    since = written(at - HERE)
    rows = transaction.rows("SELECT name FROM people WHERE disabled = 0 AND seen > ?", since)
    return frozenset(name for (name,) in rows)


def _level(transaction: Transaction, at: datetime) -> None:
    """Write what differs; one process at a time."""
    transaction.run("UPDATE counters SET value = value + 1 WHERE name = 'roster'")
    held: dict[str, str] = dict(
        transaction.rows("SELECT id, body FROM entities WHERE kind = ? AND body IS NOT NULL", KIND)
    )
    stood = {name: msgspec.json.decode(body, type=Colleague) for name, body in held.items()}
    wanted = _colleagues(transaction, at, stood)
    puts = [
        Put(KIND, name, STEER, "", codec.encode(one).decode())
        for name, one in wanted.items()
        if one != stood.get(name)
    ]
    puts += [Put(KIND, name, STEER, "", None) for name in stood if name not in wanted]
    if not puts:
        return
    ledger = Ledger(transaction, [put.key for put in puts], by="", at=written(at))
    for put in sorted(puts, key=lambda put: put.id):
        ledger.put(put)
    ledger.close()


def _colleagues(
    transaction: Transaction, at: datetime, stood: dict[str, Colleague]
) -> dict[str, Colleague]:
    groups: dict[str, list[str]] = {}
    for group, person in transaction.rows("SELECT group_name, person FROM members"):
        groups.setdefault(person, []).append(group)
    seen: dict[str, str] = {}
    people = []
    for name, role, full_name, last in transaction.rows(
        "SELECT name, role, full_name, seen FROM people WHERE disabled = 0"
    ):
        mine = tuple(sorted(groups.get(name, ())))
        people.append(Principal(name, Role(role), mine, full_name))
        seen[name] = last
    shelves = rights.shelves_of_all(transaction, people)
    since = written(at - HERE)
    return {
        one.name: _still(
            Colleague(
                full_name=one.full_name,
                role=one.role.value,
                groups=one.groups,
                spaces=shelves[one.name],
                seen=seen[one.name],
                here=seen[one.name] > since,
            ),
            stood.get(one.name),
        )
        for one in people
    }


def _still(now: Colleague, before: Colleague | None) -> Colleague:
    """Leave the moment alone while they are here."""
    if before is not None and before.here and now.here:
        return replace(now, seen=before.seen)
    return now
