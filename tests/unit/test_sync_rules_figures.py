"""What the server tells of a cohort: in steps of five, and nothing that is about one person."""

from typing import Any

import pytest

from sync.protocol.bodies.learning import CohortFigures
from sync.protocol.wire import Operation
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import log_of, operation, person, push

storage, clock, office = offices.storage, offices.clock, offices.office
NAMES = tuple(f"p{n:02}" for n in range(16))


@pytest.fixture
def boss(office: Office) -> Principal:
    return person(office, "zoe", Role.SUPERVISOR)


@pytest.fixture
def pupils(office: Office) -> tuple[Principal, ...]:
    return tuple(person(office, name) for name in NAMES)


def progress(step: str = "s", **fields: Any) -> Operation:
    return operation("progress", {"path": "P", "step": step} | fields)


def cohort(base_rev: int | None, *people: str, **fields: Any) -> Operation:
    body = {"id": "c", "title": "New", "path": "P", "people": people, "trainers": []}
    return operation("cohort", body | fields, base_rev)


def told(office: Office, boss: Principal) -> list[CohortFigures]:
    """Return all figures that were ever told, the newest last."""
    lines = [c for c in log_of(office, boss, "+steer") if c.kind == "cohort_figures"]
    assert {c.by for c in lines} <= {""}, "nobody is told whose doing it was"
    found = [said(c.body or "", CohortFigures) for c in lines]
    return [one for one in found if one is not None]


def test_figures_move_by_five_and_are_never_about_the_last_few(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    """5 and then 6 would be one person; 16 of 16 would be everybody, and 12 of 16 the other four.

    Nor is anything written between two figures: a change that says the same tells that one came.
    """
    push(office, boss, cohort(None, *NAMES))
    for pupil in pupils:
        push(office, pupil, progress(done=False), progress(), progress(score=90))

    assert told(office, boss) == [
        CohortFigures(16, False, one) for one in ({}, {"s": 5}, {"s": 10})
    ]


def test_of_few_people_nothing_is_told(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    """Of nine, five who have done a step leave four who have not."""
    push(office, boss, cohort(None, *NAMES[:9]))
    for pupil in pupils:
        push(office, pupil, progress())

    assert told(office, boss) == [CohortFigures(0)]


def test_who_joins_or_leaves_tells_nothing_of_what_they_have_done(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    """The figures are the same whether the one who goes, or comes, has done the step or not."""
    for pupil in pupils[:7]:
        push(office, pupil, progress())
    push(office, boss, cohort(None, *NAMES[:14]))
    assert told(office, boss)[-1].steps == {}, "until somebody does something"
    push(office, pupils[7], progress())
    assert told(office, boss)[-1].steps == {"s": 5}
    push(office, boss, cohort(1, *NAMES[1:15]))  # p00 had done it, p14 had not
    one = told(office, boss)[-1]
    push(office, pupils[8], progress())
    push(office, boss, cohort(2, *NAMES[:13], "p15"))  # the other way about
    other = told(office, boss)[-1]

    assert (one, other) == (CohortFigures(14, False, {}), CohortFigures(14, False, {}))
    push(office, pupils[9], progress())
    assert told(office, boss)[-1].steps == {"s": 5}


def test_another_path_begins_anew(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    push(office, boss, cohort(None, *NAMES))
    for pupil in pupils[:6]:
        push(office, pupil, progress())
    push(office, boss, cohort(1, *NAMES, path="Q"))

    assert [one.steps for one in told(office, boss)] == [{}, {"s": 5}, {}]
