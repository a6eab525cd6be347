"""The search field: where the caret rests all day.

What completes the typed words to a known title stands in grey behind them, to be taken with Tab;
no list ever opens over the results. At its right stands the number of results, or the key that
leads here while the focus is elsewhere.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit

from kbdesk.ui import completion, words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS

MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}

WORDS_ROOM = 200  # px at 100 %: what is typed comes before what is told about it
STEP = 24  # px by which the room at the right grows: each change lays the whole window out


def _is_ours(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence(SHORTCUTS["suggest_edit"])


class SearchField(QLineEdit):
    """A line edit that also steers the list below it."""

    moved = Signal(int)  # rows to move the selection by
    read_requested = Signal()

    def __init__(self, look: Look, *, manual: bool = False) -> None:
        super().__init__()
        self._look = look
        self._manual = manual
        self._found = ""
        self._offer = ("", "")  # whole title, its rest
        self.setClearButtonEnabled(False)
        self.textChanged.connect(lambda _text: self._withdraw())
        self.apply_look(look)
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font("field"))
        self.setFixedHeight(look.size("control"))
        self._make_room()

    def show_found(self, text: str) -> None:
        """Say how many were found, at the right while the focus is here."""
        if text == self._found:
            return
        before = self._right_width()
        self._found = text
        self._make_room()
        wide = max(before, self._right_width()) + self._look.px(11)
        self.update(self.width() - wide, 0, wide, self.height())

    def offer(self, titles: Iterable[str]) -> None:
        """Offer the first title that completes what is typed."""
        offer = completion.first_rest(self.text(), titles)
        if offer != self._offer:
            self._offer = offer
            self.update()

    @property
    def offered(self) -> str:
        """What would be added by Tab, "" for nothing."""
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return self._offer[1] if at_end and self.hasFocus() else ""

    def _withdraw(self) -> None:
        title, rest = self._offer
        still = completion.rest_of(self.text(), title)
        self._offer = (title, still) if still and len(still) <= len(rest) else ("", "")

    def _take_offer(self) -> None:
        title, _rest = self._offer
        self._offer = ("", "")
        self.setText(title)
        self.textEdited.emit(title)

    def event(self, event: QEvent) -> bool:
        # Tab is taken before Qt moves the focus with it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            takes = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Right)
            if takes and self.offered and not event.modifiers():
                self._take_offer()
                return True
        # Under X11 a line edit takes Ctrl+E for the end of its line; here it is an act.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _is_ours(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = MOVES.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        edge = self._look.px(10)
        icon = self._look.px(16)
        right = -(-self._right_width() // STEP) * STEP
        margins = QMargins(edge + icon + edge - 4, 0, right + edge - 2, 0)
        if margins != self.textMargins():
            self.setTextMargins(margins)

    def _right_width(self) -> int:
        if self._tells:
            wide = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._found)
        else:
            wide = key_cap.width_of(self._look, words.keys(SHORTCUTS["search"]))
        return wide + self._look.px(8) if self._right_fits(wide) else 0

    def _right_fits(self, wide: int) -> bool:
        return self.width() - wide >= self._look.px(WORDS_ROOM)

    @property
    def _tells(self) -> bool:
        return bool(self._found) and (self.hasFocus() or bool(self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painter_on(self) as painter:
            self._paint_icon(painter)
            self._paint_right(painter)
            if rest := self.offered:
                self._paint_offer(painter, rest)

    def _paint_icon(self, painter: QPainter) -> None:
        side = self._look.px(16)
        box = QRect(self._look.px(11), (self.height() - side) // 2, side, side)
        icons.paint(painter, "magnifying-glass", box, self._look.colour("muted"))

    def _paint_right(self, painter: QPainter) -> None:
        if not self._right_width():
            return
        right = self.width() - self._look.px(11)
        if self._tells:
            painter.setFont(self._look.font("caption", tabular=True))
            painter.setPen(self._look.colour("muted"))
            box = QRect(0, 0, right, self.height())
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, align, self._found)
        elif not self.hasFocus():
            caps = words.keys(SHORTCUTS["search"])
            left = right - key_cap.width_of(self._look, caps)
            key_cap.paint(painter, self._look, caps, QPointF(left, self.height() / 2), "plain")

    def _paint_offer(self, painter: QPainter, rest: str) -> None:
        left = self.cursorRect().center().x() + 2
        caps = (words.key("Tab"),)
        caps_width = key_cap.width_of(self._look, caps)
        room = self.width() - left - self._right_width() - self._look.px(11)
        letters = QFontMetrics(self.font())
        shown = letters.elidedText(
            rest, Qt.TextElideMode.ElideRight, room - caps_width - self._look.px(8)
        )
        painter.setFont(self.font())
        painter.setPen(self._look.colour("muted"))
        line = self.cursorRect().top() + letters.ascent()  # that of what is typed
        painter.drawText(left, line, shown)
        after = left + letters.horizontalAdvance(shown) + self._look.px(8)
        if shown and after + caps_width <= left + room:
            key_cap.paint(painter, self._look, caps, QPointF(after, self.height() / 2), "plain")

    def _say(self) -> None:
        base, manual = self.tr("Search the base"), self.tr("Search the help")
        self.setPlaceholderText(manual if self._manual else base)
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr("Results appear while you type; arrows choose, Enter reads.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._make_room()
        super().changeEvent(event)
