"""The background tasks of one panel: a method for each lane, and all of it counted.

What is read or rendered is a question: of those on one topic only the newest answer counts
(`latest`). What is written is never dropped and comes home in the order it was given; what a job
says it has changed is told before its own `then`, so that what a panel asks for because of its act
is the last thing asked. Whatever fails is told by `tell`, unless the caller takes it. Parts that
stand in one panel share its tasks. Qt-free, like `latest`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from kbdesk.core.changes import Changes
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest
from kbdesk.work import Runner

T = TypeVar("T")
Failed = Callable[[Exception], object]


def _nothing(_what: Any) -> None:
    """Do nothing more."""


class Tasks:
    """Sends work to the lanes and knows how much of it is under way."""

    def __init__(
        self, lanes: Lanes, tell: Failed, changed: Callable[[Changes], object] = _nothing
    ) -> None:
        self._lanes = lanes
        self.tell = tell
        self._changed = changed
        self._questions: dict[tuple[Runner, str], Latest] = {}
        self._writing = 0

    @property
    def settled(self) -> bool:
        """True when no answer is expected any more and all is written."""
        return not self._writing and all(one.settled for one in self._questions.values())

    def read(
        self,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Failed | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Read something; an earlier question on this topic is out of date."""
        self._ask(self._lanes.search, topic, job, then, failed)

    def render(
        self,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Failed | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Make something ready to be shown; as `read`, on the lane for that."""
        self._ask(self._lanes.render, topic, job, then, failed)

    def forget(self, topic: str | None = None) -> None:
        """Drop the answers still to come, on one topic or on all of them."""
        for (_lane, of), question in self._questions.items():
            if topic in (None, of):
                question.forget()

    def write(
        self,
        job: Callable[[], T],
        then: Callable[[T], object] = _nothing,
        failed: Failed | None = None,
    ) -> None:
        """Do something on the writer's lane, after all that was given to it before.

        A job that returns `Changes` has them told, if there are any.
        """
        self._writing += 1

        def done(result: T) -> None:
            self._writing -= 1
            if isinstance(result, Changes) and result != Changes():
                self._changed(result)
            then(result)

        def not_done(error: Exception) -> None:
            self._writing -= 1
            (failed or self.tell)(error)

        self._lanes.writer.run(job, done, not_done)

    def _ask(
        self,
        lane: Runner,
        topic: str,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Failed | None,
    ) -> None:
        question = self._questions.setdefault((lane, topic), Latest(lane))
        question.ask(job, then, failed or self.tell)
