"""What the cards and callers have in common: a button that is a column of words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from kbdesk.ui.controls.wrapping_button import WrappingButton
from kbdesk.ui.look.look import Look


class ColumnButton(WrappingButton):
    """As high and wide as what is laid out in `_column`."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()
