"""How old a copy is, and what follows from it: plain values, and the arithmetic of moments."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

NOTHING = timedelta(0)


class Level(StrEnum):
    """How far a text may be relied on for its age."""

    FRESH = "fresh"
    AGEING = "ageing"  # say its age; of a class that asks for it, have a copy confirmed
    LOCKED = "locked"  # not to be shown before the next success


@dataclass(frozen=True, slots=True)
class Lease:
    """What a text, or a whole copy, is worth by its age.

    `since` is when it was last level, by the server's clock. Count with `age`, never with a clock
    of the desk. `of` is the class of content whose time has run out, "" for the whole copy.
    """

    level: Level = Level.FRESH
    since: datetime | None = None
    age: timedelta | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a desk keeps of time, and what it takes up again at its next start."""

    told: datetime  # the server's moment of the last success
    reckoned: datetime  # the moment it was when this was kept; it never goes back
    wall: datetime  # what the clock of the machine showed then

    def after(self, steady: timedelta, wall: datetime) -> "Mark":
        """Return the mark after a stretch that was measured, whatever the clock shows."""
        return replace(self, reckoned=self.reckoned + max(steady, NOTHING), wall=wall)

    def after_a_gap(self, wall: datetime) -> "Mark":
        """Return the mark after a stretch that nobody measured: only the clock can tell.

        A clock that went back is another one than before: either it was put right, and shows the
        moment itself, or nothing is known of the gap.
        """
        gap = wall - self.wall
        if gap < NOTHING:
            gap = wall - self.reckoned
        return replace(self, reckoned=self.reckoned + max(gap, NOTHING), wall=wall)

    @property
    def age(self) -> timedelta:
        return max(self.reckoned - self.told, NOTHING)

    @property
    def off(self) -> timedelta:
        """How far the clock of the machine stands from the moment it should show."""
        return self.wall - self.reckoned
