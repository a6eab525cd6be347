"""What can be done about what is on screen: confirm a notice, say what is wrong, suggest an edit.

The sheets for the last two belong to `writing`, which is loaded at their first key.
"""

from typing import TYPE_CHECKING, Protocol

from kbdesk.ui.shell.here import Here

if TYPE_CHECKING:
    from kbdesk.clock import Clock
    from kbdesk.ui.lanes import Lanes
    from kbdesk.ui.main_window import MainWindow
    from kbdesk.ui.reader.reader import Reader
    from kbdesk.ui.shell.self_test import SelfTest

HELP = "help"  # the manual is not the base


class Acts(Protocol):
    """What `writing` does about what is on screen."""

    def give_feedback(self, here: Here) -> None:
        """Ask what is wrong with it, or take thanks."""

    def suggest_edit(self, here: Here) -> None:
        """Open the editor on it."""


class LiveActs:
    """The hands of the keys F7, F4, Ctrl+E and Ctrl+T."""

    def __init__(self, window: "MainWindow", lanes: "Lanes", clock: "Clock") -> None:
        self._window = window
        self._lanes = lanes
        self._clock = clock
        self._acts: Acts | None = None
        self._self_test: SelfTest | None = None

    # confirming

    @property
    def may_confirm(self) -> bool:
        """True while a notice that asks to be confirmed is on screen."""
        notices = self._window.live.notices
        return notices is not None and notices.may_confirm

    def confirm_notice(self) -> None:
        """Confirm the one of the strip, else the one that is read."""
        notices = self._window.live.notices
        if notices is not None:
            notices.confirm()

    # about an article

    def may(self, act: str) -> bool:
        """Return whether a remark, an edit or a test can be made of what is on screen."""
        del act  # all alike
        manual = self._window.screen_shown == HELP
        return self.offered and not manual and self.here is not None

    @property
    def offered(self) -> bool:
        """True where edits and remarks exist at all."""
        return self._window.live.live is not None

    def give_feedback(self) -> None:
        """Say what is wrong with the article on screen."""
        if (here := self.here) is not None:
            self.acts.give_feedback(here)

    def suggest_edit(self) -> None:
        """Suggest another text for the article on screen."""
        if (here := self.here) is not None:
            self.acts.suggest_edit(here)

    def test_yourself(self) -> None:
        """Ask the questions of the article on screen."""
        here, live = self.here, self._window.live.live
        if here is None or live is None:
            return
        if self._self_test is None:
            from kbdesk.ui.shell.self_test import SelfTest  # late: at its first key

            self._self_test = SelfTest(self._window, live, self._lanes)
        self._self_test.begin(here)

    @property
    def acts(self) -> Acts:
        """The sheets, made at their first key."""
        if self._acts is None:
            from kbdesk.ui.writing.acts import WritingActs  # late: at their first key

            live = self._window.live.live
            assert live is not None  # else neither act is offered
            self._acts = WritingActs(self._window, live, self._lanes, self._clock)
        return self._acts

    @property
    def here(self) -> Here | None:
        """What is on screen, None where nothing is read."""
        screen = self._window.shown_search
        if screen is None:
            return None
        query, (queue, intent) = screen.list.field.text().strip(), screen.motive
        view = screen.guides.view
        if screen.guides.walking and view is not None and view.reading and view.walk:
            article, step = view.reading.article, view.walk.step.id
            return Here(article.id, article.title, step, 0, query, queue, intent)
        reading = screen.side.reader.reading if screen.side.reads else None
        if reading is None:
            return None
        anchor, article = _in_view(screen.side.reader), reading.article
        return Here(article.id, article.title, anchor, reading.rev, query, queue, intent)


def _in_view(reader: "Reader") -> str:
    """Return the name of the section that the upper part of the view is in, "" above the first."""
    return next(iter(reader.navigation.anchors_in_view()), "")
