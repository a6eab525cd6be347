"""`python -m tests.support.faketime_venv`: make the environment of the library that bends clocks.

libfaketime is put before the C library of a process. It is never a part of the product, so it
lives apart, under build/; tests that need it are skipped where it is not. (Debian's older one
hangs every wait that has a time limit.)
"""

import os
import subprocess
import venv
from pathlib import Path

from tests.support.shared_data import CHECKOUT

FOLDER = CHECKOUT / "build" / "faketime"
WANTED = "libfaketime==3.0.1"
PYTHON = FOLDER / ("Scripts" if os.name == "nt" else "bin") / "python"
MISSING = "needs python -m tests.support.faketime_venv"


def library() -> Path | None:
    """Return the library, None where the environment has not been made."""
    return next(FOLDER.glob("lib/*/site-packages/libfaketime/vendor/**/libfaketime.so.1"), None)


def under_clock(shift: str) -> dict[str, str]:
    """Return what a process needs in its environment to live at another time, "+2d" for one.

    Its monotonic clock stays true: a wait with a time limit would otherwise end at once or never.
    """
    found = library()
    assert found is not None, MISSING
    return {"LD_PRELOAD": str(found), "FAKETIME": shift, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


def make() -> None:
    venv.create(FOLDER, with_pip=True, clear=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", WANTED], check=True)


if __name__ == "__main__":
    make()
