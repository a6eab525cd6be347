"""A list beside what is chosen in it: the shape that every list of writing has.

What is under somebody's eyes stays where it is: what comes meanwhile is taken in at the places
that rows have, and a row that is done stays until the list is begun again or left by a decision.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.controls.tabs import Tabs
from kbdesk.ui.hearing import in_order, stops_in
from kbdesk.ui.labels import label
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.side_by_side import ANY_WIDTH, SideBySide
from kbdesk.ui.writing.part import WritingPart
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.rows import Row, RowList

if TYPE_CHECKING:
    from kbdesk.services.live import Live

TIGHT = 150  # percent of text


class NextKeys(QWidget):
    """“Next J  Previous K”, once, below the rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = label("caption"), label("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        for words, key in zip(self._words, "JK", strict=True):
            row.addWidget(words)
            row.addWidget(KeyCaps(key, look))
            row.addSpacing(4)
        row.addStretch(1)
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def _say(self) -> None:
        for words, text in zip(self._words, (self.tr("Next"), self.tr("Previous")), strict=True):
            words.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class QueueList(QWidget):
    """Its name, how many, the rows, or what is said where there are none."""

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self._look = look
        self._alone = False
        self.setObjectName("list")
        self.menu = MenuButton(look)
        self.menu.hide()
        self.title = Paragraph("section", look, lines=1)
        self.count = label("caption")
        self.beside = Paragraph("caption", look, colour="muted", lines=1, right=True)
        self.beside.gives_way = True
        self.list = RowList(look)
        self.empty = EmptyState(icon, look)
        self.keys = NextKeys(look)
        self.stack = QStackedWidget()
        self.stack.setObjectName("ruled")
        self.stack.addWidget(self.list)
        self._nothing = QScrollArea()  # at twice the size it may be taller than a narrow window
        self._nothing.setFrameShape(QFrame.Shape.NoFrame)
        self._nothing.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing.setWidget(self.empty)
        self._nothing.setWidgetResizable(True)
        self.empty.setObjectName("list")
        self._nothing.viewport().setObjectName("list")
        self.stack.addWidget(self._nothing)
        self._head = QWidget()
        self.head = QHBoxLayout(self._head)
        self.head.setContentsMargins(16, 0, 16, 0)
        self.head.setSpacing(8)
        for part in (self.menu, self.title, self.count):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self.head.addWidget(self.beside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._head)
        self.column.addWidget(self.stack, 1)
        self.column.addWidget(self.keys)
        self.apply_look(look)

    def show_rows(self, rows: Sequence[Row], chosen: str) -> None:
        """Show rows, or the words for none."""
        self.stack.setCurrentWidget(self.list if rows else self._nothing)
        self.keys.setVisible(len(rows) > 1)
        self.list.show_rows(rows, chosen)

    def take_focus(self) -> None:
        """Give the keys to the rows, to the act that stands in their place, or keep them here."""
        acts = stops_in(self.empty)
        if self.stack.currentWidget() is self.list:
            self.list.setFocus()
        elif acts:
            acts[0].setFocus()
        else:
            self.setFocus()  # the keys of the screen go on, and rows that come take it

    def put_tabs(self, tabs: Tabs) -> None:
        """Put names of lists below the head; Tab comes to them before the rows."""
        self.column.insertWidget(1, tabs)
        every = tabs.findChildren(QAbstractButton)  # whichever will be chosen
        in_order([*stops_in(self._head), *every, *stops_in(self.stack)])

    def show_alone(self, alone: bool) -> None:
        """Stand for the rail too, and say only what has room."""
        self._alone = alone
        self.menu.setVisible(alone)
        self.beside.setVisible(not alone)
        self._wear()

    def _wear(self) -> None:
        tight = self._alone and self._look.scale >= TIGHT
        self.title.wear("list" if tight else "section")

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._head.setFixedHeight(look.size("bar"))
        self._wear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        laid = self.empty.layout()
        if laid is not None:
            self.empty.setMinimumHeight(max(0, laid.heightForWidth(self.width())))


class QueuePart(WritingPart):
    """Joins the two; what is loaded, how rows look and what is shown of one is each one's own."""

    icon = "pencil"

    def __init__(
        self, look: Look, live: "Live", lanes: Lanes, clock: Clock, pane: ReadingPane
    ) -> None:
        super().__init__(look, live, lanes, clock)
        self.queue = QueueList(look, self.icon)
        self.pane = pane
        self.panes = SideBySide(self.queue, pane, look)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.queue.list.selected.connect(self.show_one)
        self.queue.list.opened.connect(self.open_one)
        self.queue.menu.clicked.connect(self.menu_requested.emit)
        pane.left.connect(self.step_back)
        self.panes.show_alone(False)

    # each one's own

    def load(self) -> None:
        """Ask for what there is."""
        raise NotImplementedError

    def show_one(self, id_: str) -> None:
        """Show one thing at the right."""
        raise NotImplementedError

    def show_none(self) -> None:
        """Show at the right that there is nothing."""

    def take_key(self, key: Qt.Key) -> bool:
        """Do what a plain key means here; return whether it means something."""
        del key
        return False

    def say(self) -> None:
        """Set the words of one's own."""

    # alike

    def begin(self) -> None:
        """Ask again and take the keys."""
        titles = self._live.coaching.shelf_titles
        self.tasks.read(titles, self._name_shelves, _unnamed, topic="shelves")
        self.load()
        self.take_focus()

    def refresh(self, changes: Changes) -> None:
        """Take in what is new."""
        if changes.writing or changes.articles:
            self.load()

    def show_rows(self, rows: Sequence[Row], *, wanted: str = "") -> None:
        """Show rows; what was chosen stays so, else what took its place is."""
        before, ids = self.queue.list, [row.id for row in rows]
        chosen = wanted or before.chosen
        if chosen not in ids:
            at = before.ids.index(chosen) if chosen in before.ids else 0
            chosen = ids[min(at, len(ids) - 1)] if ids else ""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (
            focused is self.queue or self.queue.isAncestorOf(focused)
        )
        same = chosen == before.chosen
        self.queue.show_rows(rows, chosen)
        self._share(bool(rows))
        if not chosen:
            self.show_none()
        elif same:
            self.show_one(chosen)
        if had_focus and self.isVisible():
            self.queue.take_focus()

    def _share(self, filled: bool) -> None:  # noqa: FBT001  # one question
        """Give an empty place the whole width: there is nothing to read beside it."""
        if self._alone:
            return
        if filled == self.pane.isHidden():
            self.pane.setVisible(filled)
            if filled:
                self.panes.show_alone(False)
            else:
                self.queue.setMaximumWidth(ANY_WIDTH)

    def _name_shelves(self, titles: dict[str, str]) -> None:
        self.pane.shelves = titles
        self.say()

    def take_focus(self) -> None:
        """Give the keys to the list, or in one column to what is read."""
        if self.stack.currentWidget() is self.panes:
            if self._alone and self.pane.isVisible():
                self.pane.back.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.queue.take_focus()

    def open_one(self, _id: str) -> None:
        """Bring what is chosen to the front where there is one column."""
        self.panes.show_second()
        if self._alone:
            self.pane.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        if alone != self._alone:
            self._alone = alone
            self.queue.show_alone(alone)
            self.pane.show_alone(alone)
            self.panes.show_alone(alone)

    def step_back(self) -> bool:
        """In one column, go back to the list."""
        if self._alone and self.pane.isVisible():
            self.panes.show_first()
            self.queue.take_focus()
            return True
        return False

    def step(self, by: int) -> None:
        """Go to the next one, or back."""
        self.queue.list.step(by)

    def apply_look(self, look: Look) -> None:
        self.look = look

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._plain) or super().event(event)

    def _plain(self, event: QKeyEvent) -> bool:
        """Tell a key that may be one of ours: letters and digits, nothing held."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        return plain and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_Z

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_list = self.stack.currentWidget() is self.panes
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (plain and on_list and self._take_plain(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def _take_plain(self, key: Qt.Key) -> bool:
        if by := {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(key, 0):
            self.step(by)
        elif share := {Qt.Key.Key_PageDown: 0.8, Qt.Key.Key_PageUp: -0.8}.get(key, 0.0):
            self.pane.scroll_by(share)
        else:
            return self.take_key(key)
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        super().changeEvent(event)


def _unnamed(_error: Exception) -> None:
    """Let shelves stand with their ids: their titles are a comfort, and no reason for trouble."""
