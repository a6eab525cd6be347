"""Two panes in a window that is wide enough, one at a time in a narrow one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from kbdesk.ui.look.look import Look

ANY_WIDTH = 16777215  # Qt's own "no limit"


class SideBySide(QSplitter):
    """A list of a settled width on the left, the rest for what is read."""

    list_widened = Signal(int)  # the width that a person gave the list, in pixels

    def __init__(self, first: QWidget, second: QWidget, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._first, self._second = first, second
        self._look = look
        self._alone = False
        self._folded = False
        self._chosen = 0  # the width that a person gave the list, 0 for none
        self.splitterMoved.connect(self._choose)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._share()

    def give_list(self, width: int) -> None:
        """Give the list the width it had last time, within what it may have today."""
        self._chosen = width
        self._share()

    def _choose(self, width: int, _handle: int) -> None:
        self._chosen = width
        self.list_widened.emit(width)

    def show_alone(self, alone: bool) -> None:
        """Show one pane at a time, beginning with the first, or both."""
        self._alone = alone
        self._first.setVisible(not self._folded)
        self._second.setVisible(self._folded or not alone)
        self._share()

    def fold(self, folded: bool) -> None:
        """Fold the list away, whatever the width, or bring it back where there is room for it."""
        if folded != self._folded:
            self._folded = folded
            self._first.setVisible(not folded and not self._alone)
            self._second.show()
            self._share()

    def show_first(self) -> None:
        """Bring the first pane to the front where there is room for one only."""
        if self._alone:
            self._second.hide()
            self._first.show()

    def show_second(self) -> None:
        """Bring the second pane to the front where there is room for one only."""
        if self._alone:
            self._first.hide()  # first: else the other is laid out in a sliver beside it
            self._second.show()

    def _share(self) -> None:
        """Give the list its width: larger letters widen it by half as much as themselves."""
        sizes, more = self._look.tokens.sizes, (1 + self._look.scale / 100) / 2
        least, most = (0, ANY_WIDTH) if self._alone else (sizes["list-least"], sizes["list-most"])
        self._first.setMinimumWidth(round(least * more))
        self._first.setMaximumWidth(min(ANY_WIDTH, round(most * more)))
        if not self._alone:
            wanted = self._chosen or round(sizes["list"] * more)
            self.setSizes([wanted, max(1, self.width() - wanted)])
