"""From draft to archive: when an article is to be found, and when no longer.

The front matter says it, so it travels with the text: `status: draft | review | published |
archived`, `publish_at:` and `expire_at:`. A moment may name its zone (`2026-11-23T08:00+01:00`);
one that names none is local time where the desk stands, so that “at eight” is eight everywhere. In
the night when clocks go back an hour comes twice, and its first is meant; an hour that is left out
in spring means the moment after it. A day alone is its beginning for `publish_at`, and its end for
`expire_at`. The desk decides by its own clock, mended by what it last heard of its server, so that
a desk that was off the network since the day before still turns at the minute.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

FIELDS = ("status", "publish_at", "expire_at")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_LOCAL, _ABSOLUTE = "local ", "utc "  # how a moment is kept beside an article


class Status(StrEnum):
    """Where an article stands in its life."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Phase(StrEnum):
    """What that comes to at one moment."""

    DRAFT = "draft"
    REVIEW = "review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    EXPIRED = "expired"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Life:
    """When an article stands; moments as they are kept: see `kept_moment`."""

    status: Status = Status.PUBLISHED
    publish_at: str = ""
    expire_at: str = ""

    @property
    def plain(self) -> bool:
        """True for an article that simply stands."""
        return self == Life()

    def phase(self, now: datetime) -> Phase:
        """Say where an article stands at an aware moment."""
        if self.status is not Status.PUBLISHED:
            return Phase(self.status.value)
        if self.expire_at and moment_of(self.expire_at) <= now:
            return Phase.EXPIRED
        if self.publish_at and moment_of(self.publish_at) > now:
            return Phase.SCHEDULED
        return Phase.PUBLISHED

    def stands(self, now: datetime) -> bool:
        """Say whether it is to be found."""
        return self.phase(now) is Phase.PUBLISHED

    def turns(self) -> tuple[datetime, ...]:
        """Return the moments at which that changes by itself."""
        if self.status is not Status.PUBLISHED:
            return ()
        return tuple(moment_of(kept) for kept in (self.publish_at, self.expire_at) if kept)


def next_turn(lives: Iterable[Life], now: datetime) -> datetime | None:
    """Return the next moment at which one of them appears or goes."""
    return min((turn for life in lives for turn in life.turns() if turn > now), default=None)


def kept_moment(text: str, *, ends: bool) -> str:
    """Bring a moment as somebody wrote it to the form it is kept in; raise ValueError for none.

    What names no zone stays local: two desks in two zones each turn at their own eight o'clock.
    """
    cleaned = text.strip()
    if _DAY.match(cleaned):
        day = datetime.fromisoformat(cleaned)
        return f"{_LOCAL}{(day + timedelta(days=1) if ends else day).isoformat()}"
    found = datetime.fromisoformat(cleaned)
    if found.tzinfo is None:
        return f"{_LOCAL}{found.isoformat()}"
    return f"{_ABSOLUTE}{found.astimezone(UTC).isoformat()}"


def moment_of(kept: str) -> datetime:
    """Return the moment that is meant, on this machine."""
    if kept.startswith(_ABSOLUTE):
        return datetime.fromisoformat(kept.removeprefix(_ABSOLUTE))
    wall = datetime.fromisoformat(kept.removeprefix(_LOCAL))
    found = wall.astimezone()
    if found.replace(tzinfo=None) != wall:  # an hour that spring leaves out: after it, never before
        return wall.replace(fold=1).astimezone()
    return found


def life_of(said: Mapping[str, object]) -> Life:
    """Read what a front matter says, leniently: what cannot be read says nothing."""
    status = str(said.get("status") or "").strip().casefold()
    known = Status(status) if status in set(Status) else Status.PUBLISHED
    return Life(known, _kept(said, "publish_at", ends=False), _kept(said, "expire_at", ends=True))


def _kept(said: Mapping[str, object], name: str, *, ends: bool) -> str:
    text = said.get(name)
    if not isinstance(text, str) or not text.strip():
        return ""
    try:
        kept = kept_moment(text, ends=ends)
        moment_of(kept)
    except (ValueError, OverflowError, OSError):
        return ""
    return kept
