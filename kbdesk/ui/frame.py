"""The frame of the desk: on screen before anything else, with a search field that already works.

Its field stands where the desk's own will stand, a plain one: the namespace Qt, icons and key caps
are not needed to take the first letters, and would double what the start costs beside Qt itself.
"""

from PySide6.QtCore import QByteArray, QCoreApplication, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kbdesk.ui.look.look import Look

TOP = 10
MARGIN = 16
MENU = 36  # px that the menu button takes where there is no rail


class Frame(QWidget):
    """The window of the program; the desk is what stands in it."""

    painted = Signal()  # once, when the search field is on screen

    def __init__(self, look: Look, geometry: str, docked: str = "") -> None:
        super().__init__()
        self._look = look
        self._told = False
        self._within: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.field = QLineEdit(self)
        self.field.setFont(look.font("field"))
        self.field.setFixedHeight(look.size("control"))
        self.field.setTextMargins(look.px(10) * 2 + look.px(16) - 4, 0, 0, 0)
        self.field.setPlaceholderText(QCoreApplication.translate("SearchField", "Search the base"))
        self.field.setAccessibleName(QCoreApplication.translate("SearchField", "Search"))
        self.setWindowTitle("kbdesk")
        self.setMinimumSize(360, 420)
        self.resize(1280, 800)
        if docked:
            from kbdesk.ui.shell.beside import stand_beside  # late: it needs the namespace Qt

            stand_beside(self, "left" if docked == "left" else "right")
        elif geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self.field.setFocus()

    def receive(self, desk: QWidget) -> str:
        """Let the desk move in; return what was typed until now."""
        typed = self.field.text()
        self.field.hide()
        self.field.deleteLater()
        self._within = desk
        desk.destroyed.connect(self._forget)
        self._column.addWidget(desk)
        return typed

    def _forget(self) -> None:
        self._within = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._within is None:
            with QPainter(self) as painter:
                self._paint_ground(painter)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_ground(self, painter: QPainter) -> None:
        rail, edge = self._shape()
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, 0, edge, self.height(), self._look.colour("canvas"))
        painter.fillRect(0, 0, rail, self.height(), self._look.colour("sunken"))
        painter.fillRect(edge, 0, 1, self.height(), self._look.colour("line"))

    def _shape(self) -> tuple[int, int]:
        """Return the widths of the rail, and of rail and list together."""
        sizes = self._look.tokens.sizes
        if self.width() < sizes["one-column"]:
            return 0, self.width()
        return sizes["rail"], sizes["rail"] + self._look.px(sizes["list"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._within is None:
            rail, edge = self._shape()
            left = rail + MARGIN if rail else MARGIN + MENU
            self.field.setGeometry(left, TOP, edge - left - MARGIN, self.field.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._within is not None:
            self._within.close()
        super().closeEvent(event)
