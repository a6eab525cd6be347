"""How old the copy is, by nobody's clock, and what the house asks of an old one (G16, G24, F18).

A person must neither renew a lease by setting the clock back nor lose one because it was set
forward. So the age of a copy is not "now minus then". Three things are kept with each success:
the server's moment (it comes proved with the heads), that same moment again as a reckoning, and
what the clock of the machine showed. Then:

- **Within a run** time is measured by a clock that nobody can set and that counts sleep. Whatever
  the wall clock does meanwhile decides nothing. The reckoning is kept every few minutes together
  with what the wall showed, so that a jump made during a run is no gap for the next one.
- **Between two runs** nobody measured, and only the wall can tell: the gap is from what it showed
  last to what it shows now. If it went back, it is another clock than before. Either it was put
  right, and shows the moment itself, which is later than the reckoning; or nothing is known of the
  gap, and the reckoning stands: it is the largest moment ever seen, and never goes back.
- **At a success** everything starts over from the server's moment, also after a wrong lock.

What is left: a clock set forward while kbdesk is closed looks like a holiday, so a lease may end
early, and one sync mends it; a clock set back before every start hides the hours in which kbdesk
was closed, never those in which it ran. The first costs a sync and the second needs a person who
wants to be misled. A clock that stands more than `SLACK` from the reckoning is told to the person
(`clock_off`); by itself it decides nothing.

A lease is a promise of the house to itself and no protection against the owner of the disk: the
texts lie there, and F09 (encryption) would be another matter. What the person wrote is not under
it: drafts and outbox are in user.db and stay theirs.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from kbdesk.clock import Clock
from kbdesk.core.lease import Lease, Level, Mark
from kbdesk.errors import ContentLocked, StoreTrouble
from kbdesk.store.lease_notes import LeaseNotes
from kbdesk.store.moments import read_moment
from sync.protocol import codec
from sync.protocol.codec import Unbelievable
from sync.protocol.wire import Policy

__all__ = ["Lease", "Leases", "Level"]
log = logging.getLogger(__name__)

SLACK = timedelta(minutes=10)  # that a clock may be wrong without being spoken of
KEEP_EVERY = timedelta(minutes=5)


class Leases:
    """Says how old the copy is and what that means; the one place where a lock is decided."""

    def __init__(self, notes: LeaseNotes, clock: Clock) -> None:
        self._notes = notes
        self._clock = clock
        self._turn = threading.Lock()
        self._held = _Held()
        self._begun: tuple[Mark, timedelta] | None = None  # when this run took the mark up
        self._policy_text = ""
        self._policy = Policy()

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Read what is kept once for all that this thread asks inside: one answer, one state."""
        self._held.read = self._notes.read()
        try:
            yield
        finally:
            self._held.read = None

    # what a text is worth

    def lease(self) -> Lease:
        """Return what the whole copy is worth; always fresh where there is no server."""
        mark, policy = self._now()
        if mark is None:
            return Lease()
        level = Level.FRESH
        if _past(mark.age, timedelta(days=policy.lease_days)):
            level = Level.LOCKED
        elif _past(mark.age, timedelta(hours=policy.stale_after)):
            level = Level.AGEING
        return Lease(level, mark.told, mark.age)

    def of(self, content_class: str) -> Lease:
        """Return what an article of a class is worth: ordinary ones age with the copy alone."""
        whole = self.lease()
        if whole.level is Level.LOCKED or whole.age is None:
            return whole
        _, policy = self._now()
        hours = policy.classes.get(content_class, 0) if content_class else 0
        late = _past(whole.age, timedelta(hours=hours))
        level = Level.AGEING if late else Level.FRESH
        return Lease(level, whole.since, whole.age, content_class if late else "")

    def refuse_locked(self) -> None:
        """Raise `ContentLocked` while the texts of the base may not be shown."""
        lease = self.lease()
        if lease.level is Level.LOCKED and lease.age is not None:
            raise ContentLocked(lease.age)

    @property
    def clock_off(self) -> timedelta | None:
        """How far the clock of this machine is wrong, None where that is little or not known."""
        mark, _ = self._now()
        return None if mark is None or abs(mark.off) <= SLACK else mark.off

    # what is learnt

    def learn(self, policy: Policy | None) -> None:
        """Take over what the server asks for."""
        text = codec.encode(policy or Policy()).decode()
        if text != self._notes.read()[1]:
            self._notes.write_policy(text)

    def renew(self, moment: str) -> None:
        """Start over: the copy is level, at this moment of the server's ("" when it says none)."""
        wall = self._clock.now()
        told = _moment(moment) or wall
        mark = Mark(told, told, wall)
        self._notes.write(mark)
        with self._turn:
            self._begun = (mark, self._clock.steady())

    def keep(self) -> None:
        """Note how far time has come, for the next start."""
        stored, _ = self._notes.read()
        mark, _ = self._now()
        if mark is None or stored is None:
            return
        jumped = abs(mark.off - stored.off) > SLACK
        if jumped or mark.reckoned - stored.reckoned >= KEEP_EVERY:
            try:
                self._notes.write(mark)
            except StoreTrouble as trouble:  # the next time will do
                log.info("The time was not kept: %s", trouble)

    # within

    def _now(self) -> tuple[Mark | None, Policy]:
        """Return the mark as it stands now, and the policy."""
        stored, text = self._held.read or self._notes.read()
        with self._turn:
            return self._reckoned(stored), self._read_policy(text)

    def _reckoned(self, stored: Mark | None) -> Mark | None:
        if stored is None:
            return None
        wall, steady = self._clock.now(), self._clock.steady()
        if self._begun is None or self._begun[0].told != stored.told:  # a start, or a success
            self._begun = (stored.after_a_gap(wall), steady)
        begun, since = self._begun
        mark = begun.after(steady - since, wall)
        # Another process may have measured more: the largest moment seen by any of them stands.
        return replace(mark, reckoned=max(mark.reckoned, stored.reckoned))

    def _read_policy(self, text: str) -> Policy:
        if text != self._policy_text:
            self._policy_text, self._policy = text, _policy(text)
        return self._policy


class _Held(threading.local):
    """What a thread has read for one moment."""

    read: tuple[Mark | None, str] | None = None


def _past(age: timedelta, limit: timedelta) -> bool:
    """Say whether a limit is behind; one of nothing asks nothing."""
    return bool(limit) and age > limit


def _policy(text: str) -> Policy:
    if not text:  # nothing kept yet, as a thread may still see that read before it came
        return Policy()
    try:
        return codec.decode(text.encode(), Policy)
    except Unbelievable as doubt:
        log.warning("The policy that is kept could not be read: %s", doubt)
        return Policy()


def _moment(text: str) -> datetime | None:
    try:
        found = read_moment(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
