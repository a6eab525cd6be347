"""The frame of the desk: on screen before anything else, with a search field that already works.

Its field stands where the desk's own will stand, a plain one: the namespace Qt, icons and key caps
are not needed to take the first letters, and would double what the start costs beside Qt itself.
"""

from PySide6.QtCore import QByteArray, QCoreApplication, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kbdesk.ui.look.look import Look

TOP = 10
MARGIN = 16
MENU = 36  # px that the menu button takes where there is no rail


class _Field(QLineEdit):
    """A plain search field that tells when it is on screen."""

    painted = Signal()  # once

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)


class Frame(QWidget):
    """The window of the program; the desk is what stands in it."""

    painted = Signal()  # once, when the search field is on screen

    def __init__(self, look: Look, geometry: str, docked: str = "") -> None:
        super().__init__()
        self._look = look
        self._within: QWidget | None = None
        self._grounds = [self._ground(name) for name in ("surface", "canvas", "sunken", "line")]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.field = _Field(self)
        self.field.painted.connect(self.painted)
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
        for part in (self.field, *self._grounds):
            part.hide()
            part.deleteLater()
        self._within = desk
        desk.destroyed.connect(self._forget)
        self._column.addWidget(desk)
        return typed

    def _forget(self) -> None:
        self._within = None

    def _ground(self, colour: str) -> QWidget:
        """Return a part of the ground, painted by Qt: a painter of ours would need more of it."""
        made = QWidget(self)
        palette = made.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.colour(colour))
        made.setPalette(palette)
        made.setAutoFillBackground(True)
        return made

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
            whole, canvas, sunken, line = self._grounds
            whole.resize(self.size())
            canvas.resize(edge, self.height())
            sunken.resize(rail, self.height())
            line.setGeometry(edge, 0, 1, self.height())
            left = rail + MARGIN if rail else MARGIN + MENU
            self.field.setGeometry(left, TOP, edge - left - MARGIN, self.field.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._within is not None:
            self._within.close()
        super().closeEvent(event)
