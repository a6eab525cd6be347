"""“Only a detail”: whether a change leaves the verification and the questions as they are.

Said wherever something is published, and never by itself: who publishes knows whether the words
still mean the same.
"""

from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing.tick import Tick


class MinorChoice(QWidget):
    """A box, what it means, and its key where it has one; the words are part of the box."""

    toggled = Signal()

    def __init__(self, look: Look, key: str = "") -> None:
        super().__init__()
        self._look, self._key = look, key
        self.tick = Tick(look)
        self._words = Prose("caption", look, colour="muted")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        if key:
            row.addWidget(KeyCaps(key, look), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tick.toggled.connect(lambda _on: self.toggled.emit())
        self._say()

    @property
    def chosen(self) -> bool:
        """True for a detail; what is not offered is none."""
        return self.tick.isChecked() and not self.isHidden()

    def toggle(self) -> None:
        """Say yes, or no again."""
        if not self.isHidden():
            self.tick.toggle()

    def clear(self) -> None:
        """Begin with no: somebody has to say that it is a detail."""
        self.tick.setChecked(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.toggle()

    def _say(self) -> None:
        told = self.tr("Only a detail: verification and questions stay")
        self.tick.setAccessibleName(told)
        self.tick.setToolTip(told)
        self._fit()

    def _fit(self) -> None:
        """Let the words take what they need, the key beside them; in little room, fewer words."""
        letters = QFontMetricsF(self._look.font("caption"))
        told = self.tick.accessibleName()
        beside = self._look.px(24) * (3 if self._key else 1)
        if letters.horizontalAdvance(told) > self.width() - beside:
            told = self.tr("Only a detail")
        self._words.say(told)
        self._words.setMaximumWidth(ceil(letters.horizontalAdvance(told)) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
