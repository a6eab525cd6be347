"""The window of the desk over the sample base, with real lanes: for tests and for pictures."""

import functools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from kbdesk.clock import FixedClock
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.manual import fill_manual
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.connected.acts import ConnectionActs
from kbdesk.ui.door import Door
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.i18n import Translations
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look import theme
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.stylesheet import stylesheet
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.now_flow import NowServices
from kbdesk.ui.sync_line import BaseStatus
from kbdesk.work import Lane
from tests.support import speech
from tests.support.waiting import wait_until

MOMENT = datetime(2026, 11, 22, 9, 40, tzinfo=UTC)
PATIENCE = 60_000  # ms


@dataclass
class DeskWindow:
    """A window and what stands behind it."""

    window: MainWindow
    workspace: Workspace
    settings: Settings
    kept: list[Settings] = field(default_factory=list)

    def wait(self, condition: Callable[[], bool], awaited: str = "the window") -> None:
        """Let events run until something holds."""
        wait_until(condition, awaited, PATIENCE)

    def settle(self) -> None:
        """Wait until list and reader show what was last asked for."""
        self.wait(lambda: self.window.settled, "answers")
        QCoreApplication.sendPostedEvents()

    def rest(self) -> None:
        """Wait also for what comes by itself a moment later: what to read next."""
        acts = self.window.search.acts
        self.wait(lambda: not acts._stayed.isActive() and acts.settled, "what to read next")
        self.settle()

    def find(self, query: str) -> None:
        """Type a query and wait for its results and its first article."""
        self.window.search.search_for(query)
        self.settle()


def make_profile(folder: Path, *, language: str = "fr") -> Profile:
    """Fill a profile with the texts of the sample and the manual, its index level."""
    profile = Profile(folder)
    with Workspace(profile) as workspace:
        import_base(workspace, resources() / "sample")
        fill_manual(workspace, language)
        workspace.catch_up()
    return profile


@contextmanager
def open_desk(
    folder: Path,
    settings: Settings,
    *,
    acts: FirstActs = FirstActs(),  # noqa: B008  # immutable
    connection: ConnectionActs | None = None,
) -> Iterator[DeskWindow]:
    """Open the window over a profile, and take everything down again."""
    application = dressed(settings)
    door = Door()
    lanes = Lanes(*(Lane(name, door.deliver) for name in ("search", "writer", "render")))
    workspace = Workspace(Profile(folder), FixedClock(MOMENT))
    window = MainWindow(
        workspace.knowledge, settings, lanes, workspace.clock, application.translations, acts,
        connection,
        now=NowServices(workspace.contacts, lambda: workspace.cards, workspace.knowledge),
    )  # fmt: skip
    window.live.attend(workspace.live)
    desk = DeskWindow(window, workspace, settings)
    window.settings_changed.connect(desk.kept.append)
    window.show()
    window.start()
    window.show_status(BaseStatus(articles=workspace.articles.count(), as_of=MOMENT))
    desk.settle()
    try:
        yield desk
    finally:
        window.close()
        door.close()
        for lane in (lanes.search, lanes.writer, lanes.render):
            lane.close()
        workspace.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@functools.cache
def _only_application() -> Application:
    made = Application(Settings(language="fr", theme="light"))
    made.qt.setCursorFlashTime(0)  # a caret that blinks is now there, now not, as time goes
    return made


def dressed(settings: Settings) -> Application:
    """Dress the one application of the process for these settings."""
    application = _only_application()
    speech.forget()  # a file of tests before this one may have spoken another language
    application.translations = Translations(application.qt)
    application.translations.use(settings.language)
    look = Look.of(theme.resolve(settings.theme), settings.text_scale)
    if application.qt.styleSheet() != stylesheet(look):  # wearing it again costs half a second
        theme.wear(application.qt, look)
    return application


def copy_of(template: Profile, folder: Path) -> Path:
    """Copy a profile, so that a test may write in it."""
    shutil.copytree(template.root, folder)
    return folder
