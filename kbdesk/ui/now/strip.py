"""Who is on the line, in one line above the work, where the panel is not to be seen."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.contact import Contact, Phase
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import telling, words
from kbdesk.ui.now.head import Dot
from kbdesk.ui.shortcuts import SHORTCUTS

GAP = 8
SPARE = 16 + 12 + 2 * GAP  # px: the margins, and the gaps beside who it is


class ContactStrip(QWidget):
    """“● Ringing 00:04 Claire Martin · Queue Billing  See [Ctrl][2]”."""

    look_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._contact: Contact | None = None
        self._queue_title = ""
        self._waiting: Contact | None = None
        self._dot = Dot(look)
        self._state = Paragraph("strong", look, lines=1)
        self._time = Paragraph("caption", look, colour="muted", lines=1, tabular=True)
        self.who = Paragraph("body", look, lines=1, gives_way=True)
        self.see = KeyedButton(look, SHORTCUTS["show_now"])
        self.see.clicked.connect(self.look_requested.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 6)
        row.setSpacing(GAP)
        for part in (self._dot, self._state, self._time):
            row.addWidget(part)
        row.addWidget(self.who, 1)
        row.addWidget(self.see)
        self.hide()

    def show_contact(
        self,
        contact: Contact | None,
        queue_title: str,
        now: datetime,
        waiting: Contact | None = None,
    ) -> None:
        """Show who is on the line, and whether another waits."""
        self._contact, self._queue_title, self._waiting = contact, queue_title, waiting
        self._say()
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let the time run."""
        if self._contact is not None:
            self._time.say(telling.running(telling.since(self._contact), now))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the time, the word beside the dot, then the key, until the name can be read."""
        if self._contact is None:
            return
        self.see.show_key(SHORTCUTS["show_now"])
        _all, name = self._told(self._contact)
        needed = QFontMetrics(self._look.font("body")).horizontalAdvance(name) + SPARE
        room = self.width() - needed - self._dot.sizeHint().width() - self.see.sizeHint().width()
        if room < 0:
            self.see.show_key("")
        for part in (self._state, self._time):
            room -= part.sizeHint().width() + GAP
            part.setVisible(room >= 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ground = "accent-soft" if self._is_news else "sunken"
            painter.fillRect(self.rect(), self._look.colour(ground))
            line = self._look.colour("line")
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)

    def _say(self) -> None:
        if (contact := self._contact) is None:
            return
        self._dot.show_phase(contact.phase)
        self._state.say(words.state(contact.phase))
        self.who.say(*self._told(contact))
        self.see.stand_on("soft" if self._is_news else "plain")
        self.see.setText(self.tr("See"))
        self.see.setAccessibleName(f"{self.see.text()}: {self._state.text}, {self.who.text}")
        self.see.updateGeometry()
        self._fit()
        self.update()

    @property
    def _is_news(self) -> bool:
        """True while somebody waits to be answered."""
        rings = self._contact is not None and self._contact.phase is Phase.RINGING
        return rings or self._waiting is not None

    def _told(self, contact: Contact) -> tuple[str, str]:
        """Say who it is, and that alone; a second call that waits is news, and comes before."""
        if self._waiting is not None:
            waits = self.tr("A call waits: %1").replace("%1", words.who(self._waiting))
            return waits, waits
        name = words.who(contact)
        parts = (name, words.queue(self._queue_title))
        return " · ".join(part for part in parts if part), name

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
