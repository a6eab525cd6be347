"""The row above a step: which guide this is, how far it can be trusted, and the way out."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.articles import Freshness
from kbdesk.core.walks import GuideReading
from kbdesk.ui import dates, words
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.bar import Crumb
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.shortcuts import SHORTCUTS

ROOMY = 560  # px at 100 %: below, the path and the arrow are all there is room for


class GuideBar(QWidget):
    """Back, the shelf and the title; at the right trust and “Leave”."""

    left = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look = look
        self._today = today
        self._reading: GuideReading | None = None
        self.back = IconButton("arrow-left", look)
        self._space, self.title = Crumb(), Crumb()
        self._caret = Glyph("caret-right", 12, look, colour="muted", line="caption")
        self._check = Glyph("check-circle", 14, look, colour="ok", line="caption")
        self._trust = label("caption")
        self.leave = KeyedButton(look, SHORTCUTS["step_back"], quiet=True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.back)
        self._row.addSpacing(8)
        for part in (self._space, self._caret, self.title):
            self._row.addWidget(part)
            self._row.addSpacing(4)
        self._row.addStretch(1)
        ends: tuple[tuple[QWidget, int], ...] = (
            (self._check, 4),
            (self._trust, 16),
            (self.leave, 0),
        )
        for end, after in ends:
            self._row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addSpacing(after)
        self.back.clicked.connect(self.left)
        self.leave.clicked.connect(self.left)
        self.apply_look(look)
        self._say()

    def show_guide(self, reading: GuideReading) -> None:
        """Tell of which guide this is a step."""
        self._reading = reading
        self._space.setText(reading.space_title or reading.article.space)
        self.title.setText(reading.article.title)
        self._say()
        self.shape(self.width())

    def shape(self, width: int) -> None:
        """Leave out what has no room."""
        roomy = width >= self._look.px(ROOMY)
        beside: tuple[QWidget, ...] = (self._space, self._caret, self._trust, self.leave)
        for part in beside:
            part.setVisible(roomy)
        self._check.setVisible(roomy and bool(self._trust.text()))
        self._row.setContentsMargins(24 if roomy else 8, 0, 16, 0)

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self.back, self._caret, self._check, self.leave):
            part.apply_look(look)
        self.setFixedHeight(look.size("bar"))
        self._say()
        self.shape(self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.back.name(self.tr("Back to the article (Esc)"))
        self.leave.setText(self.tr("Leave"))
        self.leave.updateGeometry()
        reading = self._reading
        if reading is None:
            return
        good = reading.freshness is Freshness.VERIFIED and reading.article.verified is not None
        if good and reading.article.verified is not None:
            ago = dates.ago(reading.article.verified, self._today())
            told = self.tr("Verified %1").replace("%1", ago)
        elif reading.freshness is Freshness.STALE:
            told = words.to_review()
        else:
            told = self.tr("Not verified yet.")
        colour = "ok" if good else "warn"
        self._check.show_icon("check-circle" if good else "clock", colour)
        self._trust.setText(told)
        self._trust.setStyleSheet(
            f"font-size: {self._look.px(12)}px; font-weight: 500;"
            f" color: {self._look.tokens.colour(colour)};"
        )
