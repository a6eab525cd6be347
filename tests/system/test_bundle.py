"""The frozen app is built and started: it weighs little, works, and says nothing needless."""

import ctypes
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def _can_freeze() -> str:
    """Return what PyInstaller would miss here, "" when nothing."""
    if sys.platform != "linux":
        return ""
    if missing := [name for name in ("ldd", "objdump", "strip") if not shutil.which(name)]:
        return " and ".join(missing)
    try:
        ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))
    except OSError:
        return "the shared library of Python"
    return ""


@pytest.mark.long
@pytest.mark.skipif(bool(_can_freeze()), reason=f"freezing needs {_can_freeze()}")
def test_the_frozen_app_does_its_work_and_stays_silent(tmp_path: Path) -> None:
    """A bundle made from this checkout imports, searches, exports and opens its window."""
    freeze = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    freeze += ["--distpath", str(tmp_path / "dist"), "--workpath", str(tmp_path / "work")]
    subprocess.run([*freeze, "build.spec"], cwd=CHECKOUT, check=True, capture_output=True)
    smoke = [sys.executable, "installers/smoke.py", str(tmp_path / "dist" / "kbdesk" / "kbdesk")]
    done = subprocess.run(smoke, cwd=CHECKOUT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "opened the window" in done.stdout
