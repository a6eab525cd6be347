"""Which libraries of a Linux system Qt lacks here, and the one line that installs them.

Asked only once Qt has failed: whoever has them all pays nothing for it. The table is the one of
dev.py; a frozen program finds most of what it names beside itself, and lacks only what it leaves
to the system.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from kbdesk import paths

TABLE = Path("installers") / "linux-libraries.txt"
INSTALLERS = (  # program, its column in the table, its words
    ("apt-get", 2, "apt-get install -y --no-install-recommends"),
    ("dnf", 3, "dnf install -y"),
    ("pacman", 4, "pacman -S --needed --noconfirm"),
    ("zypper", 5, "zypper install -y"),
)


def remedy() -> str:
    """Name what is missing and how to install it; "" where nothing is, or it cannot be told."""
    lacking = _lacking()
    if not lacking:
        return ""
    names = ", ".join(row[1] for row in lacking)
    return f"Missing on this system: {names}. Install with: {_line(lacking)}"


def _lacking() -> list[list[str]]:
    """Return the rows of the table whose library is wanted here and does not load, as words."""
    table = paths.resources().parent / TABLE
    if sys.platform != "linux" or not table.is_file():
        return []
    wanted = {"qt"}
    wanted |= {"x11"} if os.environ.get("DISPLAY") else set()
    wanted |= {"wayland"} if os.environ.get("WAYLAND_DISPLAY") else set()
    rows = [line.split() for line in table.read_text("utf-8").splitlines()]
    return [row for row in rows if row[0] in wanted and not _loads(row[1])]


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _line(lacking: list[list[str]]) -> str:
    found = [row for row in INSTALLERS if shutil.which(row[0])]
    _, column, words = found[0] if found else INSTALLERS[0]
    sudo = "" if os.geteuid() == 0 else "sudo "  # type: ignore[attr-defined,unused-ignore]
    return sudo + " ".join([words, *sorted({row[column] for row in lacking})])
