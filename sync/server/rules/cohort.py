"""`cohort`: people who follow a path together, and who accompanies them.

Learners are told in their own space; trainers get what their learners have done so far, and lose
sight of it when they accompany them no longer.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from sync.protocol.bodies.learning import Cohort, CohortAsked, Enrolment, Progress
from sync.protocol.wire import Operation
from sync.server.entities import Entity, Key
from sync.server.ledger import Put
from sync.server.principal import Principal
from sync.server.rules import progress, review, tallies
from sync.server.rules.audiences import MAY
from sync.server.rules.rule import Bench, Outcome, applied, refused, sound_id, written
from sync.server.setting_up import STEER, TALLY

KIND = "cohort"
ENROLMENT = "enrolment"
ACCOMPANIED = "accompanied"
PEOPLE, TRAINERS = 1_000, 20


class CohortRule:
    """The rule of `cohort`."""

    body: Any = CohortAsked

    def touches(
        self, operation: Operation, body: CohortAsked, principal: Principal
    ) -> tuple[Key, ...]:
        return (KIND, body.id), (tallies.COHORT, body.id), (tallies.COHORT_FIGURES, body.id)

    def decide(self, bench: Bench, operation: Operation, body: CohortAsked) -> Outcome:
        if (wrong := _wrong(bench, body)) is not None:
            return wrong
        found, old = bench.entity(KIND, body.id), bench.told(KIND, body.id, Cohort)
        if (stale := _stale(operation, found)) is not None:
            return stale
        made = Cohort(
            title=body.title,
            path=body.path,
            people=tuple(sorted(set(body.people))),
            trainers=tuple(sorted(set(body.trainers))),
            by=bench.me if old is None else old.by,
            at=bench.at if old is None else old.at,
            target=body.target,
            ended=body.ended,
        )
        puts = [Put(KIND, body.id, STEER, "", written(made)), *_moved(bench, body.id, made, old)]
        return applied(*puts, *tallies.changed(bench, body.id, _tally(bench, made), old, made))


def _moved(bench: Bench, id_: str, made: Cohort, old: Cohort | None) -> list[Put]:
    """Tell those who come, those who go and those who stay."""
    staying = () if made.ended else made.people
    everyone = sorted({*staying, *(() if old is None else old.people)})
    paths = {made.path, *(() if old is None else (old.path,))}
    bench.hold((ENROLMENT, f"{id_}/{name}") for name in everyone)
    bench.hold((tallies.PUPIL, name) for name in everyone)
    bench.hold((progress.KIND, f"{path}/{name}") for path in paths for name in everyone)
    trainers = {*made.trainers, *(() if old is None else old.trainers)}
    bench.hold((ACCOMPANIED, f"{id_}/{name}") for name in trainers)
    puts: list[Put] = []
    for name in sorted(trainers):
        text = written(made) if name in made.trainers and not made.ended else None
        puts += _told(bench, ACCOMPANIED, f"{id_}/{name}", name, text)
    for name in everyone:
        puts += _enrolled(bench, id_, name, made if name in staying else None)
        puts += _accompanied(bench, id_, name, made if name in staying else None)
    return puts


def _enrolled(bench: Bench, id_: str, name: str, made: Cohort | None) -> list[Put]:
    key = f"{id_}/{name}"
    text = None
    if made is not None:
        told = Enrolment(made.title, made.path, made.trainers, made.target, made.at)
        text = written(told)
    return _told(bench, ENROLMENT, key, name, text)


def _told(bench: Bench, kind: str, key: str, name: str, text: str | None) -> list[Put]:
    """Write something into the space of a person unless it stands there; None takes it out."""
    found = bench.entity(kind, key)
    if (None if found is None else found.body) == text:
        return []
    return [Put(kind, key, f"~{name}", "", text)]


def _accompanied(bench: Bench, id_: str, name: str, made: Cohort | None) -> list[Put]:
    """Note who accompanies a person; show it to new trainers, and take it from those who go."""
    old = bench.told(tallies.PUPIL, name, tallies.Pupil) or tallies.Pupil()
    cohorts = {key: one for key, one in old.cohorts.items() if key != id_}
    if made is not None:
        cohorts[id_] = tallies.Membership(made.path, made.trainers)
    new = tallies.Pupil(cohorts)
    if new == old:
        return []
    puts = [Put(tallies.PUPIL, name, TALLY, "", written(new), unsigned=True)]
    paths = {one.path for pupil in (old, new) for one in pupil.cohorts.values()}
    for path in sorted(paths):
        before, after = old.trainers(path), new.trainers(path)
        puts += _shown(bench, name, path, [one for one in after if one not in before])
        left = [one for one in before if one not in after]
        puts += [put for one in left for put in _hidden(bench, progress.PUPIL, one, name, path)]
    left = [one for one in old.trainers() if one not in new.trainers()]
    return puts + [put for one in left for put in _hidden(bench, review.PUPIL, one, name)]


def _shown(bench: Bench, name: str, path: str, trainers: Iterable[str]) -> list[Put]:
    done = bench.told(progress.KIND, f"{path}/{name}", Progress)
    return [] if done is None else progress.pupil_puts(done, tuple(trainers))


def _hidden(bench: Bench, kind: str, trainer: str, name: str, path: str = "") -> list[Put]:
    ids = bench.ids(f"~{trainer}", kind, f"{name}/{trainer}/{path}")
    if path:
        ids = tuple(id_ for id_ in ids if id_ == f"{name}/{trainer}/{path}")
    bench.hold((kind, id_) for id_ in ids)
    return [Put(kind, id_, f"~{trainer}", "", None) for id_ in ids]


def _tally(bench: Bench, made: Cohort) -> tallies.CohortTally:
    """Count anew what those who are in it have done."""
    tally = tallies.CohortTally(len(made.people))
    for name in made.people:
        done = bench.told(progress.KIND, f"{made.path}/{name}", Progress)
        for step, one in () if done is None else done.steps.items():
            if one.done:
                tally = replace(tally, steps=tally.steps | {step: tally.steps.get(step, 0) + 1})
    return tally


def _wrong(bench: Bench, body: CohortAsked) -> Outcome | None:
    if bench.principal.role not in MAY:
        return refused("forbidden", "Only supervisors make cohorts. Ask one to do it.")
    if not sound_id(body.id) or not sound_id(body.path) or not body.title.strip():
        return refused("malformed", "A cohort needs a title and a path. Choose them.")
    if not body.people or len(body.people) > PEOPLE or len(body.trainers) > TRAINERS:
        sentence = f"A cohort has 1 to {PEOPLE} people and at most {TRAINERS} trainers. Divide it."
        return refused("malformed", sentence)
    known = bench.told(KIND, body.id, Cohort)
    there = () if known is None else (*known.people, *known.trainers)
    unknown = bench.unknown(name for name in (*body.people, *body.trainers) if name not in there)
    if unknown:
        names = ", ".join(unknown)[:200]
        return refused("no_person", f"There is no active person {names}. Choose others.")
    return None


def _stale(operation: Operation, found: Entity | None) -> Outcome | None:
    if (operation.base_rev or 0) == (0 if found is None else found.rev):
        return None
    sentence = "Somebody else changed this cohort meanwhile. Look at it and change it again."
    return refused("changed", sentence)
