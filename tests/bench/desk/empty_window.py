"""The floor: an empty Qt window and its line edit, nothing else; asked for `launch` or `memory`."""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from tests.bench.desk.probes import PaintProbe, memory

SETTLED = 500  # milliseconds until an idle window has loaded what it loads late


def main(what: str) -> None:
    application = QApplication([])
    window = QMainWindow()
    field = QLineEdit()
    window.setCentralWidget(field)
    window.resize(1280, 800)
    ended = {"launch": _launched, "memory": _measured}[what]
    probe = PaintProbe(field, lambda: _once(probe, ended))
    window.show()
    application.exec()


def _once(probe: PaintProbe, ended: Callable[[], None]) -> None:
    probe.armed = False
    ended()


def _launched() -> None:
    print(time.monotonic_ns(), flush=True)
    QApplication.exit()


def _measured() -> None:
    QTimer.singleShot(SETTLED, _tell_memory)


def _tell_memory() -> None:
    print(json.dumps({"used": memory()}), flush=True)
    QApplication.exit()


if __name__ == "__main__":
    main(sys.argv[1])
