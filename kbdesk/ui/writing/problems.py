"""What stands in the way of sending a text, below it: each leads to its line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.drafts import Problem
from kbdesk.ui import fault_words
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look.look import Look

MOST = 3
TIGHT = 150  # percent of text


class Problems(QWidget):
    """At most a few lines; the rest is counted."""

    chosen = Signal(int)  # a line of the text, from 0

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._problems: tuple[Problem, ...] = ()
        self._title = label("label")
        set_tone(self._title, "warn")
        self.lines = [KeyedButton(look, flush=True) for _ in range(MOST)]
        self._more = label("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._title)
        for number, line in enumerate(self.lines):
            line.clicked.connect(lambda _on=False, at=number: self._choose(at))
            column.addWidget(line)
        column.addWidget(self._more)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what there is; nothing takes no room."""
        self._problems = tuple(problems)
        self.setVisible(bool(problems))
        self._say()

    @property
    def told(self) -> str:
        """All that is shown, to be told to who does not see it."""
        shown = [line.toolTip() for line in self.lines if not line.isHidden()]
        return " ".join([self._title.text(), *shown])

    @property
    def first_line(self) -> int:
        """Where the first one stands, from 0."""
        return max(0, self._problems[0].line - 1) if self._problems else 0

    @property
    def _most(self) -> int:
        """How many are named: with large letters one, for the text needs the room."""
        return 1 if self._look.scale >= TIGHT else MOST

    def _choose(self, number: int) -> None:
        self.chosen.emit(max(0, self._problems[number].line - 1))

    def _say(self) -> None:
        self._title.setText(self.tr("%n thing(s) to mend first", "", len(self._problems)))
        for number, line in enumerate(self.lines):
            line.setVisible(number < min(self._most, len(self._problems)))
            if number < len(self._problems):
                told = self._told(self._problems[number])
                line.setToolTip(told)
                line.setAccessibleName(told)
        self._fit()
        more = len(self._problems) - self._most
        self._more.setText(self.tr("and %n more", "", max(0, more)))
        self._more.setVisible(more > 0)

    def _told(self, problem: Problem) -> str:
        if problem.code == "empty":
            told = self.tr("“%1” is still to be written").replace("%1", problem.field)
        else:
            told = fault_words.said(problem.code, problem.values)
            told = told or f"{problem.sentence} {problem.remedy}".strip()
        named = problem.field if problem.code != "empty" else ""
        where = {
            (True, True): self.tr("Line %1, %2: %3"),
            (True, False): self.tr("Line %1: %3"),
            (False, True): self.tr("%2: %3"),
        }.get((bool(problem.line), bool(named)), "%3")
        place = where.replace("%1", str(problem.line)).replace("%2", named)
        return place.replace("%3", told)

    def _fit(self) -> None:
        """Cut a line where it has no room; its whole is its tip, and told."""
        letters = self._look.font("caption")
        letters.setWeight(QFont.Weight.Medium)
        room = self.width() - 32 - 8
        for line in self.lines:
            told = QFontMetrics(letters).elidedText(
                line.toolTip(), Qt.TextElideMode.ElideRight, max(0, room)
            )
            line.setText(told)
            line.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
