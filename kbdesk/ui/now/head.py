"""The first line of the panel: where the contact stands, for how long, and its queue."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.core.contact import Contact, Phase
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.now import telling, words

DOTS = {
    Phase.RINGING: "accent",
    Phase.TALKING: "ok",
    Phase.HELD: "warn",
    Phase.WRAPPING: "line-strong",
}
SIDE = 16  # px


class Dot(QWidget):
    """Eight pixels of colour beside the word that says the same; a ring while it still rings."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._phase = Phase.TALKING
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_phase(self, phase: Phase) -> None:
        self._phase = phase
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(8), self._look.line("body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._look.colour(DOTS[self._phase])
        radius = self.width() / 2
        middle = QPointF(radius, self.height() / 2)
        with painter_on(self) as painter:
            if self._phase in (Phase.RINGING, Phase.WRAPPING):
                painter.setPen(QPen(colour, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, radius - 1, radius - 1)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(middle, radius, radius)


class Head(QWidget):
    """“● On the line 02:14 … Queue Billing”, the queue below where it has no room beside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._contact: Contact | None = None
        self._queue_title = ""
        self._dot = Dot(look)
        self._state = Paragraph("strong", look, lines=1)
        self.time = Paragraph("body", look, colour="muted", lines=1, tabular=True)
        self._queue = Paragraph("caption", look, colour="muted", lines=1, right=True)
        self._queue.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The name of a queue comes from the office and may be of any length.
        self._below = Paragraph("caption", look, colour="muted", lines=1, gives_way=True)
        self._row = row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._dot, self._state, self.time):
            row.addWidget(part)
        row.addWidget(self._queue, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_contact(self, contact: Contact, queue_title: str, now: datetime) -> None:
        self._contact, self._queue_title = contact, queue_title
        self._dot.show_phase(contact.phase)
        self._say()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let the time run."""
        if self._contact is not None:
            self.time.say(telling.running(telling.since(self._contact), now))
            self._fit()

    def _say(self) -> None:
        if self._contact is not None:
            self._state.say(words.state(self._contact.phase))
            for queue in (self._queue, self._below):
                queue.say(words.queue(self._queue_title))
            self._fit()

    def _fit(self) -> None:
        """Say the queue beside the time, or else on a line of its own."""
        said = bool(self._queue.text)
        parts = (self._dot, self._state, self.time, self._queue)
        needed = sum(part.sizeHint().width() for part in parts) + 3 * self._row.spacing()
        beside = needed <= self.width() - 2 * SIDE
        self._queue.setVisible(said and beside)
        self._below.setVisible(said and not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def apply_look(self, _look: Look) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
