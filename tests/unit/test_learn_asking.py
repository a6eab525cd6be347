"""How a question comes to an answer by keys, without a window."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.core import quiz
from kbdesk.core.questions import Answer, Question, QuestionKind
from kbdesk.core.quiz import Due, shuffled
from kbdesk.ui.learn.asking import Asking
from kbdesk.ui.learn.cohort_draft import read_day, read_people, write_people

PASSAGE = quiz.Tested("a", "A", "s", "texte")
ORDER = Question(QuestionKind.ORDERING, "?", order=("un", "deux", "trois", "quatre"))
PAIRS = Question(QuestionKind.MATCHING, "?", pairs=(("a", "1"), ("b", "2"), ("c", "1")))
ONE = Question(QuestionKind.SINGLE, "?", offered=(Answer("oui", True), Answer("non", False)))
SEVERAL = replace(ONE, kind=QuestionKind.MULTIPLE)
SHORT = Question(QuestionKind.SHORT, "?", accepted=("12",))
PEOPLE = (("ana", "Ana Petit", "agent"), ("bru", "Bruno Petit", "agent"), ("chl", "Chloé", "agent"))


def asked(question: Question) -> Asking:
    lefts = tuple(left for left, _right in question.pairs)
    return Asking.begin(Due("q", question, PASSAGE, shuffled(question, "seed"), lefts))


def test_one_digit_answers_a_single_choice() -> None:
    """Nothing else is to be pressed."""
    asking = asked(ONE)
    taken = asking.take(1)
    assert taken.at_once
    assert taken.complete
    assert taken.answer == (asking.due.choices[1],)


def test_several_are_marked_and_unmarked() -> None:
    """A digit struck twice is no answer."""
    asking = asked(SEVERAL).take(0).take(1).take(0)
    assert asking.answer == (asking.due.choices[1],)
    assert not asking.take(1).complete


def test_the_last_item_of_an_order_takes_its_place_by_itself() -> None:
    """It has but one place left."""
    asking = asked(ORDER).take(2).take(0).take(3)
    assert asking.complete
    assert asking.answer == tuple(asking.due.choices[one] for one in (2, 0, 3, 1))
    assert asking.place_of(1) == 4


def test_an_item_that_was_taken_is_given_back() -> None:
    """Who erred strikes the key again."""
    asking = asked(ORDER).take(2).take(0).take(2)
    assert asking.place_of(2) == 0
    assert asking.place_of(0) == 1


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from((-1, 1)))))
def test_moving_items_loses_none(moves: list[tuple[int, int]]) -> None:
    """However an order is moved about, it holds each item once."""
    asking = asked(ORDER)
    for row, by in moves:
        asking = asking.move(row, by)
        assert sorted(asking.rows) == [0, 1, 2, 3]
        assert not asking.taken or sorted(asking.taken) == [0, 1, 2, 3]


def test_what_is_moved_stands_where_it_is_shown() -> None:
    """From the first move on the answer is what is on screen."""
    asking = asked(ORDER).move(0, 1)
    assert asking.answer == tuple(asking.due.choices[one] for one in (1, 0, 2, 3))
    assert asking.move(0, -1) == asking


def test_pairs_take_a_key_for_each_side_and_a_right_side_may_serve_twice() -> None:
    """The answer has the right sides in the order of the left ones."""
    asking = asked(PAIRS)
    one, two = asking.due.choices.index("1"), asking.due.choices.index("2")
    for left, right in ((0, one), (2, one), (1, two)):
        asking = asking.take(left).take(right)
    assert asking.complete
    assert asking.answer == ("1", "2", "1")


def test_a_left_side_may_be_let_go_and_paired_anew() -> None:
    """A wrong key costs one more key and no more."""
    asking = asked(PAIRS).take(0)
    assert asking.left == 0
    assert asking.let_go().take(1).take(0).pairs == {1: 0}


@pytest.mark.parametrize(("typed", "complete"), [("", False), ("   ", False), (" 12 ", True)])
def test_what_is_typed_is_sent_without_its_edges(typed: str, complete: bool) -> None:
    """Spaces alone are no answer."""
    asking = replace(asked(SHORT), typed=typed)
    assert asking.complete is complete
    assert asking.answer == (typed.strip(),)


@pytest.mark.parametrize("question", [ONE, SEVERAL, ORDER, PAIRS, SHORT])
def test_a_key_without_a_row_changes_nothing(question: Question) -> None:
    """Nine keys, two rows."""
    assert asked(question).take(8) == asked(question)


def test_people_are_found_by_what_only_they_are_called() -> None:
    """A name that two share is told, and so is a name of nobody."""
    named = read_people("Ana Petit, bruno\nchloe; Petit, Zoé", PEOPLE)
    assert named.people == ("ana", "bru", "chl")
    assert named.unknown == ("Petit", "Zoé")


@given(st.lists(st.sampled_from([id_ for id_, _name, _role in PEOPLE]), unique=True))
def test_people_that_are_written_are_read_again(people: list[str]) -> None:
    """Opening the form and keeping it changes nobody."""
    assert read_people(write_people(people, PEOPLE), PEOPLE).people == tuple(people)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("4/12", date(2026, 12, 4)), ("4.12.2027", date(2027, 12, 4)), ("3/1", date(2027, 1, 3)),
     ("2026-12-04", date(2026, 12, 4)), ("31/2", None), ("bientôt", None)],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written_here(typed: str, day: date | None) -> None:
    """Without a year it is the next one."""
    assert read_day(typed, date(2026, 11, 22)) == day
