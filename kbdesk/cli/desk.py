"""The way from the command line to the window; it imports nothing that the window does not need."""

import sys
from pathlib import Path

from kbdesk import handing
from kbdesk.errors import Trouble
from kbdesk.paths import Profile

DESKTOP_PARTS = (
    "Install the desktop parts (pip install 'kbdesk[desktop]') and Qt's system libraries; "
    "from a checkout, python3 dev.py doctor names what is missing."
)


def start() -> int:
    """Open the desk on the profile of the environment; a trouble is one sentence and exit 1."""
    try:
        return open_desk(Profile.choose())
    except Trouble as trouble:
        sys.stderr.write(f"kbdesk: {trouble}\n")
        return 1


def open_desk(profile: Profile, *, tour: Path | None = None) -> int:
    """Open the desk on a profile, or raise the one that is open; return the exit code.

    What another process handed over for this start goes with it. A tour is no visit: it wants a
    desk of its own.
    """
    handed = handing.handed_at_start()
    if tour is None and _is_open(profile, handed or handing.raise_message()):
        return 0
    try:
        from kbdesk.app import run  # late: Qt is only for the window, and may not be installed
    except ImportError as error:
        from kbdesk import system_libraries  # late: hardly ever asked

        remedy = system_libraries.remedy() or (
            "" if getattr(sys, "frozen", False) else DESKTOP_PARTS
        )
        raise Trouble(f"The window cannot be opened: {error}.", remedy) from error
    return run(profile, tour=tour, say=_say, handed=handed)


def _is_open(profile: Profile, message: handing.Message) -> bool:
    """Hand over before Qt is loaded; a desk that holds the profile but is silent is met later."""
    return bool(handing.hand_over(handing.address(str(profile.root)), message))


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
