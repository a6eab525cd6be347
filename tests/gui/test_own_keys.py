"""A key of a widget goes to it, though the window has a shortcut for the same key."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.ui.controls.own_keys import claimed
from tests.support.keyboard import press


class Owner(QWidget):
    """Answers J by itself, and nothing else."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pressed: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: key.key() == Qt.Key.Key_J) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's own name
        self.pressed.append(event.key())


def test_only_what_is_its_own_comes_before_a_shortcut_of_the_window(qtbot: QtBot) -> None:
    window, struck = QWidget(), list[str]()
    qtbot.addWidget(window)
    for key in ("J", "K"):
        QShortcut(key, window, partial(struck.append, key))
    owner = Owner(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    owner.setFocus()
    for key in ("J", "K"):
        press(owner, key)
    assert owner.pressed == [Qt.Key.Key_J]
    assert struck == ["K"]
