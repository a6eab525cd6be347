"""The rail: the screens that exist, one icon each, the mark on top.

A screen may carry a count of what waits there, or a dot: a contact is in hand.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.mark import Mark
from kbdesk.ui.shell import act_words
from kbdesk.ui.shell.screens import SCREENS
from kbdesk.ui.shortcuts import SHORTCUTS

KEYS = {screen.name: screen.act for screen in SCREENS if screen.in_rail}
MOST = 99  # told as a number
HIGH, LEAST = 40, 32  # px of an item, and in a low window


class RailItem(QAbstractButton):
    """One screen of the rail; the present one has the accent ground and an edge at its left."""

    def __init__(self, icon: str, look: Look) -> None:
        super().__init__()
        self._icon = icon
        self._look = look
        self.count = 0
        self.dot = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(56, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = QRect(8, (self.height() - HIGH) // 2, 40, HIGH)
        with painter_on(self) as painter:
            if self.isChecked():
                self._paint_present(painter, ground)
            colour = "accent" if self.isChecked() else "text" if self.underMouse() else "muted"
            inner = ground.adjusted(10, 10, -10, -10)
            icons.paint(painter, self._icon, inner, self._look.colour(colour))
            if self.count:
                self._paint_count(painter)
            elif self.dot:
                self._paint_dot(painter)
            if self.hasFocus():
                paint_ring(painter, self._look, ground)

    def _paint_dot(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._look.colour("sunken"), 2))
        painter.setBrush(self._look.colour("ok"))
        painter.drawEllipse(30, 9, 9, 9)

    def _paint_count(self, painter: QPainter) -> None:
        told = str(self.count) if self.count <= MOST else f"{MOST}+"
        font = self._look.font("key")
        font.setPixelSize(11)  # the rail does not grow with the letters
        wide = max(16, QFontMetrics(font).horizontalAdvance(told) + 8)
        box = QRectF(49 - wide, 1, wide, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font)
        painter.setPen(self._look.colour("accent-on"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)

    def _paint_present(self, painter: QPainter, ground: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent-soft"))
        painter.drawRoundedRect(ground, 6, 6)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(QRectF(-2, 10, 5, 20), 2, 2)


class Rail(QWidget):
    """The screens of the window, from top to bottom."""

    chosen = Signal(str)  # the name of a screen in SCREENS

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(look.tokens.sizes["rail"])
        self._look = look
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._lay_out(look)
        self._say()

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        column.addWidget(Mark(look), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        shown = [screen for screen in SCREENS if screen.in_rail]
        for screen in shown:
            if screen is next(s for s in shown if s.at_foot):
                column.addStretch(1)
            self._items[screen.name] = item = RailItem(screen.icon, look)
            item.clicked.connect(lambda _checked, name=screen.name: self.chosen.emit(name))
            self._group.addButton(item)
            column.addWidget(item)

    def _say(self) -> None:
        for name, item in self._items.items():
            title = act_words.title(KEYS[name])
            waits = self.tr("%n waiting", "", item.count) if item.count else ""
            in_hand = self.tr("contact in hand") if item.dot else ""
            item.setAccessibleName(", ".join(part for part in (title, waits, in_hand) if part))
            caps = "+".join(words.keys(SHORTCUTS[KEYS[name]]))
            item.setToolTip(f"{title} ({caps})")

    def show_count(self, name: str, count: int) -> None:
        """Show how much waits on a screen, 0 for nothing."""
        self._items[name].count = count
        self._items[name].update()
        self._say()

    def show_only(self, offered: Callable[[str], bool]) -> None:
        """Show the screens that somebody has."""
        for name, item in self._items.items():
            item.setVisible(offered(name))

    def show_dot(self, name: str, shown: bool) -> None:
        """Show that a contact is in hand there."""
        self._items[name].dot = shown
        self._items[name].update()
        self._say()

    def show_present(self, name: str) -> None:
        """Mark the screen that is shown; one without a place here leaves all unmarked."""
        self._group.setExclusive(False)
        for screen, item in self._items.items():
            item.setChecked(screen == name)
        self._group.setExclusive(True)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
