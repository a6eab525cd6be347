"""A button that is laid out: the whole of it can be pressed, and it is as high as its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kbdesk.ui.look.look import Look


class WrappingButton(QAbstractButton):
    """What stands in it, and what is painted, is the business of who derives."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # its words wrap, which a button's own policy forbids
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
