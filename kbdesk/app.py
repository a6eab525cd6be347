"""Opening the desk, in two steps: a search box at once, everything else behind it.

The first step loads as little as a window can: Qt, the look, one frame with the search field in it,
already taking keys. Once that is painted, a lane loads the rest of the program and opens the
databases; then the desk is built and moves into the frame, and what was typed meanwhile is
searched for. Whoever answers a call never waits for an import.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kbdesk import handing, heap
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.frame import Frame
from kbdesk.ui.instance import Instance, claim

if TYPE_CHECKING:
    from kbdesk.crash import Reports
    from kbdesk.desk import Desk
    from kbdesk.services.workspace import Workspace
    from kbdesk.ui.arrivals import Arrivals
    from kbdesk.ui.door import Door
    from kbdesk.ui.shell.after import After
    from kbdesk.work import Lane

log = logging.getLogger(__name__)

Say = Callable[[str], None]


def run(
    profile: Profile,
    *,
    tour: Path | None = None,
    say: Say = log.info,
    handed: handing.Message | None = None,
) -> int:
    """Open the desk and stay until it is closed, or walk the tour; return the exit code.

    Of many that are started at once one stays; the others hand over to it and are done.
    """
    heap.share()
    instance = claim(profile.make().root, handed)
    if instance is None:
        return 0
    try:
        opening = _Opening(profile, tour, say, instance)
        try:
            code = opening.application.wait()
        finally:
            opening.close()
    finally:
        instance.close()
    if opening.trouble is not None:
        raise opening.trouble
    return code


class _Opening:
    """One desk on its way up, and then down again."""

    def __init__(self, profile: Profile, tour: Path | None, say: Say, instance: Instance) -> None:
        self._profile = profile
        self._instance = instance
        self._after: After | None = None
        self._tour = tour
        self._say = say
        self._settings = Settings.load(profile.settings)
        self._reports: Reports | None = None
        self._last_end: Path | None = None
        self._desk: Desk | None = None
        self.trouble: Exception | None = None
        self.application = Application(self._settings, sparing=True)
        self._door: Door | None = None
        self._lane: Lane | None = None
        self._arrivals: Arrivals | None = None
        docked = (self._settings.dock_edge or "right") if self._settings.docked else ""
        self._frame = Frame(self.application.look, self._settings.window, docked)
        self._frame.painted.connect(self._load)
        self._frame.show()

    def _load(self) -> None:
        from kbdesk.ui.door import Door  # late: the frame is on screen first
        from kbdesk.work import Lane  # late: as above

        self._instance.listen()
        self._door = Door()
        self._lane = Lane("opening", self._door.deliver)
        self._lane.run(self._behind, self._move_in, self._fail)
        self.application.complete()

    def _behind(self) -> "Workspace":
        import kbdesk.desk  # noqa: F401  # late: loaded while the frame already takes keys
        from kbdesk import logs  # late: as above
        from kbdesk.crash import Reports  # late: as above
        from kbdesk.services.workspace import Workspace  # late: as above

        logs.start_or_say(self._profile)
        self._reports = Reports(self._profile)
        self._last_end = self._reports.begin()
        return Workspace(self._profile)

    def _move_in(self, workspace: "Workspace") -> None:
        from kbdesk.desk import Desk  # late: as above

        self._desk = Desk(workspace, self._settings, self.application)
        self._desk.on_first_level = heap.settle
        typed = self._frame.receive(self._desk.window)
        self._desk.show()
        self._attend(self._desk)
        self._stay(self._desk)
        if typed:
            self._desk.window.show_screen("search")
            self._desk.window.search.search_for(typed)
        if self._tour is not None and self._door is not None:
            self._door.deliver(self._walk)

    def _attend(self, desk: "Desk") -> None:
        """Show what other processes hand over, from now on and until now."""
        from kbdesk.ui.arrivals import Arrivals  # late: as above

        self._arrivals = Arrivals(desk.window, self._frame)
        self._arrivals.attend(self._instance)
        if self._door is not None:
            self._arrivals.hear(self._settings.baresip, self._door.deliver)

    def _stay(self, desk: "Desk") -> None:
        """Watch over the desk from now on: what goes wrong, and the icon among the system's."""
        from kbdesk.ui.shell.after import After  # late: as above

        if self._reports is not None:
            self._after = After(desk.window, self._reports, self._settings, self._last_end)
            self._after.begin()

    def _walk(self) -> None:
        from kbdesk.ui.tour import Tour  # late: hardly anybody takes it

        desk, folder = self._desk, self._tour
        if desk is None or folder is None:
            return
        try:
            Tour(desk.window, folder, self._say, lambda: desk.level).walk()
        except Trouble as trouble:
            self._fail(trouble)
        else:
            self._frame.close()

    def _fail(self, error: Exception) -> None:
        self.trouble = error
        if isinstance(error, Trouble) and self._tour is None and self.application.has_screen:
            self.application.tell_and_leave(error)
        self._frame.close()

    def close(self) -> None:
        """Close the door to other processes, take the desk down, then the frame."""
        self._instance.shut()
        if self._after is not None:
            self._after.end()
        if self._reports is not None:
            self._reports.end()
        if self._arrivals is not None:
            self._arrivals.close()
        if self._door is not None and self._lane is not None:
            self._door.close()
            self._lane.close()
        if self._desk is not None:
            self._desk.close()
        self.application.dismiss(self._frame)
