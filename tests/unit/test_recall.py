"""The schedule: a replay of the log, whatever order it came together in."""

import random
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kbdesk.core.recall import MOST, Review, merged, schedule

START = datetime(2026, 11, 2, 8, tzinfo=UTC)


def review(
    n: int, days: float, *, right: bool = True, ease: int = 3, question: str = "q"
) -> Review:
    return Review(f"r{n:03}", question, "t", right, ease, START + timedelta(days=days))


def test_right_answers_are_asked_ever_more_rarely_and_wrong_ones_soon() -> None:
    """C03: days between two times grow, never past 180; a wrong answer brings it back."""
    log, at, gaps = [], 0.0, []
    for n in range(12):
        log.append(review(n, at))
        due = schedule(log)["q"].due
        gaps.append((due - log[-1].at).days)
        at += gaps[-1]
    assert gaps == sorted(gaps)
    assert gaps[0] >= 1
    assert gaps[-1] == MOST
    log.append(review(99, at, right=False))
    standing = schedule(log)["q"]
    assert (standing.due - log[-1].at).days < 30
    assert (standing.times, standing.wrong) == (13, 1)


def test_logs_in_any_order_and_in_any_parts_give_one_schedule() -> None:
    """C03: joined here or there, with copies of the server's among them, it is the same log."""
    chance = random.Random(3)
    log = [
        review(n, chance.random() * 60, right=chance.random() < 0.8, question=f"q{n % 9}")
        for n in range(300)
    ]
    expected = schedule(merged(log))
    for _ in range(20):
        mixed = chance.sample(log, len(log))
        cut = chance.randrange(len(log))
        told = [replace(one, server=one.at + timedelta(hours=1)) for one in mixed[cut // 2 :]]
        joined = merged(mixed[:cut], told, mixed[cut:])
        assert len(joined) == 300
        assert schedule(joined) == expected


def test_answers_of_one_moment_are_taken_by_id() -> None:
    one, other = review(1, 0), review(2, 0, right=False)
    assert schedule(merged([one, other])) == schedule(merged([other], [one]))


def test_a_clock_set_to_another_century_silences_no_question() -> None:
    """The server's moment stands for one that its desk has put after it."""
    wrong = Review("r", "q", "t", True, 3, START.replace(year=2099), START)
    assert schedule([wrong])["q"].due < START + timedelta(days=30)
    assert wrong.moment == START


def test_a_start_does_not_pay_for_the_schedule() -> None:
    """The library is loaded with the first schedule, and brings no torch and no numpy."""
    code = (
        "import sys, kbdesk.services.learn.coaching; assert 'fsrs' not in sys.modules;"
        "from kbdesk.core.recall import _scheduler; _scheduler();"
        "assert not {'torch', 'numpy', 'pandas'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
