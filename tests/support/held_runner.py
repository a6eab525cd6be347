"""A lane that waits: every job given to it is held until the test lets it go."""

from collections.abc import Callable
from typing import Any


class HeldRunner:
    """Holds jobs, and runs them one by one in the order given."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable[[], Any], Any, Any]] = []

    def run(self, job: Callable[[], Any], then: Any = None, failed: Any = None) -> None:
        self.jobs.append((job, then, failed))

    def let_go(self) -> None:
        job, then, failed = self.jobs.pop(0)
        try:
            answer = job()
        except ValueError as error:
            failed(error)
        else:
            then(answer)

    def close(self) -> None:
        self.jobs.clear()
