"""The parts of a screen of learning, one of them shown; a part added late takes shape and dress."""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kbdesk.ui.learn.head_bar import HeadBar


class Part(Protocol):
    """What the stack asks of a part, beside being a widget."""

    bar: HeadBar

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""

    def take_focus(self) -> None:
        """Take the keys."""


class Stack(QStackedWidget):
    """Parts have a bar whose menu stands for the rail."""

    menu_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._alone = False
        self._parts: list[Part] = []

    def add(self, part: Part) -> None:
        """Take in a part."""
        assert isinstance(part, QWidget)
        self._parts.append(part)
        self.addWidget(part)
        part.bar.menu.clicked.connect(self.menu_requested.emit)
        part.show_alone(self._alone)

    def take_focus(self) -> None:
        """Give the keys to the part that is shown."""
        at = self.currentIndex()
        for part in self._parts:
            if self.indexOf(part) == at:  # type: ignore[arg-type]  # a widget, as `add` holds
                part.take_focus()

    def drop(self, part: Part) -> None:
        """Take a part out for good."""
        assert isinstance(part, QWidget)
        self._parts.remove(part)
        self.removeWidget(part)
        part.deleteLater()

    def show_part(self, part: QWidget) -> None:
        """Show one of them."""
        self.setCurrentWidget(part)

    def show_alone(self, alone: bool) -> None:
        """Let all of them stand in one column."""
        self._alone = alone
        for part in self._parts:
            part.show_alone(alone)
