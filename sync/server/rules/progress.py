"""`progress`: a step of a path is done, or was tried. What is done stays done, on every desk."""

from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.learning import Progress, ProgressAsked, StepDone
from sync.protocol.wire import Operation
from sync.server.entities import Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import tallies
from sync.server.rules.rule import BODY, Bench, Outcome, applied, refused, sound_id, written

KIND = "progress"
PUPIL = "pupil_progress"
MOST = 1_000  # steps of a path
HUNDRED = 100


class ProgressRule:
    """The rule of `progress`."""

    body: Any = ProgressAsked

    def touches(
        self, operation: Operation, body: ProgressAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (KIND, f"{body.path}/{principal.name}"), (tallies.PUPIL, principal.name)

    def decide(self, bench: Bench, operation: Operation, body: ProgressAsked) -> Outcome:
        if not sound_id(body.path) or not sound_id(body.step):
            return refused("malformed", "A step has an id, and its path too. Update the program.")
        if body.score is not None and not 0 <= body.score <= HUNDRED:
            return refused("malformed", "A score is 0 to 100 per cent. Take the test again.")
        id_ = f"{body.path}/{bench.me}"
        old = bench.told(KIND, id_, Progress) or Progress(body.path, bench.me)
        before = old.steps.get(body.step)
        after = _went_on(before, operation, body, bench.at)
        made = replace(old, steps=old.steps | {body.step: after})
        text = written(made)
        if len(made.steps) > MOST or len(text) > BODY:
            return refused("too_large", f"A path has at most {MOST} steps. Divide it.")
        pupil = bench.told(tallies.PUPIL, bench.me, tallies.Pupil) or tallies.Pupil()
        puts = [Put(KIND, id_, bench.principal.personal_space, "", text)]
        puts += pupil_puts(made, pupil.trainers(body.path))
        if after.done and not (before is not None and before.done):
            puts += _counted(bench, pupil, body)
        return applied(*puts)


def pupil_puts(made: Progress, trainers: tuple[str, ...]) -> list[Put]:
    """Write how far a person has come for those who accompany them."""
    text = written(made)
    return [
        Put(PUPIL, f"{made.person}/{name}/{made.path}", f"~{name}", "", text) for name in trainers
    ]


def _went_on(
    before: StepDone | None, operation: Operation, body: ProgressAsked, at: str
) -> StepDone:
    now = StepDone(operation.at, at, body.done, body.score)
    if before is None:
        return now
    best = max((x for x in (before.score, now.score) if x is not None), default=None)
    first = before if before.done or not now.done else now  # when it was done, not tried again
    return replace(first, done=before.done or now.done, score=best, tries=before.tries + 1)


def _counted(bench: Bench, pupil: tallies.Pupil, body: ProgressAsked) -> list[Put]:
    puts: list[Put] = []
    for cohort, one in sorted(pupil.cohorts.items()):
        tally = bench.told(tallies.COHORT, cohort, tallies.CohortTally)
        if one.path == body.path and tally is not None:
            puts += tallies.done(bench, cohort, tally, body.step)
    return puts
