"""Questions that sleep since their passage changed: their author says whether they still fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.quiz import Asleep
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.hearing import in_order
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

SHOWN = 400  # characters of a passage


class AsleepRow(QWidget):
    """A question, the passage as it stands, and the two things one can do."""

    confirmed = Signal(str)
    article_requested = Signal(str, str)

    def __init__(self, look: Look, of: Asleep) -> None:
        super().__init__()
        self.of = of
        self._asked = Prose("strong", look)
        self._passage = Prose("body", look)
        self._where = Prose("caption", look, colour="muted")
        self.fits = ActButton(look)
        self.open = QuietButton(look)
        self.fits.clicked.connect(lambda: self.confirmed.emit(of.id))
        tested = of.tested
        self.open.clicked.connect(
            lambda: self.article_requested.emit(tested.article, tested.anchor)
        )
        acts = Flow(12)
        acts.addWidget(self.fits)
        acts.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(6)
        for part in (self._asked, self._passage, self._where):
            column.addWidget(part)
        column.addSpacing(2)
        column.addLayout(acts)
        self._say()

    def _say(self) -> None:
        tested = self.of.tested
        self._asked.say(self.of.text)
        text = tested.text if len(tested.text) <= SHOWN else f"{tested.text[:SHOWN].rstrip()}…"
        self._passage.say(text)
        self._where.say(", ".join(part for part in (tested.title, tested.heading) if part))
        self.fits.setText(self.tr("It still fits"))
        self.fits.setAccessibleDescription(self.of.text)
        self.open.setText(self.tr("Open the article"))
        self.open.setAccessibleDescription(tested.title)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class AsleepPage(ColumnPage):
    """One row a question; what is confirmed is asked again."""

    confirmed = Signal(tuple)  # ids
    article_requested = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._title, self._why = Prose("title", look), Prose("read", look, colour="muted")
        self.rows: list[AsleepRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        for part, below in ((self._title, 4), (self._why, 8)):
            self.column.addWidget(part)
            self.column.addSpacing(below)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._say()

    def show_asleep(self, asleep: Sequence[Asleep]) -> None:
        """Show what sleeps."""
        if tuple(row.of for row in self.rows) != tuple(asleep):
            for old in self.rows:
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.rows = [AsleepRow(self._look, one) for one in asleep]
            for row in self.rows:
                self._list.addWidget(row)
                row.confirmed.connect(lambda id_: self.confirmed.emit((id_,)))
                row.article_requested.connect(self.article_requested.emit)
                row.show()
        stops = [stop for row in self.rows for stop in (row.fits, row.open)]
        in_order((self.bar.leave, *stops))
        self._say()

    def take_focus(self) -> None:
        first = self.rows[0].fits if self.rows else self.bar.leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.bar.show_where(self.tr("Questions asleep"), leave=self.tr("Back"))
        self._title.say(self.tr("Questions asleep"))
        why = self.tr("Their passage has changed, so nobody is asked them. Do they still fit?")
        self._why.say(why if self.rows else self.tr("All questions are awake."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
