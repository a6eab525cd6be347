"""Whatever figures of a cohort are told, in whatever order: nobody's own state follows from them.

What an observer could believe is reckoned exactly. They know every figure told, when, and who was
in the cohort at each moment; they do not see people work. People who always came and went together
are alike to them, so a belief is a set of counts, one for each such group.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.server.rules import masking

Counts = tuple[int, ...]  # of each group, how many have done the step
Members = frozenset[int]  # the groups that are in the cohort
Event = int | Members  # somebody of a group does the step, or the cohort changes
Grown = Callable[[int, int, int], int]
Fewer = Callable[[int, int, int, int], int]  # told, left, people, and the count nobody may use


def fewer(told: int, left: int, people: int, _count: int) -> int:
    return masking.fewer(told, left, people)


class World:
    """A cohort as it is, what is told of it, and all that an observer must still believe."""

    def __init__(self, sizes: Sequence[int], done: Counts, members: Members) -> None:
        self.sizes, self.done, self.members, self.told = sizes, done, members, 0
        self.grown: Grown = masking.grown
        self.fewer: Fewer = fewer
        self.beliefs: set[Counts] = set(product(*(range(size + 1) for size in sizes)))

    @property
    def people(self) -> int:
        return sum(self.sizes[group] for group in self.members)

    def count(self, done: Counts, members: Members) -> int:
        return sum(done[group] for group in members)

    def play(self, event: Event) -> None:
        """Let something happen, and the observer draw every conclusion from what they see."""
        told = self.told
        if isinstance(event, int):
            self.told = self._after_act(self.done, event, told)
            self.done = _more(self.done, event)
            if self.told != told:
                self.beliefs = set(self._acts(self.beliefs, told, self.told))
            self.beliefs = self._unseen(self.beliefs)
            return
        left = sum(self.sizes[group] for group in self.members - event)
        self.members = event
        self.told = self._after_change(self.done, told, left)
        self.beliefs = {
            one for one in self.beliefs if self._after_change(one, told, left) == self.told
        }
        self.beliefs = self._unseen(self.beliefs)

    def _after_act(self, done: Counts, group: int, told: int) -> int:
        if group not in self.members or self.people < masking.LEAST:
            return told
        return self.grown(told, self.count(_more(done, group), self.members), self.people)

    def _after_change(self, done: Counts, told: int, left: int) -> int:
        if self.people < masking.LEAST:
            return 0
        return self.fewer(told, left, self.people, self.count(done, self.members))

    def _acts(self, beliefs: Iterable[Counts], told: int, seen: int) -> Iterable[Counts]:
        """Give where an act may lead after which `seen` is told."""
        for one in beliefs:
            for group, size in enumerate(self.sizes):
                if one[group] < size and self._after_act(one, group, told) == seen:
                    yield _more(one, group)

    def _unseen(self, beliefs: set[Counts]) -> set[Counts]:
        """Add where acts may have led that changed nothing one could see."""
        found, news = set(beliefs), set(beliefs)
        while news:
            news = set(self._acts(news, self.told, self.told)) - found
            found |= news
        return found

    def given_away(self) -> list[int]:
        """Name the groups of which an observer knows what each of its people has done."""
        return [
            group
            for group, size in enumerate(self.sizes)
            if not any(one[group] for one in self.beliefs)
            or all(one[group] == size for one in self.beliefs)
        ]


def _more(done: Counts, group: int) -> Counts:
    return (*done[:group], done[group] + 1, *done[group + 1 :])


@st.composite
def histories(draw: st.DrawFn) -> tuple[World, list[Event]]:
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=4))
    sizes = [*sizes, draw(st.integers(1, 9))]
    groups = st.frozensets(st.integers(0, len(sizes) - 1), min_size=1)
    done = tuple(draw(st.integers(0, size)) for size in sizes)
    events = draw(st.lists(st.one_of(st.integers(0, len(sizes) - 1), groups), max_size=25))
    return World(sizes, done, draw(groups)), events


def _played(world: World, events: Iterable[Event]) -> Iterable[World]:
    for event in events:
        if isinstance(event, int) and world.done[event] == world.sizes[event]:
            continue  # they all have
        world.play(event)
        yield world


@settings(max_examples=40, deadline=None)
@given(histories())
def test_no_sequence_of_figures_tells_what_one_person_has_done(
    history: tuple[World, list[Event]],
) -> None:
    """Through progress, through people who join and leave, for cohorts of any size."""
    for world in _played(*history):
        assert world.done in world.beliefs, "the reckoning itself is sound"
        assert not world.given_away()


@given(histories())
def test_what_is_told_is_true_and_about_five_on_either_side(
    history: tuple[World, list[Event]],
) -> None:
    history[0].beliefs = set()  # nobody looks on
    for world in _played(*history):
        told = world.told
        assert told <= world.count(world.done, world.members)
        assert told == 0 or 5 <= told <= world.people - 5
        assert told % 5 == 0


def test_counts_told_one_by_one_would_give_people_away() -> None:
    """The reckoning finds what it is for: exact counts above five, and a count made anew."""
    exact = World([10, 1], (4, 0), frozenset({0}))
    exact.grown = lambda _told, count, _people: count if count >= 5 else 0
    exact.fewer = lambda _told, _left, _people, count: count if count >= 5 else 0
    exact.play(0)
    exact.play(frozenset({0, 1}))
    assert 1 in exact.given_away(), "who joined has not done it: the count stayed"
    anew = World([19, 1], (9, 0), frozenset({0, 1}))
    anew.fewer = lambda _told, _left, people, count: masking.at_least(count, people)
    anew.play(1)
    assert not anew.given_away()
    anew.play(frozenset({0}))
    assert 1 in anew.given_away(), "who left had done it: the count fell"
