"""Which day it is, also on a machine whose clock is wrong (B05, D14, N02).

What is stale, and which rule holds, goes by the day. A desk that has spoken with its server since
its clock went wrong knows by how much (`lease.py`), and counts days from the moment it should be.
So a clock that is a day off changes neither what is shown nor the warning above it. Where nothing
was heard of a server since, or where there is none, the day is the machine's, right or wrong: a
warning is then as early or late as the clock, and nothing here can know better.

Only the day is mended. Moments stay those of the machine, because they are kept beside others that
are, and because the lease itself compares the two.
"""

from datetime import date, datetime, timedelta

from kbdesk.clock import Clock
from kbdesk.services.reading.lease import Leases


class Calendar:
    """A clock whose `today` is right where that can be known."""

    def __init__(self, clock: Clock, leases: Leases) -> None:
        self._clock = clock
        self._leases = leases

    def now(self) -> datetime:
        return self._clock.now()

    def today(self) -> date:
        if self._leases.clock_off is None:
            return self._clock.today()
        return self.moment().astimezone().date()

    def moment(self) -> datetime:
        """Return the moment it should be."""
        return self.now() - (self._leases.clock_off or timedelta(0))

    def steady(self) -> timedelta:
        return self._clock.steady()


def moment(clock: Clock) -> datetime:
    """Return the moment it is by the best that is known."""
    return clock.moment() if isinstance(clock, Calendar) else clock.now()
