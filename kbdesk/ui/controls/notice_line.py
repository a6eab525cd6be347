"""A trouble or a note as a line above the work, never as a dialog; Esc or its cross ends it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.hearing import announce
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look.look import Look


class NoticeLine(QWidget):
    """One sentence on a soft ground, with a 4 px edge; hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = "critical"
        self._text = label("body-ui", wraps=True)
        self._does: Callable[[], object] | None = None
        self.act = KeyedButton(look)
        self.act.clicked.connect(self._do)
        self.act.hide()
        self._close = IconButton("x", look)
        self._close.clicked.connect(self.hide)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 6, 8, 6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._text, 0, 0)
        self._grid.addWidget(self.act, 0, 1)
        self._grid.addWidget(self._close, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._say()
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, sentence: str, *, trouble: bool = True) -> None:
        """Show a trouble, or a plain note, until it is taken away or another takes its place."""
        self._tone = "critical" if trouble else "accent"
        self._does = None
        self.act.hide()
        self._text.setText(sentence)
        set_tone(self._text, "critical" if trouble else "")
        self.setAccessibleName(sentence)
        self.update()
        self.show()
        announce(self, sentence)

    def offer(self, name: str, does: Callable[[], object], key: str = "") -> None:
        """Offer one act beside the sentence; the line goes away with it."""
        self._does = does
        self.act.setText(name)
        self.act.show_key(key)
        self.act.show()
        announce(self, f"{name} ({'+'.join(words.keys(key))})" if key else name)

    def offers(self, does: Callable[[], object]) -> bool:
        """Say whether this act is what stands beside the sentence."""
        return self.isVisible() and self._does == does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Stand beside the sentence, or below it where both have no room on a line."""
        narrow = self.width() < self._look.px(480)
        row, column = (1, 0) if narrow else (0, 1)
        at = self._grid.itemAtPosition(row, column)
        if at is None or at.widget() is not self.act:
            self._grid.removeWidget(self.act)
            self._grid.addWidget(self.act, row, column, Qt.AlignmentFlag.AlignLeft)

    def _do(self) -> None:
        does, self._does = self._does, None
        self.hide()
        if does is not None:
            does()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()
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
