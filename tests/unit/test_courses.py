"""Courses: what paths.yaml says, what opens when, and what is wrong with it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kbdesk.core.paths import Cohort, Done, State, StepKind, in_order, is_late, read_paths, states
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.store.reviews import KeptStep, Reviews

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
PATH: dict[str, Any] = {
    "id": "accueil",
    "title": "Accueil",
    "pass": 90,
    "modules": [
        {"id": "b", "title": "Suite", "after": ["a"], "steps": [{"guide": "x/guide"}]},
        {
            "id": "a",
            "title": "Bases",
            "pass": 70,
            "steps": [
                {"article": "x/un", "minutes": 7},
                {"quiz": "x/un"},
                {"quiz": {"tag": "facture"}, "pass": 100, "questions": 5},
            ],
        },
    ],
}


def read(*paths: Any) -> Any:
    return read_paths({"paths": list(paths)})


def done(*steps: str) -> dict[str, Done]:
    return {step: Done(NOW, done=True) for step in steps}


def test_steps_are_articles_guides_and_quizzes_with_a_pass_mark() -> None:
    (path,), faults = read(PATH)
    assert not faults
    guide, article, quiz, tagged = path.steps
    assert (guide.kind, guide.id) == (StepKind.GUIDE, "b/guide:x/guide")
    assert (article.minutes, article.article) == (7, "x/un")
    assert (quiz.pass_mark, quiz.questions) == (70, 10)
    assert (tagged.tag, tagged.pass_mark, tagged.questions) == ("facture", 100, 5)


def test_a_module_opens_when_those_before_it_are_done() -> None:
    """C05: prerequisites decide, not the order of the list; there is one place to go on."""
    (path,), _ = read(PATH)
    modules, steps = states(path, {})
    assert [module.id for module in in_order(path.modules)] == ["a", "b"]
    assert modules == {"a": State.NEXT, "b": State.LOCKED}
    assert list(steps.values()).count(State.NEXT) == 1
    ids = [step.id for step in path.modules[1].steps]
    modules, steps = states(path, done(*ids))
    assert modules == {"a": State.DONE, "b": State.NEXT}
    modules, _ = states(path, done(*ids, "b/guide:x/guide"))
    assert set(modules.values()) == {State.DONE}


def test_a_test_that_was_only_tried_is_not_done() -> None:
    (path,), _ = read(PATH)
    _, steps = states(path, {"a/quiz:x/un": Done(NOW, done=False, score=50)})
    assert steps["a/quiz:x/un"] is State.OPEN


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ({"title": "Sans id", "modules": []}, "an id of its own"),
        ({"id": "x", "modules": []}, "needs a step"),
        ({"id": "x", "modules": [{"id": "m", "steps": [{"video": "y"}]}]}, "needs a step"),
        (
            {"id": "x", "modules": [{"id": "m", "steps": [{"article": "y"}, {"article": "y"}]}]},
            "two steps are the same",
        ),
        (
            {"id": "x", "modules": [{"id": "m", "after": ["z"], "steps": [{"article": "y"}]}]},
            "no module is called “z”",
        ),
        (
            {"id": "x", "modules": [
                {"id": "m", "after": ["n"], "steps": [{"article": "y"}]},
                {"id": "n", "after": ["m"], "steps": [{"article": "y"}]},
            ]},
            "wait for each other",
        ),
        ({"id": "x", "modules": [{"steps": [{"article": "y"}]}]}, "an id of its own"),
    ],
)  # fmt: skip
def test_a_path_that_cannot_be_followed_is_left_out_and_named(path: Any, sentence: str) -> None:
    found, faults = read(path, PATH)
    assert [one.id for one in found] == ["accueil"]
    assert len(faults) == 1
    assert sentence in str(faults[0])


@pytest.mark.parametrize("odd", [None, "x", 3, [], {}, {"paths": "x"}, {"paths": [1, None, []]}])
def test_nothing_written_in_the_list_raises(odd: Any) -> None:
    assert read_paths(odd if isinstance(odd, dict) else {"paths": odd})[0] == ()


def test_who_is_behind_the_target_is_late() -> None:
    cohort = Cohort("c", "C", "p", ("a",), (), date(2026, 11, 22), at=NOW)
    assert not is_late(cohort, 0, 10, NOW + timedelta(days=4))
    assert is_late(cohort, 2, 10, NOW + timedelta(days=10))
    assert not is_late(cohort, 4, 10, NOW + timedelta(days=10))
    assert is_late(cohort, 9, 10, NOW + timedelta(days=21))
    assert not is_late(cohort, 10, 10, NOW + timedelta(days=30))


def test_a_step_that_is_read_twice_has_no_score_and_a_test_its_best(tmp_path: Path) -> None:
    """None is not nought: a page that was read was not failed."""
    workspace = Workspace(Profile(tmp_path))
    reviews = Reviews(workspace.user, workspace.outbox)
    for step, score in (("read", None), ("read", None), ("test", None), ("test", 40), ("test", 20)):
        reviews.keep_step(KeptStep("p", step, NOW, done=True, score=score, tries=1), {})
    assert [(one.step, one.score) for one in reviews.steps()] == [("read", None), ("test", 40)]
    workspace.close()
