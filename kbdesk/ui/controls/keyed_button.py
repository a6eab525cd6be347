"""An act as words with its key, or a caret, after them, and no box around."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.controls.words_button import EDGE, WordsButton
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

GAP = 8
CARET = 14  # px at 100 %


class KeyedButton(WordsButton):
    """Words, then caps; with too little room the caps go first, then the words are cut.

    A quiet one is muted, and a caret says that it unfolds something.
    """

    def __init__(
        self,
        look: Look,
        shortcut: str = "",
        *,
        quiet: bool = False,
        caret: bool = False,
        low: bool = False,
        flush: bool = False,
    ) -> None:
        super().__init__(look, flush=flush)
        self._shortcut = shortcut
        self._quiet, self._caret = quiet, caret
        self._ground: key_cap.Ground = "plain"
        self._low = low  # as a line of text that it stands in
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def stand_on(self, ground: key_cap.Ground) -> None:
        """Change with the ground below: a cap's edge must be seen on it."""
        if ground != self._ground:
            self._ground = ground
            self.update()

    @property
    def shown_key(self) -> str:
        """The key it shows, "" for none."""
        return self._shortcut

    def show_key(self, shortcut: str) -> None:
        """Show another key, "" for none."""
        self._shortcut = shortcut
        self.updateGeometry()
        self.update()

    def _caps(self) -> tuple[str, ...]:
        return words.keys(self._shortcut) if self._shortcut else ()

    @property
    def cut(self) -> bool:
        """True when not all of the words can be seen; a key that is left out is no cut."""
        return self._words_width() > self.width() - 2 * self.edge + 1

    def _words_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(self.text())

    def _font(self) -> QFont:
        font = self._look.font("caption")
        if not self._quiet:
            font.setWeight(QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:
        wide = self._words_width() + self._after() + 2 * self.edge
        height = self._look.line("caption") if self._low else self._look.px(18) + 2 * EDGE
        return QSize(wide, height)

    def _after(self) -> int:
        """Return the room that caps or caret take after the words."""
        if self._caret:
            return self._look.px(CARET) + GAP // 2
        caps = key_cap.width_of(self._look, self._caps())
        return GAP + caps if caps else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(24), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, room = self._look, self.width() - 2 * self.edge
        with painter_on(self) as painter:
            font = self._font()
            font.setUnderline(self.underMouse() and self.isEnabled())
            painter.setFont(font)
            colour = look.colour("accent" if self.isEnabled() and not self._quiet else "muted")
            painter.setPen(colour)
            shown = QFontMetrics(font).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room + 1
            )
            box = QRect(self.edge, 0, room + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            if self._words_width() + self._after() <= room + 1:
                self._paint_after(painter, self.edge + self._words_width())
            self.paint_focus(painter)

    def _paint_after(self, painter: QPainter, left: int) -> None:
        look, side = self._look, self._look.px(CARET)
        if self._caret:
            box = QRect(left + GAP // 2, (self.height() - side) // 2, side, side)
            icons.paint(painter, "caret-down", box, look.colour("muted"))
        elif caps := self._caps():
            at = QPointF(left + GAP, self.height() / 2)
            key_cap.paint(painter, look, caps, at, self._ground)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)
