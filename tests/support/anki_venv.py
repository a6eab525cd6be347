"""`python -m tests.support.anki_venv`: make the environment in which Anki's sync server lives.

A peer of the bench alone, with libraries that are none of ours; `python -m tests.bench sync` looks
for it under build/ and leaves its rows out where it is not.
"""

import os
import subprocess
import venv

from tests.support.shared_data import CHECKOUT

FOLDER = CHECKOUT / "build" / "anki"
WANTED = "anki==26.9.3"
PYTHON = FOLDER / ("Scripts" if os.name == "nt" else "bin") / "python"


def make() -> None:
    venv.create(FOLDER, with_pip=True, clear=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", WANTED], check=True)


if __name__ == "__main__":
    make()
