"""The foot of a notice: what confirming means here, and the button; gone where nothing is asked."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kbdesk.core.announcements import Notice, State
from kbdesk.core.receipts_board import Sent
from kbdesk.ui.announcements import words
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.foot_ground import FootGround
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.shortcuts import SHORTCUTS

BESIDE = 520  # px at 100 %
WIDEST = 760  # px of the column above, at 100 %


class NoticeFoot(FootGround):
    """“A question follows, in 20 seconds.   [Confirm F7]”."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._notice: Notice | None = None
        self._sent: Sent | None = None
        self._line = Prose("strong", look)
        self._more = Prose("caption", look, colour="muted")
        self.confirm = ActButton(look, shortcut=SHORTCUTS["confirm_notice"], primary=True)
        self.board = ActButton(look, shortcut="B")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._line)
        said.addWidget(self._more)
        said.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setSpacing(12)
        self._across.addLayout(said, 1)
        self._across.addWidget(self.confirm)
        self._across.addWidget(self.board)
        self.hide()

    @property
    def asks(self) -> bool:
        """True while it offers the act."""
        return not self.isHidden() and not self.confirm.isHidden()

    def show_notice(self, notice: Notice, sent: Sent | None = None) -> None:
        """Say what the notice asks, or how far it has come where this person sent it."""
        self._notice, self._sent = notice, sent
        self._say()

    def show_asked(self, asked: bool) -> None:
        """Leave the act out while its question is on the page: keys answer it there."""
        if asked and self._notice is not None and self._notice.asks is State.UNDERSTOOD:
            self.confirm.hide()

    def _say(self) -> None:
        notice = self._notice
        if notice is None:
            return
        line, more = self._told(notice)
        self._line.say(line)
        self._more.say(more)
        self._more.setVisible(bool(more))
        act = words.seen() if notice.recalled is not None else words.confirm()
        if notice.asks is State.UNDERSTOOD:
            act = self.tr("Answer the question")
        self.confirm.setText(act)
        self.board.setText(self.tr("Open the board"))
        self.board.setVisible(self._sent is not None)
        asks = notice.asks in (State.ACKNOWLEDGED, State.UNDERSTOOD)
        self.confirm.setVisible(asks and self._sent is None)
        self.confirm.updateGeometry()
        self.setVisible(bool(line))
        self.update()

    def _told(self, notice: Notice) -> tuple[str, str]:
        sent = self._sent
        if sent is not None:
            return words.summed(sent), words.audience(sent.audience, sent.audience_title)
        return ("" if notice.recalled is not None else self._asked(notice)), ""

    def _asked(self, notice: Notice) -> str:
        if notice.asks is State.ACKNOWLEDGED and notice.check is None:
            would = self.tr("%1 would like to know that you have read this.")
            return would.replace("%1", notice.by_name or notice.by)
        if notice.asks is State.ACKNOWLEDGED:
            return self.tr("One question follows, in 20 seconds.")
        if notice.asks is State.UNDERSTOOD:
            return self.tr("Confirmed. One question is left; the keys 1 to 9 answer it.")
        done = {State.UNDERSTOOD: self.tr("Confirmed and understood."),
                State.ACKNOWLEDGED: words.state(State.ACKNOWLEDGED)}  # fmt: skip
        return done.get(notice.state, "")

    def shape(self, width: int) -> None:
        """Stand side by side, or one below the other where there is little room."""
        beside = width >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = 56 if width >= 640 else 16
        most = round((WIDEST + 2 * side) * (1 + (self._look.scale - 100) / 200))
        right = max(side, width - most + side)  # so that the act ends where the text does
        self._across.setContentsMargins(side, 14, right, 14)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
