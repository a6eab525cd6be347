"""The server's clock and how a moment is written: RFC 3339, UTC, to the second."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """Write a moment; written moments sort as they follow each other."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
