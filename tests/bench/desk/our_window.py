"""Our desk, started as the command line starts it, then watched, typed into or used.

    launch PROFILE · whole PROFILE · memory PROFILE QUERIES SEARCHES READINGS · type PROFILE TEXTS
    call PROFILE LINKS

The product knows nothing of this: the event loop is entered through a door put before Qt's own,
which finds the window among the top-level ones. Nothing is imported here that the desk would not
import itself, so that its start is measured as it is.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.__main__ import main as open_the_desk
from tests.bench.desk.probes import PaintProbe

if TYPE_CHECKING:
    from kbdesk.ui.main_window import MainWindow

Act = Callable[["MainWindow"], None]


def main(what: str, profile: str, *arguments: str) -> None:
    """Start the desk on a profile and do one of these when its event loop begins."""
    acts: dict[str, Callable[[], None]] = {
        "launch": _launch,
        "whole": lambda: _when_whole(_whole),
        "memory": lambda: _when_whole(lambda window: _later(window, "use", *arguments)),
        "type": lambda: _when_whole(lambda window: _later(window, "type_texts", *arguments)),
        "call": lambda: _when_whole(lambda window: _later(window, "take_calls", *arguments)),
    }
    _at_the_door(acts[what])
    os.environ["KBDESK_PROFILE"] = profile
    open_the_desk([])


def _at_the_door(act: Callable[[], None]) -> None:
    enter = QApplication.exec

    def watched(*_instance: object) -> int:
        act()
        return enter()

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign]  # Qt's own loop, with a door


def _launch() -> None:
    """Tell when the search field that takes the first keys is painted."""
    frame = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "Frame")
    _tell_painted(frame.field)  # type: ignore[attr-defined]  # a Frame, by its name


def _whole(window: "MainWindow") -> None:
    """Tell when the desk itself is painted, its search field in its place."""
    _tell_painted(window.search.list.field)
    window.search.list.field.update()  # it may have been painted before we found it


def _tell_painted(field: QWidget) -> None:
    def painted() -> None:
        if probe.armed and field.isEnabled():
            probe.armed = False
            print(time.monotonic_ns(), flush=True)
            field.window().close()
            QApplication.exit()

    probe = PaintProbe(field, painted)


def _when_whole(act: Act) -> None:
    """Wait for the desk to move into its frame."""
    waiting = QTimer()

    def look() -> None:
        found = [w for w in QApplication.allWidgets() if type(w).__name__ == "MainWindow"]
        if found:
            waiting.stop()
            act(cast("MainWindow", found[0]))

    waiting.timeout.connect(look)
    waiting.start(1)


def _later(window: "MainWindow", name: str, *arguments: str) -> None:
    QTimer.singleShot(0, lambda: _tell(window, name, *arguments))


def _tell(window: "MainWindow", name: str, *arguments: str) -> None:
    from tests.bench.desk import using  # late: it is no part of the start

    told = getattr(using, name)(window, Path(arguments[0]), *map(int, arguments[1:]))
    print(json.dumps(told), flush=True)
    window.window().close()
    QApplication.exit()


if __name__ == "__main__":
    main(*sys.argv[1:])
