"""Moments as user.db keeps them: text in UTC of one width, so that text order is time order."""

from datetime import UTC, datetime


def write_moment(at: datetime) -> str:
    """Spell out an aware moment; a naive one is a bug of the caller."""
    if at.tzinfo is None:
        raise ValueError("A moment without a time zone means nothing on another machine.")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
