"""Labels by the role their text plays; the stylesheet gives each role its size and colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(role: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return an empty label for one role of the type scale."""
    made = QLabel(parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def set_tone(of: QLabel, tone: str) -> None:
    """Colour a label by what it means: "ok", "warn", "critical", "muted", or "" for none."""
    _set(of, "tone", tone)


def set_role(of: QLabel, role: str) -> None:
    """Give a label another role of the type scale."""
    _set(of, "role", role)


def _set(of: QLabel, name: str, value: str) -> None:
    if (of.property(name) or "") == value:
        return
    of.setProperty(name, value)
    if of.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else Qt is still to dress it
        of.style().unpolish(of)
        of.style().polish(of)
