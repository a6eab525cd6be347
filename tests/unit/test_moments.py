"""Moments from outside: what no clock here can show is none, and nothing raises."""

from datetime import UTC, datetime

import pytest

from kbdesk.store.moments import moment_in


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-11-22", "2026-11-22T10:00:00", "9999-12-31T23:59:59-14:00",
     "0001-01-01T00:00:00+14:00", "\0", "２０２６-11-22T10:00:00Z"],
)  # fmt: skip
def test_what_makes_no_sense_is_no_moment(text: str) -> None:
    """Without a zone, or past the ends of the calendar in some zone, it means nothing."""
    assert moment_in(text) is None


def test_a_moment_with_its_zone_is_one() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert moment_in("2026-11-22T13:00:00+01:00") == moment_in("2026-11-22T12:00:00Z") == noon
