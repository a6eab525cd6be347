"""A page of one column that scrolls: at most 760 px wide, its margins full where there is room."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.look.look import Look

CORNER = 12  # px left of the menu's button, as on the screen of the search
WIDE, ROOMY = 760, 560  # px: the column at 100 %, and from where its margins are full


class ScrollPage(QScrollArea):
    """Its column is `_column`; what else depends on the width goes into `_shape`.

    In one column, where there is no rail, a bar above it holds the way to the other screens.
    """

    menu_requested = Signal()
    OWN_HEAD = False  # the first row of the page itself has the menu, beside the way back

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._alone = False
        self.setObjectName("page")  # white below its scroll bar, and beside the menu
        self.menu = MenuButton(look)
        self.menu.setParent(self)
        self.menu.hide()
        self.menu.clicked.connect(self.menu_requested.emit)
        self._page = page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Words that no-break spaces hold together may reach into the margin at twice the size.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("page")

    def show_alone(self, alone: bool) -> None:
        """Take the shape of a window of one column, or of a screen beside the rail."""
        self._alone = alone
        self.menu.setVisible(alone)
        self._shape()

    @property
    def _above(self) -> int:
        """The air above the title, which stands level with that of an article."""
        return 8 if self._alone else 60

    @property
    def _side(self) -> int:
        return 40 if self.width() >= ROOMY else 16

    @property
    def _most(self) -> int:
        """The width of the column, which grows by half as much as the letters."""
        return round(WIDE * (1 + (self._look.scale - 100) / 200))

    def _shape(self) -> None:
        bar, side = self._look.size("bar"), self.menu.sizeHint()
        if not self.OWN_HEAD:
            self.setViewportMargins(0, bar if self._alone else 0, 0, 0)
            self.menu.setGeometry(QRect(QPoint(CORNER, (bar - side.height()) // 2), side))
        self._column.setContentsMargins(self._side, self._above, self._side, 40)
        self._page.setMaximumWidth(self._most)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
