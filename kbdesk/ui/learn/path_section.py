"""A path on the home of learning: its name, how far one has come, the line of its modules."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.paths import PathView
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.controls.words_button import EDGE
from kbdesk.ui.learn import words
from kbdesk.ui.learn.path_line import LEFT, PathLine
from kbdesk.ui.learn.told_beside import place_told
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

BESIDE = 480  # px at 100 %


class PathSection(QWidget):
    """One path; its steps lead to the page of the path."""

    step_requested = Signal(str, str)  # path, step
    path_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: PathView | None = None
        self._today = date.min
        self._title = Prose("section", look)
        self._facts = Prose("caption", look, colour="muted")
        self.line = PathLine(look, whole=False)
        self.line.step_requested.connect(self._go)
        self.open = QuietButton(look)
        self.open.clicked.connect(self._open)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 28, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(14)
        column.addWidget(self.line)
        column.addSpacing(10)
        self._below = QHBoxLayout()
        self._below.addWidget(self.open)
        self._below.addStretch(1)
        column.addLayout(self._below)

    @property
    def path(self) -> str:
        return self._view.path.id if self._view else ""

    def show_path(self, view: PathView, today: date) -> None:
        """Show it."""
        self._view, self._today = view, today
        self.line.show_path(view, today)
        self._say()

    def _go(self, step: str) -> None:
        self.step_requested.emit(self.path, step)

    def _open(self) -> None:
        self.path_requested.emit(self.path)

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        self._title.say(view.path.title)
        facts = [words.steps(view.done, len(view.steps))]
        if view.target is not None and not view.finished:
            day = words.short_day(view.target, self._today)
            facts.append(self.tr("until %1").replace("%1", day))
        self._facts.say(" · ".join(facts))
        self.open.setText(self.tr("See the whole path"))
        self.open.setAccessibleName(f"{self.open.text()}: {view.path.title}")
        self.open.updateGeometry()
        self._place()

    def _place(self) -> None:
        self._below.setContentsMargins(self._look.px(LEFT) - EDGE, 0, 0, 0)
        beside = self.width() >= self._look.px(BESIDE)
        letters = QFontMetrics(self._look.font("caption"))
        room = letters.horizontalAdvance(self._facts.accessibleName()) + 4
        place_told(self._head, self._facts, beside=beside, room=room, gaps=(12, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
