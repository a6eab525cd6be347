"""Under the list: say in one key that the answer is missing, and the key that reads."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS


class FootLine(QWidget):
    """“Not found? Tell us (F2)” on the left, “Read (Enter)” on the right."""

    not_found_requested = Signal()
    read_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._noted = False
        self._readable = False
        self._left, self._right = label("caption"), label("caption")
        self._tell_key = KeyCaps(SHORTCUTS["not_found"], look)
        self._read_key = KeyCaps(SHORTCUTS["read"], look)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        for part in (self._left, self._tell_key):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._right, self._read_key):
            row.addWidget(part)
        self.apply_look(look)
        self._say()

    @property
    def noted(self) -> bool:
        return self._noted

    @property
    def text(self) -> str:
        return self._left.text()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.size("foot"))

    def show_noted(self, noted: bool) -> None:
        """Say that the gap was noted, or offer to note it."""
        self._noted = noted
        self._say()

    def show_readable(self, readable: bool) -> None:
        """Show the key that reads only while there is something to read."""
        self._readable = readable
        self._fold()

    def _fold(self) -> None:
        """Leave the key that reads out where there is no room for both."""
        parts = (self._left, self._tell_key, self._right, self._read_key)
        wanted = sum(part.sizeHint().width() for part in parts) + 2 * 16 + 4 * 8
        fits = self._readable and wanted <= self.width()
        self._right.setVisible(fits)
        self._read_key.setVisible(fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _say(self) -> None:
        self._left.setText(
            self.tr("Noted, thank you.") if self._noted else self.tr("Not found? Tell us")
        )
        set_tone(self._left, "ok" if self._noted else "")
        self._tell_key.setVisible(not self._noted)
        self._right.setText(self.tr("Read"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        on_right = event.position().x() > self._right.x() - 8 and self._right.isVisible()
        if event.button() == Qt.MouseButton.LeftButton:
            (self.read_requested if on_right else self.not_found_requested).emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
