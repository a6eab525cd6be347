"""What was sent, with the board of the chosen one beside it: the section of Steer.

A board stands beside the list and follows the arrows, so that a supervisor looks from one to the
next without going anywhere; what is written or changed comes in the board's place.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.announcements.loaded import sent_row
from kbdesk.ui.announcements.rows import NoticeList
from kbdesk.ui.announcements.steering_side import SteeringSide
from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.side_by_side import SideBySide
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.core.receipts_board import Sent
    from kbdesk.services.live import Live


class SentPart(QWidget):
    """The list at the left, board or form at the right."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    menu_requested = Signal()

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__()
        self.look = look
        self._live, self._clock, self._alone = live, clock, False
        self.tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self._newest = False  # what was just sent is to be chosen
        self.menu, self.title = MenuButton(look), Prose("section", look)
        self.new = KeyedButton(look)
        self.list, self.empty = NoticeList(look), EmptyState("megaphone", look)
        self.stack = self.pane = QStackedWidget()
        self._nothing = QWidget()
        self.stack.addWidget(self._nothing)
        self.steering = SteeringSide(self, live, clock)
        self.panes = SideBySide(self._left(), self.stack, look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.menu.hide()
        self.menu.clicked.connect(self.menu_requested.emit)
        self.new.clicked.connect(self._compose)
        self.list.selected.connect(self._show_one)
        self.list.opened.connect(lambda _id: self._open())
        self.steering.left.connect(self.show_list)
        self._say()

    def _left(self) -> QWidget:
        left = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 12, 12)
        head.addWidget(self.menu)
        head.addWidget(self.title, 1)
        head.addWidget(self.new)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        return left

    # what the section is asked

    @property
    def settled(self) -> bool:
        return self.tasks.settled

    def begin(self) -> None:
        """Ask again; the one chosen stays chosen."""
        self._ask()
        self.take_focus()
        self.steering.come_back()

    def refresh(self, changes: Changes) -> None:
        """Look again at list and board."""
        if changes.notices:
            self._ask()
            self.steering.refresh()

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self._alone = alone
        self.menu.setVisible(alone)
        self.panes.show_alone(alone)
        self.steering.show_alone(alone)
        self._show_way_back()

    def take_contact(self, _contact: Contact | None) -> None:
        """Nothing here depends on who is in hand."""

    def step_back(self) -> bool:
        """Close form or names, or in one column the board."""
        board = self.steering.board
        if board is not None and self.stack.currentWidget() is board and not self._alone:
            if board.step_back():
                return True
            if self.list.hasFocus() or self.list.isHidden():
                return False
            self.take_focus()
            return True
        return (not self._alone or self.stack.isVisible()) and self.steering.step_back()

    def apply_look(self, look: Look) -> None:
        self.look = look

    def take_focus(self) -> None:
        """Give the keys to the list."""
        first = self.new if self.list.isHidden() else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # the list

    def _ask(self) -> None:
        self.tasks.read(self._live.board.sent, self._take, topic="list")

    def _take(self, sent: "tuple[Sent, ...]") -> None:
        now = moment(self._clock)
        rows = tuple(sent_row(one, now) for one in sent)
        chosen = "" if self._newest else self.list.chosen
        self._newest = False
        if chosen not in {row.id for row in rows}:
            chosen = rows[0].id if rows else ""
        self.list.show_rows(rows, chosen)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if chosen and self.stack.currentWidget() is self._nothing:
            self._show_one(chosen)

    def _show_one(self, id_: str) -> None:
        """Show the board of the one chosen, unless somebody writes in its place."""
        if id_ and self.stack.currentWidget() in (self.steering.board, self._nothing):
            self._show_board(id_)

    def _show_board(self, id_: str) -> None:
        self.steering.open_board(id_, take_focus=False)
        self._show_way_back()

    def _show_way_back(self) -> None:
        """Offer it where the list is out of sight."""
        if self.steering.board is not None:
            self.steering.board.column.back.setVisible(self._alone)

    def _open(self) -> None:
        """Give the keys to the board, in one column its place too."""
        self.panes.show_second()
        if self.steering.board is not None:
            self.steering.board.take_focus()

    def _compose(self) -> None:
        self.panes.show_second()
        self.steering.compose()

    def show_list(self) -> None:
        """Come back to the list, and to the board of the chosen one."""
        self.panes.show_first()
        if self.list.chosen:
            self._show_board(self.list.chosen)
        self.take_focus()

    def show_sent(self) -> None:
        """Show what was just sent."""
        self._newest = True
        self.stack.setCurrentWidget(self._nothing)
        self.panes.show_first()
        self.begin()

    # keys and words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (plain and self._take_key(event)):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        board, key = self.steering.board, Qt.Key(event.key())
        if self.stack.currentWidget() not in (board, self._nothing):
            return False  # somebody writes
        if by := {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(key, 0):
            self.list.step(by)
        elif board is None or not board.isVisible() or not board.take_key(key):
            return False
        return True

    def _say(self) -> None:
        self.title.say(self.tr("Sent announcements"))
        self.new.setText(self.tr("New"))
        self.new.setAccessibleName(self.tr("New announcement"))
        self.list.setAccessibleName(self.tr("Sent announcements"))
        self.empty.say(
            self.tr("Nothing was announced yet."),
            self.tr("How far each announcement has come with everybody is shown here."),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
