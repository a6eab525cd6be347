"""Questions of which only the newest answer counts: searches while typing, articles while moving.

At most one job is under way and one waits; a newer question replaces the waiting one. An answer
that comes home after a newer question was asked is dropped, so what is shown always belongs to
the last thing asked. Qt-free: the hop to the GUI thread is the runner's business.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from kbdesk.work import Runner

T = TypeVar("T")


@dataclass(frozen=True)
class _Question:
    number: int
    job: Callable[[], Any]
    then: Callable[[Any], object]
    failed: Callable[[Exception], object]


class Latest:
    """Numbers the questions given to one runner and lets only the newest answer through."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._number = 0
        self._under_way = False
        self._waiting: _Question | None = None

    @property
    def settled(self) -> bool:
        """True when no answer is expected any more."""
        return not self._under_way

    def ask(
        self,
        job: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Ask a question; every earlier one is out of date from now on."""
        self._number += 1
        question = _Question(self._number, job, then, failed)
        if self._under_way:
            self._waiting = question
        else:
            self._start(question)

    def forget(self) -> None:
        """Drop every answer still to come."""
        self._number += 1
        self._waiting = None

    def _start(self, question: _Question) -> None:
        self._under_way = True
        self._runner.run(
            question.job,
            lambda answer: self._home(question, question.then, answer),
            lambda error: self._home(question, question.failed, error),
        )

    def _home(self, question: _Question, tell: Callable[[Any], object], what: object) -> None:
        self._under_way = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(waiting)
        elif question.number == self._number:
            tell(what)
