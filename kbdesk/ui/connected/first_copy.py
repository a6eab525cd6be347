"""The strip above the work while a base comes in for the first time; it goes away by itself.

It stands there in every shape of the window, because search works meanwhile on what is there.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.services.connected.sync_facts import Activity
from kbdesk.ui.connected import sentences
from kbdesk.ui.controls.progress_bar import ProgressBar
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look


class FirstCopy(QWidget):
    """How far the first copy is, and that one can search already."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._activity: Activity | None = None
        self._text, self._hint = label("strong", wraps=True), label("caption")
        self.bar = ProgressBar(look)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def show_activity(self, activity: Activity | None) -> None:
        """Show a first copy, or an import, as it goes on; with None it has ended."""
        shown = activity is not None and (activity.first or activity.stage == "importing")
        self._activity = activity if shown else None
        self._say()
        self.setVisible(shown)

    def _say(self) -> None:
        if self._activity is None:
            return
        self._text.setText(sentences.activity(self._activity))
        self._hint.setText(self.tr("You can search already."))
        self._fold()
        self.bar.show_share(self._activity.share)
        self.setAccessibleName(self._text.text())

    def _fold(self) -> None:
        """Leave out what there is no room for; an import can be searched only at its end."""
        letters = self._text.fontMetrics()
        words = letters.horizontalAdvance(self._text.text()) + self._hint.sizeHint().width()
        wanted = words + 12 + 2 * 16
        importing = self._activity is not None and self._activity.stage == "importing"
        self._hint.setVisible(wanted <= self.width() and not importing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            bottom = self.height() - 1
            painter.fillRect(0, bottom, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
