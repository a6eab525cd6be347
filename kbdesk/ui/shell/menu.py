"""The menu that stands for the rail in one column: the same screens, and the acts of the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from kbdesk.ui import words
from kbdesk.ui.look import icons
from kbdesk.ui.shell import act_words
from kbdesk.ui.shell.acts import Act, Where

if TYPE_CHECKING:
    from kbdesk.ui.main_window import MainWindow

OFFERED = ("palette", "dock", "quit")


def open_menu(window: "MainWindow") -> QMenu:
    """Open the menu below the button of the field."""
    menu = QMenu(window)
    for act in window.acts:
        if act.where is Where.SCREEN and act.applies():
            _add(menu, act, window)
    menu.addSeparator()
    for act in window.acts:
        if act.name in OFFERED and act.applies():
            _add(menu, act, window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(window.mapToGlobal(QPoint(12, window.look.size("bar") - 8)))
    return menu


def _add(menu: QMenu, act: Act, window: "MainWindow") -> None:
    colour = window.look.colour("muted")
    keys = "+".join(words.keys(act.key)) if act.key else ""
    added = menu.addAction(icons.icon(act.icon, 16, colour), f"{act_words.title(act.name)}\t{keys}")
    added.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    added.setShortcut(QKeySequence())
    added.triggered.connect(lambda _on=False: act.do())
