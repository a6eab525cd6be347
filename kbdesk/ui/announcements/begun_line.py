"""The line above a form that was left half-written: since when, and the way to begin anew."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose


class BegunLine(QWidget):
    """Says that it was begun; dropped, it can be brought back while the form is open."""

    dropped = Signal()
    brought_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.when, self.gone = "", False
        self.text = Prose("caption", look, colour="muted")
        self.act = QuietButton(look, flush=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 14)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.act)
        self.act.clicked.connect(self._turn)
        self.hide()

    def show_begun(self, when: str) -> None:
        """Say when it was written, with "" nothing."""
        self.when, self.gone = when, False
        self._say()
        self.setVisible(bool(when))

    def _turn(self) -> None:
        self.gone = not self.gone
        self._say()
        (self.dropped if self.gone else self.brought_back).emit()

    def _say(self) -> None:
        begun = self.tr("Begun %1, and not sent yet.", "a day and a time")
        gone = self.tr("What was begun is put aside.")
        self.text.say(gone if self.gone else begun.replace("%1", self.when))
        self.act.setText(self.tr("Bring it back") if self.gone else self.tr("Begin anew"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
