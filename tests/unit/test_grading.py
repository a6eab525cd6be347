"""Whether an answer is right: what is forgiven, and what never is."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.bodies.learning import Question
from sync.protocol.grading import question_id, right


def short(accepted: str, typed: str, asked: str = "Combien ?") -> bool:
    return right(Question("short", asked, accepted=(accepted,)), (typed,))


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("médiateur", "MEDIATEUR"),
        ("médiateur", "  médiateur. "),
        ("médiateur", "médiatuer"),  # swapped
        ("médiateur", "médiatteur"),  # doubled
        ("médiateur", "mdiateur"),  # missing
        ("l’avoir", "avoir"),
        ("Wi-Fi", "wi fi"),
        ("Wi-Fi", "wifi"),
        ("14 jours", "14 j"),
        ("14 jours", "14j"),
        ("14 jours", "14"),
        ("14 jours", "quatorze jours"),
        ("12,50 €", "12.5 euros"),
        ("1 000 €", "1000€"),
        ("1\u202f000 €", "1 000 euros"),
        ("8 h 30", "8:30"),
        ("8h30", "8 h 30"),
        ("5 %", "5 pour cent"),
        ("100 Mbit/s", "100 mbps"),
        ("06 12 34 56 78", "0612345678"),
        ("remboursement immédiat", "remboursemnt imediat"),
    ],
)
def test_ways_of_writing_the_same_answer_are_forgiven(accepted: str, typed: str) -> None:
    """C02: accents, case, spaces, units, the way a number is written, a letter in a word."""
    assert short(accepted, typed)


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("14 jours", "15 jours"),
        ("14 jours", "41 jours"),
        ("14 jours", "14 mois"),
        ("14 jours", ""),
        ("six", "dix"),
        ("sixième", "dixième"),
        ("5 millions", "5 milliards"),
        ("milliard", "billion"),
        ("10²", "102"),
        ("½", "12"),
        ("1,5", "15"),
        ("1,500", "1,5"),
        ("1.500", "1500"),
        ("1/2", "12"),
        ("-5", "5"),
        ("> 5", "< 5"),
        ("06 12 34 56 78", "06 12 34 56 79"),
        ("mois", "moins"),
        ("J", "D"),
        ("oui", "non"),
        ("débit", "crédit"),
        ("remboursement immédiat", "rembourssemnt imediatt"),
    ],
)
def test_another_answer_is_never_forgiven(accepted: str, typed: str) -> None:
    assert not short(accepted, typed)


def test_a_unit_that_is_added_must_be_the_one_asked_for() -> None:
    assert short("14", "14 jours", "Combien de jours ?")
    assert not short("14", "14 mois", "Combien de jours ?")
    assert short("14", "14 jours", "Quel délai ?")


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_two_different_numbers_are_never_the_same_answer(one: int, other: int) -> None:
    """However they are written: with groups, with a unit, with noughts behind the comma."""
    ways = (
        str,
        lambda n: f"{n:,}".replace(",", " "),
        lambda n: f"{n},00 €",
        lambda n: f"{n} jours",
    )
    for written in ways:
        assert short(written(one), str(other)) is (one == other)
        assert short(written(one), written(other)) is (one == other)


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_two_different_amounts_are_never_the_same_answer(one: object, other: object) -> None:
    typed = f"{other} euros".replace(".", ",")
    assert short(f"{one} €", typed) is (one == other)


CHOICE = Question("multiple", "Lesquels ?", (("A", True), ("B b", True), ("C", False)))


def test_choices_are_right_when_all_right_ones_and_no_others_are_chosen() -> None:
    assert right(CHOICE, ("b  B", "a"))
    assert not right(CHOICE, ("A",))
    assert not right(CHOICE, ("A", "B b", "C"))
    assert not right(CHOICE, ("A", "A", "B b"))
    assert not right(CHOICE, ())


def test_true_and_false_may_be_said_in_either_language() -> None:
    asked = Question("truefalse", "Vrai ?", (("Vrai", True), ("Faux", False)))
    assert right(asked, ("true",))
    assert right(asked, ("Vrai.",)) is right(asked, ("TRUE.",))
    assert not right(asked, ("false",))


def test_order_and_pairs_count() -> None:
    order = Question("ordering", "?", order=("un", "deux", "trois"))
    assert right(order, ("Un", "deux", "trois"))
    assert not right(order, ("deux", "un", "trois"))
    pairs = Question("matching", "?", pairs=(("a", "x"), ("b", "y"), ("c", "x")))
    assert right(pairs, ("x", "y", "x"))
    assert not right(pairs, ("y", "x", "x"))
    assert not right(pairs, ("x", "y"))


def test_an_unknown_kind_is_never_right() -> None:
    assert not right(Question("essay", "?", accepted=("a",)), ("a",))


_TEXT = st.text(max_size=30)
_QUESTION = st.builds(
    Question,
    st.sampled_from(["single", "multiple", "truefalse", "short", "ordering", "matching", "x"]),
    _TEXT,
    st.lists(st.tuples(_TEXT, st.booleans()), max_size=4).map(tuple),
    st.lists(_TEXT, max_size=3).map(tuple),
    st.lists(_TEXT, max_size=3).map(tuple),
    st.lists(st.tuples(_TEXT, _TEXT), max_size=3).map(tuple),
)


@given(_QUESTION, st.lists(_TEXT, max_size=4).map(tuple))
def test_nothing_given_raises(question: Question, answer: tuple[str, ...]) -> None:
    assert right(question, answer) in {True, False}
    assert len(question_id(question)) == 64


@given(st.text(max_size=40))
def test_what_is_accepted_to_the_letter_is_right(text: str) -> None:
    assert short(text, text) is bool(text.strip())


def test_a_question_keeps_its_name_when_only_spaces_order_or_explanation_change() -> None:
    one = Question("single", "Quel  délai ?", (("5 jours", True), ("7 jours", False)))
    same = Question(
        "single", "Quel délai ?", (("7  jours", False), ("5 jours", True)), explanation="Parce que."
    )
    assert question_id(one) == question_id(same)
    other = Question("single", "Quel délai ?", (("5 jours", False), ("7 jours", True)))
    assert question_id(one) != question_id(other)


def test_a_start_does_not_pay_for_grading() -> None:
    """Its tables are read with the first question, never while a window comes up."""
    code = "import sys, kbdesk.desk; print('sync.protocol.grading' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
