"""The list side of the screen: its name, which list, the rows, and what is said where none are."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.loaded import ALL, SENT, UNREAD, Loaded
from kbdesk.ui.announcements.rows import NoticeList, NoticeRow
from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.controls.tabs import Tabs
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look


class Inbox(QWidget):
    """Head, tabs, rows."""

    tab_chosen = Signal(str)
    write_requested = Signal()
    fresh_requested = Signal()  # let in what came meanwhile

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fresh = 0
        self._awaits_rows = False  # the keys are for the rows, which are not there yet
        self.setObjectName("list")
        self.menu = MenuButton(look)
        self.menu.hide()
        self._title = label("section")
        self.write = KeyedButton(look, "N")
        self.fresh = KeyedButton(look)
        self.tabs = Tabs((UNREAD, ALL, SENT), look)
        self.list = NoticeList(look)
        self.empty = EmptyState("megaphone", look)
        self._stack = QStackedWidget()
        self._stack.setObjectName("ruled")
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 0, 12, 0)
        head.setSpacing(8)
        self._head_row = head
        for part in (self.menu, self._title):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.tabs)
        self._below = QWidget()
        self._below_row = QHBoxLayout(self._below)
        self._below_row.setContentsMargins(12, 4, 16, 4)
        self._below_row.addWidget(self.fresh)
        self._below_row.addStretch(1)
        column.addWidget(self._below)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._on_tab)
        self.write.clicked.connect(self.write_requested.emit)
        self.fresh.clicked.connect(self.fresh_requested.emit)
        self.write.hide()
        self._below.hide()
        self.tabs.offer(SENT, False)
        self.apply_look(look)
        self._say()

    def show_loaded(self, loaded: Loaded) -> None:
        """Say what there is in each list."""
        waiting = self.tr("To read")
        if loaded.waiting:
            waiting = f"{waiting} {loaded.waiting}"
        self.tabs.say(UNREAD, waiting)
        self.tabs.offer(SENT, loaded.steers)
        self.write.setVisible(loaded.steers)
        self._place()

    def show_rows(self, rows: tuple[NoticeRow, ...], chosen: str, fresh: int = 0) -> None:
        """Show rows; `fresh` is how many wait to be let in."""
        self._fresh = fresh
        self._stack.setCurrentWidget(self.list if rows else self.empty)
        self.list.show_rows(rows, chosen)
        if (
            rows
            and self._awaits_rows
            and self.tabs.isAncestorOf(QApplication.focusWidget() or self)
        ):
            self.take_focus()
        self._say()

    def _on_tab(self, key: str) -> None:
        self._awaits_rows = False
        self.tab_chosen.emit(key)

    def take_focus(self) -> None:
        """Give the keys to the rows; until there are some, to what stands in their place."""
        self._awaits_rows = self._stack.currentWidget() is not self.list
        if self._stack.currentWidget() is self.list:
            self.list.setFocus()
        else:
            self.tabs.setFocus()
            self.tabs.focusNextChild()

    def _place(self) -> None:
        """Let the act stand beside the name, or below it where letters are large."""
        beside = self.width() >= self._look.px(300)
        row = self._head_row if beside else self._below_row
        if row.indexOf(self.write) < 0:
            row.addWidget(self.write)
        below = not beside and not self.write.isHidden()
        self._below.setVisible(below or self._fresh > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def show_alone(self, alone: bool) -> None:
        """Stand for the rail too."""
        self.menu.setVisible(alone)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._head.setFixedHeight(look.size("bar"))

    def _say(self) -> None:
        self._title.setText(words.title())
        self.write.setText(self.tr("New"))
        self.write.setAccessibleName(self.tr("New announcement"))
        self.tabs.say(ALL, self.tr("All"))
        self.tabs.say(SENT, self.tr("Sent"))
        self.fresh.setText(self.tr("%n new: show", "", self._fresh))
        self.fresh.updateGeometry()
        self.fresh.setVisible(self._fresh > 0)
        self._place()
        self.list.setAccessibleName(words.title())
        self._say_empty()

    def _say_empty(self) -> None:
        key = self.tabs.key
        if key == SENT:
            line = self.tr("Nothing was sent yet.")
            self.empty.say(
                line, self.tr("What you announce stands here, with how far it has come.")
            )
        elif key == UNREAD:
            line = self.tr("You have read everything.")
            self.empty.say(line, self.tr("Critical news comes up by itself, even during a call."))
        else:
            line = self.tr("No announcement at the moment.")
            self.empty.say(line, self.tr("What your supervisors announce stands here."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
