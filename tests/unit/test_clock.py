"""The one door to the time of day."""

from datetime import UTC, date, datetime

from kbdesk.clock import FixedClock, SystemClock


def test_the_system_clock_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert abs((datetime.now(UTC) - now).total_seconds()) < 60


def test_today_is_the_local_day() -> None:
    before = datetime.now().astimezone().date()
    assert SystemClock().today() in {before, datetime.now().astimezone().date()}


def test_a_fixed_clock_stands_where_it_is_put() -> None:
    clock = FixedClock(datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert clock.today() == date(2026, 3, 1)
    clock.moment = datetime(2026, 3, 2, tzinfo=UTC)
    assert clock.now() == clock.moment
