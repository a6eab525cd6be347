"""What became of one change: a sign and a word above it, before any colour."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.editing import Fate
from kbdesk.ui.controls.sign import Sign
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

SIGNS = {Fate.TAKEN: ("check", "ok"), Fate.REWORDED: ("pencil", "ok"), Fate.LEFT: ("x", "muted")}


class FateLine(QWidget):
    """Takes no room while nothing is decided."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.fate: Fate | None = None
        self._signs = {fate: Sign(icon, tone, look) for fate, (icon, tone) in SIGNS.items()}
        self._words = Prose("label", look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for sign in self._signs.values():
            row.addWidget(sign)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.accessibleName() if not self.isHidden() else ""

    def show_fate(self, fate: Fate | None) -> None:
        """Say it, or nothing."""
        self.fate = fate
        for of, sign in self._signs.items():
            sign.setVisible(of is fate)
        self.setVisible(fate is not None)
        self._say()

    def _say(self) -> None:
        if self.fate is None:
            return
        told = {
            Fate.TAKEN: self.tr("Taken: it stands"),
            Fate.REWORDED: self.tr("Taken in other words"),
            Fate.LEFT: self.tr("Not taken"),
        }
        self._words.say(told[self.fate])
        self._words.colour(SIGNS[self.fate][1])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
