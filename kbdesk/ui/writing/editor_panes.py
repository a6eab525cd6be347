"""The two panes of the editor: what is written, and beside it how it reads or the other text.

In one column one of them is seen, the text first.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget


class EditorPanes(QSplitter):
    """Stands what is written beside one of several things."""

    def __init__(self, written: Sequence[QWidget], text: QWidget, *beside: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._alone = False
        self.writing = QWidget()
        self.writing.setObjectName("canvas")
        column = QVBoxLayout(self.writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in written:
            column.addWidget(part, 1 if part is text else 0)
        self.beside = QStackedWidget()
        for part in beside:
            self.beside.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for number, pane in enumerate((self.writing, self.beside)):
            self.addWidget(pane)
            self.setStretchFactor(number, 1)
        self.setSizes([500, 500])

    @property
    def hides_text(self) -> bool:
        """True while something stands in the place of the text."""
        return self.writing.isHidden()

    def show_alone(self, alone: bool) -> None:
        """Show both side by side, or one at a time."""
        self._alone = alone
        self.show_text()

    def show_text(self) -> None:
        """Show what is written."""
        self._show(text=True)

    def show_first(self) -> None:
        """Show what is written, and beside it the first of what may stand there."""
        self.beside.setCurrentIndex(0)
        self.show_text()

    def show_beside(self, part: QWidget | None = None) -> None:
        """Show what stands beside it: this, or what stood there before."""
        if part is not None:
            self.beside.setCurrentWidget(part)
        self._show(text=False)

    def step_back(self) -> bool:
        """Go back to the text; return whether something else was to be seen."""
        if self.beside.currentIndex() > 0:
            self.show_first()
        elif self.hides_text:
            self.show_text()
        else:
            return False
        return True

    def _show(self, *, text: bool) -> None:
        self.writing.setVisible(text or not self._alone)
        self.beside.setVisible(not text or not self._alone)
