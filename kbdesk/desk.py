"""The desk of one profile: the window, its lanes, its services and its connection, wired together.

Order of building: the lanes, then the window over the services of the workspace; and only once it
is on screen the work that can wait: what the window shows at rest, the manual, bringing the index
level, and the server. Closing goes the other way: the connection gives up what it waits for, and
each lane finishes what it was given.
"""

import dataclasses
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk import heap
from kbdesk.core.changes import Changes
from kbdesk.errors import NotAllowed, StoreBusy
from kbdesk.services.connected.connection import Connection, Listeners
from kbdesk.services.connected.sync_facts import Activity
from kbdesk.services.manual import fill_manual
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.door import Door
from kbdesk.ui.first_run import FirstActs
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.main_window import MainWindow
from kbdesk.ui.now_flow import NowServices
from kbdesk.ui.sync_line import BaseStatus
from kbdesk.ui.turns import Turns
from kbdesk.work import Lane

if TYPE_CHECKING:
    from kbdesk.services.bringing import Brought

log = logging.getLogger(__name__)

SWITCH = 0.001  # seconds
IMPORTED = 20  # articles between two words about an import


class Desk:
    """A window over a profile, with everything behind it."""

    def __init__(self, workspace: Workspace, settings: Settings, application: Application) -> None:
        # A search lane that computes gives the interpreter back to the screen five times sooner.
        sys.setswitchinterval(SWITCH)
        self.workspace = workspace
        self._settings = settings
        self._application = application
        self._door = Door()
        self._lanes = Lanes(
            search=Lane("search", self._door.deliver),
            writer=Lane("writer", self._door.deliver),
            render=Lane("render", self._door.deliver),
        )
        self._indexing = Lane("index", self._door.deliver)
        self.connection = Connection(
            workspace,
            (self._lanes.writer, self._indexing),
            self._door.deliver,
            Listeners(self._on_activity, self._on_news),
        )
        self._closed = False
        self._shown = BaseStatus()
        self._importing = False
        self.level = False  # True once the index holds all that the store does
        self.on_first_level: Callable[[], None] = lambda: None
        self.window = MainWindow(
            self.workspace.knowledge,
            settings,
            self._lanes,
            self.workspace.calendar,
            application.translations,
            FirstActs(import_folder=self._import, try_sample=self._try_sample),
            self.connection,
            now=NowServices(workspace.contacts, lambda: workspace.cards, workspace.knowledge),
        )
        self.window.live.attend(workspace.live)
        self.turns = Turns(self.workspace.calendar, self.window)
        self.turns.turned.connect(self._on_turn)
        self.window.drops.wanted.connect(self._bring_in)
        self.window.settings_changed.connect(self._save)
        self.window.language_changed.connect(self._keep_up)
        self.window.changed.connect(self._on_done)
        self.window.connected.minute_passed.connect(self._on_minute)
        self.window.external_link_requested.connect(application.open_outside)

    def show(self) -> None:
        """Put the window on screen, then start what can wait."""
        self.window.show()
        self.window.start()
        self._tell_status()
        self._keep_up(self._application.translations.language)
        self.connection.start()

    def close(self) -> None:
        """Finish what was begun and close everything; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.turns.stop()
        self._application.dismiss(self.window)
        self._door.close()
        self.connection.close()  # nobody waits for a server that does not answer
        self.workspace.index.close()  # a catch-up under way ends early and keeps nothing
        for lane in (self._lanes.search, self._lanes.writer, self._lanes.render, self._indexing):
            lane.close()
        self.workspace.close()

    def _import(self, folder: Path) -> None:
        """Bring a folder in, beside the desk's other work, and then index it."""

        def bring() -> None:
            from kbdesk.services.base_files import import_base  # late: few ever import here

            import_base(self.workspace, folder, progress=self._tell_imported, workers=1)

        self._bring(bring)

    def _try_sample(self) -> None:
        def bring() -> None:
            from kbdesk.services.demo.sample import bring_sample  # late: as above

            bring_sample(self.workspace, self._tell_imported, workers=1)

        self._bring(bring)

    def _bring(self, bring: Callable[[], object]) -> None:
        def job() -> Changes:
            bring()
            came = Changes(articles=True, learning=True, writing=True, gaps=True)
            return self._index() | came

        if self._importing:
            return
        self._importing = True
        self.window.show_activity(Activity("importing"))
        self._indexing.run(job, self._after_import, self._on_import_failed)

    def _tell_imported(self, done: int, total: int) -> None:
        if done % IMPORTED == 0:
            self._door.deliver(
                lambda: self.window.show_activity(Activity("importing", done, total))
            )

    def _after_import(self, changes: Changes) -> None:
        self._importing = False
        self.window.show_activity(None)
        self._now_level(changes)

    def _on_import_failed(self, error: Exception) -> None:
        self._importing = False
        self.window.show_activity(None)
        self.window.tell(error)

    def _bring_in(self, path: Path) -> None:
        """Bring in what somebody dropped on the window, and offer to take it out again."""
        if self._importing:
            return
        self._importing = True
        self.window.show_activity(Activity("importing"))
        self._indexing.run(
            lambda: self._brought(path), lambda done: self._after_drop(path, done), self._on_refused
        )

    def _brought(self, path: Path) -> "Brought":
        from kbdesk.services.bringing import bring_in  # late: few ever import here

        brought = bring_in(self.workspace, path, self._tell_imported)
        self._index()
        return brought

    def _after_drop(self, path: Path, brought: "Brought") -> None:
        self._after_import(Changes(articles=True))
        self._show_as_it_is(brought)
        self.window.drops.tell(path.name, brought, lambda: self._take_out(brought))
        if brought.published:
            self._on_done(Changes(outbox=True))

    def _take_out(self, brought: "Brought") -> None:
        from kbdesk.services.bringing import take_out  # late: as above

        def job() -> Changes:
            return take_out(self.workspace, brought) | self._index()

        def done(changes: Changes) -> None:
            self._now_level(changes)
            self._show_as_it_is(brought)

        self._indexing.run(job, done, self.window.tell)

    def _show_as_it_is(self, brought: "Brought") -> None:
        """Leave no text on screen that a drop, or taking it back, has just replaced or removed."""
        search = self.window.search
        search.look_again()
        reading = search.flow.reading
        if reading is not None and any(old.id == reading.article.id for old in brought.before):
            search.flow.renew()

    def _on_refused(self, error: Exception) -> None:
        self._on_import_failed(error)
        if isinstance(error, NotAllowed):
            self.window.drops.refuse()

    def _keep_up(self, language: str) -> None:
        """Bring the manual and the index level, telling how far it is."""
        self._indexing.run(
            lambda: self._fill_and_index(language), self._now_level, self.window.tell
        )

    def _fill_and_index(self, language: str) -> Changes:
        try:
            changed = fill_manual(self.workspace, language)
        except StoreBusy:  # an import holds the base: the manual of last time will do
            log.info("The manual was not looked at: the base is being written.")
            changed = False
        return self._index() | Changes(articles=changed)

    def _index(self) -> Changes:
        done = self.workspace.catch_up(
            lambda done, _of: self._door.deliver(lambda: self._tell_indexed(done))
        )
        self.workspace.warm()
        heap.give_back()
        return Changes(articles=bool(done and (done.added or done.removed)))

    def _now_level(self, changes: Changes) -> None:
        if not self.level:
            self.on_first_level()
        self.level = True
        self._tell_status()
        self.window.refresh(changes)

    def _tell_status(self) -> None:
        self._lanes.search.run(self._status, self._show, self.window.tell)

        knowledge = self.workspace.knowledge
        self._lanes.search.run(knowledge.next_turn, self.turns.expect, self.window.tell)

    def _on_turn(self) -> None:
        """Show what has appeared by the clock, and no more what has gone."""
        self._tell_status()
        self.window.refresh(Changes(articles=True))
        if self.window.search.flow.reading is not None:
            self.window.search.flow.renew()

    def _status(self) -> BaseStatus:
        found = self.workspace.status()
        sync = self.connection.facts()
        return BaseStatus(
            found["articles"], found["as_of"], found["waiting"], sync=sync,
            tight=found["reserve"] == "used",
        )  # fmt: skip

    def _on_minute(self) -> None:
        """Keep the time and the reserve, and tell how old the copy is by now."""
        if self._closed:  # the minutes of the window go on until it is deleted
            return
        self._lanes.writer.run(self.workspace.tend, failed=self.window.tell)
        self._tell_status()

    # the connection

    def _on_done(self, changes: Changes) -> None:
        """Look again at what a person did here, and send it."""
        self._tell_status()
        if changes.articles:  # written into a base of its own
            self._indexing.run(self._index, self._now_level, self.window.tell)
        if changes.outbox:
            self.connection.sync_now()

    def _on_activity(self, activity: Activity | None) -> None:
        self.window.show_activity(activity)

    def _on_news(self, changes: Changes) -> None:
        self._tell_status()
        self.window.take_news(changes)

    def _show(self, status: BaseStatus) -> None:
        self._shown = status
        self.window.show_status(status)

    def _tell_indexed(self, done: int) -> None:
        self._show(dataclasses.replace(self._shown, indexed=done))

    def _save(self, settings: Settings) -> None:
        self._settings = settings
        self._lanes.writer.run(
            lambda: settings.save(self.workspace.profile.settings), failed=self.window.tell
        )
