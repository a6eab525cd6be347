"""A desk as it is started, which tells what it holds once it rests, and ends: `... PROFILE`.

It rests when the index is level and what lasts is set apart (`heap.settle`).
"""

import gc
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kbdesk.__main__ import main

LOOK = 5  # milliseconds between two looks


def tell() -> None:
    windows = [w for w in QApplication.allWidgets() if type(w).__name__ == "MainWindow"]
    maps = Path("/proc/self/maps")
    lines = maps.read_text("utf-8").splitlines() if maps.is_file() else []
    told = {
        "modules": sorted(sys.modules),
        "mapped": sorted({Path(line.split()[-1]).name for line in lines if ".so" in line}),
        "screens": [name for window in windows for name in window.screens],  # type: ignore[attr-defined]
    }
    sys.stdout.write(json.dumps(told))


def at_rest() -> int:
    """Run Qt's own loop until the desk rests."""
    timer = QTimer()

    def look() -> None:
        if gc.get_freeze_count():
            timer.stop()
            tell()
            QApplication.closeAllWindows()
            QApplication.exit()

    timer.timeout.connect(look)
    timer.start(LOOK)
    return enter()


if __name__ == "__main__":
    os.environ["KBDESK_PROFILE"] = sys.argv[1]
    enter = QApplication.exec
    QApplication.exec = staticmethod(lambda *_: at_rest())  # type: ignore[method-assign]  # a door
    main([])
