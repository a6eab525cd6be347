"""Learning: questions, answers to them, paths and those who follow them."""

from msgspec import Struct, field

from sync.protocol.bodies.bounds import Id, Short, Text

MASKED_BELOW = 5  # people: fewer are never told as a figure


class Question(Struct, frozen=True, omit_defaults=True):
    """A question in full; of `offered`, `accepted`, `order` and `pairs` the kind fills one."""

    kind: str  # single, multiple, truefalse, short, ordering, matching
    text: Text
    offered: tuple[tuple[str, bool], ...] = ()  # an answer, and whether it is right
    accepted: tuple[str, ...] = ()
    order: tuple[str, ...] = ()  # in the right order
    pairs: tuple[tuple[str, str], ...] = ()
    explanation: Text = ""


class ReviewAsked(Struct, frozen=True, omit_defaults=True):
    """`review`: one answer to one question, graded alike here and there (protocol.grading)."""

    question: Id  # protocol.grading.question_id of `asked`
    article: Id
    asked: Question
    answer: tuple[str, ...]
    tie: Short = ""  # the text it tested, as a hash
    ease: int = 3  # 1 again, 2 hard, 3 good, 4 easy; a wrong answer counts as 1
    took: int = 0  # seconds
    device: Short = ""


class Review(Struct, frozen=True, omit_defaults=True):
    """`review` in ~NAME, its id that of the operation.

    `pupil_review`, with `person`, in ~TRAINER for each trainer; its id is PERSON/TRAINER/OPERATION.
    """

    question: str
    article: str
    tie: str
    right: bool
    ease: int
    answer: tuple[str, ...]
    at: str  # by the desk that asked
    server: str
    device: str = ""
    took: int = 0
    text: str = ""  # of the question, for who reads the answer later
    person: str = ""


class QuestionFigures(Struct, frozen=True, omit_defaults=True):
    """`question_figures` in +edit.SHELF, id that of the question; masked while few answered."""

    article: str
    text: str
    masked: bool = True
    people: int = 0
    asked: int = 0
    right: int = 0


class CohortAsked(Struct, frozen=True, omit_defaults=True):
    """`cohort`: people who follow a path together, and who accompanies them."""

    id: Id
    title: Short
    path: Id
    people: tuple[str, ...]
    trainers: tuple[str, ...]
    target: Short = ""  # a day
    ended: bool = False


class Cohort(Struct, frozen=True, omit_defaults=True):
    """`cohort` in +steer: people who follow a path together, and who accompanies them.

    `accompanied` is the same in ~TRAINER for each trainer; its id is COHORT/TRAINER.
    """

    title: str
    path: str
    people: tuple[str, ...]
    trainers: tuple[str, ...]
    by: str
    at: str
    target: str = ""
    ended: bool = False


class Enrolment(Struct, frozen=True, omit_defaults=True):
    """`enrolment` in ~NAME of a learner, id COHORT/NAME."""

    title: str
    path: str
    trainers: tuple[str, ...]
    target: str = ""
    at: str = ""


class ProgressAsked(Struct, frozen=True, omit_defaults=True):
    """`progress`: a step of a path is done, or was tried."""

    path: Id
    step: Id
    done: bool = True
    score: int | None = None  # per cent, of a test
    cohort: Short = ""
    device: Short = ""


class StepDone(Struct, frozen=True, omit_defaults=True):
    """A step of a path that was done, or tried."""

    at: str
    server: str
    done: bool = True
    score: int | None = None
    tries: int = 1


class Progress(Struct, frozen=True, omit_defaults=True):
    """`progress` in ~NAME, id PATH/PERSON. Done stays done.

    `pupil_progress` is the same in ~TRAINER for each trainer; its id is PERSON/TRAINER/PATH.
    """

    path: str
    person: str
    steps: dict[str, StepDone] = field(default_factory=dict)


class CohortFigures(Struct, frozen=True, omit_defaults=True):
    """`cohort_figures` in +steer, id that of the cohort: at least how many have done each step.

    What is not in `steps` is not told: few have done it, or few have not.
    """

    people: int
    masked: bool = True
    steps: dict[str, int] = field(default_factory=dict)


Ties = dict[Id, Short]  # question → the passage it was confirmed against, as a hash


class QuestionTies(Struct, frozen=True):
    """`question_ties` in the article's shelf, id that of the article; it goes where that goes.

    A question sleeps where the text it tests has another hash than this.
    """

    ties: Ties = field(default_factory=dict)


class ConfirmAsked(Struct, frozen=True):
    """`confirm_questions`: these questions fit their passages, says who may write there."""

    article: Id
    ties: Ties
