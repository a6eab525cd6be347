"""Why a card is here, in quiet words; and, before them, that it is to be reviewed."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.articles import Freshness
from kbdesk.core.cards import ContactCard
from kbdesk.ui import words as common
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.controls.sign import Sign
from kbdesk.ui.look.look import Look
from kbdesk.ui.now import words

LINES = 3  # a reason is as long as whoever keeps the rules has made it


class WhyLine(QWidget):
    """“To review” where it holds, then the reasons; a brief one leaves out what does not fit."""

    def __init__(self, look: Look, *, brief: bool = False) -> None:
        super().__init__()
        self._brief = brief
        self._mark = Sign("clock", "warn", look)
        self._stale = Paragraph("caption", look, colour="warn", lines=1)
        self._reasons = Paragraph("caption", look, colour="muted", lines=LINES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addWidget(self._stale)
        row.addWidget(self._reasons, 1)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        stale = self._stale.text if self._stale.isVisibleTo(self) else ""
        return ", ".join(part for part in (stale, self._reasons.text) if part)

    def show_card(self, card: ContactCard) -> None:
        stale = card.freshness is Freshness.STALE
        self._mark.setVisible(stale)
        self._stale.setVisible(stale)
        self._stale.say(common.to_review())
        strongest = words.reasons(card, most=1) if self._brief else ""
        self._reasons.say(words.reasons(card), strongest)
