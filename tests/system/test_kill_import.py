"""kill -9 while a base is brought in: afterwards it is there whole or not at all, and level.

The import is the real command, on a base of which every text has changed. Two ways to choose the
moment: by the clock, spread over the run, which is honest about where time goes; and by counting
the calls that write (strace), which also hits what takes no time at all.
"""

import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.killing import Victim, finish, start

STRACE = ("strace", "-f", "-qq")
STORE = "pwrite64,fdatasync,ftruncate"  # SQLite writes so
INDEX = "write,rename,renameat"  # tantivy and the switch of folders do


@pytest.fixture
def victim(tmp_path: Path) -> Victim:
    return Victim(tmp_path)


def time_of_a_run(victim: Victim) -> float:
    began = time.monotonic()
    finish(start(victim.command(victim.copy())))
    return time.monotonic() - began


def kill_by_the_clock(victim: Victim, points: int, first: float = 0.35) -> None:
    """Kill at `points` moments from a third of the run on: before that, Python itself starts."""
    whole = time_of_a_run(victim)
    chance = random.Random(points)
    for n in range(points):
        profile = victim.copy()
        process = start(victim.command(profile))
        share = first + (1.1 - first) * (n + chance.random()) / points
        try:
            process.wait(whole * share)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate(timeout=60)
        victim.assert_whole(profile)


@pytest.mark.long
def test_a_killed_import_is_there_whole_or_not_at_all(victim: Victim) -> None:
    """Six moments; the long tests take a hundred."""
    kill_by_the_clock(victim, 6)
    assert sum(victim.outcomes.values()) == 6


@pytest.mark.long
def test_killed_at_a_hundred_moments(victim: Victim) -> None:
    """At any of them: as before or as after, never between."""
    kill_by_the_clock(victim, 100)
    assert victim.outcomes["nothing"]
    assert victim.outcomes["to index"] + victim.outcomes["level"]


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.parametrize(
    ("calls", "points", "met"), [(STORE, 60, "nothing"), (INDEX, 40, "to index")]
)
def test_killed_at_numbered_writes(victim: Victim, calls: str, points: int, met: str) -> None:
    """Spread from the first call of its sort to the last, in whichever thread gets there first."""
    most = most_calls_of_a_thread(victim, calls)
    assert most >= points
    for n in range(points):
        profile = victim.copy()
        inject = f"inject={calls}:signal=KILL:when={1 + n * most // points}"
        process = start([*STRACE, "-o", "/dev/null", "-e", inject, *victim.command(profile)])
        process.communicate(timeout=120)
        victim.assert_whole(profile)
    assert victim.outcomes[met]


def most_calls_of_a_thread(victim: Victim, calls: str) -> int:
    """Count, in a run that nobody kills, how often one thread makes these calls."""
    trace = victim.folder / "trace"
    command = victim.command(victim.copy())
    finish(start([*STRACE, "-ff", "-o", str(trace), "-e", f"trace={calls}", *command]))
    return max(len(file.read_text().splitlines()) for file in victim.folder.glob("trace.*"))
