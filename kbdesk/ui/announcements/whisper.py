"""An important notice as one quiet line, between two contacts; its cross puts it off."""

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.announcements import Notice, State
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.level_edge import EDGE
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.hearing import announce
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

ROOMY = 400  # px at 100 %: in less, the words have the room of the keys


class Whisper(QWidget):
    """“▎Important  Commercial gesture: up to €15   Read [Ctrl][3] ×”."""

    read_requested = Signal(str)  # the notice's id
    put_off = Signal(str)  # likewise

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._notice: Notice | None = None
        self._things = 0  # that the brief of this shift tells
        self._level = Paragraph("label", look, lines=1)
        self._title = Paragraph("body", look, lines=1, gives_way=True)
        self.read = KeyedButton(look, SHORTCUTS["show_announcements"])
        self.close_ = IconButton("x", look)
        self.read.clicked.connect(lambda: self._tell(self.read_requested))
        self.close_.clicked.connect(lambda: self._tell(self.put_off))
        row = QHBoxLayout(self)
        row.setContentsMargins(12 + EDGE, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._level)
        row.addWidget(self._title, 1)
        row.addWidget(self.read)
        row.addWidget(self.close_)
        self.hide()

    def show_brief(self, things: int) -> None:
        """Tell that a shift begins and how much is new, in place of any one notice."""
        if things != self._things:
            self._things = things
            self._say()
            self.setVisible(bool(things) or self._notice is not None)

    @property
    def brief(self) -> bool:
        """True while the brief is told."""
        return bool(self._things) and not self.isHidden()

    @property
    def notice(self) -> Notice | None:
        """The one that is told."""
        return self._notice if not (self.isHidden() or self._things) else None

    def show_notice(self, notice: Notice | None) -> None:
        """Tell one, or nothing."""
        before = self._notice.id if self._notice is not None else ""
        self._notice = notice
        self._say()
        self.setVisible(notice is not None or bool(self._things))
        if notice is not None and notice.id != before:
            announce(self, self.accessibleName())

    def _tell(self, signal: SignalInstance) -> None:
        """Say for which notice, "" for the brief."""
        if self._things:
            signal.emit("")
        elif self._notice is not None:
            signal.emit(self._notice.id)

    def _say_brief(self) -> None:
        things = self.tr("%n thing(s) to know", "", self._things)
        since = self.tr("Since your last shift")
        self._level.hide()
        self._title.say(self.tr("%1: %2", "since when, how much").replace("%1", since)
                        .replace("%2", things), things)  # fmt: skip
        self.read.setText(self.tr("Read"))
        self.read.setAccessibleName(f"{self.read.text()}: {since}")
        self.read.updateGeometry()
        self.close_.name(self.tr("Put away (Esc)"))
        self.setAccessibleName(self._title.text)
        self.update()

    def _say(self) -> None:
        if self._things:
            self._say_brief()
            return
        if (notice := self._notice) is None:
            return
        level = words.level(notice.level)
        self._level.show()
        self._level.wear("label", words.COLOURS[notice.level])
        self._level.say(level)
        self._level.setMinimumWidth(self._level.sizeHint().width())
        self._title.say(notice.title)
        asks = notice.asks is State.UNDERSTOOD
        self.read.setText(self.tr("Answer the question") if asks else self.tr("Read"))
        self.read.setAccessibleName(f"{self.read.text()}: {notice.title}")
        self.read.updateGeometry()
        self.close_.name(self.tr("Later (Esc)"))
        self.setAccessibleName(f"{level}: {notice.title}")
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= self._look.px(ROOMY)
        self.read.show_key(SHORTCUTS["show_announcements"] if roomy else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._notice is None and not self._things:
            return
        level = self._notice.level if self._notice is not None and not self._things else None
        tone = self._look.colour(words.COLOURS[level] if level is not None else "accent")
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.fillRect(0, 0, EDGE, self.height(), tone)
            line = self._look.colour("line")
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
