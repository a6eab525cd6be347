"""The line at the foot of the window: how level this desk is, what waits, how old the base is.

It only says what is known. A base without a server is called local; nothing is called in sync
while something waits. A press, or its key, opens the sync page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from kbdesk.core.lease import Level
from kbdesk.services.connected.sync_facts import ATTENTION, Activity, SyncFacts
from kbdesk.ui import words
from kbdesk.ui.connected import sentences
from kbdesk.ui.connected.state_head import ICONS
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS

SIDE, GAP = 16, 8  # px
ELIDED = Qt.TextElideMode.ElideRight
TICK = 20_000  # ms between two looks at the clock


@dataclass(frozen=True, slots=True)
class BaseStatus:
    """The facts that the line tells."""

    articles: int = 0
    as_of: datetime | None = None  # when the base last changed here
    waiting: int = 0  # operations in the outbox
    indexed: int | None = None  # articles indexed so far, None when the index is level
    searchable: bool = True  # False while nothing can be found yet
    sync: SyncFacts = field(default_factory=SyncFacts)
    tight: bool = False  # the disk is full, and the reserve of user.db in use


class SyncIcon(QWidget):
    """A small icon of the line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name, self._tone = "database", ""
        self.apply_look(look)

    def show_icon(self, name: str, tone: str = "") -> None:
        self._name, self._tone = name, tone
        self.update()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(QSize(look.px(14), look.px(14)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            colour = self._look.colour(self._tone or "muted")
            icons.paint(painter, self._name, self.rect(), colour)


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


class SyncLine(QAbstractButton):
    """Tells the status of the base in one line."""

    said = Signal(str)  # all of it, as one sentence
    page_requested = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self.setObjectName("syncline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _on=False: self.page_requested.emit())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._look = look
        self._now = now
        self._status = BaseStatus()
        self._activity: Activity | None = None
        self._first = ""  # the first fact, whole
        self._base_icon, self._ready_icon = SyncIcon(look), SyncIcon(look)
        self._base, self._waiting, self._refused = (label("caption") for _ in range(3))
        self._ready, self._age = label("caption"), label("caption")
        self._before_waiting, self._before_refused = Separator(look), Separator(look)
        self._before_age = Separator(look)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._say)
        self._lay_out()
        self.apply_look(look)
        self._say()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 1, SIDE, 0)
        row.setSpacing(GAP)
        for part in (
            self._base_icon, self._base, self._before_refused, self._refused,
            self._before_waiting, self._waiting,
        ):  # fmt: skip
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
        if status.sync.local:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start(TICK)
        self._say()

    def show_activity(self, activity: Activity | None) -> None:
        """Tell what is under way; asking alone is too short to be told."""
        shown = None if activity is None or activity.stage == "asking" else activity
        if shown != self._activity:
            self._activity = shown
            self._say()

    def _say(self) -> None:
        status = self._status
        self._first = self._about_base()
        set_tone(self._base, self._tone())
        self._base_icon.show_icon(self._icon(), self._tone())
        refused = len(status.sync.refused)
        self._refused.setText(sentences.refused(refused) if refused else "")
        set_tone(self._refused, "critical" if refused else "")
        self._waiting.setText(sentences.waiting(status.waiting) if status.waiting else "")
        self._ready.setText(self._about_search())
        set_tone(self._ready, "" if status.searchable else "warn")
        self._ready_icon.show_icon("cloud-check" if self._level() else "circle-dashed")
        self._age.setText(self._about_age())
        self.setAccessibleName(self.spoken)
        self.said.emit(self.spoken)
        keys = "+".join(words.keys(SHORTCUTS["sync"]))
        self.setToolTip(f"{self.tr('Synchronisation')} ({keys})")
        self._fold()

    @property
    def spoken(self) -> str:
        """All the facts as one sentence, for a screen reader: also those there is no room for."""
        others = (self._refused, self._waiting, self._ready, self._age)
        texts = (self._first, *(text.text() for text in others))
        return ", ".join(text for text in texts if text)

    def _level(self) -> bool:
        return self._status.indexed is None and self._status.searchable

    def _tone(self) -> str:
        return "warn" if self._activity is None and self._status.sync.state in ATTENTION else ""

    def _icon(self) -> str:
        sync = self._status.sync
        if sync.local:
            return "database"
        if self._activity is not None or sync.state in {"level", "behind"}:
            return "arrows-clockwise"
        return ICONS.get(sync.state, "warning-circle")

    def _about_base(self) -> str:
        status = self._status
        if self._activity is not None:
            return sentences.activity(self._activity)
        if not status.sync.local:
            return sentences.line(status.sync, self._now())
        if not status.articles:
            return self.tr("No base yet")
        return self.tr("%n article(s) on this computer", "", status.articles)

    def _about_search(self) -> str:
        status = self._status
        if not status.articles or status.sync.lease.level is Level.LOCKED:
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
        marks = {
            self._refused: self._before_refused,
            self._waiting: self._before_waiting,
            self._age: self._before_age,
        }
        icons_of = {self._base: self._base_icon, self._ready: self._ready_icon}
        room = self.width() - 2 * SIDE
        self._base.setText(self._first)
        if not self._status.sync.local:  # how level the desk is comes first, if need be shortened
            most = room - self._base_icon.width() - 2 * GAP
            letters = self._base.fontMetrics()
            self._base.setText(letters.elidedText(self._first, ELIDED, most))
        for text in self._by_need():
            companion = marks.get(text) or icons_of[text]
            wanted = text.sizeHint().width() + companion.width() + 2 * GAP
            fits = bool(text.text()) and wanted <= room
            room -= wanted if fits else 0
            text.setVisible(fits)
            companion.setVisible(fits)
        self._part_with_hairlines()

    def _by_need(self) -> tuple[QLabel, ...]:
        if self._status.sync.local:
            return (self._ready, self._waiting, self._refused, self._base, self._age)
        return (self._base, self._refused, self._waiting, self._ready, self._age)

    def _part_with_hairlines(self) -> None:
        """Draw a hairline only between two facts that are both there."""
        shown = {part: part.isVisibleTo(self) for part in (self._base, self._refused)}
        self._before_refused.setVisible(shown[self._refused] and shown[self._base])
        self._before_waiting.setVisible(self._waiting.isVisibleTo(self) and any(shown.values()))
        ready = self._ready.isVisibleTo(self)
        self._before_age.setVisible(ready and self._age.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("sunken"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
            if self.hasFocus():
                ring = self._look.colour("accent")
                for box in (
                    (0, 0, self.width(), 2), (0, self.height() - 2, self.width(), 2),
                    (0, 0, 2, self.height()), (self.width() - 2, 0, 2, self.height()),
                ):  # fmt: skip
                    painter.fillRect(*box, ring)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
