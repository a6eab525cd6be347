"""Telling the live streams what was committed, by whichever process.

A wake carries nothing: whoever is woken reads what is newer than what it knows. Announcements have
a number of their own, without gaps, so none is missed and none is told twice; heads and rights are
compared with what was last seen. Nothing is told before it can be read.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection, Sequence

import msgspec

from sync.server import rights
from sync.server.errors import StorageDown
from sync.server.events import Announced, Event, RightsChanged, SpaceMoved
from sync.server.storage.interface import Storage, Transaction, marks

CATCH_UP = 100  # announcements read at once
LEAST_PAUSE = 0.02  # seconds between two looks: a burst of commits is one look
LONGEST_PAUSE = 1.0
SHARE = 10  # looking takes at most a tenth of the time
log = logging.getLogger("kbdesk.server")


class Watching:
    """One thread that looks after each wake and calls everyone who watches."""

    def __init__(self, storage: Storage, on_rights: Callable[[], None]) -> None:
        self._storage = storage
        self._on_rights = on_rights
        self._lock = threading.Lock()
        self._watchers: list[Callable[[Event], None]] = []
        self._woken = threading.Event()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None
        self._heads: dict[str, int] = {}
        self._rights = 0
        self._last = 0

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call back for every event from now on; return what ends that."""
        with self._lock:
            self._watchers.append(callback)
            if self._thread is None:
                self._begin()

        def leave() -> None:
            with self._lock:
                if callback in self._watchers:
                    self._watchers.remove(callback)

        return leave

    def announcements(self, readable: Collection[str], after: int) -> Sequence[Announced]:
        """Return announcements in these spaces after a number, at most a hundred."""
        if not readable:
            return ()
        return self._storage.read(lambda t: _announced(t, after, tuple(readable)))

    def last_announcement(self) -> int:
        return self._storage.read(_last_announcement)

    def close(self) -> None:
        self._closed.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        """Listen first, then look where we stand: what comes between is looked at twice."""
        self._storage.listen(self._woken.set)
        self._storage.read(self._stand)
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)
        self._thread.start()

    def _stand(self, transaction: Transaction) -> None:
        self._heads = _heads(transaction)
        self._rights = rights.version(transaction)
        self._last = _last_announcement(transaction)

    def _run(self) -> None:
        while self._woken.wait() and not self._closed.is_set():
            self._woken.clear()
            began = time.monotonic()
            try:
                self._look()
            except StorageDown:
                log.debug("The database is away; the next wake will tell.")
            took = time.monotonic() - began
            self._closed.wait(min(LONGEST_PAUSE, max(LEAST_PAUSE, SHARE * took)))

    def _look(self) -> None:
        heads, number, last, announced = self._storage.read(self._news)
        self._last = min(self._last, last)  # a restored server counts from where it was
        if number != self._rights:
            self._rights = number
            self._on_rights()
            self._tell(RightsChanged())
        for space, head in heads.items():
            if self._heads.get(space, 0) != head:
                self._tell(SpaceMoved(space, head))
        self._heads = heads
        for one in announced:
            self._last = one.number
            self._tell(one)
        if len(announced) == CATCH_UP:
            self._woken.set()

    def _news(self, transaction: Transaction) -> tuple[dict[str, int], int, int, list[Announced]]:
        last, announced = _last_announcement(transaction), _announced(transaction, self._last)
        return _heads(transaction), rights.version(transaction), last, announced

    def _tell(self, event: Event) -> None:
        with self._lock:
            watchers = tuple(self._watchers)
        for watcher in watchers:
            try:
                watcher(event)
            except Exception:
                log.exception("A watcher failed on %s", type(event).__name__)


def _heads(transaction: Transaction) -> dict[str, int]:
    return dict(transaction.rows("SELECT name, head FROM spaces"))


def _last_announcement(transaction: Transaction) -> int:
    return int(transaction.value("SELECT value FROM counters WHERE name = 'announcements'"))


def _announced(
    transaction: Transaction, after: int, spaces: tuple[str, ...] = ()
) -> list[Announced]:
    within = f"AND a.space IN ({marks(len(spaces))})" if spaces else ""
    rows = transaction.rows(
        f"""SELECT a.n, a.space, c.line FROM announcements a
            JOIN changes c ON c.space = a.space AND c.seq = a.seq
            WHERE a.n > ? {within} ORDER BY a.n LIMIT {CATCH_UP}""",
        after,
        *spaces,
    )
    return [Announced(number, space, msgspec.Raw(line)) for number, space, line in rows]
