"""The day for which an article is shown: asked for by one field, told by one line.

What a rule says changes with the day; the reader shows today. Another day is typed as one says it
(« 1er mars », 01/03/2026), and the field answers at once with the day it understood, year and all.
The days on which this article changes are one key away. While another day is shown the line says
so, in the colour of warning, and leads back.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kbdesk.core.days import LONGEST, read_day
from kbdesk.ui import dates
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.strip import Strip

FIELD = 176  # px at 100 % text
MOST = 3  # days offered


class DayField(QLineEdit):
    """Keeps Enter and Esc for itself, whatever the window does with them."""

    left = Signal()
    OWN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: key.key() in self.OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AsOf(Strip):
    """Asks for a day, and says which one is shown when it is not today."""

    day_wanted = Signal(object)  # date, None for today
    closed = Signal()  # the keys go back to the text

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn", "calendar-blank")
        self._days: tuple[date, ...] = ()
        self._today = date.min
        self._on: date | None = None
        self._asks = False
        self.field = DayField()
        self.field.setMaxLength(LONGEST)
        self.field.setTextMargins(6, 0, 6, 0)
        self.offers = [QuietButton(look) for _ in range(MOST)]
        self.other, self.back = QuietButton(look), QuietButton(look)
        for part in (self.field, *self.offers, self.other, self.back):
            self.add(part)
        for number, offer in enumerate(self.offers):
            offer.clicked.connect(lambda _checked=False, number=number: self._take_offer(number))
        self.field.textEdited.connect(lambda _text: self._understand())
        self.field.returnPressed.connect(self._take)
        self.field.left.connect(self.close_question)
        self.other.clicked.connect(self.ask)
        self.back.clicked.connect(lambda: self.day_wanted.emit(None))
        self.apply_look(look)

    def show_day(self, on: date | None, days: Sequence[date], today: date) -> None:
        """Tell which day the article on screen is shown for; None for today."""
        self._on, self._today, self._asks = on, today, False
        self._days = tuple(sorted(sorted(days, key=lambda day: abs(day - today))[:MOST]))
        self._tell()

    def ask(self) -> None:
        """Ask for a day; the keys go to the field."""
        self._asks = True
        self.field.clear()
        self._tell()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_question(self) -> None:
        """Ask no longer."""
        self._asks = False
        self._tell()
        self.closed.emit()

    @property
    def asks(self) -> bool:
        return self._asks

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        for button in (*self.offers, self.other, self.back):
            button.apply_look(look)
        self.field.setFixedSize(look.px(FIELD), look.px(30))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        self.field.setVisible(self._asks)
        self.other.setVisible(not self._asks)
        self.back.setVisible(self._on is not None)
        for number, offer in enumerate(self.offers):
            offered = self._asks and number < len(self._days)
            offer.setVisible(offered)
            offer.setText(dates.full(self._days[number]) if offered else "")
        self._name_things()
        self.tone("accent" if self._asks else "warn")
        if self._asks:
            self._understand()
        elif self._on is not None:
            past = self._on < self._today
            words = self.tr("As it held on %1, not today.") if past else ""
            words = words or self.tr("As it will hold on %1, not today.")
            self.say(words.replace("%1", dates.full(self._on)))
        else:
            self.hide()

    def _name_things(self) -> None:
        self.field.setPlaceholderText(self.tr("1 March, 01/03/2026"))
        self.field.setAccessibleName(self.tr("Day for which the article is shown"))
        self.other.setText(self.tr("Another day"))
        self.back.setText(self.tr("Back to today"))

    def _understand(self) -> None:
        """Say which day was understood, so that Enter holds no surprise."""
        typed = self.field.text().strip()
        day = read_day(typed, self._today)
        if day is not None:
            words = self.tr("Show what holds on %1 (Enter).").replace("%1", dates.full(day))
        elif typed:
            words = self.tr("Which day? For example 1 March, or 01/03/2026.")
        else:
            words = self.tr("Show what holds on another day:")
        self.say(words)
        self.field.setAccessibleDescription(words)

    def _take(self) -> None:
        day = read_day(self.field.text().strip(), self._today)
        if day is not None:
            self._go(day)

    def _take_offer(self, number: int) -> None:
        self._go(self._days[number])

    def _go(self, day: date) -> None:
        self._asks = False
        self.closed.emit()
        self.day_wanted.emit(None if day == self._today else day)
