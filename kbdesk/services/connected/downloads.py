"""The folder where snapshots and pictures arrive: a part of one is as secret as the whole."""

import contextlib
from pathlib import Path

from kbdesk.paths import Profile


def folder(profile: Profile) -> Path:
    """Return where downloads of a profile come to."""
    return profile.root / "downloads"


def clear(profile: Profile) -> None:
    """Delete what is left there: parts that nobody waits for, or that may not be seen any more."""
    with contextlib.suppress(OSError):  # what cannot go now goes after the next pass
        for file in folder(profile).iterdir():
            file.unlink(missing_ok=True)
