"""How the question of a notice is answered by digits alone, whatever its kind. Qt-free.

One choice: a digit is the answer. Several: digits mark and unmark, Enter answers. An order, or
pairs: digits take one after the other until all are placed. What is offered stands in an order that
is always the same for one person and notice, and is never the one it was written in by habit.
"""

import random
from dataclasses import dataclass, replace

from kbdesk.core.questions import Question, QuestionKind

ONE = (QuestionKind.SINGLE, QuestionKind.TRUE_FALSE)


@dataclass(frozen=True, slots=True)
class Steps:
    """A question on its way to an answer."""

    question: Question
    offered: tuple[str, ...]  # as they stand on screen
    taken: tuple[int, ...] = ()  # rows of `offered`, in the order in which they were taken

    @classmethod
    def begin(cls, question: Question, seed: str) -> "Steps":
        """Lay out a question for somebody."""
        offered = [answer.text for answer in question.offered]
        offered = offered or list(question.order) or [right for _left, right in question.pairs]
        if question.kind is not QuestionKind.TRUE_FALSE:
            random.Random(seed).shuffle(offered)  # noqa: S311  # an order, no secret
        return cls(question, tuple(offered))

    @property
    def typed(self) -> bool:
        """True where the answer is typed."""
        return self.question.kind is QuestionKind.SHORT

    @property
    def several(self) -> bool:
        """True where several are marked and Enter answers."""
        return self.question.kind is QuestionKind.MULTIPLE

    @property
    def placing(self) -> str:
        """The left side that is given its right one now, "" where none is."""
        if self.question.kind is not QuestionKind.MATCHING or self.complete:
            return ""
        return self.question.pairs[len(self.taken)][0]

    @property
    def complete(self) -> bool:
        """True when nothing more is to be taken."""
        if self.question.kind in ONE:
            return bool(self.taken)
        return not self.several and len(self.taken) == len(self.offered)

    def take(self, row: int) -> "Steps":
        """Take a row; one that was taken is given back."""
        if not 0 <= row < len(self.offered) or self.complete:
            return self
        if row in self.taken:
            return replace(self, taken=tuple(one for one in self.taken if one != row))
        return replace(self, taken=(*self.taken, row))

    def again(self) -> "Steps":
        """Begin again with the same rows."""
        return replace(self, taken=())

    @property
    def answer(self) -> tuple[str, ...]:
        """The answer as it is graded."""
        return tuple(self.offered[row] for row in self.taken)
