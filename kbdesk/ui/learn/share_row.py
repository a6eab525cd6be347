"""A row that is read: words, what is told of them, and perhaps a thin bar of how many."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.controls.progress_bar import ProgressBar
from kbdesk.ui.learn.told_beside import place_told
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

BESIDE = 420  # px at 100 %
TONES = {"check": "ok", "x": "critical"}


class ShareRow(QWidget):
    """“Rembourser une facture ▬▬▬  4 of 6”."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: tuple[int, int] | None = None
        self._at_least = False
        self._sign = Glyph("check", 16, look, colour="ok", line="body")
        self._line, self._told = Prose("body", look), Prose("caption", look, colour="muted")
        self._about = Prose("caption", look, colour="muted")
        self._bar = ProgressBar(look)
        said = QVBoxLayout()
        said.setSpacing(2)
        for part in (self._line, self._about):
            said.addWidget(part)
        said.addWidget(self._bar)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._sign)
        first.addLayout(said, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 8, 0, 9)
        self._across.setSpacing(12)
        self._across.addLayout(first, 1)
        self._across.addWidget(self._told)

    def show_share(self, text: str, count: int, of: int, *, at_least: bool = False) -> None:
        """Show how many of so many, or `at_least` how many."""
        self._share, self._at_least = (count, of), at_least
        self.show_words(text, "")
        self._bar.show()
        self._say()

    def show_words(self, text: str, told: str, sign: str = "", about: str = "") -> None:
        """Show plain facts."""
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.show_icon(sign, TONES[sign])
        self._line.say(text)
        self._told.say(told)
        self._about.say(about)
        self._about.setVisible(bool(about))
        self._told.setVisible(bool(told))
        self._bar.setVisible(self._share is not None)
        self._place()

    def _say(self) -> None:
        if self._share is None:
            return
        count, of = self._share
        self._told.say(self._counted(str(count), str(of)))
        self._told.show()
        self._bar.show_share(round(100 * count / of) if of else 0)
        self._place()

    def _counted(self, count: str, of: str) -> str:
        told = self.tr("at least %1 of %2") if self._at_least else self.tr("%1 of %2")
        return told.replace("%1", count).replace("%2", of)

    @property
    def _widest(self) -> str:
        """What the rows of one list keep room for alike, so that their bars end together."""
        if self._share is None:
            return self._told.accessibleName()
        noughts = "0" * len(str(self._share[1]))
        return self._counted(noughts, noughts)

    def _place(self) -> None:
        beside = self.width() >= self._look.px(BESIDE)
        wide = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._widest) + 6
        room = min(wide, self.width() // 2)
        place_told(self._across, self._told, beside=beside, room=room, gaps=(12, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
