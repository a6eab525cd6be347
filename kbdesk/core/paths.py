"""Paths: what a newcomer learns, in modules with prerequisites, and how far somebody has come.

Read from what `paths.yaml` says. A step is an article to read, a guide to walk, or a quiz with a
pass mark. A module opens when those it comes `after` are done; done stays done, also when the path
gets longer: only what is new in it is then open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from kbdesk.core.queues import mappings, text, texts
from kbdesk.core.quiz import Weak

PASS_MARK = 80  # per cent, where the path names none
TEST_LENGTH = 10  # questions of a test, where its step names no number
MASKED_BELOW = 10  # people: of fewer nothing is told, five who did something and five who did not
_BEHIND = 0.25  # of the path
_MINUTES = {"article": 3, "guide": 5, "quiz": 4}


class StepKind(StrEnum):
    """What there is to do."""

    ARTICLE = "article"
    GUIDE = "guide"
    QUIZ = "quiz"


class State(StrEnum):
    """How far a step, or a module, has come."""

    DONE = "done"
    NEXT = "next"  # where to go on
    OPEN = "open"
    LOCKED = "locked"  # another module comes first


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `id` is unique in its path."""

    id: str
    kind: StepKind
    article: str = ""  # to read or to walk, or whose questions are asked
    tag: str = ""  # of the articles whose questions are asked
    title: str = ""  # where the path names one
    minutes: int = 0
    questions: int = TEST_LENGTH
    pass_mark: int = PASS_MARK


@dataclass(frozen=True, slots=True)
class Module:
    """Steps on one subject."""

    id: str
    title: str
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()  # modules that come first

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Path:
    """A course through the base."""

    id: str
    title: str
    modules: tuple[Module, ...]
    summary: str = ""
    roles: tuple[str, ...] = ()  # to whom it is offered; none: to everybody
    lang: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for module in self.modules for step in module.steps)

    def step(self, id_: str) -> Step | None:
        return next((step for step in self.steps if step.id == id_), None)


@dataclass(frozen=True, slots=True)
class PathFault:
    """What of `paths.yaml` was left out, and why; `path` "" for what has no id."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path or 'paths.yaml'}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Done:
    """What is known of a step that was tried."""

    at: datetime
    done: bool
    score: int | None = None  # the best
    tries: int = 1


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as somebody sees it."""

    step: Step
    title: str  # its own, else the article's
    state: State
    done: Done | None = None
    missing: bool = False  # its article is not here, or it has no question that is awake


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module as somebody sees it; `after` are the titles of what still comes first."""

    module: Module
    state: State
    steps: tuple[StepView, ...]
    after: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        return sum(step.state is State.DONE for step in self.steps)


@dataclass(frozen=True, slots=True)
class PathView:
    """A path as somebody sees it."""

    path: Path
    modules: tuple[ModuleView, ...]
    minutes_left: int
    cohort: str = ""  # id and title of the one in which this person follows it
    cohort_title: str = ""
    trainers: tuple[str, ...] = ()  # names of people
    target: date | None = None
    begun: datetime | None = None

    @property
    def steps(self) -> tuple[StepView, ...]:
        return tuple(step for module in self.modules for step in module.steps)

    @property
    def done(self) -> int:
        return sum(step.state is State.DONE for step in self.steps)

    @property
    def next(self) -> StepView | None:
        """Where to go on, None when all is done."""
        return next((step for step in self.steps if step.state is State.NEXT), None)

    @property
    def finished(self) -> bool:
        return self.done == len(self.steps)


@dataclass(frozen=True, slots=True)
class Cohort:
    """People who follow a path together; ids of people."""

    id: str
    title: str
    path: str
    people: tuple[str, ...]
    trainers: tuple[str, ...]
    target: date | None = None
    ended: bool = False
    rev: int = 0
    at: datetime | None = None  # when it was made
    upon: str = ""  # the operation that is to make it so, where the copy does not show it yet


@dataclass(frozen=True, slots=True)
class PupilAnswer:
    """One answer of a pupil, for their trainer alone."""

    at: datetime
    question: str  # its text
    article: str
    answer: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Pupil:
    """How far one person has come, for their trainer alone."""

    person: str
    name: str
    done: int
    steps: int
    last: datetime | None
    late: bool  # behind what the target date asks for
    states: Mapping[str, Done] = field(default_factory=dict)  # step → what is known
    answers: tuple[PupilAnswer, ...] = ()  # newest first
    weak: tuple[Weak, ...] = ()


@dataclass(frozen=True, slots=True)
class Pupils:
    """A cohort as its trainer, or a supervisor, sees it.

    Who is no named trainer sees no `pupils`, and what may be told about so many: at least how many
    have done a step, where it is told at all; of few people nothing, `masked`.
    """

    cohort: Cohort
    path: Path | None
    masked: bool
    people: int
    by_step: Mapping[str, int] = field(default_factory=dict)  # step → how many have done it
    weak: tuple[Weak, ...] = ()
    pupils: tuple[Pupil, ...] = ()

    @property
    def exact(self) -> bool:
        """True for who sees the pupils themselves."""
        return bool(self.pupils)


def read_paths(found: Mapping[str, object]) -> tuple[tuple[Path, ...], tuple[PathFault, ...]]:
    """Return the paths that can be followed, and what is wrong with the others."""
    paths: dict[str, Path] = {}
    faults: list[PathFault] = []
    for item in mappings(found.get("paths")):
        path = _path(item)
        sentence = _fault(path, paths)
        if sentence:
            faults.append(PathFault(path.id, sentence))
        else:
            paths[path.id] = path
    return tuple(paths.values()), tuple(faults)


def states(path: Path, done: Mapping[str, Done]) -> tuple[dict[str, State], dict[str, State]]:
    """Return the states of the modules and of the steps, for what was done so far."""
    modules: dict[str, State] = {}
    steps: dict[str, State] = {}
    is_first = True
    for module in in_order(path.modules):
        locked = any(modules.get(before) is not State.DONE for before in module.after)
        for step in module.steps:
            known = done.get(step.id)
            state = State.DONE if known and known.done else State.LOCKED if locked else State.OPEN
            if state is State.OPEN and is_first:
                state, is_first = State.NEXT, False
            steps[step.id] = state
        modules[module.id] = _of_module([steps[step.id] for step in module.steps])
    return modules, steps


def is_late(cohort: Cohort, done: int, steps: int, now: datetime) -> bool:
    """Say whether somebody is behind: past the target, or a quarter of the way behind it."""
    if cohort.target is None or done >= steps:
        return False
    today = now.astimezone().date()
    if today > cohort.target or cohort.at is None:
        return today > cohort.target
    begun = cohort.at.astimezone().date()
    whole = max(1, (cohort.target - begun).days)
    return (today - begun).days / whole > done / max(1, steps) + _BEHIND


def in_order(modules: Sequence[Module]) -> tuple[Module, ...]:
    """Return modules as they can be followed, in the order of the list where that allows."""
    left = list(modules)
    known = {module.id for module in modules}
    placed: dict[str, Module] = {}
    while left:
        ready = next(
            (one for one in left if all(b in placed for b in one.after if b in known)), left[0]
        )
        left.remove(ready)
        placed[ready.id] = ready
    return tuple(placed.values())


def _of_module(steps: Sequence[State]) -> State:
    if all(state is State.DONE for state in steps):
        return State.DONE
    if State.NEXT in steps:
        return State.NEXT
    return State.LOCKED if State.LOCKED in steps else State.OPEN


def _path(item: Mapping[str, object]) -> Path:
    id_ = text(item, "id")
    mark = _number(item, "pass", PASS_MARK)
    return Path(
        id=id_,
        title=text(item, "title") or id_,
        modules=tuple(_module(one, mark) for one in mappings(item.get("modules"))),
        summary=text(item, "summary"),
        roles=texts(item.get("roles")),
        lang=text(item, "lang"),
    )


def _module(item: Mapping[str, object], mark: int) -> Module:
    id_ = text(item, "id")
    own_mark = _number(item, "pass", mark)
    found = (_step(one, id_, own_mark) for one in mappings(item.get("steps")))
    return Module(
        id=id_,
        title=text(item, "title") or id_,
        steps=tuple(step for step in found if step is not None),
        after=texts(item.get("after")),
    )


def _step(item: Mapping[str, object], module: str, mark: int) -> Step | None:
    kind = next((kind for kind in StepKind if item.get(kind)), None)
    if kind is None:
        return None
    about = item[kind]
    tag = text(about, "tag") if isinstance(about, dict) else ""
    article = "" if isinstance(about, dict) else text(item, kind)
    if not tag and not article:
        return None
    return Step(
        id=text(item, "id") or f"{module}/{kind}:{tag or article}",
        kind=kind,
        article=article,
        tag=tag,
        title=text(item, "title"),
        minutes=_number(item, "minutes", _MINUTES[kind]),
        questions=_number(item, "questions", TEST_LENGTH),
        pass_mark=_number(item, "pass", mark),
    )


def _number(item: Mapping[str, object], key: str, otherwise: int) -> int:
    found = item.get(key)
    is_number = isinstance(found, int) and not isinstance(found, bool) and found > 0
    return int(found) if is_number else otherwise  # type: ignore[call-overload]  # narrowed above


def _fault(path: Path, known: Mapping[str, Path]) -> str:
    """Say in one sentence why a path cannot be followed, "" when it can."""
    ids = [module.id for module in path.modules]
    steps = [step.id for step in path.steps]
    if not path.id or path.id in known:
        return "each path needs an id of its own."
    if not steps or not all(module.steps for module in path.modules):
        return "each module needs a step: an article, a guide or a quiz."
    if len(set(ids)) != len(ids) or "" in ids:
        return "each module needs an id of its own."
    if len(set(steps)) != len(steps):
        return "two steps are the same: give one an id of its own."
    lost = {before for module in path.modules for before in module.after} - set(ids)
    if lost:
        return f"no module is called “{min(lost)}”, which another comes after."
    return _loop(path)


def _loop(path: Path) -> str:
    try:
        TopologicalSorter({module.id: module.after for module in path.modules}).prepare()
    except CycleError:
        return "its modules wait for each other."
    return ""
