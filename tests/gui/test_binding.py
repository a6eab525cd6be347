"""What the binding to Qt does to imports is undone."""

import importlib
import linecache
import subprocess
import sys
from pathlib import Path

import pytest

from kbdesk.ui import binding


def test_modules_imported_after_qt_leave_no_source_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide would keep the lines of each in `linecache`: 5 MB for the whole desk."""
    (tmp_path / "read_by_nobody.py").write_text("import json\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    binding.stop_reading_sources()
    module = importlib.import_module("read_by_nobody")
    assert module.__file__ not in linecache.cache


def test_the_desk_undoes_it_before_its_own_modules_are_read() -> None:
    """Whoever only imports the start has none of our sources in memory."""
    asks = "import linecache, kbdesk.app; print([f for f in linecache.cache if 'kbdesk' in f])"
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
