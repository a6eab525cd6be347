"""Articles made ready on the render lane, newest asked first shown; Qt-free.

A look-in while moving through results waits a moment before it is asked for, longer while someone
types: nothing beside the list moves between two keystrokes. That moment is the caller's timer.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kbdesk.core.reading import Reading
from kbdesk.ui.history import Place
from kbdesk.ui.latest import Latest
from kbdesk.work import Runner

if TYPE_CHECKING:
    from kbdesk.services.reading.knowledge import Knowledge

WAIT_MOVING = 80  # ms
WAIT_TYPING = 150  # ms: longer than a quick typist's pause between two keys


class Opening:
    """Turns places into readings."""

    def __init__(
        self,
        knowledge: "Knowledge",
        lane: Runner,
        opened: Callable[[Place, Reading], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._knowledge = knowledge
        self._latest = Latest(lane)
        self._opened = opened
        self._failed = failed

    @property
    def settled(self) -> bool:
        return self._latest.settled

    def open(self, place: Place) -> None:
        """Make a place ready; an earlier one still on its way is dropped."""
        self._latest.ask(
            lambda: self._knowledge.open(
                place.article_id,
                query=place.query,
                anchor=place.anchor,
                on=place.on,
                rev=place.rev,
            ),
            lambda reading: self._opened(place, reading),
            self._failed,
        )

    def forget(self) -> None:
        """Drop what is on its way."""
        self._latest.forget()
