"""Somebody typing, as a process that can be killed: a draft grows and is kept every so often.

`python -m tests.support.typist PROFILE EVERY` types a letter each millisecond into the draft of the
only article and keeps it every EVERY seconds, as the editor does; before each keeping and after it
says on stdout how many letters there are.
"""

import sys
import time
from pathlib import Path

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace

LETTER = 0.001  # seconds


def main(profile: Path, every: float) -> None:
    """Type until somebody kills it."""
    with Workspace(Profile(profile)) as workspace:
        authoring = workspace.live.authoring
        draft = authoring.draft("a")
        start = time.monotonic() - len(draft.text) * LETTER
        while True:
            letters = int((time.monotonic() - start) / LETTER)
            _say(f"typed {letters}")
            authoring.save(draft.id, (draft.base or "") + "x" * letters)
            _say(f"kept {letters}")
            time.sleep(every)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
