"""A trouble or a note as a line above the work, never as a dialog; Esc or its cross ends it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look.look import Look


class NoticeLine(QWidget):
    """One sentence on a soft ground, with a 4 px edge; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = "critical"
        self._text = label("body-ui", wraps=True)
        self._close = IconButton("x", look)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self._say()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, sentence: str, *, trouble: bool = True) -> None:
        """Show a trouble, or a plain note, until it is taken away or another takes its place."""
        self._tone = "critical" if trouble else "accent"
        self._text.setText(sentence)
        set_tone(self._text, "critical" if trouble else "")
        self.setAccessibleName(sentence)
        self.update()
        self.show()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{self._tone}-soft"))
            painter.fillRect(0, 0, 4, self.height(), self._look.colour(self._tone))

    def _say(self) -> None:
        self._close.name(self.tr("Close this message"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
