"""The palette: one field over the window, by which everything in the window can be done.

It holds no act of its own: `palette_flow` gives it rows. The arrows choose without leaving the
field, Enter does, Esc closes, and the focus goes back to where it was.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from kbdesk.ui.controls.empty_state import Picture
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.overlay_bar import overlay_scroll_bar
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shell.palette_rows import Entry, PaletteDelegate, PaletteModel, Row

WIDTH, TOP, MARGIN = 640, 72, 8  # px
SHADE = 90  # of 255: how dark the window behind becomes
NARROW, FOOT = 560, 320  # px at 100 %: below, the foot says less, and then nothing
MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Palette(QWidget):
    """A field and a list above the rest of the window, which is shaded meanwhile."""

    typed = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._look = look
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.model = PaletteModel(self)
        self._delegate = PaletteDelegate(look, self)
        self.list = QListView()
        self._nothing = label("body-ui", wraps=True)
        self._panel = _Panel(look, self)
        self._close = KeyedButton(look, "Esc", quiet=True)
        self._choose, self._do, self._modes = label("caption"), label("caption"), label("caption")
        self._lay_out()
        self._connect()
        self._say()
        self.hide()

    # set up

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._made_top())
        column.addWidget(_Line(self._look))
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addWidget(_Line(self._look))
        column.addWidget(self._made_foot())
        self._nothing.setContentsMargins(18, 14, 18, 14)
        self._nothing.hide()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setStyleSheet("background: transparent;")
        overlay_scroll_bar(self.list)

    def _made_top(self) -> QWidget:
        self._top = top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(18, 0, 14, 0)
        row.setSpacing(10)  # what is typed stands above the words of the rows
        row.addWidget(Picture("caret-right", self._look, side=20))
        row.addWidget(self.field, 1)
        row.addWidget(self._close)
        self.field.setFrame(False)
        return top

    def _made_foot(self) -> QWidget:
        self._foot = foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(8)
        for key in ("Up", "Down"):
            row.addWidget(KeyCaps(key, self._look))
        row.addWidget(self._choose)
        row.addSpacing(8)
        row.addWidget(KeyCaps("Return", self._look))
        row.addWidget(self._do)
        row.addStretch(1)
        row.addWidget(self._modes)
        return foot

    def _connect(self) -> None:
        self.field.textEdited.connect(self.typed.emit)
        self.field.installEventFilter(self)
        self.window_part.installEventFilter(self)
        self._close.clicked.connect(self.close_up)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._on_click)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    @property
    def window_part(self) -> QWidget:
        """The part of the window it lies over."""
        part = self.parentWidget()
        assert part is not None
        return part

    # what is asked

    def open_up(self) -> None:
        """Come up empty, the caret in the field."""
        self._before = self.window().focusWidget()
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit("")

    def close_up(self) -> None:
        """Go away; the focus is again where it was."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def show_rows(self, rows: Sequence[Row], nothing: str = "") -> None:
        """Show what answers; the choice stays on the row chosen by hand where it is still there."""
        kept = self.chosen.title if self.chosen is not None and self._moved else ""
        self.model.show(rows)
        self._delegate.chosen = -1
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        titles = [row.title if isinstance(row, Entry) else "" for row in rows]
        first = next((i for i, row in enumerate(rows) if isinstance(row, Entry)), -1)
        self._moved = bool(kept) and kept in titles
        self._go(titles.index(kept) if self._moved else first)
        self._place()

    _moved = False  # by hand, since the last letter

    def begin_choice(self) -> None:
        """Let the first row be the choice again: other letters were typed."""
        self._moved = False

    @property
    def chosen(self) -> Entry | None:
        return self.model.entry(self.list.currentIndex().row())

    def do_chosen(self) -> None:
        """Close, then do what is chosen."""
        entry = self.chosen
        if entry is not None:
            self.close_up()
            entry.does()

    def _go(self, number: int) -> None:
        index = self.model.index(number, 0)
        if index.isValid():
            self.list.setCurrentIndex(index)
            above = self.model.index(number - 1, 0)
            if number <= 1:
                self.list.scrollToTop()
            elif self.model.entry(number - 1) is None:
                self.list.scrollTo(above)

    def _move(self, by: int) -> None:
        entries = [i for i in range(len(self.model.rows)) if self.model.entry(i) is not None]
        here = self.list.currentIndex().row()
        if here in entries:
            place = entries.index(here) + by
            place = place % len(entries) if abs(by) == 1 else min(max(place, 0), len(entries) - 1)
            self._moved = True
            self._go(entries[place])

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._delegate.chosen = now.row()
        entry = self.chosen
        self.field.setAccessibleDescription(entry.title if entry is not None else "")
        self.list.viewport().update()

    def _on_click(self, index: QModelIndex) -> None:
        if self.model.entry(index.row()) is not None:
            self.do_chosen()

    # keys and shape

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        if watched is self.window_part and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if (by := MOVES.get(Qt.Key(key))) is not None:
            self._move(by)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do_chosen()
        elif key == Qt.Key.Key_Escape:
            self.close_up()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # the keys stay in it
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_up()

    def _place(self) -> None:
        whole, look = self.window_part.rect(), self._look
        self.setGeometry(whole)
        width = min(look.px(WIDTH), whole.width() - 2 * MARGIN)
        top = TOP if whole.width() >= 720 else MARGIN
        self._top.setFixedHeight(look.px(56))
        self._foot.setFixedHeight(look.px(40))
        self._modes.setVisible(width >= look.px(NARROW))
        self._foot.setVisible(width >= look.px(FOOT))
        self._delegate.width = width - 2
        rows = sum(self._delegate.height_of(row) for row in self.model.rows)
        told = self._nothing.heightForWidth(width - 2)
        inner = rows + look.px(8) if rows else told
        around = look.px(96 if width >= look.px(FOOT) else 56) + 4
        height = min(inner + around, whole.height() - top - MARGIN)
        self._panel.setGeometry(QRect((whole.width() - width) // 2, top, width, height))

    def apply_look(self, look: Look) -> None:
        self._look = self._delegate.look = look
        size = look.px(look.tokens.types["section"].size)
        self.field.setStyleSheet(
            f"border: 0; background: transparent; padding: 0; font-size: {size}px;"
        )
        if self.isVisible():
            self._place()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = QColor(0, 0, 0, SHADE)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade)

    def _say(self) -> None:
        self.field.setAccessibleName(self.tr("Commands"))
        self.field.setPlaceholderText(self.tr("Do something, or find an article"))
        self.list.setAccessibleName(self.tr("Commands found"))
        self._close.setText(self.tr("Close"))
        self._choose.setText(self.tr("Choose"))
        self._do.setText(self.tr("Do it"))
        self._modes.setText(self.tr("@ for a space, ? for help, > for acts alone"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class _Panel(QWidget):
    """The ground of the palette: a card with one hairline."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.setBrush(self._look.colour("surface"))
            radius = self._look.tokens.radii["card"]
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)


class _Line(QWidget):
    """A hairline."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("line"))
