"""Gaps in subjects: whatever is asked, in whatever order it comes in."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kbdesk.core.gaps import ENOUGH, Gap, alike, closeness, subjects

WORDS = ["resili", "resilli", "dec", "esim", "perdu", "factur", "tva", "etranger", "box", "e203",
         "e204", "portabil", "portabilit", "rio"]  # fmt: skip
START = datetime(2026, 11, 1, tzinfo=UTC)

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True)


def gap(number: int, said: list[str]) -> Gap:
    at = START + timedelta(hours=number)
    return Gap(f"{number:04}", " ".join(said), at, words=frozenset(said))


gaps = st.lists(words, max_size=30).map(lambda all_: [gap(n, said) for n, said in enumerate(all_)])


@given(gaps, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_in_which_gaps_come_in_does_not_matter(found: list[Gap], chance: object) -> None:
    mixed = list(found)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert subjects(mixed) == subjects(found)


@given(gaps)
@settings(max_examples=150, deadline=None)
def test_every_gap_is_in_one_subject_and_counted_once(found: list[Gap]) -> None:
    made = subjects(found)
    assert sorted(one.id for subject in made for one in subject.gaps) == [one.id for one in found]
    for subject in made:
        assert sum(asked.times for asked in subject.queries) == subject.times
        assert sum(subject.hows.values()) == subject.times


@given(gaps, st.integers(0, 30))
@settings(max_examples=150, deadline=None)
def test_a_newer_gap_never_moves_an_older_one(found: list[Gap], first: int) -> None:
    """So a subject keeps its id while people go on asking."""
    before = {one.id: subject.id for subject in subjects(found[:first]) for one in subject.gaps}
    after = {one.id: subject.id for subject in subjects(found) for one in subject.gaps}
    assert before.items() <= after.items()


@given(words, words)
@settings(max_examples=150, deadline=None)
def test_closeness_is_the_same_from_either_side(one: list[str], other: list[str]) -> None:
    there, back = (
        closeness(frozenset(one), frozenset(other)),
        closeness(frozenset(other), frozenset(one)),
    )
    assert there == back
    assert there == 0 or ENOUGH <= there <= 1
    assert closeness(frozenset(one), frozenset(one)) == 1


def test_a_slip_of_the_keys_is_the_same_word_and_another_number_is_not() -> None:
    assert alike("resilier", "resillier")
    assert alike("portabilite", "potrabilite")
    assert not alike("e203", "e204")
    assert not alike("box", "boa")
