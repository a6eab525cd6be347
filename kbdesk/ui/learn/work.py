"""What the screens of learning ask and do: reading on one lane, writing on the other, counted.

Of readings only the newest answer counts; what is written is never dropped.
"""

from collections.abc import Callable
from typing import TypeVar

from kbdesk.ui.lanes import Lanes
from kbdesk.ui.latest import Latest

T = TypeVar("T")


class Work:
    """The lanes, and how much is under way."""

    def __init__(self, lanes: Lanes, trouble: Callable[[Exception], None]) -> None:
        self._lanes = lanes
        self._trouble = trouble
        self._latest = Latest(lanes.search)
        self._pending = 0

    @property
    def settled(self) -> bool:
        return self._latest.settled and not self._pending

    def read(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        """Read something; an earlier question is out of date."""
        self._latest.ask(job, then, self._trouble)

    def forget(self) -> None:
        """Drop the answer that is still to come: something else is shown by now."""
        self._latest.forget()

    def write(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Do something on the writer's lane."""
        self._pending += 1

        def done(result: T) -> None:
            self._pending -= 1
            then(result)

        def not_done(error: Exception) -> None:
            self._pending -= 1
            failed()
            self._trouble(error)

        self._lanes.writer.run(job, done, not_done)
