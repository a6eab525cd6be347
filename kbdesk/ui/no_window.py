"""One sentence when Qt can open no window at all, instead of its advice, an abort and a core.

Qt ends the process from within; there is no exception to catch and nobody to return to. What it
says on the way is kept back until it is known whether it came up.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from kbdesk.errors import Trouble


@contextmanager
def told_plainly() -> Iterator[None]:
    """While Qt comes up: tell why it cannot, and end with 1."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            sys.stderr.write(f"kbdesk: {why()}\n")
            sys.stderr.flush()
            os._exit(1)  # Qt would abort as soon as this returns
        said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.stderr.writelines(f"{message}\n" for message in said)


def why() -> Trouble:
    """Return what this system lacks, or that no display answers."""
    from kbdesk import system_libraries  # late: hardly ever asked

    if remedy := system_libraries.remedy():
        return Trouble("The window cannot be opened.", remedy)
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    asked = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
    return Trouble(
        f"The window cannot be opened: no display answers ({asked}).",
        "Start it from a desktop session; kbdesk --help names what works without a window.",
    )
