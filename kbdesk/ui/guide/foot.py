"""The row below a step: one step back, copy what to say, begin again; each with its key."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS

SAID_FOR = 2000  # ms that the button says that it has copied
BACK_KEY, AGAIN_KEY = "Left", "Home"
GAP = 16  # px between two acts


class GuideFoot(QWidget):
    """Acts that belong to every step; one that can do nothing is not shown."""

    back_asked = Signal()
    copy_asked = Signal()
    again_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.back = KeyedButton(look, BACK_KEY, quiet=True)
        self.copy = KeyedButton(look, SHORTCUTS["copy_reply"], quiet=True)
        self.again = KeyedButton(look, AGAIN_KEY, quiet=True)
        self._said = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._said.timeout.connect(self._say)
        self._can_go, self._can_copy = False, False
        self._row = QHBoxLayout(self)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.back)
        self._row.addWidget(self.copy)
        self._row.addStretch(1)
        self._row.addWidget(self.again)
        self.back.clicked.connect(self.back_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.again.clicked.connect(self.again_asked)
        self._say()

    def show_acts(self, *, back: bool, copy: bool) -> None:
        """Show what can be done here."""
        self._can_go, self._can_copy = back, copy
        self._said.stop()
        self._say()

    def tell_copied(self) -> None:
        """Say for a moment that the question is on the clipboard."""
        self.copy.setText(self.tr("Copied"))
        self.copy.updateGeometry()
        self._said.start()

    def align(self, left: int) -> None:
        """Stand in line with the step above."""
        self._row.setContentsMargins(left - 4, 9, left - 4, 8)
        self._fit()

    def _fit(self) -> None:
        """Keep to one line: what has no room is left out, the keys work all the same."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for part, able in (
            (self.back, self._can_go),
            (self.copy, self._can_copy),
            (self.again, self._can_go),
        ):
            room -= (part.sizeHint().width() + GAP) if able else 0
            part.setVisible(able and (room >= -GAP or part is self.back))
        shown = any(part.isVisibleTo(self) for part in (self.back, self.copy, self.again))
        self.setFixedHeight(self.back.sizeHint().height() + 17 if shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self.back, self.copy, self.again):
            part.apply_look(look)
        self._fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.back.setText(self.tr("Previous step"))
        self.copy.setText(self.tr("Copy the question"))
        self.again.setText(self.tr("Start over"))
        for part in (self.back, self.copy, self.again):
            part.updateGeometry()
        self._fit()
