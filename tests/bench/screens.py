"""The displays a window is measured on, and how a measured program is started there.

It is measured as it is installed, with byte code: where Python may not write that itself
(PYTHONDONTWRITEBYTECODE), every start would compile all of the desk and take twice as long.
"""

import compileall
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.shared_data import CHECKOUT

Environment = dict[str, str]
PATIENCE = 600.0  # seconds for one measured program
CODE = ("kbdesk", "sync", "tests/bench", "tests/support")


class ProgramFailed(RuntimeError):
    """A measured program ended without a figure; the text is the end of what it said."""


@contextmanager
def screens() -> Iterator[dict[str, Environment]]:
    """Give the environments by name: offscreen always, a real X server where Xvfb is installed."""
    for folder in CODE:
        compileall.compile_dir(CHECKOUT / folder, quiet=2)
    found = {"offscreen": {**os.environ, "QT_QPA_PLATFORM": "offscreen"}}
    if shutil.which("Xvfb") is None:
        yield found
        return
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        display = f":{server.stdout.readline().strip()}"
        yield found | {"xcb": {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display}}
    finally:
        server.terminate()
        server.communicate()


def run(module: str, *arguments: str, environment: Environment) -> tuple[float, str]:
    """Run a program of tests.bench.desk; return when it began (monotonic ns) and what it said."""
    spawned = time.monotonic_ns()
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.bench.desk.{module}", *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    lines = ran.stdout.strip().splitlines()
    if ran.returncode != 0 or not lines:
        raise ProgramFailed(f"{module}: {ran.stderr.strip()[-800:] or 'it said nothing'}")
    return spawned, lines[-1]
