"""The foot of the editor: why, what sending does, and the one act that sends."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.drafts import Standing
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.field import Field
from kbdesk.ui.controls.foot_ground import FootGround
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing.minor_choice import MinorChoice

BESIDE = 620  # px at 100 %; it grows by half as much as the letters
TIGHT = 150  # percent: from there on, below each other, the button alone says what it does


class EditorFoot(FootGround):
    """“Why this change? ______ [Send the suggestion Ctrl ↵]”."""

    send_wanted = Signal(bool)  # publish
    why_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._standing: Standing | None = None
        self._reviewing = ""  # whose suggestion is being edited
        self.why = Field(look)
        self._meaning = Prose("caption", look, colour="muted")
        self.send = ActButton(look, shortcut="Ctrl+Return", primary=True)
        self.suggest = KeyedButton(look)
        self.minor = MinorChoice(look)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.why)
        left.addWidget(self.minor)
        left.addWidget(self._meaning)
        self._right = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._right.setSpacing(4)
        self._gap = QWidget()
        self._right.addWidget(self._gap)
        self._right.addWidget(self.send)
        self._right.addWidget(self.suggest)
        self._right.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(16)
        self._across.addLayout(left, 1)
        self._across.addLayout(self._right)
        self.send.clicked.connect(lambda: self.send_wanted.emit(self._publishes))
        self.suggest.clicked.connect(lambda: self.send_wanted.emit(False))
        self.why.edit.textChanged.connect(lambda _text: self.why_changed.emit())
        self._say()

    @property
    def _publishes(self) -> bool:
        return bool(self._reviewing) or (self._standing is not None and self._standing.publishes)

    def begin(self, why: str, *, minor: bool) -> None:
        """Begin with what was said before; whether it is a detail is asked for each text anew."""
        self.why.edit.setText(why)
        self.minor.tick.setChecked(minor)

    def show_standing(self, standing: Standing, reviewing: str = "") -> None:
        """Say what sending would do; `reviewing` names whose suggestion is being edited."""
        self._standing, self._reviewing = standing, reviewing
        self._say()

    def _say(self) -> None:
        standing = self._standing
        local = standing is not None and standing.local
        publishes = self._publishes
        self.suggest.setVisible(publishes and not local and not self._reviewing)
        self.minor.setVisible(publishes)
        if self._reviewing:
            self.why.name(self.tr("A word to %1").replace("%1", self._reviewing))
            self.send.setText(self.tr("Publish"))
            self._meaning.say(self.tr("Published as you wrote it; the credit stays theirs."))
        elif publishes:
            self.why.name(self.tr("What did you change, and why?"))
            self.send.setText(self.tr("Publish"))
            self._meaning.say(
                self.tr("It stands at once on this desk.") if local
                else self.tr("Everybody reads it as soon as it is sent.")
            )  # fmt: skip
        else:
            self.why.name(self.tr("Why this change?"))
            self.send.setText(self.tr("Suggest"))
            self._meaning.say(
                self.tr("Nothing is published before it is reviewed. It works offline too.")
            )
        self.suggest.setText(self.tr("Ask for a second look"))
        for act in (self.send, self.suggest):
            act.setAccessibleName(act.text())
            act.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= BESIDE * (1 + (self._look.scale - 100) / 200)
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        side = 32 if beside else 16
        self._across.setContentsMargins(side, 12, side, 12)
        below = 40 if self.minor.isVisibleTo(self) else 16  # in the line of the last thing read
        self._gap.setFixedHeight(self._look.px(below) if beside else 0)
        self._meaning.setVisible(beside or self._look.scale < TIGHT)

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
