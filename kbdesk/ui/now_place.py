"""The place of the Now screen in the window: beside the other screens, in their place, or a line.

It comes up by itself when a call rings, and takes the focus from nobody: where the field that had
it goes out of sight, it rests on the way back to the search, so that the next letter begins a
query. Whoever is typing keeps the screen, and gets one line above it.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kbdesk.clock import Clock
from kbdesk.core.contact import Contact
from kbdesk.ui.look.look import Look
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now.shape import PANEL, Place, fits_beside, grown
from kbdesk.ui.now.strip import ContactStrip
from kbdesk.ui.now.undo_line import UndoLine
from kbdesk.ui.now_flow import Standing

ANY_WIDTH = 16777215  # Qt's own "no limit"


class NowPlace(QWidget):
    """Holds the other screens and the panel; stands where the screens alone stood before."""

    shown_alone = Signal(bool)  # it took the place of the screens, or gave it back

    def __init__(self, screens: QWidget, panel: NowPanel, look: Look, clock: Clock) -> None:
        super().__init__()
        self._look = look
        self._clock = clock
        self._screens = screens
        self._contact: Contact | None = None
        self._alone = False
        self._place = Place()
        self._before: QWidget | None = None  # where the focus was when somebody came here
        self.panel = panel
        self.strip = ContactStrip(look)
        self.strip.look_requested.connect(self.show_now)
        self.undo = UndoLine(look)
        self.undo.undo_requested.connect(panel.undo_requested.emit)
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(lambda: self.strip.tick(clock.now()))
        panel.left.connect(self.step_back)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(screens, 1)
        row.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.undo)
        column.addLayout(row, 1)
        self._apply()

    # what is asked

    @property
    def is_alone(self) -> bool:
        """True while it stands in place of the other screens."""
        return not self._place.beside and self._place.asked

    def show_now(self) -> None:
        """Show it and bring the focus in."""
        if not self.panel.isAncestorOf(_focus() or self):
            self._before = _focus()
        self._place.show()
        self._apply()
        self.panel.begin_focus()

    def toggle(self) -> None:
        """Show it; with the focus in it already, give way again."""
        if self.panel.isVisible() and self.panel.isAncestorOf(_focus() or self):
            self.step_back(fold=True)
        else:
            self.show_now()

    def show_screens(self) -> None:
        """Give way to another screen, where there is room for one only."""
        self._place.show_screens()
        self._apply()

    def step_back(self, *, fold: bool = False) -> None:
        """Bring the focus back to where it was; in one column the other screen too."""
        if fold or not self._place.beside:
            self._place.hide() if fold else self._place.show_screens()
            self._apply()
        self._give_back()

    def _give_back(self) -> None:
        """Bring the focus to where it was before it came here, or had last been."""
        was, self._before = self._before, None
        for stop in (was, self._screens.focusWidget(), self.panel.door.field):
            if stop is not None and stop.isVisible():
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # what happens

    def take_standing(self, standing: Standing) -> None:
        """Follow the contact in hand."""
        contact = standing.contact
        before, self._contact = self._contact, contact
        waiting = next(iter(standing.waiting), None)
        self.strip.show_contact(contact, standing.queue, self._clock.now(), waiting)
        self._place.take(before, contact, typing=_is_typing())
        self._place.lingers = standing.undo
        focus = _focus()
        leaves = contact is None and focus is not None and self.panel.isAncestorOf(focus)
        self._apply()
        if before is not None and leaves:
            self._give_back()

    # shape

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        beside = fits_beside(self.width(), self._look.scale)
        if beside != self._place.beside:
            self._place.beside = beside
        self._apply()

    def _apply(self) -> None:
        shown, beside = self._place.shown, self._place.beside
        width = grown(PANEL, self._look.scale)
        self.panel.setMinimumWidth(width if beside else 0)
        self.panel.setMaximumWidth(width if beside else ANY_WIDTH)
        self.panel.show_alone(not beside)
        focus = _focus()
        hides_focus = not shown.screens and focus is not None and self._screens.isAncestorOf(focus)
        if hides_focus:  # before it goes out of sight: else Qt gives the focus to what comes next
            self._before = focus
        if shown.screens:  # first what goes: else the other is laid out in a sliver beside it
            self.panel.setVisible(shown.panel)
            self._screens.show()
        else:
            self._screens.hide()
            self.panel.show()
        self.strip.setVisible(shown.strip)
        self.undo.setVisible(self._place.lingers and not (shown.panel or not shown.screens))
        if shown.strip != self._ticking.isActive():
            self._ticking.start() if shown.strip else self._ticking.stop()
        if hides_focus:
            self.panel.door.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.is_alone != self._alone:
            self._alone = self.is_alone
            self.shown_alone.emit(self._alone)


def _focus() -> QWidget | None:
    return QApplication.focusWidget()


def _is_typing() -> bool:
    """Return whether the caret stands in something that holds words."""
    focus = _focus()
    if isinstance(focus, QLineEdit):
        return not focus.isReadOnly() and bool(focus.text())
    if isinstance(focus, QPlainTextEdit | QTextEdit):
        return not focus.isReadOnly() and bool(focus.toPlainText())
    return False
