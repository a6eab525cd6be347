"""How a question is answered by keys alone, whatever its kind. Qt-free.

One choice: a digit is the answer. Several: digits mark and unmark, Enter answers. An order: digits
take one item after the other, or items are moved where they stand; Enter answers once all have
their place. Pairs: a digit for the left side, a digit for what goes with it. What was chosen so far
is a plain value, so that a call in the middle of it loses nothing.
"""

from dataclasses import dataclass, field, replace

from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Due

ONE = frozenset({QuestionKind.SINGLE, QuestionKind.TRUE_FALSE})


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way to an answer; rows and lefts are counted from 0."""

    due: Due
    rows: tuple[int, ...] = ()  # numbers of `due.choices`, as they stand on screen
    taken: tuple[int, ...] = ()  # numbers of `due.choices`, in the order in which they were taken
    left: int = -1  # the left side that waits for its right one
    pairs: dict[int, int] = field(default_factory=dict)  # left → number of a choice
    typed: str = ""

    @classmethod
    def begin(cls, due: Due) -> "Asking":
        """Lay out a question of which nothing was answered yet."""
        return cls(due, tuple(range(len(due.choices))))

    @property
    def kind(self) -> QuestionKind:
        return self.due.asked.kind

    @property
    def at_once(self) -> bool:
        """True where one digit is the answer."""
        return self.kind in ONE

    @property
    def complete(self) -> bool:
        """True when it can be sent."""
        if self.kind is QuestionKind.SHORT:
            return bool(self.typed.strip())
        if self.kind is QuestionKind.MATCHING:
            return len(self.pairs) == len(self.due.lefts)
        if self.kind is QuestionKind.ORDERING:
            return len(self.taken) == len(self.due.choices)
        return bool(self.taken)

    @property
    def answer(self) -> tuple[str, ...]:
        """The answer as it is marked."""
        if self.kind is QuestionKind.SHORT:
            return (self.typed.strip(),)
        if self.kind is QuestionKind.MATCHING:
            places = range(len(self.due.lefts))
            return tuple(self.due.choices[self.pairs[left]] for left in places)
        return tuple(self.due.choices[one] for one in self.taken)

    def take(self, row: int) -> "Asking":
        """Take the row of a key: a choice, the next of an order, a left side or its right one."""
        if self.kind is QuestionKind.MATCHING:
            return self._pair(row)
        if not 0 <= row < len(self.rows):
            return self
        one = self.rows[row]
        if self.at_once:
            return replace(self, taken=(one,))
        if one in self.taken:
            return replace(self, taken=tuple(other for other in self.taken if other != one))
        taken = (*self.taken, one)
        rest = [other for other in self.rows if other not in taken]
        if self.kind is QuestionKind.ORDERING and len(rest) == 1:
            taken = (*taken, rest[0])  # the last one has but one place
        return replace(self, taken=taken)

    def move(self, row: int, by: int) -> "Asking":
        """Move an item of an order up or down; from then on all stand in the order shown."""
        if self.kind is not QuestionKind.ORDERING or not 0 <= row < len(self.rows):
            return self
        rows = list(self.rows if len(self.taken) < len(self.rows) else self.taken)
        at = rows.index(self.rows[row])
        to = at + by
        if not 0 <= to < len(rows):
            return self
        rows[at], rows[to] = rows[to], rows[at]
        return replace(self, rows=tuple(rows), taken=tuple(rows))

    def place_of(self, row: int) -> int:
        """Return which place of the order a row has, from 1; 0 for none yet."""
        one = self.rows[row]
        return self.taken.index(one) + 1 if one in self.taken else 0

    def _pair(self, number: int) -> "Asking":
        if self.left < 0:
            return replace(self, left=number) if 0 <= number < len(self.due.lefts) else self
        if not 0 <= number < len(self.rows):
            return self
        return replace(self, left=-1, pairs=self.pairs | {self.left: self.rows[number]})

    def let_go(self) -> "Asking":
        """Give back the left side that was chosen."""
        return replace(self, left=-1)
