"""A chip that narrows the search to one shelf or one kind, with how many articles each holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from kbdesk.ui.controls.buttons import paint_ground, paint_ring
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a chip's menu; a key of "" means all."""

    key: str
    text: str
    count: int | None = None
    short: str = ""  # said where there is little room


CARET = 12  # px at 100 %
DIGITS = 5


def _column(count: int | None) -> str:
    """Return a count as the menu's second column, its digits flush right."""
    return "" if count is None else f"\t{count:>{DIGITS}}".replace(" ", "\N{FIGURE SPACE}")


class FilterChip(QAbstractButton):
    """Shows what the search is limited to; a menu by mouse or keyboard changes it."""

    chosen = Signal(str)  # key of the choice, "" for all
    ground = ("canvas", "line")  # fill and edge while nothing is chosen; "" draws none

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: tuple[Choice, ...] = ()
        self._key = ""
        self._brief = False
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    @property
    def key(self) -> str:
        return self._key

    @property
    def menu_of_choices(self) -> QMenu:
        return self._menu

    def offer(self, choices: Sequence[Choice]) -> None:
        """Set the choices; the first is the one for all."""
        self._choices = tuple(choices)
        self._menu.clear()
        for choice in self._choices:
            action = self._menu.addAction(choice.text.replace("&", "&&") + _column(choice.count))
            action.setCheckable(True)
            action.setData(choice.key)
            self._group.addAction(action)
            action.triggered.connect(lambda _on, key=choice.key: self._take(key))
        self.choose(self._key if self.can_choose(self._key) else "")

    def can_choose(self, key: str) -> bool:
        """Return whether a choice is among those offered."""
        return any(choice.key == key for choice in self._choices)

    def choose(self, key: str) -> None:
        """Show a choice without telling anyone."""
        self._key = key
        for action in self._menu.actions():
            action.setChecked(action.data() == key)
        chosen = next((choice for choice in self._choices if choice.key == key), Choice("", ""))
        self.setText((chosen.short if self._brief else "") or chosen.text)
        self.update()
        self.updateGeometry()

    def say_briefly(self, brief: bool) -> None:
        """Show the short words of a choice that has some; the menu keeps the others."""
        if brief != self._brief:
            self._brief = brief
            self.choose(self._key)

    def _take(self, key: str) -> None:
        if key != self._key:
            self.choose(key)
            self.chosen.emit(key)

    def open_menu(self) -> None:
        """Show the menu under the chip, the present choice selected."""
        present = next((a for a in self._menu.actions() if a.isChecked()), None)
        if present is not None:
            self._menu.setActiveAction(present)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()), present)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(wide + self._look.px(CARET) + 22, self._look.size("chip"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.size("chip"))

    def _font(self) -> QFont:
        font = self._look.font("caption")
        if self._key:
            font.setWeight(QFont.Weight.Medium)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(CARET)
        with painter_on(self) as painter:
            fill, line = self.ground
            edged = "accent" if self._key else "line-strong" if self.underMouse() else line
            if edged:
                fill = "accent-soft" if self._key else fill
                paint_ground(painter, look, self.rect(), fill or "accent-soft", edged)
            if self.hasFocus():
                paint_ring(painter, look, self.rect())
            colour = look.colour("accent" if self._key else "muted")
            painter.setFont(self._font())
            painter.setPen(colour)
            room = QRect(9, 0, self.width() - side - 22, self.height())
            letters = QFontMetrics(painter.font())
            text = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
            painter.drawText(room.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter, text)
            caret = QRect(self.width() - side - 8, (self.height() - side) // 2, side, side)
            icons.paint(painter, "caret-down", caret, colour)
