"""What the home of learning shows, and what is said of answers afterwards."""

from dataclasses import dataclass
from datetime import date, datetime

from kbdesk.core.changes import Changes
from kbdesk.core.paths import Cohort, Done, PathView, PupilAnswer
from kbdesk.core.questions import Question
from kbdesk.core.quiz import Asleep, Marked, Session, Weak


@dataclass(frozen=True, slots=True)
class ShelfDue:
    """How many of the questions to come are of one shelf."""

    space: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Askable:
    """How many questions of an article can be asked now, and how many sleep."""

    awake: int
    asleep: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day of one's own: what was answered, or what will fall due."""

    day: date
    asked: int
    right: int = 0


@dataclass(frozen=True, slots=True)
class LearnHome:
    """Today, at a look. Nothing in it is told to anybody else."""

    due: int
    seconds: int  # that the next session will take, as reckoned
    next_session: int  # questions of it
    shelves: tuple[ShelfDue, ...]  # of the next session
    session: Session | None  # the one put aside
    next_due: datetime | None  # when something falls due, where nothing is now
    today: DayFigures
    week: tuple[DayFigures, ...]  # the seven days up to today
    coming: tuple[DayFigures, ...]  # what falls due on the seven days from today
    weak: tuple[Weak, ...]
    known: int  # questions that were answered at least once and are still asked
    asked_here: int  # questions of the base that are awake
    paths: tuple[PathView, ...]
    asleep: tuple[Asleep, ...]  # on shelves where this person writes
    cohorts: tuple[Cohort, ...]  # that this person accompanies, or steers


@dataclass(frozen=True, slots=True)
class AnsweredNow:
    """What became of an answer, the session after it, and which screens must look again."""

    marked: Marked
    session: Session
    changes: Changes


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer of mine as it was marked then, against the question as it stood."""

    at: datetime
    asked: Question
    answer: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class QuestionFigure:
    """How a question fares with everybody; few people are never shown as a figure."""

    question: str
    article: str
    text: str
    masked: bool
    people: int
    asked: int
    right: int


@dataclass(frozen=True, slots=True)
class StepSeen:
    """One step of a path, as the server knows it of me."""

    path: str  # titles
    step: str
    done: Done


@dataclass(frozen=True, slots=True)
class SeenOfMe:
    """All that leaves this machine of my learning, and who may read it.

    Without a trainer it is kept for me alone, on my machines and in my own space of the server.
    """

    trainers: tuple[str, ...]  # names
    cohorts: tuple[str, ...]  # titles
    answers: tuple[PupilAnswer, ...]  # newest first
    steps: tuple[StepSeen, ...]
