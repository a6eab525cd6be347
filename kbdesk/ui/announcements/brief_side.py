"""The brief in the screen: shown first while it was not put away, and never again after."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kbdesk.clock import Clock
from kbdesk.core.brief import Brief, BriefLine, Sort
from kbdesk.services.reading.calendar import moment

if TYPE_CHECKING:
    from kbdesk.services.live import Live
    from kbdesk.ui.announcements.brief_page import BriefPage
    from kbdesk.ui.announcements.screen import AnnouncementsScreen


class BriefSide(QObject):
    """Asks whether there is one, shows it, and puts it away."""

    def __init__(self, screen: "AnnouncementsScreen", live: "Live", clock: Clock) -> None:
        super().__init__(screen)
        self._screen = screen
        self._live, self._clock = live, clock
        self.page: BriefPage | None = None
        self._alone = False

    @property
    def is_shown(self) -> bool:
        """True while the page is on screen."""
        return self.page is not None and self._screen.stack.currentWidget() is self.page

    def ask(self) -> None:
        """Show the brief, if one is due."""
        since = self._live.since
        self._screen.tasks.read(
            lambda: since.brief() if since.brief_due() else None, self._take, topic="brief"
        )

    def _take(self, brief: Brief | None) -> None:
        if brief is None or brief.empty or not self._screen.at_rest:
            return
        if self.page is None:
            from kbdesk.ui.announcements.brief_page import BriefPage  # late: once a shift

            self.page = made = BriefPage(self._screen.look)
            made.put_away.connect(self.put_away)
            made.chosen.connect(self._open)
            made.menu_requested.connect(self._screen.menu_requested.emit)
            made.show_alone(self._alone)
            self._screen.stack.addWidget(made)
        self.page.show_brief(brief, moment(self._clock))
        self._screen.stack.setCurrentWidget(self.page)
        self.page.take_focus()

    def put_away(self) -> None:
        """Put it away for this shift; the list is behind it."""
        self._leave()
        self._screen.tasks.write(self._live.since.put_away)

    def show_alone(self, alone: bool) -> None:
        """Stand in one column, with the menu."""
        self._alone = alone
        if self.page is not None:
            self.page.show_alone(alone)

    def step_back(self) -> bool:
        """Put it away by Esc; return whether it was there."""
        shown = self.is_shown
        if shown:
            self.put_away()
        return shown

    def _leave(self) -> None:
        self._screen.show_list()

    def _open(self, line: BriefLine) -> None:
        """Open what a line is about; the brief waits for whoever comes back."""
        if line.sort is Sort.NOTICE:
            self._leave()
            self._screen.open_notice(line.id)
        elif line.sort is Sort.QUIZ:
            self._screen.screen_requested.emit("learn")
        elif line.article or line.sort is Sort.ARTICLE:
            self._screen.article_requested.emit(line.article or line.id, line.anchor)
        else:
            self._screen.screen_requested.emit("contributions")
