"""Answers to questions, steps of paths, cohorts: who sees them, and what is only counted."""

import json
from typing import Any

import pytest

from sync.protocol import codec, grading
from sync.protocol.bodies.learning import (
    Progress,
    Question,
    QuestionFigures,
    Review,
)
from sync.protocol.wire import Operation
from sync.server import spaces
from sync.server.office import Office
from sync.server.principal import Principal, Role
from sync.server.rules.rule import said
from tests.support import offices
from tests.support.offices import NOW, HandClock, live, log_of, operation, person, publish, push

storage, clock, office = offices.storage, offices.clock, offices.office
ASKED = Question("single", "Which box?", (("CANARY new", True), ("old", False)))
ID = grading.question_id(ASKED)
NAMES = tuple(f"p{n}" for n in range(6))


@pytest.fixture
def boss(office: Office) -> Principal:
    ed = person(office, "ed", Role.AUTHOR)
    push(office, ed, publish("a", "one\n"))
    return person(office, "zoe", Role.SUPERVISOR)


@pytest.fixture
def pupils(office: Office) -> tuple[Principal, ...]:
    return tuple(person(office, name) for name in NAMES)


@pytest.fixture
def tom(office: Office) -> Principal:
    return person(office, "tom")


def review(answer: str = "CANARY new", **fields: Any) -> Operation:
    asked = json.loads(codec.encode(ASKED))
    body = {"question": ID, "article": "a", "asked": asked, "answer": [answer]}
    return operation("review", body | fields)


def progress(step: str, **fields: Any) -> Operation:
    return operation("progress", {"path": "P", "step": step} | fields)


def cohort(base_rev: int | None = None, **fields: Any) -> Operation:
    body = {"id": "c", "title": "New", "path": "P", "people": list(NAMES), "trainers": ["tom"]}
    return operation("cohort", body | fields, base_rev)


def standing(office: Office, who: Principal, space: str, kind: str) -> dict[str, str]:
    """Map id → body of what stands of a kind."""
    last = {(c.kind, c.id): c.body for c in log_of(office, who, space)}
    return {id_: body for (one, id_), body in last.items() if one == kind and body is not None}


def test_an_answer_is_graded_here_and_stands_for_who_gave_it(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    right, wrong = review(took=7, device="pc", tie="t"), review("old", ease=4)

    results = push(office, pupils[0], right, wrong)

    assert {(r.status, r.space) for r in results} == {("applied", "~p0")}
    found = {id_: said(x, Review) for id_, x in live(office, pupils[0], "~p0").items()}
    one, two = found[right.id], found[wrong.id]
    assert one is not None
    assert two is not None
    assert (one.right, one.ease, one.took, one.device, one.tie) == (True, 3, 7, "pc", "t")
    assert (two.right, two.ease, two.answer, two.at, two.server) == (
        False, 1, ("old",), NOW, NOW,
    )  # fmt: skip
    assert (one.text, one.person) == ("Which box?", "")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"question": "0" * 64}, "question"),
        ({"asked": {"kind": "single", "text": "Which box?"}}, "malformed"),
        ({"answer": ["x"] * 500}, "malformed"),
        ({"answer": ["x" * 3000]}, "malformed"),
        ({"answer": ["\0"]}, "malformed"),
        ({"ease": 5}, "malformed"),
        ({"took": -1}, "malformed"),
        ({"took": 10**9}, "malformed"),
    ],
)
def test_an_answer_to_no_question_is_refused(
    office: Office, pupils: tuple[Principal, ...], fields: dict[str, Any], code: str
) -> None:
    [result] = push(office, pupils[0], review(**fields))

    assert (result.status, result.code) == ("refused", code)
    assert result.reason.endswith(".")
    assert live(office, pupils[0], "~p0") == {}


def test_answers_are_told_as_figures_once_five_people_gave_some(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    """N01: and no name, no author, no answer comes with them."""

    def figures() -> QuestionFigures:
        found = said(standing(office, boss, "+edit.base", "question_figures")[ID], QuestionFigures)
        assert found is not None
        return found

    for pupil in pupils[:4]:
        push(office, pupil, review(), review("old"))
    masked = figures()
    push(office, pupils[4], review())
    told = figures()

    assert masked == QuestionFigures("a", "Which box?")
    assert told == QuestionFigures("a", "Which box?", False, 5, 9, 5)
    seen = [c for space in office.readable(boss) for c in log_of(office, boss, space)]
    assert not [c for c in seen if c.kind in {"review", "pupil_review", "question_tally"}]
    assert not [c for c in seen if c.by.startswith("p") or "CANARY" in (c.body or "")]


def test_what_lies_between_two_figures_is_of_five_people_too(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    """Else the sixth answer would stand out as the difference of two figures."""

    def told() -> tuple[int, int, int]:
        found = said(standing(office, boss, "+edit.base", "question_figures")[ID], QuestionFigures)
        assert found is not None
        return found.people, found.asked, found.right

    for pupil in pupils[:5]:
        push(office, pupil, review())
    assert told() == (5, 5, 5)
    for _ in range(6):
        push(office, pupils[5], review("old"))
    for pupil in pupils[:3]:
        push(office, pupil, review())
    assert told() == (5, 5, 5), "four people have answered since"
    push(office, pupils[3], review())
    assert told() == (6, 15, 9)


def test_an_answer_about_what_is_gone_is_the_learners_alone(
    office: Office, boss: Principal, pupils: tuple[Principal, ...]
) -> None:
    [result] = push(office, pupils[0], review(article="nothing"))

    assert result.status == "applied"
    assert standing(office, boss, "+edit.base", "question_figures") == {}


def test_a_cohort_is_told_to_its_people_and_followed_by_its_trainers(
    office: Office, boss: Principal, pupils: tuple[Principal, ...], tom: Principal
) -> None:
    """What was done before they came too; and nobody else sees it."""
    push(office, pupils[0], progress("s0"))
    assert push(office, boss, cohort(target="2026-12-24"))[0].status == "applied"
    push(office, pupils[0], review(), progress("s1", done=False, score=40))
    push(office, pupils[1], review("old"))

    enrolled = json.loads(live(office, pupils[5], "~p5")["c/p5"])
    assert (enrolled["path"], enrolled["trainers"], enrolled["target"]) == (
        "P", ["tom"], "2026-12-24",
    )  # fmt: skip
    accompanied = json.loads(standing(office, tom, "~tom", "accompanied")["c/tom"])
    assert (accompanied["title"], accompanied["people"]) == ("New", list(NAMES))
    reviews = standing(office, tom, "~tom", "pupil_review")
    assert [id_.split("/")[:2] for id_ in sorted(reviews)] == [["p0", "tom"], ["p1", "tom"]]
    told = [json.loads(body) for _, body in sorted(reviews.items())]
    assert [(x["person"], x["right"], x["answer"]) for x in told] == [
        ("p0", True, ["CANARY new"]),
        ("p1", False, ["old"]),
    ]
    done = said(standing(office, tom, "~tom", "pupil_progress")["p0/tom/P"], Progress)
    assert done is not None
    assert sorted(done.steps) == ["s0", "s1"]
    assert "CANARY" not in repr([log_of(office, boss, s) for s in office.readable(boss)])


def test_who_leaves_is_told_and_who_accompanies_no_longer_sees_nothing(
    office: Office, boss: Principal, pupils: tuple[Principal, ...], tom: Principal
) -> None:
    una = person(office, "una")
    push(office, boss, cohort(trainers=["tom", "una"]))
    push(office, pupils[0], review(), progress("s1"))
    push(office, pupils[1], progress("s1"))

    push(office, boss, cohort(1, people=list(NAMES[1:]), trainers=["una"]))

    assert standing(office, pupils[0], "~p0", "enrolment") == {}
    assert list(standing(office, pupils[1], "~p1", "enrolment")) == ["c/p1"]
    assert live(office, tom, "~tom") == {}
    assert sorted(live(office, una, "~una")) == ["c/una", "p1/una/P"]
    push(office, boss, cohort(2, people=list(NAMES[1:]), trainers=["una"], ended=True))
    assert live(office, una, "~una") == {}
    assert standing(office, pupils[1], "~p1", "enrolment") == {}
    push(office, pupils[1], progress("s2"))
    assert live(office, una, "~una") == {}


def test_a_trainer_who_does_not_read_the_shelf_gets_no_text_of_it(
    office: Office, boss: Principal, pupils: tuple[Principal, ...], tom: Principal
) -> None:
    office.storage.write(lambda t: spaces.add(t, name="secret", title="", now=NOW, by="test"))
    push(office, person(office, "root", Role.ADMIN), publish("s", "x\n", space="secret"))
    push(office, boss, cohort())

    push(office, pupils[0], review(article="s"))

    [told] = standing(office, tom, "~tom", "pupil_review").values()
    assert (json.loads(told)["right"], json.loads(told)["answer"]) == (True, [])
    assert "CANARY" not in told
    assert "Which box?" not in told


def test_what_is_done_stays_done_and_the_best_score_counts(
    office: Office, pupils: tuple[Principal, ...], clock: HandClock
) -> None:
    """C05."""
    push(office, pupils[0], progress("s", done=False, score=40))
    clock.pass_(minutes=1)
    push(office, pupils[0], progress("s", score=80))
    clock.pass_(minutes=1)
    push(office, pupils[0], progress("s", done=False, score=60))

    found = said(live(office, pupils[0], "~p0")["P/p0"], Progress)
    assert found is not None
    step = found.steps["s"]
    assert (step.done, step.score, step.tries, step.server) == (True, 80, 3, "2026-11-22T09:01:00Z")


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (cohort(title=" "), "malformed"),
        (cohort(people=[]), "malformed"),
        (cohort(people=["p0"] * 1001), "malformed"),
        (cohort(trainers=["tom"] * 21), "malformed"),
        (cohort(people=["p0", "nobody"]), "no_person"),
        (cohort(trainers=["nobody"]), "no_person"),
        (cohort(title="\0"), "malformed"),
        (cohort(people=["\0"]), "malformed"),
        (cohort(3), "changed"),
        (progress(""), "malformed"),
        (progress(" s"), "malformed"),
        (progress("s", score=101), "malformed"),
        (operation("publish", {"space": "base", "kind": "cohort", "id": "c", "body": ""}), "kind"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused(
    office: Office,
    boss: Principal,
    pupils: tuple[Principal, ...],
    tom: Principal,
    made: Operation,
    code: str,
) -> None:
    [result] = push(office, boss, made)

    assert (result.status, result.code) == ("refused", code)
    assert result.reason.endswith(".")


def test_only_supervisors_make_cohorts_and_none_overwrites_another(
    office: Office, boss: Principal, pupils: tuple[Principal, ...], tom: Principal
) -> None:
    assert push(office, tom, cohort())[0].code == "forbidden"
    results = push(office, boss, cohort(), cohort(), cohort(1, title="Newer"))
    assert [r.code for r in results] == ["", "changed", ""]
