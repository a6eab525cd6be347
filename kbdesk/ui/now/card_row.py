"""A further card as a row: its title and its key, and below why it is here."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from kbdesk.core.cards import ContactCard
from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.now.column_button import ColumnButton
from kbdesk.ui.now.why_line import WhyLine


class CardRow(ColumnButton):
    """Pressing it opens the article."""

    def __init__(self, look: Look, shortcut: str = "") -> None:
        super().__init__(look)
        self._card: ContactCard | None = None
        self.hairline = True  # below it, between rows
        self._title = Paragraph("strong", look, lines=2, gives_way=True)
        self._shortcut = shortcut
        self._caps = KeyCaps(shortcut, look)
        self._why = WhyLine(look, brief=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addWidget(self._caps, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._column.addWidget(self._why)
        self._why.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]  # it has one
        self.show_alone(False)

    def show_key(self, keyed: bool) -> None:
        self._caps.setVisible(keyed and bool(self._shortcut))

    @property
    def card(self) -> ContactCard | None:
        return self._card

    def show_alone(self, alone: bool) -> None:
        side = 0 if alone else 15
        self._column.setContentsMargins(side, 11, side, 12)
        self.updateGeometry()

    def show_card(self, card: ContactCard) -> None:
        self._card = card
        self._title.say(card.title)
        self._why.show_card(card)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(self._why.spoken)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._title.wear("strong", "accent")
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._title.wear("strong")
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            if self.hairline:
                line = self._look.colour("line")
                painter.fillRect(0, self.height() - 1, self.width(), 1, line)
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect().adjusted(0, 2, 0, -3))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._card is not None:
            self.show_card(self._card)
        super().changeEvent(event)
