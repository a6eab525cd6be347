"""The one door to the time of day, so that tests and dated rules can set it."""

import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the rest of the product may ask of time."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""

    def today(self) -> date:
        """Return the calendar day where the person sits: dated rules follow local midnight."""

    def steady(self) -> timedelta:
        """Return how long it is since some moment; nobody can set it, and sleep counts."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def steady(self) -> timedelta:
        return timedelta(seconds=_seconds())


@dataclass
class FixedClock:
    """A clock that stands where it is put."""

    moment: datetime
    run: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def steady(self) -> timedelta:
        return self.run

    def pass_(self, time: timedelta) -> None:
        """Let time pass, on both clocks."""
        self.moment += time
        self.run += time


def _seconds() -> float:
    """Read a clock that goes on while the machine sleeps; Windows has no other."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":  # unlike time.monotonic() there
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    else:
        return time.monotonic()
