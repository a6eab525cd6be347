"""The foot of a question that was answered: when it comes again, how easy it was, and the next one.

How easy it was is a choice that nobody has to make: it stands at “good”, and ← and → move it.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kbdesk.core.recall import AGAIN, EASY, GOOD, HARD
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.tabs import Tab, Tabs
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

BESIDE, GAP = 560, 16  # px at 100 %, px
EASES = (AGAIN, HARD, GOOD, EASY)


class _Next(ActButton):
    """Leaves the arrows to the choice beside it; a button would move the focus by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuizFoot(QWidget):
    """“We ask it again in 9 days.   [Next question Enter]”."""

    ease_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._again = ""
        self._side = 0
        self._line = Prose("strong", look)
        self.ease = Tabs([str(ease) for ease in EASES], look)
        inner = self.ease.layout()
        if inner is not None:
            inner.setContentsMargins(0, 0, 0, 0)
        self.ease.chosen.connect(lambda key: self.ease_chosen.emit(int(key)))
        self.next = _Next(look, shortcut="Return", primary=True)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._at: tuple[int, ...] = ()
        self._lone = False  # what is said stands alone beside the act
        self._say_eases()

    def show_act(self, name: str) -> None:
        """Offer one act and nothing else."""
        self._line.setVisible(False)
        self.ease.setVisible(False)
        self._name(name)

    def show_marked(self, again: str, name: str, *, rates: bool) -> None:
        """Say when it comes again, and offer how easy it was where that was a right answer."""
        self.ease.choose(str(GOOD))
        self.ease.setVisible(rates)
        self.say_again(again)
        self._name(name)

    def say_again(self, again: str) -> None:
        """Say when it comes again."""
        self._line.say(again)
        self._line.setVisible(bool(again))

    def step_ease(self, by: int) -> None:
        """Choose easier, or harder; at either end it stays."""
        if self.ease.isHidden():
            return
        at = EASES.index(int(self.ease.key)) + by
        if 0 <= at < len(EASES):
            self.ease.choose(str(EASES[at]))
            self.ease_chosen.emit(EASES[at])

    def _name(self, name: str) -> None:
        self.next.setText(name)
        self.next.setAccessibleName(name)
        self.next.updateGeometry()
        self.align(self._side)

    def align(self, side: int) -> None:
        """Stand in line with the column above."""
        self._side = side
        self._grid.setContentsMargins(side, 10, side, 10)
        self._place(self.width() - 2 * side)

    def _place(self, room: int) -> None:
        """Put the act beside what is said, in its second row, or below all of it."""
        eases = 0 if self.ease.isHidden() else self._width_of_eases()
        fits = room >= eases + GAP + self.next.sizeHint().width()
        at = (0, 1, 2, 1) if self.width() >= self._look.px(BESIDE) else (1, 1, 1, 1)
        if not fits:
            at = (2, 0, 1, 2)
        lone = self.ease.isHidden() and at[0] == 0
        if (at, lone) != (self._at, self._lone):
            self._at, self._lone = at, lone
            for part in (self._line, self.ease, self.next):
                self._grid.removeWidget(part)
            middle = Qt.AlignmentFlag.AlignVCenter if lone else Qt.AlignmentFlag(0)
            wide = 1 if at[0] == 0 else 2
            self._grid.addWidget(self._line, 0, 0, 2 if lone else 1, wide, middle)
            self._grid.addWidget(self.ease, 1, 0)
            side = Qt.AlignmentFlag.AlignLeft if at[0] == 2 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(self.next, *at, side | Qt.AlignmentFlag.AlignVCenter)

    def _width_of_eases(self) -> int:
        return sum(tab.sizeHint().width() + GAP for tab in self.ease.findChildren(Tab))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.align(self._side)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.align(self._side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def _say_eases(self) -> None:
        names = {
            AGAIN: self.tr("By luck"),
            HARD: self.tr("Hard"),
            GOOD: self.tr("Good"),
            EASY: self.tr("Easy"),
        }
        self.ease.setAccessibleName(self.tr("How was it?"))
        for ease, name in names.items():
            self.ease.say(str(ease), name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_eases()
        super().changeEvent(event)
