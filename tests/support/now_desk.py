"""The Now screen beside a plain search field, over the sample base, with real lanes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kbdesk.clock import FixedClock
from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.contact import Contact
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.door import Door
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now_flow import NowFlow, NowServices
from kbdesk.ui.now_place import NowPlace
from kbdesk.ui.shortcuts import SHORTCUTS
from kbdesk.work import Lane
from tests.support.desk_window import MOMENT, dressed
from tests.support.waiting import wait_until

PATIENCE = 60_000  # ms
PAUSE = 20  # ms that count as a pause in typing: no test types by hand


class Screens(QWidget):
    """Stands for the other screens: a search field, and the focus of the window in it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Search")
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addStretch(1)


@dataclass
class NowDesk:
    """A window with nothing but the contact in hand and a field."""

    window: QWidget
    screens: Screens
    panel: NowPanel
    place: NowPlace
    flow: NowFlow
    workspace: Workspace
    clock: FixedClock
    held: list[bool] = field(default_factory=list)  # not empty: Alt is down
    troubles: list[Exception] = field(default_factory=list)
    contacts: list[Contact | None] = field(default_factory=list)  # as contact_changed told them

    def wait(self, condition: Callable[[], bool], awaited: str) -> None:
        """Let events run until something holds."""
        wait_until(condition, awaited, PATIENCE)

    def settle(self) -> None:
        """Wait until what is shown is how things stand."""
        self.wait(lambda: self.flow.settled, "the contact and its cards")
        QCoreApplication.sendPostedEvents()

    def press(self, keys: str) -> None:
        """Strike a key of the window, wherever the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))
        self.settle()

    def call(self, state: CallState = CallState.RINGING, /, **said: str) -> None:
        """Let a telephone say something, five seconds after the last time."""
        self.clock.moment += timedelta(seconds=5)
        self.flow.take(CallEvent(state=state, **({"source": "test"} | said)))
        self.settle()


@contextmanager
def open_now(folder: Path, *, language: str = "en", size: tuple[int, int] = (1280, 800),
             scale: int = 100) -> Iterator[NowDesk]:  # fmt: skip
    """Open it over a profile, and take everything down again."""
    dressed(Settings(language=language, theme="light"))
    door = Door()
    lanes = Lanes(*(Lane(name, door.deliver) for name in ("search", "writer", "render")))
    clock = FixedClock(MOMENT)
    workspace = Workspace(Profile(folder), clock)
    look, held = Look.of("light", scale), list[bool]()
    window, screens, panel = QWidget(), Screens(), NowPanel(look)
    services = NowServices(workspace.contacts, lambda: workspace.cards, workspace.knowledge)
    flow = NowFlow(services, panel, lanes, clock, held=lambda: bool(held))
    for timer in (flow._keeping, flow.cards._asking):
        timer.setInterval(PAUSE)
    place = NowPlace(screens, panel, look, clock)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(place)
    _bind(window, flow, place)
    flow.stood.connect(place.take_standing)
    desk = NowDesk(window, screens, panel, place, flow, workspace, clock, held)
    flow.trouble_met.connect(desk.troubles.append)
    flow.contact_changed.connect(desk.contacts.append)
    window.resize(*size)
    window.show()
    window.activateWindow()
    screens.field.setFocus()
    flow.start()
    desk.settle()
    try:
        yield desk
    finally:
        flow.stop()
        desk.wait(lambda: flow.settled, "the last note")
        window.close()
        door.close()
        for lane in (lanes.search, lanes.writer, lanes.render):
            lane.close()
        workspace.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _bind(window: QWidget, flow: NowFlow, place: NowPlace) -> None:
    """Let the keys do what they do in the window of the desk."""
    panel = place.panel

    def note() -> None:
        if not panel.isVisible():
            place.show_now()
        panel.note.take_focus()

    def by_hand() -> None:
        place.show_now()
        panel.take_by_hand()

    acts: dict[str, Callable[[], object]] = {
        "note": note,
        "take_contact": by_hand,
        "end_contact": panel.end_contact,
        "undo_end": flow.undo,
        "switch_call": flow.switch,
        "copy_card": flow.cards.copy_first,
    }
    acts |= {f"card_{n}": partial(panel.press_card, n) for n in range(1, 6)}
    for name, act in acts.items():
        QShortcut(QKeySequence(SHORTCUTS[name]), window).activated.connect(act)
