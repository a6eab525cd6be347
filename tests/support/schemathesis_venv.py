"""`python -m tests.support.schemathesis_venv`: make the environment that schemathesis has alone.

It pulls in versions of HTTP libraries that are none of ours, so it never shares our environment;
tests/system/test_sync_openapi.py looks for it under build/ and is skipped where it is not.
"""

import os
import subprocess
import venv
from pathlib import Path

from tests.support.shared_data import CHECKOUT

FOLDER = CHECKOUT / "build" / "schemathesis"
WANTED = "schemathesis==4.32.5"
SCRIPTS = FOLDER / ("Scripts" if os.name == "nt" else "bin")


def program() -> Path | None:
    """Return the program, None where the environment has not been made."""
    found = SCRIPTS / ("schemathesis.exe" if os.name == "nt" else "schemathesis")
    return found if found.is_file() else None


def make() -> None:
    venv.create(FOLDER, with_pip=True, clear=True)
    python = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
    subprocess.run([python, "-m", "pip", "install", "-q", WANTED], check=True)


if __name__ == "__main__":
    make()
