"""The first card: its title, the whole sentence to say, why it is here, and its copy key."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from kbdesk.core.cards import ContactCard
from kbdesk.ui.controls.buttons import RING
from kbdesk.ui.controls.card import paint_card
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.now import words
from kbdesk.ui.now.column_button import ColumnButton
from kbdesk.ui.now.why_line import WhyLine
from kbdesk.ui.shortcuts import SHORTCUTS

SENTENCE = 8  # lines: a sentence to say is said whole, at 200 % text too
LARGE = 125  # percent: above, the reason and the key that copies have a line each
EDGE = 3  # px of accent beside the sentence, where it stands alone


class LeadCard(ColumnButton):
    """Pressing it opens the article; its copy button copies the sentence."""

    copy_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._alone = False
        self._keyed = True
        self._card: ContactCard | None = None
        self._title = Paragraph("list", look, lines=2, gives_way=True)
        self._caps = KeyCaps(SHORTCUTS["card_1"], look)
        self._sentence = Paragraph("body", look, lines=SENTENCE)
        self._why = WhyLine(look)
        self.copy = KeyedButton(look, SHORTCUTS["copy_card"])
        self.copy.clicked.connect(self.copy_requested.emit)
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addWidget(self._caps, alignment=Qt.AlignmentFlag.AlignTop)
        self._said = QHBoxLayout()
        self._said.addWidget(self._sentence)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, 0, -4, 0)  # its button has an edge of its own, for a ring
        self._foot.addWidget(self._why, 1)
        self._foot.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(top)
        self._column.addLayout(self._said)
        self._column.addLayout(self._foot)
        self._shape()

    def _shape(self) -> None:
        side = 16 if self._alone else 14
        self._column.setContentsMargins(side + 1, 12 + 1, side + 1, 8 + 1)
        self._said.setContentsMargins(EDGE + 12 if self._alone else 0, 4, 0, 4)
        large = self._look.scale > LARGE
        self._sentence.wear(("control" if large else "said") if self._alone else "body")
        self._caps.setVisible(self._keyed and not (large and self._alone))
        way = QHBoxLayout.Direction.TopToBottom if large else QHBoxLayout.Direction.LeftToRight
        self._foot.setDirection(way)
        self._foot.setSpacing(0 if large else 8)

    def show_alone(self, alone: bool) -> None:
        """In one column the sentence is larger, and the key that copies a reply is for it.

        With large letters the sentence comes before all that would push it out of sight.
        """
        self._alone = alone
        self.copy.show_key(SHORTCUTS["copy_reply" if alone else "copy_card"])
        self._shape()
        self.update()

    def show_key(self, keyed: bool) -> None:
        self._keyed = keyed
        self._shape()

    @property
    def card(self) -> ContactCard | None:
        return self._card

    @property
    def sentence(self) -> str:
        """The words on screen, without quotes."""
        return self._card.say if self._card is not None else ""

    def show_card(self, card: ContactCard) -> None:
        self._card = card
        self._say()

    def show_copied(self, copied: bool) -> None:
        """Say on the button that the sentence was copied, or name the act again."""
        self.copy.setText(words.copied() if copied else words.copy())
        self.copy.updateGeometry()

    def _say(self) -> None:
        self.show_copied(False)
        self.copy.setAccessibleName(words.copy_sentence())
        if (card := self._card) is None:
            return
        self._title.say(card.title)
        self._sentence.say(words.quoted(card.say))
        self._sentence.setVisible(bool(card.say))
        self.copy.setVisible(bool(card.say))
        self._why.show_card(card)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(f"{card.say} {self._why.spoken}".strip())

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        self._shape()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            self._paint_ground(painter)
            if self._alone and self._sentence.isVisible():
                said = self._sentence.geometry()
                edge = QRect(said.left() - 12 - EDGE, said.top(), EDGE, said.height())
                painter.fillRect(edge, self._look.colour("accent"))

    def _paint_ground(self, painter: QPainter) -> None:
        focused, over = self.hasFocus(), self.underMouse() or self.isDown()
        colour = "accent" if focused else "line-strong" if over else "line"
        width = RING if focused else 1
        paint_card(painter, self._look, self.rect(), line=colour, width=width)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
