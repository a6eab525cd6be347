"""What a system lacks for the window is named with the one line that installs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from kbdesk import system_libraries
from kbdesk.cli.desk import open_desk
from kbdesk.errors import Trouble
from kbdesk.paths import Profile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone")
LOST = {"libglib-2.0.so.0", "libxkbcommon-x11.so.0", "libwayland-cursor.so.0"}


@pytest.fixture(autouse=True)
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system with apt, without three libraries, and with no display yet."""
    monkeypatch.setattr(system_libraries, "_loads", lambda soname: soname not in LOST)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_the_line_that_installs_what_is_missing_is_named() -> None:
    """One sentence tells library and command, for this system's package manager."""
    assert system_libraries.remedy() == (
        "Missing on this system: libglib-2.0.so.0. Install with: "
        "sudo apt-get install -y --no-install-recommends libglib2.0-0"
    )


@pytest.mark.parametrize(
    ("display", "package"),
    [("DISPLAY", "libxkbcommon-x11-0"), ("WAYLAND_DISPLAY", "libwayland-cursor0")],
)
def test_a_display_asks_for_its_own_libraries(
    display: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told to install what only the other kind of display wants."""
    assert package not in system_libraries.remedy()
    monkeypatch.setenv(display, "somewhere")
    assert package in system_libraries.remedy()


def test_a_system_that_lacks_nothing_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda _soname: True)
    assert system_libraries.remedy() == ""


def test_without_the_table_nothing_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed by pip the table is not there: silence is better than a guess."""
    monkeypatch.setattr(system_libraries, "TABLE", tmp_path / "none.txt")
    assert system_libraries.remedy() == ""


def test_the_desk_and_the_checkout_name_the_same_packages() -> None:
    """The words of each package manager stand in two programs that cannot share code."""
    assert dev.INSTALLERS == system_libraries.INSTALLERS


def test_a_frozen_desk_that_lacks_a_library_says_so_instead_of_naming_pip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt that does not load is a trouble with a command, and no traceback."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setitem(sys.modules, "kbdesk.app", None)  # as when its libraries do not load
    with pytest.raises(Trouble, match=r"apt-get install .* libglib2\.0-0$") as told:
        open_desk(Profile(tmp_path))
    assert "pip" not in str(told.value)


def test_without_a_display_that_answers_one_sentence_says_so(tmp_path: Path) -> None:
    """Neither an abort nor Qt's own advice: exit 1 and one line."""
    place = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
    asked = {"DISPLAY": ":64321", "QT_QPA_PLATFORM": "xcb", "KBDESK_PROFILE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "kbdesk"], env=place | asked, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("kbdesk: The window cannot be opened")
    assert ":64321" in line or "Install with" in line
