"""Guides: their steps, their choices, and what forbids publication."""

from kbdesk.content.articles import parse
from kbdesk.content.guide_steps import guide_in, guide_of
from kbdesk.content.markdown import tokens_of
from kbdesk.core.guides import Choice, Guide, Step

SOUND = """---
kind: guide
---
# Panne

Dites bonjour.

## Voyant éteint ? {#voyant}

- [Oui](#branche)
- [Non](#fin)

## Branché ? {#branche}

1. [Oui, et toujours rien](#fin)
2. [Non](#voyant)

Texte libre, [un lien](#fin) qui n'est pas un choix.

- [Un lien](#fin) et du texte

## Terminé {#fin}

- Fini.
"""


def step(name: str, *targets: str, line: int = 0) -> Step:
    return Step(name, name, tuple(Choice(target, target, line) for target in targets), line)


def faults(*steps: Step) -> list[str]:
    return [fault.sentence for fault in Guide(steps).check()]


def test_the_steps_are_the_level_two_sections_and_lists_of_links_their_choices() -> None:
    guide = guide_of(parse(SOUND, path="a.md"))
    assert [(s.id, s.title, s.end) for s in guide.steps] == [
        ("voyant", "Voyant éteint ?", False),
        ("branche", "Branché ?", False),
        ("fin", "Terminé", True),
    ]
    assert [(c.text, c.target) for c in guide.steps[1].choices] == [
        ("Oui, et toujours rien", "fin"),
        ("Non", "voyant"),
    ]
    assert guide.start is guide.steps[0]
    assert guide.step("fin") is guide.steps[2]
    assert guide.step("no") is None


def test_the_opening_is_a_step_when_it_offers_choices() -> None:
    guide = guide_in(tokens_of("- [A](#a)\n- [B](#b)\n\n## A {#a}\n\n## B {#b}\n"))
    assert [s.id for s in guide.steps] == ["", "a", "b"]
    assert guide.check() == []


def test_a_loop_with_an_exit_is_sound() -> None:
    assert faults(step("a", "b"), step("b", "a", "c"), step("c")) == []


def test_a_loop_without_exit_is_refused_at_each_step_of_it() -> None:
    found = faults(step("a", "b", "d"), step("b", "c"), step("c", "b"), step("d"))
    assert found == [
        "From the step “b” one goes round for ever: no way leads to an end.",
        "From the step “c” one goes round for ever: no way leads to an end.",
    ]
    assert len(faults(step("a", "a"))) == 1


def test_an_unknown_step_is_told_once_and_not_as_a_loop() -> None:
    assert faults(step("a", "b")) == ["The choice “b” leads to “b”, which is no step."]


def test_unreachable_and_repeated_steps_are_refused() -> None:
    assert faults(step("a"), step("b")) == ["No choice leads to the step “b”."]
    assert "Two steps are called “a”." in faults(step("a"), step("a"))


def test_a_guide_without_steps_is_refused() -> None:
    assert faults() == ["This guide has no steps (`## step {#id}`)."]


def test_faults_carry_their_line_and_come_in_the_order_of_the_page() -> None:
    guide = guide_in(tokens_of("## A {#a}\n\n- [X](#x)\n\n## B {#b}\n"))
    assert [fault.line for fault in guide.check()] == [2, 4]


def test_sixty_steps_in_a_row_are_walked_at_once() -> None:
    steps = [step(str(n), str(n + 1)) for n in range(2000)]
    assert Guide((*steps, step("2000"))).check() == []
