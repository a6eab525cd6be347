"""Days as people type them, and how long it is to midnight."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.days import read_day, until_midnight

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1er mars", date(2027, 3, 1)),
        ("le 1er mars 2026", date(2026, 3, 1)),
        ("01/03/2026", date(2026, 3, 1)),
        ("1/3/26", date(2026, 3, 1)),
        ("1.3.2026", date(2026, 3, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("3/12", date(2026, 12, 3)),
        ("Mardi 3 août 2026", date(2026, 8, 3)),
        ("3 AOUT 2026", date(2026, 8, 3)),
        ("1er janv.", date(2027, 1, 1)),
        ("March 1", date(2027, 3, 1)),
        ("1st of March 2026", date(2026, 3, 1)),
        ("October 5, 2026", date(2026, 10, 5)),
        ("29 février", date(2028, 2, 29)),
        ("aujourd’hui", TODAY),
        ("hier", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 23)),
    ],
)
def test_a_day_is_understood_as_it_is_said(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["", " ", "31/02/2026", "mars", "ju 3", "3 ju", "12", "00/00", "2026", "x" * 900, "1/13"],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@given(st.text(max_size=60), st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_nothing_typed_ever_raises(typed: str, today: date) -> None:
    read_day(typed, today)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_written_out_is_that_day(day: date) -> None:
    assert read_day(f"{day:%d/%m/}{day.year:04}", TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.integers(946_684_800, 4_102_444_800), st.integers(-12, 12))
def test_midnight_is_never_more_than_a_day_of_25_hours_away(seconds: int, zone: int) -> None:
    aware = datetime.fromtimestamp(seconds, timezone(timedelta(hours=zone)))
    wait = until_midnight(aware)
    assert timedelta(0) < wait <= timedelta(hours=25)
    assert (aware + wait).astimezone().time().isoformat() == "00:00:00"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has one time zone at a time")
@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), 25),  # the clocks go back that night
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), 23),  # and forward in this one
        (datetime(2026, 6, 1, 22, 0, tzinfo=UTC), 24),
    ],
)
def test_a_night_on_which_the_clocks_change_has_its_own_length(
    moment: datetime, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        assert until_midnight(moment) == timedelta(hours=hours)
    finally:
        monkeypatch.undo()
        time.tzset()
