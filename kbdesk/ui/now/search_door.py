"""In one column the panel stands in place of the search: this leads back, by key or letter."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.controls.buttons import PaintedButton, paint_ground, paint_ring
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS


class FieldDoor(PaintedButton):
    """Looks like the search field; a letter struck here is the first of the query."""

    search_requested = Signal(str)  # what was struck, "" for nothing yet

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.clicked.connect(lambda _on=False: self.search_requested.emit(""))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.size("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.sizeHint().height())  # its words may be cut

    def keyPressEvent(self, event: QKeyEvent) -> None:
        struck = event.text()
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if struck.isprintable() and struck.strip() and not plain:
            self.search_requested.emit(struck)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(16)
        caps = words.keys(SHORTCUTS["search"])
        right = self.width() - look.px(11) - key_cap.width_of(look, caps)
        left = look.px(11) + side + look.px(10)
        with painter_on(self) as painter:
            paint_ground(painter, look, self.rect(), "surface", "line")
            box = QRect(look.px(11), (self.height() - side) // 2, side, side)
            icons.paint(painter, "magnifying-glass", box, look.colour("muted"))
            painter.setFont(look.font("field"))
            painter.setPen(look.colour("muted"))
            wide = QFontMetrics(painter.font()).horizontalAdvance(self.text())
            keyed = left + wide + 8 <= right
            right = right - 8 if keyed else self.width() - 8
            room = QRect(left, 0, right - left, self.height())
            shown = QFontMetrics(painter.font()).elidedText(
                self.text(), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            if keyed:
                key_cap.paint(painter, look, caps, QPointF(right + 8, self.height() / 2), "plain")
            if self.hasFocus():
                paint_ring(painter, look, self.rect())


class SearchDoor(QWidget):
    """The top row of the panel in one column: menu, search, and what the window adds."""

    menu_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.menu = MenuButton(look)
        self.menu.clicked.connect(self.menu_requested.emit)
        self.field = FieldDoor(look)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 16, 0)  # as the list of results has it
        self.row.setSpacing(8)
        self.row.addWidget(self.menu)
        self.row.addWidget(self.field, 1)
        self.apply_look(look)
        self._say()

    def apply_look(self, look: Look) -> None:
        self.setFixedHeight(look.size("bar"))

    def _say(self) -> None:
        self.field.setText(self.tr("Search"))
        self.field.setAccessibleName(self.tr("Search"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
