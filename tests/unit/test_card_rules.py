"""Rules of supervisors: how they are read, when they fire, and what gets in whose way."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core.card_rules import (
    Clash,
    Conflict,
    Flaw,
    Rule,
    Situation,
    conflicts,
    fired,
    folded,
    met_by,
    read_rules,
    unknown_in,
)
from kbdesk.core.queues import read_queues

TODAY = date(2026, 11, 22)


def rules(text: str) -> tuple[Rule, ...]:
    """Read rules that have no fault."""
    found, faults = read_rules(yaml.safe_load(text))
    assert not faults
    return found


def one(when: str, cards: str = "[a]", more: str = "", name: str = "r") -> str:
    return f"  - {{id: {name}, when: {when}, cards: {cards}{more}}}\n"


def fires(when: str, **contact: object) -> bool:
    (rule,) = rules("rules:\n" + one(when))
    return bool(fired([rule], Situation(**contact), TODAY))  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("when", "contact"),
    [
        ("{queue: mobile}", {"queue": "mobile"}),
        ("{queue: [fibre, mobile]}", {"queue": "mobile"}),
        ("{intent: panne}", {"intent": "panne"}),
        ("{tag: [impaye]}", {"tags": ("fidèle", "Impayé")}),
        ("{product: fibre 500}", {"product": "Fibre 500 et Mobile 20 Go"}),
        ("{words: [hausse, code sms]}", {"note": "Il a donné le CODE   SMS !"}),
        ("{words: augment*}", {"note": "pourquoi cette augmentation"}),
        ("{words: décédé}", {"note": "mari decede"}),
        ("{language: en}", {"lang": "en-GB"}),
        ("{caller: unknown}", {}),
        ("{caller: known, queue: mobile}", {"known": True, "queue": "mobile"}),
    ],
)
def test_a_rule_fires_when_all_its_conditions_hold(when: str, contact: dict[str, object]) -> None:
    assert fires(when, **contact)


@pytest.mark.parametrize(
    ("when", "contact"),
    [
        ("{queue: mobile}", {"queue": "mobile-pro"}),
        ("{queue: mobile, intent: panne}", {"queue": "mobile"}),
        ("{product: fibre 500}", {"product": "Fibre 5000"}),
        ("{words: vol}", {"note": "volume trop bas"}),
        ("{words: code sms}", {"note": "un sms avec le code"}),
        ("{caller: unknown}", {"known": True}),
        ("{language: en}", {"lang": "fr"}),
        ("{tag: impayé}", {}),
    ],
)
def test_a_rule_stays_silent_when_one_does_not(when: str, contact: dict[str, object]) -> None:
    assert not fires(when, **contact)


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    """Both days are in it; without days it always holds."""
    (rule,) = rules("rules:\n" + one("{queue: q}", more=", from: 2026-11-10, until: 2026-11-22"))
    days = {date(2026, 11, day): bool(fired([rule], Situation(queue="q"), date(2026, 11, day)))
            for day in (9, 10, 22, 23)}  # fmt: skip
    assert list(days.values()) == [False, True, True, False]
    assert met_by([rule], Situation(queue="q"))


def test_the_rule_that_says_more_goes_first_then_the_order_of_the_list() -> None:
    found = rules(
        "rules:\n"
        + one("{queue: q}", name="first")
        + one("{queue: q, words: mot}", name="narrow")
        + one("{words: mot}", name="last")
    )
    order = [rule.id for rule in fired(found, Situation(queue="q", note="un mot"), TODAY)]
    assert order == ["narrow", "first", "last"]


@pytest.mark.parametrize(
    ("item", "flaw"),
    [
        ("{when: {queue: q}, cards: [a]}", Flaw.UNNAMED),
        ("{id: r, cards: [a]}", Flaw.NO_CONDITION),
        ("{id: r, when: {queue: []}, cards: [a]}", Flaw.NO_CONDITION),
        ("{id: r, when: {quue: q}, cards: [a]}", Flaw.UNKNOWN_CONDITION),
        ("{id: r, when: {caller: vip}, cards: [a]}", Flaw.UNKNOWN_CONDITION),
        ("{id: r, when: {queue: q}}", Flaw.NO_CARDS),
        ("{id: r, when: {queue: q}, cards: [a, b, c, d]}", Flaw.TOO_MANY_CARDS),
        ("{id: r, when: {queue: q}, cards: [a], from: demain}", Flaw.BAD_DATE),
        ("{id: r, when: {queue: q}, cards: [a], from: 2026-02-02, until: 2026-01-01}",
         Flaw.BAD_DATE),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule_is_said_and_keeps_it_out(item: str, flaw: Flaw) -> None:
    found, faults = read_rules(yaml.safe_load(f"rules:\n  - {item}\n"))
    assert not found
    assert flaw in {fault.flaw for fault in faults}
    assert all(str(fault).startswith("The rule “") for fault in faults)


def test_a_second_rule_of_one_id_is_left_aside() -> None:
    found, faults = read_rules(
        yaml.safe_load("rules:\n" + one("{queue: q}", "[a]") + one("{queue: p}", "[b]"))
    )
    assert [rule.cards for rule in found] == [("a",)]
    assert [fault.flaw for fault in faults] == [Flaw.TWICE]


def test_a_file_without_a_list_is_a_fault() -> None:
    assert read_rules({"rule": []})[1][0].flaw is Flaw.NO_LIST


def test_what_a_rule_names_must_be_there() -> None:
    """An unknown article, queue or motive is told; what is known is not."""
    queues = read_queues(yaml.safe_load("queues: [{id: q, intents: [{id: i}]}, {id: p}]"))
    found = rules("rules:\n" + one("{queue: [q, z], intent: [i, j]}", "[a, b]"))

    told = [(fault.flaw, fault.detail) for fault in unknown_in(found, ["a"], queues)]
    assert told == [
        (Flaw.UNKNOWN_ARTICLE, "b"),
        (Flaw.UNKNOWN_QUEUE, "z"),
        (Flaw.UNKNOWN_INTENT, "j"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("{queue: q}", "[a]"), ("{queue: [Q]}", "[b]"), Clash.SAME),
        (("{queue: q, words: mot}", "[a]"), ("{queue: [q, p]}", "[b]"), Clash.COVERED),
        (("{queue: q}", "[a, b]"), ("{words: mot}", "[c, d]"), Clash.CROWDED),
        (("{queue: q}", "[a]"), ("{queue: q}", "[a]"), None),
        (("{queue: q}", "[a]"), ("{queue: p}", "[b]"), None),
        (("{queue: q}", "[a]"), ("{words: mot}", "[b]"), None),
        (("{caller: known}", "[a, b]"), ("{caller: unknown}", "[c, d]"), None),
    ],
)
def test_rules_that_get_in_each_others_way_are_listed(
    first: tuple[str, str], second: tuple[str, str], clash: Clash | None
) -> None:
    found = rules("rules:\n" + one(*first, name="one") + one(*second, name="two"))
    assert conflicts(found) == (() if clash is None else (Conflict("one", "two", clash),))


def test_rules_that_are_never_in_force_on_one_day_do_not_clash() -> None:
    found = rules(
        "rules:\n"
        + one("{queue: q}", "[a]", ", until: 2026-11-30", name="now")
        + one("{queue: q}", "[b]", ", from: 2026-12-01", name="then")
    )
    assert not conflicts(found)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
RULE = st.dictionaries(st.sampled_from(["id", "title", "when", "cards", "from", "until"]), ANYTHING)


@given(st.lists(RULE | ANYTHING, max_size=4), st.text(max_size=40))
def test_whatever_stands_in_the_list_nothing_raises(items: list[object], note: str) -> None:
    """A contact comes up whatever somebody wrote, and a rule that fires has a condition."""
    found, faults = read_rules({"rules": items})
    assert all(rule.when and rule.cards for rule in found)
    assert len(found) + len({fault.rule for fault in faults}) <= 2 * len(items)
    fired(found, Situation(note=note, queue=note), TODAY)
    conflicts(found)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(words: str) -> None:
    assert folded(folded(words)) == folded(words)
