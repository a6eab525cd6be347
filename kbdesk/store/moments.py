"""Moments as user.db keeps them: text in UTC of one width, so that text order is time order."""

from datetime import UTC, datetime


def write_moment(at: datetime) -> str:
    """Spell out an aware moment; a naive one is a bug of the caller."""
    if at.tzinfo is None:
        raise ValueError("A moment without a time zone means nothing on another machine.")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def moment_in(text: str) -> datetime | None:
    """Read a moment that came from outside, None for one that makes no sense on a clock here."""
    try:
        found = read_moment(text)
        found.astimezone()
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo is not None else None
