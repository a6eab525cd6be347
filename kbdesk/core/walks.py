"""Walking a guide: where one stands, how one came, what was answered, how far it still is.

A walk is a value: taking a choice or going back makes another one. An answer is remembered by the
step and by how often that step was passed before, so that going back keeps answers, a branch left
and taken again finds its own, and a step reached a second time in a loop is asked afresh.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kbdesk.core.articles import Article, Freshness
from kbdesk.core.guides import Choice, Guide, Step
from kbdesk.core.lease import Lease

FRESH = Lease()


@dataclass(frozen=True, slots=True)
class StepPage:
    """What a step shows around its question and choices."""

    say: str = ""  # the sentence that it has the agent say, without its quotation marks
    html: str = ""  # between the question and the choices; classes only, as in `Reading`
    notes: tuple[str, ...] = ()  # its internal blocks, as HTML: never copied


@dataclass(frozen=True, slots=True)
class GuideReading:
    """A guide made ready to be walked, as it holds on one day."""

    article: Article
    guide: Guide
    pages: Mapping[str, StepPage]  # by the id of the step
    freshness: Freshness = Freshness.UNVERIFIED
    space_title: str = ""
    verifier: str = ""  # who vouched for it last, "" when the text does not say
    lease: Lease = FRESH  # a guide whose class ages is copied from only when confirmed


@dataclass(frozen=True, slots=True)
class PathWords:
    """The few words that a path needs, in the person's language; `{}` is the title."""

    guide: str = "Guide: {}"
    result: str = "Result: {}"
    stopped: str = "Stopped at: {}"
    internal: str = "(internal)"


@dataclass(frozen=True, slots=True)
class Left:
    """How many steps are still to come; `most` is None where one may go round in a loop."""

    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was left, and by which of its choices."""

    step: Step
    number: int  # from 0

    @property
    def choice(self) -> Choice:
        return self.step.choices[self.number]


@dataclass(frozen=True, slots=True)
class Walk:
    """One way through a guide, as far as it has come."""

    guide: Guide
    step: Step
    path: tuple[Taken, ...] = ()
    answers: Mapping[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def begin(cls, guide: Guide) -> "Walk | None":
        """Stand at the first step; None for a guide without steps. Dead links are left out."""
        known = {step.id for step in guide.steps}
        steps = tuple(
            replace(step, choices=tuple(one for one in step.choices if one.target in known))
            for step in guide.steps
        )
        return cls(Guide(steps), steps[0]) if steps else None

    @property
    def number(self) -> int:
        """Which step this is, counted from 1 along the path."""
        return len(self.path) + 1

    @property
    def remembered(self) -> int | None:
        """The choice taken here before, None when this step was never left this way."""
        return self.answers.get(self._key)

    @property
    def _key(self) -> tuple[str, int]:
        return self.step.id, sum(taken.step.id == self.step.id for taken in self.path)

    def take(self, number: int) -> "Walk":
        """Go where a choice leads; a number that is none leaves the walk as it is."""
        if not 0 <= number < len(self.step.choices):
            return self
        target = self.guide.step(self.step.choices[number].target)
        if target is None:
            return self
        answers = {**self.answers, self._key: number}
        return Walk(self.guide, target, (*self.path, Taken(self.step, number)), answers)

    def back(self, steps: int = 1) -> "Walk":
        """Go back along the path, no further than its beginning; the answers are kept."""
        keep = max(0, len(self.path) - max(0, steps))
        if keep == len(self.path):
            return self
        return Walk(self.guide, self.path[keep].step, self.path[:keep], self.answers)

    def left(self) -> Left | None:
        """Count the steps still to come on the shortest and on the longest way to an end.

        None when no end can be reached, which publication forbids.
        """
        ahead = _ahead(self.guide, self.step)
        least = _least(ahead, self.step.id)
        return None if least is None else Left(least, _most(ahead, self.step.id))

    def as_text(self, title: str, words: PathWords = PathWords()) -> str:
        """Tell the path for a note: a line for each answer, and where it led.

        What stands in internal blocks is not told: a note may be read to the customer.
        """
        lines = [words.guide.format(title)]
        lines += [f"- {_asked(one.step, words)} → {_answer(one, words)}" for one in self.path]
        last = words.result if self.step.end else words.stopped
        lines.append(last.format(_asked(self.step, words)))
        return "\n".join(lines)


def _asked(step: Step, words: PathWords) -> str:
    return words.internal if step.internal else step.question or step.title


def _answer(taken: Taken, words: PathWords) -> str:
    return words.internal if taken.choice.internal else taken.choice.text


def _ahead(guide: Guide, start: Step) -> dict[str, set[str]]:
    """Map each step that can be reached from `start` to those that its choices lead to."""
    known = {step.id: step for step in guide.steps}
    ahead: dict[str, set[str]] = {}
    waiting = [start.id]
    while waiting:
        name = waiting.pop()
        if name not in ahead:
            ahead[name] = {one.target for one in known[name].choices}
            waiting.extend(ahead[name])
    return ahead


def _least(ahead: Mapping[str, set[str]], start: str) -> int | None:
    """Return the length of the shortest way to an end."""
    seen, waiting = {start}, deque([(start, 0)])
    while waiting:
        name, far = waiting.popleft()
        if not ahead[name]:
            return far
        for target in ahead[name] - seen:
            seen.add(target)
            waiting.append((target, far + 1))
    return None


def _most(ahead: Mapping[str, set[str]], start: str) -> int | None:
    """Return the length of the longest way to an end, None where a loop makes it endless."""
    before = dict.fromkeys(ahead, 0)
    for targets in ahead.values():
        for target in targets:
            before[target] += 1
    far = dict.fromkeys(ahead, 0)
    ready = [start] if not before[start] else []
    passed = 0
    while ready:
        name = ready.pop()
        passed += 1
        for target in ahead[name]:
            far[target] = max(far[target], far[name] + 1)
            before[target] -= 1
            if not before[target]:
                ready.append(target)
    return max(far.values()) if passed == len(ahead) else None
