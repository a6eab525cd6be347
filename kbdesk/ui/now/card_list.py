"""The cards of the contact in hand: one that speaks, rows with keys, the rest under “more”."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.cards import ContactCard
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.hearing import in_order
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import standing
from kbdesk.ui.now.card_row import CardRow
from kbdesk.ui.now.lead_card import LeadCard
from kbdesk.ui.shortcuts import SHORTCUTS

COPIED_FOR = 2000  # ms that the button says so
MOST = 20  # cards looked at
BESIDE = 4  # cards shown at first beside the other screens, where the panel is narrow


class CardList(QWidget):
    """Shows cards in the order given; says which one is to be opened or copied."""

    opened = Signal(object)  # ContactCard
    copy_requested = Signal(object)  # ContactCard

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._alone = False
        self._cards: tuple[ContactCard, ...] = ()
        self._refusal = ""  # why there are none, "" when there is no reason but that
        self._unfolded = False
        self._keyed = True
        self._heading = Paragraph("label", look, colour="muted", lines=1)
        self.lead = LeadCard(look)
        self._rows: list[CardRow] = []
        self.more = KeyedButton(look, quiet=True, caret=True)
        self._nothing = Paragraph("caption", look, colour="muted")
        self._rest = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._rest.timeout.connect(lambda: self.lead.show_copied(False))
        self.lead.clicked.connect(lambda _on=False: self._open(self.lead.card))
        self.lead.copy_requested.connect(self.copy_first)
        self.more.clicked.connect(self._unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._column.addSpacing(8)
        self._column.addWidget(self.lead)
        self._column.addSpacing(4)
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        self._column.addLayout(self._below)
        self._after = QHBoxLayout()
        self._after.addWidget(self.more)
        self._after.addStretch(1)
        self._column.addLayout(self._after)
        self._column.addWidget(self._nothing)
        self._say()

    @property
    def _room(self) -> int:
        """How many cards are shown before anybody asks for more."""
        return standing.KEYED if self._alone else BESIDE

    @property
    def cards(self) -> tuple[ContactCard, ...]:
        return self._cards

    def show_alone(self, alone: bool) -> None:
        self._alone = alone
        self._heading.setVisible(not alone)
        self.lead.show_alone(alone)
        self._after.setContentsMargins(0 if alone else 11, 0, 0, 0)
        for row in self._rows:
            row.show_alone(alone)
        if self._cards:
            self._fill()

    def apply_look(self, look: Look) -> None:
        self._look = look

    def show_keys(self, keyed: bool) -> None:
        """Show the keys of the cards, or none while they choose who is on the line."""
        self._keyed = keyed
        self.lead.show_key(keyed)
        for row in self._rows:
            row.show_key(keyed)

    def show_cards(self, cards: Sequence[ContactCard], *, anew: bool) -> None:
        """Show cards; anew folds what is under “more” again."""
        self._cards, self._refusal = tuple(cards[:MOST]), ""
        if anew:
            self._unfolded = False
            self._rest.stop()
        self._fill()

    def refuse(self, sentence: str) -> None:
        """Say why there are no cards."""
        self._cards, self._refusal = (), sentence
        self._fill()

    def clear(self) -> None:
        """Show no card, and not that there is none: they are on their way."""
        self._cards = ()
        self._fill()
        self._nothing.hide()

    def _fill(self) -> None:
        first, rest = standing.parted(self._cards, self._room)
        shown = self._cards if self._unfolded else first
        if shown:
            self.lead.show_card(shown[0])
        self.lead.setVisible(bool(shown))
        self._fill_rows(shown[1:])
        self.more.setVisible(bool(rest) and not self._unfolded)
        self._nothing.setVisible(not shown)
        self._say()

    def _fill_rows(self, cards: Sequence[ContactCard]) -> None:
        while len(self._rows) < len(cards):
            self._rows.append(self._made_row(len(self._rows) + 2))
        last = len(cards) - 1
        for number, row in enumerate(self._rows):
            row.setVisible(number <= last)
            if number <= last:
                row.hairline = number < last
                row.show_card(cards[number])
                row.update()

    def _made_row(self, number: int) -> CardRow:
        row = CardRow(self._look, SHORTCUTS.get(f"card_{number}", ""))
        row.show_alone(self._alone)
        row.show_key(self._keyed)
        row.clicked.connect(lambda _on=False: self._open(row.card))
        self._below.addWidget(row)
        in_order((self.lead.copy, *self._rows, row, self.more))
        return row

    def _unfold(self) -> None:
        self._unfolded = True
        first_hidden = self._room - 1
        self._fill()
        self._rows[first_hidden].setFocus(Qt.FocusReason.OtherFocusReason)

    def open_number(self, number: int) -> bool:
        """Open the card that shows this key; return whether there is one."""
        most = standing.KEYED if self._unfolded else self._room
        if 1 <= number <= min(most, len(self._cards)):
            self.opened.emit(self._cards[number - 1])
            return True
        return False

    def _open(self, card: ContactCard | None) -> None:
        if card is not None:
            self.opened.emit(card)

    def copy_first(self) -> None:
        """Copy the sentence of the first card."""
        if self._cards and self._cards[0].say:
            self.copy_requested.emit(self._cards[0])

    def tell_copied(self) -> None:
        """Say on the button that it was done."""
        self.lead.show_copied(True)
        self._rest.start()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Cards for this call"))
        self._heading.say(self.tr("For this call"))
        _first, rest = standing.parted(self._cards, self._room)
        self.more.setText(self.tr("%n more card(s)", "", len(rest)))
        self.more.setAccessibleName(self.more.text())
        none = self.tr("No card yet. Write the customer's words below, and they will come.")
        self._nothing.say(self._refusal or none)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
