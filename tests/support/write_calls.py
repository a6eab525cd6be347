"""The calls by which a process writes, counted and disturbed one at a time (strace, Linux)."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.shared_data import CHECKOUT

CALLS = ("pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "mkdir")
STRACE = ("strace", "-f", "-qq", "--seccomp-bpf")
PATIENCE = 60


@dataclass(frozen=True)
class Point:
    """The n-th call of a kind that one thread makes."""

    call: str
    number: int


def available() -> bool:
    return shutil.which("strace") is not None


def points(command: Sequence[str], scratch: Path) -> list[Point]:
    """Run a command that nobody disturbs; return every point at which it writes."""
    trace = scratch / "trace"
    done = _run([*STRACE, "-ff", "-o", str(trace), "-e", f"trace={','.join(CALLS)}", *command])
    assert (done.returncode, done.stderr) == (0, "")
    most: Counter[str] = Counter()
    for file in scratch.glob("trace.*"):
        most |= Counter(line.partition("(")[0] for line in file.read_text().splitlines())
        file.unlink()
    return [Point(call, n) for call in CALLS for n in range(1, most[call] + 1)]


def spread(found: Sequence[Point], count: int) -> list[Point]:
    """Choose some that lie evenly over all of them."""
    assert len(found) >= count, f"there are only {len(found)} points"
    return [found[n * len(found) // count] for n in range(count)]


def kill_at(point: Point, command: Sequence[str]) -> None:
    """Run a command that dies by SIGKILL as it begins a call."""
    _disturbed(command, f"{point.call}:signal=KILL:when={point.number}")


def fail_at(point: Point, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command to which the disk says once that it is full."""
    return _disturbed(command, f"{point.call}:error=ENOSPC:when={point.number}")


def fail_for_long(
    point: Point, length: int, command: Sequence[str]
) -> "subprocess.CompletedProcess[str]":
    """Run a command to which the disk is full from a call on, for so many calls."""
    last = point.number + length
    return _disturbed(command, f"{point.call}:error=ENOSPC:when={point.number}..{last}")


def _disturbed(command: Sequence[str], inject: str) -> "subprocess.CompletedProcess[str]":
    call = inject.partition(":")[0]
    tracing = ["-e", f"trace={call}", "-e", f"inject={inject}"]
    return _run([*STRACE, "-o", "/dev/null", *tracing, *command])


def _run(command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
