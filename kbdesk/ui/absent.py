"""What stands where an article was that may no longer be read, and where all are locked."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS


class Why(StrEnum):
    """Why nothing is shown where an article was."""

    GONE = "gone"
    LOCKED = "locked"


class Absent(QWidget):
    """One calm line, one sentence, one act."""

    back_requested = Signal()
    sync_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("absent")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._why = Why.GONE
        self._gone, self._locked = EmptyState("file-text", look), EmptyState("lock", look)
        self._back = self._gone.add_act(self.back_requested.emit, shortcut="Esc", primary=False)
        self._sync = self._locked.add_act(self.sync_requested.emit, shortcut=SHORTCUTS["sync"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for state in (self._gone, self._locked):
            column.addWidget(state)
        self.tell(Why.GONE)

    def tell(self, why: Why) -> None:
        """Say why nothing is here."""
        self._why = why
        self._say()
        self._gone.setVisible(why is Why.GONE)
        self._locked.setVisible(why is Why.LOCKED)

    def focus_act(self) -> None:
        """Give the keys to the act."""
        act = self._back if self._why is Why.GONE else self._sync
        act.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def why(self) -> Why:
        return self._why

    def _say(self) -> None:
        self._gone.say(
            self.tr("This article is no longer open to you."),
            self.tr("It was taken out of the base, or your rights have changed."),
        )
        self._back.setText(self.tr("Back to the results"))
        self._locked.say(
            self.tr("The articles are locked."),
            self.tr(
                "This desk was not synced for too long. Sync to read again; what you wrote is kept."
            ),
        )
        self._sync.setText(self.tr("Sync now"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
