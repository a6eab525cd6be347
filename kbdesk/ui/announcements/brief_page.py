"""Since your last shift: one page of what is new for me, each line one key away."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from kbdesk.core.brief import Brief, BriefLine, Sort
from kbdesk.ui.announcements import words
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.guide.answers import Answer, Answers, number_of
from kbdesk.ui.hearing import in_order
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look


class BriefPage(ScrollPage):
    """A title, the lines, one act."""

    chosen = Signal(object)  # BriefLine
    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._brief: Brief | None = None
        self._now: datetime | None = None
        self._title, self._since = label("title", wraps=True), label("caption", wraps=True)
        self.lines = Answers(look)
        self._more = label("caption", wraps=True)
        self.done = ActButton(look, shortcut="Esc", primary=True)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        for part, gap in ((self._title, 4), (self._since, 20), (self.lines, 8), (self._more, 16)):
            self._column.addWidget(part)
            self._column.addSpacing(gap)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self.lines.taken.connect(self._take)
        self.done.clicked.connect(self.put_away.emit)

    def show_brief(self, brief: Brief, now: datetime) -> None:
        """Show one page."""
        self._brief, self._now = brief, now
        self._say()

    def take_focus(self) -> None:
        """Give the keys to the first line."""
        self.lines.take_focus()

    def _take(self, number: int) -> None:
        if self._brief is not None and number < len(self._brief.lines):
            self.chosen.emit(self._brief.lines[number])

    def _say(self) -> None:
        brief, now = self._brief, self._now
        if brief is None or now is None:
            return
        self._title.setText(self.tr("Since your last shift"))
        since = words.since(brief.since, now) if brief.since is not None else ""
        self._since.setText(since[:1].upper() + since[1:])
        self._since.setVisible(bool(since))
        present = self.lines.present
        self.lines.offer([Answer(self._text(one), self._hint(one, now)) for one in brief.lines])
        self.lines.select(present)
        in_order((*self.lines.rows, self.done))
        self._more.setText(self.tr("%n more", "things since the last shift", brief.more))
        self._more.setVisible(brief.more > 0)
        self.done.setText(self.tr("All read"))
        self.done.updateGeometry()

    def _text(self, line: BriefLine) -> str:
        if line.sort is Sort.QUIZ:
            return self.tr("%n question(s) due", "", line.count)
        return line.title

    def _hint(self, line: BriefLine, now: datetime) -> str:
        sort = {
            Sort.NOTICE: words.level(line.level) if line.level is not None else words.title(),
            Sort.ARTICLE: self.tr("An article that you use has changed"),
            Sort.REMARK: self.tr("Your remark was answered"),
            Sort.SUGGESTION: self.tr("Your edit was decided"),
            Sort.GAP: self.tr("What you could not find is there now"),
            Sort.QUIZ: self.tr("Two minutes"),
        }[line.sort]
        at = words.near(line.at, now) if line.at is not None else ""
        return f"{sort} · {at}" if at else sort

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event.text()) if event.text() else -1
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}.get(
            Qt.Key(event.key()), 0
        )
        if by:
            self.lines.step(by)
        elif 0 <= number < min(9, len(self.lines.rows)):
            self._take(number)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.lines.has_keys:
            self._take(self.lines.present)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
