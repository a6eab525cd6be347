"""A critical notice above all that is on screen, also while somebody is on the line.

It takes no focus and covers nothing: what is below moves down once, when it comes. It says what is
to be known, in three lines, so that nothing need be opened during a call.
"""

import re
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.announcements import Notice
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.level_edge import EDGE
from kbdesk.ui.announcements.painted import really_shown
from kbdesk.ui.announcements.toned_button import TonedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.controls.sign import Sign
from kbdesk.ui.hearing import announce
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

BESIDE = 640  # px at 100 %: from there on the acts stand beside the words
LINES = 3
_MARKS = re.compile(r"^[#>\s]+|[*_`]+|!?\[([^\]]*)\]\([^)]*\)", re.MULTILINE)


def plain(markdown: str) -> str:
    """Return the words of a text without their marks, for a place that shows a line or two."""
    return " ".join(_MARKS.sub(lambda found: found.group(1) or "", markdown).split())


class CriticalStrip(QWidget):
    """“▲ Critical since 9:12 · Ana Petit / title / words / Confirm [F7]  Read [Ctrl][3]”."""

    confirmed = Signal(str)  # the notice's id
    read_requested = Signal(str)  # likewise
    painted = Signal(object)  # Notice, as it is really seen

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._notice: Notice | None = None
        self._now: datetime | None = None
        self._waiting = 0
        self._sign = Sign("warning", "critical", look)
        self._level = Paragraph("label", look, colour="critical", lines=1)
        self._who = Paragraph("caption", look, colour="text", lines=1, gives_way=True)
        self._title = Paragraph("list", look, lines=2, gives_way=True)
        self._body = Paragraph("field", look, lines=LINES, gives_way=True)
        self.confirm = TonedButton(look, SHORTCUTS["confirm_notice"], filled=True)
        self.read = TonedButton(look, SHORTCUTS["show_announcements"], filled=False)
        self.confirm.clicked.connect(self._confirm)
        self.read.clicked.connect(self._read)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._sign)
        head.addWidget(self._level)
        head.addWidget(self._who, 1)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addLayout(head)
        said.addSpacing(2)
        said.addWidget(self._title)
        said.addWidget(self._body)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.confirm)
        acts.addWidget(self.read)
        acts.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._across.setContentsMargins(12 + EDGE, 10, 16, 12)
        self._across.setSpacing(8)
        self._across.addLayout(said, 1)
        self._across.addLayout(acts)

    @property
    def notice(self) -> Notice | None:
        """The one that is shown."""
        return self._notice if not self.isHidden() else None

    def show_notices(self, notices: tuple[Notice, ...], now: datetime) -> None:
        """Show the first of them and say how many more there are; with none, go."""
        before = self._notice.id if self._notice is not None else ""
        self._notice = notices[0] if notices else None
        self._now, self._waiting = now, max(0, len(notices) - 1)
        self._say()
        self.setVisible(self._notice is not None)
        if self._notice is not None and self._notice.id != before:
            announce(self, self.accessibleName())

    def _say(self) -> None:
        notice, now = self._notice, self._now
        if notice is None or now is None:
            return
        level = words.level(notice.level)
        self._level.say(level)
        about = [words.since(notice.edited or notice.at_first, now), notice.by_name or notice.by]
        if self._waiting:
            about.append(self.tr("%n more", "", self._waiting))
        self._who.say(" · ".join(about))
        recall = notice.recalled
        title = notice.title
        if recall is not None:
            title = self.tr("Recalled: %1").replace("%1", title)
        self._title.say(title)
        self._body.say(recall.why if recall is not None else plain(notice.body))
        self._body.setVisible(bool(self._body.text))
        self.confirm.setText(words.confirm() if recall is None else words.seen())
        self.read.setText(words.read())
        self.confirm.setAccessibleName(f"{self.confirm.text()}: {notice.title}")
        self.setAccessibleName(f"{level}: {title}. {self._body.text}")
        self.update()

    def _confirm(self) -> None:
        if self._notice is not None:
            self.confirmed.emit(self._notice.id)

    def _read(self) -> None:
        if self._notice is not None:
            self.read_requested.emit(self._notice.id)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("critical-soft"))
            painter.fillRect(0, 0, EDGE, self.height(), self._look.colour("critical"))
        if self._notice is not None and really_shown(self):
            self.painted.emit(self._notice)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
