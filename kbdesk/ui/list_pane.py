"""The left pane: search field, chips, results (or what stands there without any), foot line."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.empty_state import EmptyState
from kbdesk.ui.controls.filter_chip import FilterChip
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.foot_line import FootLine
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.results.list import ResultsList
from kbdesk.ui.search_field import SearchField
from kbdesk.ui.shortcuts import SHORTCUTS

CHIPS = 260  # px at 100 %: in less, both chips with all their words do not stand in one line


class ListPane(QWidget):
    """Lays the parts of the list out; what they do is the search screen's business."""

    not_found_requested = Signal()

    def __init__(self, look: Look, today: Callable[[], date], *, filters: bool) -> None:
        super().__init__()
        self.setObjectName("list")
        # Painted whole by itself: else each key would paint all that lies below it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._empty_query = ""
        self._locked = False
        self.menu_button = MenuButton(look)
        self.menu_button.hide()
        self.field = SearchField(look, manual=not filters)
        self.spaces, self.kinds = FilterChip(look), FilterChip(look)
        self.corrected = label("caption", wraps=True)
        self.results = ResultsList(look, today)
        self.nothing = EmptyState("magnifying-glass", look, small=True)
        self.tell: ActButton = self.nothing.add_act(
            self.not_found_requested.emit, shortcut=SHORTCUTS["not_found"]
        )
        self.waiting = label("caption", wraps=True)
        self.foot = FootLine(look)
        self._stack = QStackedLayout()
        self._lay_out(filters)
        self._say()

    def _lay_out(self, filters: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        if filters:
            column.addWidget(self._chips())
        self.corrected.setContentsMargins(16, 0, 16, 10)
        self.corrected.hide()
        column.addWidget(self.corrected)
        self.waiting.setContentsMargins(16, 14, 16, 0)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._stack, 1)  # before its widgets: it shows them, and not as windows
        for part in (self.results, self.nothing, self.waiting):
            self._stack.addWidget(part)
        column.addWidget(self.foot)

    def _top(self) -> QWidget:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        row.addWidget(self.field, 1)
        self._top_row = row
        return top

    def _chips(self) -> QWidget:
        self.chips = QWidget()
        row = Flow(6)
        row.setContentsMargins(16, 0, 16, 10)
        row.addWidget(self.spaces)
        row.addWidget(self.kinds)
        self.chips.setLayout(row)
        return self.chips

    def show_alone(self, alone: bool) -> None:
        """Take the shape of a window of one column, or of a pane among others."""
        self.menu_button.setVisible(alone)
        self._top_row.setContentsMargins(12 if alone else 16, 10, 16, 10)
        self.results.unfold(alone)

    def show_results(self, *, browsing: bool) -> None:
        """Show what was found; while browsing there is nothing that could be missing."""
        self._stack.setCurrentWidget(self.results)
        self.foot.show_readable(True)
        self.foot.setVisible(not browsing)

    def show_nothing(self, query: str) -> None:
        """Say that nothing matches."""
        self._empty_query = query
        self._say_nothing()
        self._stack.setCurrentWidget(self.nothing)
        self.foot.hide()

    def show_home(self, anything: bool) -> None:
        """Show favourites and recents, or say that they will gather here."""
        self._locked = False
        self._say_waiting()
        self._stack.setCurrentWidget(self.results if anything else self.waiting)
        self.foot.hide()

    def show_locked(self) -> None:
        """Show no row: the copy is too old. The reading side says what to do."""
        self._locked = True
        self._say_waiting()
        self.results.show_rows((), choose_first=False)
        self._stack.setCurrentWidget(self.waiting)
        self.field.offer(())
        self.field.show_found("")
        self.foot.hide()

    def _say_waiting(self) -> None:
        self.waiting.setText(
            self.tr("Nothing can be shown before the next sync.")
            if self._locked
            else self.tr("What you star and what you read will gather here.")
        )

    def show_corrected(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Say which words were searched instead of those typed."""
        text = ", ".join(
            self.tr("“%1” for “%2”").replace("%1", instead).replace("%2", typed)
            for typed, instead in pairs
        )
        self.corrected.setText(self.tr("Searched: %1").replace("%1", text) if text else "")
        self.corrected.setVisible(bool(text))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._fit_chips()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def _fit_chips(self) -> None:
        for chip in (self.spaces, self.kinds):
            chip.say_briefly(self.width() < self._look.px(CHIPS))

    def show_noted(self, noted: bool) -> None:
        """Say that the missing answer was noted, or offer to note it."""
        if noted == self.foot.noted:
            return
        self.foot.show_noted(noted)
        self.tell.setVisible(not noted)
        self._say_nothing()

    def _say_nothing(self) -> None:
        hint = self.tr("Try one word less, or another word. If the answer is missing, say so.")
        thanks = self.tr("Noted: whoever keeps the base will see what was missing. Thank you.")
        line = self.tr("Nothing for “%1”").replace("%1", self._empty_query)
        self.nothing.say(line, thanks if self.foot.noted else hint)

    def _say(self) -> None:
        self._say_nothing()
        self.tell.setText(self.tr("Report as not found"))
        self._say_waiting()
        self.results.setAccessibleName(self.tr("Results"))
        self.spaces.setAccessibleName(self.tr("Space"))
        self.kinds.setAccessibleName(self.tr("Kind of article"))
        keys = {self.spaces: "filter_space", self.kinds: "filter_kind"}
        for chip, name in keys.items():
            chip.setToolTip(f"{chip.accessibleName()} ({'+'.join(words.keys(SHORTCUTS[name]))})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._look.colour("canvas"))
