"""The right side of a list: one thing that is read, and below it what can be done about it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import ActButton, IconButton
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.foot_ground import FootGround
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.look.look import Look

SIDE, NARROW_SIDE = 56, 16  # px left and right of the text
NARROW = 560  # px of pane: below, the smaller ones
WIDEST = 760  # px of text at 100 %
TIGHT = 150  # percent: in a narrow pane the words of the acts have the room of their keys


class Foot(FootGround):
    """Acts in a row under a hairline, and what is typed about them above the row."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SIDE, 12, SIDE, 12)
        self.column.setSpacing(8)
        self.acts = Flow(8)
        self.column.addLayout(self.acts)
        self._keys: dict[ActButton | KeyedButton, str] = {}  # that are not shown now

    def show_keys(self, shown: bool) -> None:  # noqa: FBT001  # one question
        """Show the keys of the acts, or leave their room to the words."""
        if shown:
            for act, key in self._keys.items():
                act.show_key(key)
            self._keys.clear()
            return
        for number in range(self.acts.count()):
            item = self.acts.itemAt(number)
            button = item.widget() if item is not None else None
            if isinstance(button, ActButton | KeyedButton) and button.shown_key:
                self._keys[button] = button.shown_key
                button.show_key("")


class ReadingPane(QWidget):
    """A bar with the way back and a path, a column that scrolls, and a foot."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._alone = False
        self.shelves: dict[str, str] = {}  # by id, as people call them
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("arrow-left", look)
        self.back.clicked.connect(self.left.emit)
        self.back.hide()
        self.crumb = Paragraph("caption", look, colour="muted", lines=1, gives_way=True)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.crumb, 1)
        self._bar_row = bar
        self.page = QWidget()
        self.page.setObjectName("page")
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(0)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setObjectName("page")
        self.foot = Foot(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.foot)
        self._fit()
        self._say()

    def show_alone(self, alone: bool) -> None:
        """Show the way back to the list where that is not beside it."""
        self._alone = alone
        self.back.setVisible(alone)

    def show_shelf(self, shelf: str) -> None:
        """Say in the bar which shelf it is about."""
        self.crumb.say(self.shelves.get(shelf, shelf))

    def add_to_bar(self, part: QWidget) -> None:
        """Put something at the right of the bar."""
        self._bar_row.addWidget(part)

    def order(self) -> None:
        """Let Tab take bar, text and foot in this order, whatever of them was made late."""
        in_order([*stops_in(self.bar), *stops_in(self.page), *stops_in(self.foot)])

    def scroll_by(self, share: float) -> None:
        """Scroll the text by a share of what is seen."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(self.area.viewport().height() * share))

    def to_top(self) -> None:
        """Begin at the top again."""
        self.area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        side = SIDE if self.width() >= NARROW else NARROW_SIDE
        most = round(WIDEST * (1 + (self._look.scale - 100) / 200)) + 2 * side
        right = max(side, self.width() - most + side)  # so that all ends at one edge
        self.bar.setFixedHeight(self._look.size("bar"))
        self._bar_row.setContentsMargins(12 if self._alone else side, 0, right, 0)
        self.column.setContentsMargins(side, 4, side, 32)
        self.foot.column.setContentsMargins(side, 12, right, 12)
        self.page.setMaximumWidth(most)
        self.foot.show_keys(self._look.scale < TIGHT or self.width() >= NARROW)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        self.back.name(self.tr("Back to the list (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
