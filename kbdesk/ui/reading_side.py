"""The reading side: the reader, what stands there before anything is open, and the way back.

The reader is made after the first paint, or when it is first needed: it is a quarter of what the
window costs, and the search box must not wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from kbdesk.clock import Clock
from kbdesk.core.lease import Lease
from kbdesk.core.reading import Reading
from kbdesk.ui.absent import Absent, Why
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.look.look import Look
from kbdesk.ui.shortcuts import SHORTCUTS

if TYPE_CHECKING:
    from kbdesk.ui.reader.reader import Reader

Assets = Callable[[str], bytes | None]  # a picture of the base by its path
HINTS = ("search", "read", "not_found", "help")


class ReadingSide(QWidget):
    """Shows the reader once there is something to read."""

    back_requested = Signal()
    reader_made = Signal(object)  # Reader
    sync_requested = Signal()

    def __init__(self, look: Look, clock: Clock, assets: Assets, *, manual: bool = False) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self._assets = assets
        self._reader: Reader | None = None
        self._absent: Absent | None = None
        self._manual = manual
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._start = EmptyState("magnifying-glass", look)
        # What stands below the reader gets its room from the reader, not from what is behind it.
        self._start.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._hints = {name: self._start.add_hint(SHORTCUTS[name]) for name in HINTS}
        self._back = IconButton("arrow-left", look)
        self._back.setParent(self)
        self._back.clicked.connect(self.back_requested.emit)
        self._back.hide()
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._stack, 1)  # before its widgets: it shows them, and not as windows
        self._stack.addWidget(self._start)
        self._say()

    @property
    def reader(self) -> "Reader":
        """The reader, made when it is first asked for."""
        if self._reader is None:
            self._reader = self._made_reader()
            self.reader_made.emit(self._reader)
        return self._reader

    def _made_reader(self) -> "Reader":
        from kbdesk.ui.reader.reader import Reader  # late: the search box is on screen before it

        made = Reader(self, look=self._look, clock=self._clock)
        made.set_assets(self._assets)
        made.add_leading(self._back)
        self._stack.addWidget(made)
        # Qt brings the cursor into view when an editor is first shown: here, while it is empty,
        # and not when a page already opened at its passage comes to the front.
        QApplication.sendEvent(made.page, QShowEvent())
        return made

    def make_reader(self) -> None:
        """Make the reader now, so that the first article does not wait for it."""
        _ = self.reader

    def apply_look(self, look: Look) -> None:
        self._look = look  # the reader is dressed on its own

    @property
    def look(self) -> Look:
        return self._look

    def show_instead(self, widget: QWidget) -> None:
        """Show something else in the place of the article, such as a guide that is walked."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def show_reader(self) -> None:
        """Bring the article back."""
        self._stack.setCurrentWidget(self.reader)

    def shows(self, widget: QWidget) -> bool:
        """Return whether something stands in the place of the article."""
        return self._stack.currentWidget() is widget

    def show_reading(self, reading: Reading) -> None:
        if not self.reads:
            # In its place and size first: a page laid out for another width would lose its place.
            self._stack.setCurrentWidget(self.reader)
            self.reader.setGeometry(self._stack.geometry())
        self.reader.show_reading(reading)

    # what may no longer be read

    def show_absent(self, why: Why) -> None:
        """Take the article off the screen, its text included, and say why."""
        if self._absent is None:
            self._absent = made = Absent(self._look)
            made.back_requested.connect(self.back_requested)
            made.sync_requested.connect(self.sync_requested)
        if self._reader is not None:
            self._reader.clear()
        self._absent.tell(why)
        self.show_instead(self._absent)

    def focus_absent(self) -> None:
        """Give the keys to the one act that is offered instead of an article."""
        if self._absent is not None:
            self._absent.focus_act()

    def show_start(self) -> None:
        """Show what stands here before anything is open, where something absent was told."""
        if self._absent is not None and self.shows(self._absent):
            self._stack.setCurrentWidget(self._start)

    @property
    def absent(self) -> Why | None:
        """Why there is no article, None where one is open or none ever was."""
        shown = self._absent is not None and self.shows(self._absent)
        return self._absent.why if self._absent is not None and shown else None

    def show_lease(self, lease: Lease) -> None:
        """Say what the article on screen is worth by now."""
        if self._reader is not None:
            self._reader.show_lease(lease)

    def renew(self, reading: Reading) -> None:
        """Show what is on screen in other words, where it is read; nothing comes to the front."""
        if self._reader is not None:
            self._reader.show_reading(reading, stay=True)

    @property
    def reads(self) -> bool:
        """True when an article is open here."""
        return self._reader is not None and self._stack.currentWidget() is self._reader

    def show_alone(self, alone: bool) -> None:
        self._back.setVisible(alone)

    def _say(self) -> None:
        self._back.name(self.tr("Back to the results (Esc)"))
        if self._manual:
            self._start.say(self.tr("Choose a page, or type a word of your question."), "")
        else:
            self._start.say(
                self.tr("Type the customer's words: the answer shows here."),
                self.tr("No need to open anything. It works without a network."),
            )
        texts = {
            "search": self.tr("Back to the search box"),
            "read": self.tr("Read the selected article"),
            "not_found": self.tr("Say that an answer is missing"),
            "help": self.tr("Help"),
        }
        for name, hint in self._hints.items():
            hint.setText(texts[name])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
