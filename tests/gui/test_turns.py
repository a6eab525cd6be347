"""Something appears or goes by the clock: the window hears of it at that minute."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.clock import FixedClock
from kbdesk.ui.turns import LATE, Turns

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def turns(qtbot: QtBot, clock: FixedClock) -> Iterator[Turns]:
    made = Turns(clock)
    yield made
    made.stop()


def test_it_waits_for_the_moment_and_an_hour_at_most(turns: Turns) -> None:
    """Clocks are set and bases change: it looks again within the hour."""
    turns.expect(NOW + timedelta(seconds=30))
    assert turns.wait == 30_000 + LATE
    turns.expect(NOW + timedelta(days=30))
    assert turns.wait == 3_600_000 + LATE
    turns.expect(None)
    assert turns.wait == -1


def test_it_says_so_when_the_moment_has_come(turns: Turns, clock: FixedClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(turns.turned, timeout=60_000):
        turns.expect(NOW + timedelta(milliseconds=20))
        clock.pass_(timedelta(milliseconds=20))


def test_a_machine_that_slept_through_it_learns_of_it_when_asked_again(
    turns: Turns, clock: FixedClock, qtbot: QtBot
) -> None:
    turns.expect(NOW + timedelta(minutes=10))
    clock.pass_(timedelta(hours=9))
    with qtbot.waitSignal(turns.turned, timeout=60_000):
        turns.expect(NOW + timedelta(days=1))


def test_a_moment_that_is_not_there_yet_is_waited_for_again(
    turns: Turns, clock: FixedClock, qtbot: QtBot
) -> None:
    """A timer that fires although the clock was set back says nothing."""
    said: list[bool] = []
    turns.turned.connect(lambda: said.append(True))
    turns.expect(NOW + timedelta(milliseconds=1))
    clock.pass_(timedelta(hours=-1))
    qtbot.waitUntil(lambda: turns.wait > 3_000_000, timeout=60_000)
    assert said == []
