"""Guides: articles whose sections are the steps of a decision tree.

A step without choices is an end. From every step that can be reached an end must be within reach:
an agent on a call may go round in a loop, but never for ever.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from kbdesk.core.faults import Fault

_QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way out of a step; `line` is where it is written."""

    text: str
    target: str  # the id of a step
    line: int = 0
    hint: str = ""  # what it means or leads to: the title of its link, `[text](#step "hint")`
    internal: bool = False  # stands in an internal block: never told outside


@dataclass(frozen=True, slots=True)
class Step:
    """One section; the opening of the article is a step with the id "" when it offers choices."""

    id: str
    title: str
    choices: tuple[Choice, ...] = ()
    line: int = 0
    internal: bool = False  # its heading stands in an internal block

    @property
    def end(self) -> bool:
        return not self.choices

    @property
    def question(self) -> str:
        """The words to say to the customer, "" when the title is none: “Read the line test”."""
        title = self.title.strip()
        quoted = _QUOTED.fullmatch(title)
        if quoted:
            return (quoted[1] or quoted[2] or quoted[3]).strip()
        return title if title.endswith("?") else ""


@dataclass(frozen=True, slots=True)
class Guide:
    """The steps in the order of the page; the first one is where the walk starts."""

    steps: tuple[Step, ...]

    @property
    def start(self) -> Step | None:
        return self.steps[0] if self.steps else None

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.id == step_id), None)

    def check(self) -> list[Fault]:
        """List what stands against publication, in the order of the page; empty when sound."""
        if not self.steps:
            return [Fault("no_steps", "This guide has no steps (`## step {#id}`).", 1)]
        known = {step.id: step for step in self.steps}
        faults = _unknown(self.steps, known) + _twice(self.steps)
        reached = _reached(self.steps[0], known)
        faults += [
            Fault("not_reached", f"No choice leads to the step “{step.id}”.", step.line, (step.id,))
            for step in self.steps
            if step.id not in reached
        ]
        return sorted(faults + _endless(known, reached), key=lambda fault: fault.line)


def _unknown(steps: Iterable[Step], known: dict[str, Step]) -> list[Fault]:
    return [
        Fault(
            "no_such_step",
            f"The choice “{choice.text}” leads to “{choice.target}”, which is no step.",
            choice.line,
            (choice.text, choice.target),
        )
        for step in steps
        for choice in step.choices
        if choice.target not in known
    ]


def _twice(steps: Iterable[Step]) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for step in steps:
        if step.id in seen:
            told = f"Two steps are called “{step.id}”."
            faults.append(Fault("step_twice", told, step.line, (step.id,)))
        seen.add(step.id)
    return faults


def _reached(start: Step, known: dict[str, Step]) -> set[str]:
    reached, waiting = {start.id}, deque([start])
    while waiting:
        for choice in waiting.popleft().choices:
            if choice.target in known and choice.target not in reached:
                reached.add(choice.target)
                waiting.append(known[choice.target])
    return reached


def _endless(known: dict[str, Step], reached: set[str]) -> list[Fault]:
    """Find the steps that can be reached and from which no end can be."""
    before: dict[str, list[str]] = {}
    for step in known.values():
        for choice in step.choices:
            before.setdefault(choice.target, []).append(step.id)
    # An unknown target has its own fault: it counts as an end, so that it is told once.
    targets = set(before) - set(known)
    leads_out = targets | {step.id for step in known.values() if step.end}
    waiting = deque(leads_out)
    while waiting:
        for step_id in before.get(waiting.popleft(), ()):
            if step_id not in leads_out:
                leads_out.add(step_id)
                waiting.append(step_id)
    return [
        Fault(
            "endless",
            f"From the step “{step.id}” one goes round for ever: no way leads to an end.",
            step.line,
            (step.id,),
        )
        for step in known.values()
        if step.id in reached and step.id not in leads_out
    ]
