"""What scrolls a page of learning: it leaves the arrows and letters to the page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

PAGING = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ColumnScroll(QScrollArea):
    """Scrolls up and down only, by the wheel, by pages, and to what has the focus."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setObjectName("page")
        inner.setObjectName("page")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("page")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column within sight: its words wrap, and nothing scrolls sideways."""
        self._inner.setMaximumWidth(max(1, event.size().width()))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGING:
            super().keyPressEvent(event)
        else:
            event.ignore()
