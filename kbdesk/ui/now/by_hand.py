"""“I have someone on the line”: a contact without any telephony, by its queue, motive or words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kbdesk.core.queues import Queue
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look

LONGEST = 200  # characters


class ByHand(QWidget):
    """One field and two choices, all of them optional; Enter takes the contact."""

    taken = Signal(str, str, str)  # queue, intent, words; "" for none
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._queues: tuple[Queue, ...] = ()
        self._heading = Paragraph("section", look, lines=2)
        self._asked = Paragraph("caption", look, colour="muted")
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST)
        self.words.returnPressed.connect(self.take)
        self.queue, self.intent = FilterChip(look), FilterChip(look)
        self.queue.chosen.connect(lambda _key: self._offer_intents())
        self.act = ActButton(look, shortcut="Return", primary=True)
        self.act.clicked.connect(self.take)
        self.cancel = KeyedButton(look, "Esc", quiet=True)
        self.cancel.clicked.connect(self.left.emit)
        self._lay_out()
        self.apply_look(look)
        self._say()

    def _lay_out(self) -> None:
        chips = Flow(6)
        for chip in (self.queue, self.intent):
            chips.addWidget(chip)
        acts = Flow(12)
        acts.addWidget(self.act)
        acts.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addSpacing(4)
        column.addWidget(self._asked)
        column.addSpacing(12)
        column.addWidget(self.words)
        column.addSpacing(10)
        column.addLayout(chips)
        column.addSpacing(16)
        column.addLayout(acts)
        column.addStretch(1)

    def offer(self, queues: Sequence[Queue]) -> None:
        """Set the queues to choose from; without any, words alone do."""
        self._queues = tuple(queues)
        self._offer_queues()

    def begin(self) -> None:
        """Start over, the caret in the field."""
        self.words.clear()
        self.queue.choose("")
        self._offer_intents()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self) -> None:
        """Take the contact with what is known."""
        self.taken.emit(self.queue.key, self.intent.key, self.words.text().strip())

    def _offer_queues(self) -> None:
        choices = [Choice("", self.tr("Any queue"))]
        self.queue.offer(choices + [Choice(queue.id, queue.title) for queue in self._queues])
        self.queue.setVisible(bool(self._queues))
        self._offer_intents()

    def _offer_intents(self) -> None:
        queue = next((q for q in self._queues if q.id == self.queue.key), None)
        intents = queue.intents if queue is not None else ()
        choices = [Choice("", self.tr("Any reason"))]
        self.intent.offer(choices + [Choice(intent.id, intent.title) for intent in intents])
        self.intent.setVisible(bool(intents))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.words.setFont(look.font("field"))
        self.words.setFixedHeight(look.size("control"))
        self.words.setTextMargins(8, 0, 8, 0)

    def _say(self) -> None:
        self._heading.say(self.tr("Someone on the line"))
        self._asked.say(self.tr("Say what you know: a few words are enough."))
        self.words.setPlaceholderText(self.tr("The customer's words"))
        self.words.setAccessibleName(self.tr("The customer's words"))
        self.queue.setAccessibleName(self.tr("Queue"))
        self.intent.setAccessibleName(self.tr("Reason for the call"))
        self.act.setText(self.tr("Bring up the cards"))
        self.cancel.setText(self.tr("Cancel"))
        for button in (self.act, self.cancel):
            button.updateGeometry()
        self._offer_queues()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
