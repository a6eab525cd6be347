"""What waits to be sent, or was not taken: one row each, with what can be done about it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kbdesk.services.connected.sync_facts import Entry
from kbdesk.ui.connected import sentences
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

SHOWN = 50  # rows; a number stands for the rest
ICONS = {"not_found": "question", "retire": "x"}


class EntryRow(QWidget):
    """One thing that was done: what, why it was not taken, when; hairline below."""

    again_requested = Signal(str)  # id
    forget_requested = Signal(str)  # id

    def __init__(self, entry: Entry, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entry = entry
        self.name = label("strong", wraps=True)
        self.why = label("body-ui", wraps=True)
        self._when = label("caption")
        self.again, self.forget = QuietButton(look), QuietButton(look)
        self.again.clicked.connect(lambda: self.again_requested.emit(entry.id))
        self.forget.clicked.connect(lambda: self.forget_requested.emit(entry.id))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        for text in (self.name, self.why):
            self._column.addWidget(text)
        acts = Flow(12)
        for part in (self._when, self.again, self.forget):
            acts.addWidget(part)
        self._column.addLayout(acts)
        # A conflict is not sent again: it would only meet the same change once more.
        self.apply_look(look)

    def say(self, now: datetime, *, may_forget: bool) -> None:
        """Set the words; `may_forget` once everything has been kept in a file."""
        self.name.setText(sentences.entry(self.entry))
        refused = bool(self.entry.reason or self.entry.code)
        self.why.setText(sentences.reason(self.entry) if refused else "")
        self.why.setVisible(refused)
        self._when.setText(sentences.ago(self.entry.at, now))
        self.again.setText(self.tr("Send again"))
        self.forget.setText(self.tr("Forget"))
        self.again.setVisible(refused and not self.entry.conflict)
        self.forget.setVisible(refused and may_forget)
        for act in (self.again, self.forget):
            act.setAccessibleName(f"{act.text()}: {self.name.text()}")
            act.updateGeometry()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.px(16) + 12, 12, 0, 12)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        refused = bool(self.entry.reason or self.entry.code)
        side = self._look.px(16)
        box = QRect(0, 12 + (self.name.fontMetrics().height() - side) // 2, side, side)
        icon = "warning-circle" if refused else ICONS.get(self.entry.kind, "paper-plane-tilt")
        with painter_on(self) as painter:
            icons.paint(painter, icon, box, self._look.colour("critical" if refused else "muted"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))


class EntryList(QWidget):
    """A titled list of rows; hidden while it is empty."""

    again_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = label("door", wraps=True)
        self._more = label("caption")
        self._entries: tuple[Entry, ...] = ()
        self.rows: list[EntryRow] = []
        self.head = QVBoxLayout()
        self._list = QVBoxLayout()
        for layout in (self.head, self._list):
            layout.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self.head)
        column.addLayout(self._list)
        column.addWidget(self._more)
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; rows that stay as they are keep their place and the focus."""
        self.setVisible(bool(entries))
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        focused = self._focused()
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self.rows = [self._made(entry) for entry in self._entries[:SHOWN]]
        self._refocus(focused)

    @property
    def stops(self) -> list[QWidget]:
        """What takes the focus, from top to bottom."""
        return [act for row in self.rows for act in (row.again, row.forget)]

    def _made(self, entry: Entry) -> EntryRow:
        row = EntryRow(entry, self._look)
        row.again_requested.connect(self.again_requested.emit)
        row.forget_requested.connect(self.forget_requested.emit)
        self._list.addWidget(row)
        return row

    def _focused(self) -> int | None:
        """Return the place of the row that has the focus."""
        focus = QApplication.focusWidget()
        return next(
            (n for n, row in enumerate(self.rows) if focus in (row.again, row.forget)), None
        )

    def _refocus(self, place: int | None) -> None:
        """Keep the focus where it was in the list, so that one key after the other works."""
        if place is not None and self.rows:
            row = self.rows[min(place, len(self.rows) - 1)]
            (row.forget if row.entry.conflict else row.again).setFocus()

    def say(self, title: str, now: datetime, *, may_forget: bool = False) -> None:
        """Set the words."""
        self.title.setText(title)
        for row in self.rows:
            row.say(now, may_forget=may_forget)
        left = len(self._entries) - len(self.rows)
        self._more.setText(self.tr("And %n more.", "", left) if left else "")
        self._more.setVisible(bool(left))

    def apply_look(self, look: Look) -> None:
        self._look = look
