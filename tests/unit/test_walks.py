"""Walking a guide: answers kept, loops asked afresh, what is left counted, the path told."""

import random
from itertools import pairwise

import pytest

from kbdesk.content.articles import parse
from kbdesk.content.guide_steps import guide_of
from kbdesk.core.guides import Choice, Guide, Step
from kbdesk.core.walks import Left, PathWords, Walk

DIAMOND = {"a": "bc", "b": "d", "c": "de", "d": "f", "e": "f", "f": ""}
LOOP = {"a": "bc", "b": "ac", "c": ""}


def guide(shape: dict[str, str]) -> Guide:
    return Guide(
        tuple(
            Step(name, f"{name.upper()} ?", tuple(Choice(f"to {t}", t) for t in targets))
            for name, targets in shape.items()
        )
    )


def begun(shape: dict[str, str]) -> Walk:
    walk = Walk.begin(guide(shape))
    assert walk is not None
    return walk


def test_back_keeps_the_answers_and_the_branch_that_was_taken() -> None:
    walk = begun(DIAMOND).take(1).take(1)
    assert [one.choice.text for one in walk.path] == ["to c", "to e"]
    back = walk.back(2)
    assert back.step.id == "a"
    assert back.path == ()
    assert back.remembered == 1
    again = back.take(1)
    assert (again.step.id, again.remembered) == ("c", 1)
    other = back.take(0)  # a branch never taken remembers nothing
    assert (other.step.id, other.remembered) == ("b", None)
    assert other.back().take(1).remembered == 1  # the first branch still does


def test_back_goes_no_further_than_the_beginning() -> None:
    walk = begun(DIAMOND)
    assert walk.back() is walk
    assert walk.take(0).back(9).path == ()


def test_a_number_that_is_no_choice_changes_nothing() -> None:
    walk = begun(DIAMOND)
    assert walk.take(2) is walk
    assert walk.take(-1) is walk


def test_a_step_reached_a_second_time_is_asked_afresh() -> None:
    walk = begun(LOOP).take(0).take(0)
    assert (walk.step.id, walk.number, walk.remembered) == ("a", 3, None)
    assert walk.back(2).remembered == 0


def test_what_is_left_is_the_shortest_and_the_longest_way() -> None:
    assert begun(DIAMOND).left() == Left(3, 3)
    assert begun({"a": "bc", "b": "c", "c": ""}).left() == Left(1, 2)
    assert begun(LOOP).left() == Left(1, None)
    assert begun(LOOP).take(1).left() == Left(0, 0)
    assert begun({"a": "a"}).left() is None


def test_what_is_left_agrees_with_walking_every_way() -> None:
    """Against plain enumeration, on 300 small guides without loops."""
    rng = random.Random(7)
    for _ in range(300):
        size = rng.randint(1, 9)
        names = [chr(97 + i) for i in range(size)]
        shape = {
            name: "".join(rng.sample(names[i + 1 :], rng.randint(0, min(3, size - i - 1))))
            for i, name in enumerate(names)
        }
        ways = _ways(shape, "a")
        assert begun(shape).left() == Left(min(ways), max(ways))


def _ways(shape: dict[str, str], name: str) -> list[int]:
    return [1 + way for target in shape[name] for way in _ways(shape, target)] or [0]


def test_a_long_guide_is_counted_without_a_deep_stack() -> None:
    names = [str(number) for number in range(5_000)]
    steps = [Step(n, n, (Choice("on", m),)) for n, m in pairwise(names)]
    walk = Walk.begin(Guide((*steps, Step(names[-1], "end"))))
    assert walk is not None
    assert walk.left() == Left(4_999, 4_999)


def test_choices_that_lead_nowhere_are_not_offered() -> None:
    """A dated step that is not in force today takes its choice with it."""
    walk = begun({"a": "bx", "b": ""})
    assert [choice.target for choice in walk.step.choices] == ["b"]
    assert Walk.begin(Guide(())) is None


def test_the_path_as_text_names_questions_answers_and_the_result() -> None:
    words = PathWords("Guide : {}", "Résultat : {}", "Arrêt à : {}", "(interne)")
    walk = begun(DIAMOND).take(1)
    assert walk.as_text("Choisir", words) == "Guide : Choisir\n- A ? → to c\nArrêt à : C ?"
    end = walk.take(0).take(0)
    assert end.as_text("Choisir", words).endswith("- D ? → to f\nRésultat : F ?")


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("« Avez-vous payé ? »", "Avez-vous payé ?"),
        ("“Have you paid?”", "Have you paid?"),
        ("Have you paid?", "Have you paid?"),
        ("« Redémarrons la box. »", "Redémarrons la box."),
        ("Lire le test de ligne", ""),
        ("« A » ou « B »", ""),
    ],
)
def test_a_title_in_quotes_or_with_a_question_mark_is_said(title: str, question: str) -> None:
    assert Step("a", title).question == question


def test_internal_steps_and_answers_are_never_told() -> None:
    text = """---
kind: guide
---
## Payé ? {#a}

- [Oui](#b "ce qui suit")

::: internal
- [CANARI](#c)

## CANARI secret {#c}
:::

## Fini {#b}
"""
    found = guide_of(parse(text, path="a.md"))
    assert [(c.text, c.hint, c.internal) for c in found.steps[0].choices] == [
        ("Oui", "ce qui suit", False),
        ("CANARI", "", True),
    ]
    walk = Walk.begin(found)
    assert walk is not None
    told = walk.take(1).as_text("Titre")
    assert "CANARI" not in told
    assert told.endswith("- Payé ? → (internal)\nResult: (internal)")
