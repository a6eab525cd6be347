"""What there is to do today, with the one filled act of the screen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.card import paint_card
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.prose import Prose

EDGE = 3  # px
BESIDE = 520  # px at 100 %
CALM, ASKING = ("line", "surface"), ("accent-soft", "accent-soft")  # tokens: line, ground


@dataclass(frozen=True, slots=True)
class Today:
    """What the card says; without an act nothing is asked."""

    line: str
    about: str
    act: str = ""
    leave: str = ""  # to have it no more
    calm: bool = False  # nothing is due: on no ground of its own


class TodayCard(QWidget):
    """“5 questions to review. 90 seconds.   [Begin Enter]”."""

    begun = Signal()
    let_go = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._calm = False
        self._line, self._about = Prose("section", look), Prose("body", look)
        self.act = ActButton(look, shortcut="Return", primary=True)
        self.act.clicked.connect(self.begun.emit)
        self.leave = QuietButton(look, role="caption", flush=True)
        self.leave.clicked.connect(self.let_go.emit)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._line)
        said.addWidget(self._about)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(16)
        self._across.setContentsMargins(24, 18, 24, 18)
        self._across.addLayout(said, 1)
        acts = QVBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.act)
        acts.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignLeft)
        self._across.addLayout(acts)

    def show_today(self, today: Today) -> None:
        """Say it."""
        self._calm = today.calm
        self._line.say(today.line)
        self._about.say(today.about)
        self._about.setVisible(bool(today.about))
        self.act.setText(today.act)
        self.act.setAccessibleName(today.act)
        self.act.setAccessibleDescription(f"{today.line} {today.about}")
        self.act.setVisible(bool(today.act))
        self.act.updateGeometry()
        self.leave.setText(today.leave)
        self.leave.setVisible(bool(today.leave))
        self.leave.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = 24 if beside else 16
        self._across.setContentsMargins(side, 18, side, 18)
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painter_on(self) as painter:
            line, ground = CALM if self._calm else ASKING
            paint_card(painter, look, self.rect(), line=line, ground=ground)
            if not self._calm:
                painter.fillRect(0, 0, EDGE, self.height(), look.colour("accent"))
