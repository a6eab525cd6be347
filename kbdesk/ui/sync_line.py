"""The line at the foot of the window: what this desk holds, how old it is, what still waits.

It only says what is known. A base without a server is called local; nothing is called in sync
while something waits.
"""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui import icons
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look import Look, painter_on

SIDE, GAP = 16, 8  # px


@dataclass(frozen=True, slots=True)
class BaseStatus:
    """The facts that the line tells."""

    articles: int = 0
    as_of: datetime | None = None  # when the base last changed here
    waiting: int = 0  # operations in the outbox
    indexed: int | None = None  # articles indexed so far, None when the index is level
    searchable: bool = True  # False while nothing can be found yet


class SyncIcon(QWidget):
    """A small icon of the line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = "database"
        self.apply_look(look)

    def show_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(QSize(look.px(14), look.px(14)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            icons.paint(painter, self._name, self.rect(), self._look.colour("muted"))


class Separator(QWidget):
    """A short hairline between two facts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(9, 12)

    def apply_look(self, look: Look) -> None:
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(4, 0, 1, self.height(), self._look.colour("line"))


class SyncLine(QWidget):
    """Tells the status of the base in one line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("syncline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._status = BaseStatus()
        self._base_icon, self._ready_icon = SyncIcon(look), SyncIcon(look)
        self._base, self._waiting = label("caption"), label("caption")
        self._ready, self._age = label("caption"), label("caption")
        self._before_waiting, self._before_age = Separator(look), Separator(look)
        self._lay_out()
        self.apply_look(look)
        self.show_status(self._status)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 1, SIDE, 0)
        row.setSpacing(GAP)
        for part in (self._base_icon, self._base, self._before_waiting, self._waiting):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._ready_icon, self._ready, self._before_age, self._age):
            row.addWidget(part)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.size("sync"))

    def show_status(self, status: BaseStatus) -> None:
        """Tell new facts."""
        self._status = status
        self._base.setText(self._about_base())
        self._waiting.setText(self.tr("%n to send", "", status.waiting) if status.waiting else "")
        self._ready.setText(self._about_search())
        set_tone(self._ready, "" if status.searchable else "warn")
        self._ready_icon.show_icon("cloud-check" if self._level() else "circle-dashed")
        self._age.setText(self._about_age())
        self.setAccessibleName(self.spoken)
        self._fold()

    @property
    def spoken(self) -> str:
        """All the facts as one sentence, for a screen reader: also those there is no room for."""
        texts = (self._base, self._waiting, self._ready, self._age)
        return ", ".join(text.text() for text in texts if text.text())

    def _level(self) -> bool:
        return self._status.indexed is None and self._status.searchable

    def _about_base(self) -> str:
        if not self._status.articles:
            return self.tr("No base yet")
        return self.tr("%n article(s) on this computer", "", self._status.articles)

    def _about_search(self) -> str:
        status = self._status
        if not status.articles:
            return ""
        if status.indexed is not None:
            share = min(100, 100 * status.indexed // max(1, status.articles))
            return self.tr("Indexing: %1 %").replace("%1", str(share))
        return self.tr("Ready offline") if status.searchable else self.tr("Search is not ready")

    def _about_age(self) -> str:
        as_of = self._status.as_of
        if as_of is None or not self._status.articles:
            return ""
        local = as_of.astimezone()
        day = QLocale().toString(QDate(local.year, local.month, local.day), self.tr("MMM d"))
        hour = self.tr("%1:%2", "hour, minute").replace("%1", str(local.hour))
        hour = hour.replace("%2", f"{local.minute:02}")
        return self.tr("Base of %1").replace("%1", f"{day} {hour}")

    def _fold(self) -> None:
        """Say as many facts as there is room for, the most needed first."""
        marks = {self._waiting: self._before_waiting, self._age: self._before_age}
        icons_of = {self._base: self._base_icon, self._ready: self._ready_icon}
        room = self.width() - 2 * SIDE
        for text in (self._ready, self._waiting, self._base, self._age):
            companion = marks.get(text) or icons_of[text]
            wanted = text.sizeHint().width() + companion.width() + 2 * GAP
            fits = bool(text.text()) and wanted <= room
            room -= wanted if fits else 0
            text.setVisible(fits)
            companion.setVisible(fits)
        self._before_waiting.setVisible(
            self._waiting.isVisibleTo(self) and self._base.isVisibleTo(self)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_status(self._status)
        super().changeEvent(event)
