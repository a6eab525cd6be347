"""Steer: how the base fares, what is missing, what waits for a decision, how people learn.

Each section is made when it is first chosen, and asks again when it is shown. Sections of other
screens stand here as they are: this one only gives them a name and a place.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.core.figures import Overview
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.controls.menu_button import MenuButton
from kbdesk.ui.controls.tabs import Tabs
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.steer.health_page import HealthPage
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.live import Live

HEALTH, ANNOUNCEMENTS = "health", "announcements"
PARTS = {
    "gaps": ("kbdesk.ui.steer.gaps_part", "GapsPart"),
    "review": ("kbdesk.ui.writing.review", "ReviewQueue"),
    "remarks": ("kbdesk.ui.writing.remarks_board", "RemarksBoard"),
    "verify": ("kbdesk.ui.writing.verify_queue", "VerifyQueue"),
    "learning": ("kbdesk.ui.learn.cohorts_part", "CohortsPart"),
    ANNOUNCEMENTS: ("kbdesk.ui.announcements.sent_part", "SentPart"),
}
SECTIONS = (HEALTH, *PARTS)


class SteerScreen(QWidget):
    """Names of sections above, one of them below.

    In one column they are one chip with a menu: at twice the size seven names took half the window.
    """

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    article_requested = Signal(str, str)  # id, anchor
    draft_requested = Signal(object)  # Draft: to be opened in the editor
    undo_offered = Signal(str, object)  # what was done, in words; how to take it back
    menu_requested = Signal()

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__()
        self.look = look
        self._live, self._lanes, self._clock = live, lanes, clock
        self._tasks = Tasks(lanes, self.trouble_met.emit)
        self._alone = False
        self._contact: Contact | None = None
        self._counts: dict[str, int] = {}
        self._parts: dict[str, Any] = {}
        self.menu = MenuButton(look)
        self.menu.hide()
        self.tabs = Tabs(SECTIONS, look)
        self.chip = FilterChip(look)
        self.chip.hide()
        self.health = HealthPage(look)
        self.stack = QStackedWidget()
        self.stack.setObjectName("ruled")
        self.stack.addWidget(self.health)
        self._head = QWidget()
        self._head.setObjectName("page")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = row = QHBoxLayout(self._head)
        row.setSpacing(8)
        row.addWidget(self.menu)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.chip)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.stack, 1)
        self._connect()
        self._say()
        self._fit_head()

    def _connect(self) -> None:
        self.menu.clicked.connect(self.menu_requested.emit)
        self.tabs.chosen.connect(self.show_section)
        self.chip.chosen.connect(self.show_section)
        self.health.article_requested.connect(self.article_requested.emit)
        self.health.subject_requested.connect(self.open_subject)
        self.health.section_requested.connect(self.show_section)

    # sections

    @property
    def section(self) -> str:
        """The name of the section shown."""
        return self.tabs.key

    def part(self, name: str) -> Any:
        """Return a section, made when it is first asked for."""
        if name not in self._parts:
            module, title = PARTS[name]
            made = getattr(import_module(module), title)(
                self.look, self._live, self._lanes, self._clock
            )
            for signal in ("trouble_met", "changed", "article_requested", "menu_requested",
                           "undo_offered"):  # fmt: skip
                if hasattr(made, signal):
                    getattr(made, signal).connect(getattr(self, signal).emit)
            if hasattr(made, "counted"):
                made.counted.connect(lambda count, name=name: self._count(name, count))
            if hasattr(made, "draft_made"):
                made.draft_made.connect(self.draft_requested.emit)
            if hasattr(made, "pane"):
                made.pane.installEventFilter(self)
            made.take_contact(self._contact)
            made.show_alone(self._alone)
            self.stack.addWidget(made)
            self._parts[name] = made
        return self._parts[name]

    def show_section(self, name: str) -> None:
        """Show a section."""
        self.tabs.choose(name)
        self.chip.choose(name)
        self.stack.setCurrentWidget(self.health if name == HEALTH else self.part(name))
        self.menu.setVisible(self._alone and name == HEALTH)  # the others bring their own
        self._fit_head()
        stepped = QApplication.focusWidget() if self.tabs.stepping else None
        self.begin()
        if stepped is not None:
            stepped.setFocus()  # arrows go on from name to name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        into = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in into and self.tabs.isAncestorOf(QApplication.focusWidget() or self):
            self.begin()
        else:
            super().keyPressEvent(event)

    @property
    def _shown(self) -> str:
        shown = self.stack.currentWidget()
        return next((name for name, part in self._parts.items() if part is shown), HEALTH)

    def open_subject(self, id_: str) -> None:
        """Show one subject that is missing."""
        self.part("gaps").show_subject(id_)
        self.show_section("gaps")

    # what the window asks

    @property
    def settled(self) -> bool:
        shown = self._parts.get(self._shown)
        return self._tasks.settled and (shown is None or shown.settled)

    def begin(self) -> None:
        """Ask again and take the focus."""
        self._offer()
        self._ask()
        if self._shown == HEALTH:
            self.health.take_focus()
        else:
            self._parts[self._shown].begin()

    def _offer(self) -> None:
        """Offer the sections that there are for this person."""
        me = self._live.me()
        for name, (module, _title) in PARTS.items():
            self.tabs.offer(name, find_spec(module) is not None)
        self.tabs.offer(ANNOUNCEMENTS, me.connected and me.steers)
        learns = find_spec(PARTS["learning"][0]) is not None
        self.tabs.offer("learning", learns and (me.steers or not me.connected))
        self._name_choices()

    def _ask(self) -> None:
        self._tasks.read(self._live.steering.overview, self._take)

    def _take(self, overview: Overview) -> None:
        self._counts |= {
            "gaps": len(overview.subjects),
            "review": overview.suggestions.count,
            "remarks": overview.remarks.count,
        }
        self.health.show_overview(overview)
        self._say()

    def _count(self, name: str, count: int) -> None:
        if name in {"gaps", "review", "remarks"}:
            self._counts[name] = count
            self._say()

    def refresh(self, changes: Changes) -> None:
        """Take in what is new."""
        self._ask()
        if self._shown != HEALTH:
            self._parts[self._shown].refresh(changes)

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self._alone = alone
        self.menu.setVisible(alone and self._shown == HEALTH)
        self._fit_head()
        for part in self._parts.values():
            part.show_alone(alone)

    def _fit_head(self) -> None:
        """Give the room of the names to what is read, where there is one column."""
        pane = getattr(self._parts.get(self._shown), "pane", None)
        reads = self._alone and pane is not None and pane.isVisible()
        self._head.setVisible(not reads)
        self.tabs.setVisible(not self._alone)
        self.chip.setVisible(self._alone)
        if self._alone:  # where the menu stands the bar is as high as on every screen
            left = 12 if self._shown == HEALTH else 16
            self._row.setContentsMargins(left, 12, 16, 12)
        else:
            self._row.setContentsMargins(0, 8, 12, 0)

    def _name_choices(self) -> None:
        """Let the chip offer what the names in a row would."""
        self.chip.offer([Choice(key, name) for key, name in self.tabs.offered])
        self.chip.choose(self.tabs.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._fit_head()
        return super().eventFilter(watched, event)

    def step_back(self) -> bool:
        """Take one thing of the section away, or go back to the first section."""
        if self._shown != HEALTH:
            if not self._parts[self._shown].step_back():
                self.show_section(HEALTH)
            return True
        return False

    def take_contact(self, contact: Contact | None) -> None:
        """Know who is in hand."""
        self._contact = contact
        for part in self._parts.values():
            part.take_contact(contact)

    def apply_look(self, look: Look) -> None:
        self.look = look

    # words

    def _say(self) -> None:
        named = {
            HEALTH: self.tr("Health"),
            "gaps": self.tr("Gaps"),
            "review": self.tr("Suggestions"),
            "remarks": self.tr("Remarks"),
            "verify": self.tr("To verify"),
            "learning": self.tr("Learning"),
            ANNOUNCEMENTS: self.tr("Announcements"),
        }
        for key, name in named.items():
            count = self._counts.get(key, 0)
            self.tabs.say(key, f"{name} {count}" if count else name)
        self.chip.setAccessibleName(self.tr("Section"))
        self._name_choices()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
