"""The button that stands for the rail in one column: every screen has it in the same corner."""

from PySide6.QtCore import QEvent

from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.look.look import Look


class MenuButton(IconButton):
    """“☰”; whoever holds it says what it opens."""

    def __init__(self, look: Look) -> None:
        super().__init__("list", look)
        self._say()

    def _say(self) -> None:
        self.name(self.tr("Menu"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
