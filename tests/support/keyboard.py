"""Type into widgets as a person does, accents included.

`QTest.keyClicks` and `qtbot.keyClicks` abort the whole process on a character outside ASCII
(seen with Qt 6.11 and 6.12), so every key here is a `QKeyEvent` sent through the application.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

NOTHING = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type each character of `text` into `widget`, press and release."""
    for character in text:
        _strike(widget, 0, NOTHING, character)


def press(widget: QWidget, keys: str) -> None:
    """Strike one combination as QKeySequence writes it: "Down", "Return", "Alt+Left", "F2"."""
    combination = QKeySequence.fromString(keys)[0]  # type: ignore[index]  # its stub forgets this
    _strike(widget, combination.key(), combination.keyboardModifiers(), "")


def _strike(widget: QWidget, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))
