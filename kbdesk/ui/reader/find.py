"""Find in the open article: a small bar over the page, with how many and which one."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QLineEdit, QWidget

from kbdesk.ui.controls.buttons import IconButton, paint_ring
from kbdesk.ui.controls.card import paint_card
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.hearing import cover
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
OWN = ENTER | {Qt.Key.Key_Escape, Qt.Key.Key_F3, Qt.Key.Key_Up, Qt.Key.Key_Down}
WIDTH = 380


class Turned(IconButton):
    """A caret that points up or down."""

    def __init__(self, look: Look, *, up: bool) -> None:
        super().__init__("caret-down", look)
        self._up = up

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(16)
        with painter_on(self) as painter:
            if self.hasFocus():
                paint_ring(painter, self._look, self.rect())
            painter.translate(self.rect().center() + self.rect().topLeft())
            if self._up:
                painter.rotate(180)
            box = QRect(-side // 2, -side // 2, side, side)
            colour = "text" if self.underMouse() and self.isEnabled() else "muted"
            icons.paint(painter, self._icon, box, self._look.colour(colour))


class FindField(QLineEdit):
    """Keeps Enter, Esc, F3 and the arrows for the finding, whatever the window does with them."""

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: key.key() in OWN) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN:
            event.ignore()  # the bar acts on it
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """What is looked for, “3 / 12”, and the way to the next one and back."""

    changed = Signal(str)
    next_asked = Signal(int)  # 1 onward, -1 back
    closed = Signal()

    def __init__(
        self, look: Look, parent: QWidget | None = None, over: QAbstractScrollArea | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._over = over  # what it floats over, a sibling
        self._told = (0, 0)
        self.field = FindField()
        self.field.setFrame(False)
        self._count = QLabel()
        self._back, self._on = Turned(look, up=True), Turned(look, up=False)
        self._close = IconButton("x", look)
        self.field.textChanged.connect(self.changed)
        self._back.clicked.connect(lambda: self.next_asked.emit(-1))
        self._on.clicked.connect(lambda: self.next_asked.emit(1))
        self._close.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(2)
        self._row.addWidget(self.field, 1)
        for part in (self._count, self._back, self._on, self._close):
            self._row.addWidget(part)
        self._name_things()
        self.apply_look(look)
        self.hide()

    def open(self, words: str) -> None:
        """Show the bar, ready to type over what was looked for last."""
        if words:
            self.field.setText(words)
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, current: int, total: int) -> None:
        """Say which match is shown, counting from 1, of how many."""
        self._told = (current, total)
        typed = bool(self.field.text().strip())
        none = self.tr("None") if typed else ""
        self._count.setText(f"{current}\u00a0/\u00a0{total}" if total else none)
        tone = "critical" if none and not total else "muted"
        self._count.setStyleSheet(
            f"color: {self._look.tokens.colour(tone)}; font-size: {self._look.px(12)}px;"
        )
        said = self.tr("%1 of %2").replace("%1", str(current)).replace("%2", str(total))
        self.field.setAccessibleDescription(said if total else none)
        for button in (self._back, self._on):
            button.setEnabled(total > 0)

    def place(self, right: int, top: int, room: int) -> None:
        """Stand at the upper right of the page."""
        width = min(self._look.px(WIDTH), room)
        height = self._look.px(44)
        self.setGeometry(right - width, top, width, height)
        self._cover()

    def _cover(self) -> None:
        """Let nothing that Tab or a match brings into view come to stand under it."""
        if self._over is not None:
            below = self.geometry().bottom() + 1 - self._over.y()
            cover(self._over, max(0, below) if self.isVisible() else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._cover()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._cover()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._back, self._on, self._close):
            part.apply_look(look)
        self.field.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding: 0; "
            f"font-size: {look.px(14)}px; }}"
        )
        self._row.setContentsMargins(look.px(16) + 20, 4, 6, 4)
        self.tell(*self._told)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Up or (back and event.key() in ENTER | {Qt.Key.Key_F3}):
            self.next_asked.emit(-1)
        elif event.key() in OWN:
            self.next_asked.emit(1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            self._ground(painter)
            side = self._look.px(16)
            box = QRect(12, (self.height() - side) // 2, side, side)
            icons.paint(painter, "magnifying-glass", box, self._look.colour("muted"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _ground(self, painter: QPainter) -> None:
        edge = "accent" if self.field.hasFocus() else "line-strong"
        paint_card(painter, self._look, self.rect(), line=edge)

    def _name_things(self) -> None:
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self._back.name(self.tr("Previous match (Shift+Enter)"))
        self._on.name(self.tr("Next match (Enter)"))
        self._close.name(self.tr("Close (Esc)"))
        self.setAccessibleName(self.tr("Find in this article"))
