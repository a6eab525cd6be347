"""A desktop of its own for a test: Xvfb with a window manager, and eyes and hands on it."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "openbox", "xdotool", "xprop")
PATIENCE = 60.0  # seconds


@dataclass
class Desktop:
    """A display; every process started on it ends with it."""

    display: str
    home: Path
    run: Path  # for sockets, whose paths may not be long
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DBUS", "XDG_"))}
        folders = {f"XDG_{n}_HOME": str(self.home / n.lower()) for n in ("DATA", "CONFIG", "CACHE")}
        return kept | folders | {
            "DISPLAY": self.display, "HOME": str(self.home), "QT_QPA_PLATFORM": "xcb",
            "KBDESK_PROFILE": str(self.home.parent / "profile"),
            "XDG_RUNTIME_DIR": str(self.run), "LANG": "C.UTF-8",
        }  # fmt: skip

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        made = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.started.append(made)
        return made

    def ask(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Wait for a window that is on screen; return its id."""
        seek = ("xdotool", "search", "--onlyvisible", "--name", title)
        return self.wait(lambda: self.ask(*seek).splitlines()[-1:], title)[0]

    def active(self) -> str:
        return self.ask("xdotool", "getactivewindow")

    def state(self, window: str) -> str:
        return self.ask("xprop", "-id", window, "_NET_WM_STATE", "WM_HINTS")

    def place(self, window: str) -> dict[str, int]:
        told = self.ask("xdotool", "getwindowgeometry", "--shell", window)
        pairs = (line.partition("=") for line in told.splitlines())
        return {name: int(value) for name, _, value in pairs}

    @staticmethod
    def wait(look: Callable[[], object], awaited: str) -> "list[str]":
        """Look again until something is there."""
        until = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < until, f"waited in vain for {awaited}"
            time.sleep(0.05)  # between two looks, not instead of one
        return found if isinstance(found, list) else [str(found)]


@contextmanager
def desktop(home: Path, size: str = "1600x900x24") -> Iterator[Desktop]:
    """Open a desktop; skips where the tools for it are not installed."""
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        pytest.skip(f"not installed here: {', '.join(missing)}")
    read, write = os.pipe()
    server = subprocess.Popen(
        # -noreset: it would else throw everybody out when the first to look at it leaves
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, f"Xvfb ended with {server.wait(PATIENCE)}"
    made = Desktop(f":{number}", home, Path(tempfile.mkdtemp(prefix="kbdesk-")))
    try:
        made.start("openbox")
        made.wait(lambda: _is_managed(made), "openbox")
        yield made
    finally:
        for process in (*reversed(made.started), server):
            process.terminate()
            process.wait(PATIENCE)
        shutil.rmtree(made.run, ignore_errors=True)


def _is_managed(made: Desktop) -> bool:
    """Say whether windows are managed; one that came too early comes again."""
    if made.started[-1].poll() is not None:
        made.start("openbox")
    return "0x" in made.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")


SOFTPHONE = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(["softphone"])
field = QLineEdit()
field.setWindowTitle("Softphone stand-in")
field.resize(500, 200)
field.textChanged.connect(lambda text: field.setWindowTitle("Softphone stand-in " + text))
field.show()
app.exec()
"""


def start_softphone(on: Desktop) -> str:
    """Show a window of another program, active; return its id."""
    on.start(sys.executable, "-c", SOFTPHONE)
    window = on.window("Softphone stand-in")
    on.ask("xdotool", "windowactivate", "--sync", window)
    on.wait(lambda: on.active() == window, "the softphone to be active")
    return window
