"""The binding to Qt must count None rightly: PySide6 6.12 on Python 3.11 does not, and aborts."""

import importlib.metadata
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.keyboard import press, type_text


def test_calls_to_qt_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    """Two hundred void calls move the reference count of None by no more than noise."""
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(200):
        timer.setInterval(5)
    assert abs(sys.getrefcount(None) - before) < 20


def test_the_broken_release_is_not_installed() -> None:
    assert not importlib.metadata.version("PySide6-Essentials").startswith("6.12")


def test_accents_can_be_typed_in_tests(qtbot: QtBot) -> None:
    """Our own way to type survives letters that make QTest.keyClicks abort the process."""
    edit = QLineEdit()
    qtbot.addWidget(edit)
    type_text(edit, "résilié à Noël, œuf")
    press(edit, "Backspace")
    assert edit.text() == "résilié à Noël, œu"
