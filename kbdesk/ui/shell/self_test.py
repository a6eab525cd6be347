"""“Test yourself”: the questions of the article on screen, then back to it where it was left.

Where there is nothing to ask a sentence says so and nothing moves; with somebody in hand as well.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kbdesk.core.learn_home import Askable
from kbdesk.ui.shell.here import Here
from kbdesk.ui.shell.places_of_live import LEARN

if TYPE_CHECKING:
    from kbdesk.services.live import Live
    from kbdesk.ui.lanes import Lanes
    from kbdesk.ui.learn.screen import LearnScreen
    from kbdesk.ui.main_window import MainWindow


class SelfTest(QObject):
    """Goes from an article to its questions, and back."""

    def __init__(self, window: "MainWindow", live: "Live", lanes: "Lanes") -> None:
        super().__init__(window)
        self._window, self._live, self._lanes = window, live, lanes
        self._asks: LearnScreen | None = None

    def begin(self, here: Here) -> None:
        """Ask the questions of an article, or say why not."""
        if self._window.contact_in_hand is not None:
            self._say(self.tr("Somebody is on the line: test yourself after the contact."))
            return
        self._lanes.search.run(
            lambda: self._live.coaching.askable(here.article),
            lambda found: self._go(here.article, found),
            self._window.tell,
        )

    def _go(self, article: str, found: Askable) -> None:
        if found.awake and self._window.contact_in_hand is None:
            self._window.show_screen(LEARN)
            self._screen().practise(article)
        elif found.awake:  # somebody called meanwhile
            return
        elif found.asleep:
            self._say(self.tr("Its questions sleep until their author has looked at them again."))
        else:
            self._say(self.tr("This article has no questions."))

    def _screen(self) -> "LearnScreen":
        from kbdesk.ui.learn.screen import LearnScreen  # late: it is on screen already

        made = self._window.screens[LEARN]
        assert isinstance(made, LearnScreen)
        if made is not self._asks:
            self._asks = made
            made.article_left.connect(self._back)
        return made

    def _back(self) -> None:
        """Show the article again: the search kept it where it was."""
        self._window.show_screen("search")
        screen = self._window.search
        if screen.side.reads and not screen.guides.walking:
            screen.side.reader.focus_text()

    def _say(self, told: str) -> None:
        self._window.notice.tell(told, trouble=False)
