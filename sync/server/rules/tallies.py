"""What the server counts by, in `+tally`, which nobody reads; and the figures it makes of it.

How much of a count is told, `masking` decides.
"""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from sync.protocol.bodies.learning import Cohort, CohortFigures, QuestionFigures
from sync.server.entities import Entity
from sync.server.ledger import Put
from sync.server.rules import masking
from sync.server.rules.rule import Bench, written
from sync.server.setting_up import STEER, TALLY, edit_space

PUPIL = "pupil"
ASKED = "question_asked"
QUESTION = "question_tally"
QUESTION_FIGURES = "question_figures"
COHORT = "cohort_tally"
COHORT_FIGURES = "cohort_figures"


class Membership(Struct, frozen=True):
    """One cohort of a person."""

    path: str
    trainers: tuple[str, ...]


class Pupil(Struct, frozen=True):
    """`pupil` in +tally, id that of the person: whom their answers and steps are told to."""

    cohorts: dict[str, Membership] = field(default_factory=dict)

    def trainers(self, path: str = "") -> tuple[str, ...]:
        """Return who accompanies this person, on one path or on any."""
        found = (one for one in self.cohorts.values() if not path or one.path == path)
        return tuple(sorted({name for one in found for name in one.trainers}))


class QuestionTally(Struct, frozen=True):
    """`question_tally` in +tally, id that of the question."""

    people: int = 0
    asked: int = 0
    right: int = 0
    round: int = 0  # how often figures were told
    fresh: int = 0  # people who have answered since


class Asked(Struct, frozen=True):
    """`question_asked` in +tally, id QUESTION/PERSON: the round in which they answered last."""

    round: int = 0


class CohortTally(Struct, frozen=True):
    """`cohort_tally` in +tally, id that of the cohort: who is in it, and how many did each step."""

    people: int
    steps: dict[str, int] = field(default_factory=dict)


def answered(
    bench: Bench, question: str, text: str, article: Entity, *, right: bool
) -> tuple[Put, ...]:
    """Count an answer to a question of an article."""
    before = bench.told(ASKED, f"{question}/{bench.me}", Asked)
    old = bench.told(QUESTION, question, QuestionTally) or QuestionTally()
    fresh = old.fresh + (before is None or before.round != old.round)
    told = masking.is_full(fresh)
    new = QuestionTally(
        old.people + (before is None), old.asked + 1, old.right + right,
        old.round + told, 0 if told else fresh,
    )  # fmt: skip
    stood = bench.told(QUESTION_FIGURES, question, QuestionFigures)
    figures = replace(stood or QuestionFigures(article.id, text), article=article.id, text=text)
    if told:
        figures = QuestionFigures(article.id, text, False, new.people, new.asked, new.right)
    mark = Put(ASKED, f"{question}/{bench.me}", TALLY, "", written(Asked(old.round)), unsigned=True)
    return (
        *_told(bench, mark),
        Put(QUESTION, question, TALLY, "", written(new), unsigned=True),
        *_told(bench, Put(QUESTION_FIGURES, question, edit_space(article.space), "",
                          written(figures), unsigned=True)),
    )  # fmt: skip


def done(bench: Bench, cohort: str, tally: CohortTally, step: str) -> tuple[Put, ...]:
    """Count that one more person of a cohort has done a step."""
    tally = replace(tally, steps=tally.steps | {step: tally.steps.get(step, 0) + 1})
    told = _figures_of(bench, cohort)
    now = masking.grown(told.get(step, 0), tally.steps[step], tally.people)
    return _counted(bench, cohort, tally, dict(told) | {step: now})


def changed(
    bench: Bench, cohort: str, tally: CohortTally, old: Cohort | None, new: Cohort
) -> tuple[Put, ...]:
    """Count anew after people came or went; what is told of it follows from who they are alone."""
    told = _figures_of(bench, cohort) if old is not None and old.path == new.path else {}
    left = 0 if old is None else len(set(old.people) - set(new.people))
    steps = {step: masking.fewer(n, left, tally.people) for step, n in told.items()}
    return _counted(bench, cohort, tally, steps)


def _figures_of(bench: Bench, cohort: str) -> Mapping[str, int]:
    stood = bench.told(COHORT_FIGURES, cohort, CohortFigures)
    return {} if stood is None else stood.steps


def _counted(
    bench: Bench, cohort: str, tally: CohortTally, steps: Mapping[str, int]
) -> tuple[Put, ...]:
    figures = CohortFigures(0)
    if tally.people >= masking.LEAST:
        figures = CohortFigures(tally.people, False, {step: n for step, n in steps.items() if n})
    return (
        *_told(bench, Put(COHORT, cohort, TALLY, "", written(tally), unsigned=True)),
        *_told(bench, Put(COHORT_FIGURES, cohort, STEER, "", written(figures), unsigned=True)),
    )


def _told(bench: Bench, put: Put) -> tuple[Put, ...]:
    """Leave out what stands already."""
    found = bench.entity(put.kind, put.id)
    same = found is not None and (found.space, found.body) == (put.space, put.body)
    return () if same else (put,)
