"""Light, dark, or as the system has it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kbdesk.ui.look import palette, stylesheet
from kbdesk.ui.look.look import Look

if TYPE_CHECKING:
    from kbdesk.ui.look.tokens import Theme

CHOICES = ("system", "light", "dark")
HALF = 128  # of 255: what is darker is dark


def resolve(choice: str) -> "Theme":
    """Say which theme a setting means now."""
    if choice == "light":
        return "light"
    if choice == "dark":
        return "dark"
    return "dark" if QGuiApplication.styleHints().colorScheme().name == "Dark" else "light"


def guess(choice: str) -> "Theme":
    """Say what `resolve` will say, by the palette that Qt has from the system: before `wear` only.

    What `resolve` asks would have PySide make the namespace Qt, 93 enumerations and a fifth of what
    an empty window costs, before there is anything to see.
    """
    if choice in {"light", "dark"}:
        return resolve(choice)
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if ground.lightness() < HALF else "light"


def ask_system_frame(choice: str) -> None:
    """Let the frame of the window, which the system draws, follow a fixed choice."""
    hints = QGuiApplication.styleHints()
    if choice not in {"light", "dark"}:
        hints.unsetColorScheme()
        return
    from PySide6.QtCore import Qt  # late: see guess

    hints.setColorScheme(Qt.ColorScheme.Light if choice == "light" else Qt.ColorScheme.Dark)


def wear(app: QApplication, look: Look) -> None:
    """Give the whole application the palette, the font and the stylesheet of a look."""
    app.setPalette(palette.palette(look.tokens))
    app.setFont(look.font("body"))
    app.setStyleSheet(stylesheet.stylesheet(look))
