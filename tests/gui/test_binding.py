"""What the binding to Qt does to imports is undone."""

import importlib
import linecache
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
