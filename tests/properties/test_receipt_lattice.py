"""How far one is with a notice only grows: in any order, cut anywhere, on any number of PCs."""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kbdesk.core.announcements import State, join
from sync.protocol import codec
from sync.protocol.bodies import announcements as bodies
from sync.protocol.wire import Status
from sync.server.office import Office
from sync.server.principal import Principal, Role
from tests.support.offices import HandClock, a_storage, operation, person, push

states = st.sampled_from(list(State))


@given(st.lists(states), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(records: list[State], chance: random.Random) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert join(*records) is join(*shuffled)


@given(st.lists(states), st.lists(states))
def test_two_machines_agree_whoever_tells_first(mine: list[State], theirs: list[State]) -> None:
    """Joining what each has joined is joining everything: it may be sent twice, and in parts."""
    both = join(*mine, *theirs)
    assert join(join(*mine), join(*theirs)) is both
    assert join(both, *mine) is both


@given(st.lists(states), states)
def test_nothing_ever_goes_back(records: list[State], one: State) -> None:
    assert join(*records, one).rank >= max(join(*records).rank, one.rank)


def _grown(records: Sequence[State]) -> list[State]:
    return [join(*records[: n + 1]) for n in range(len(records))]


@given(st.lists(states))
def test_each_record_finds_the_state_where_it_was_or_further(records: list[State]) -> None:
    ranks = [state.rank for state in _grown(records)]
    assert ranks == sorted(ranks)


@dataclass
class Told:
    """A server with a supervisor and an agent, and notices that ask a question."""

    office: Office
    chef: Principal
    ana: Principal

    def announce(self) -> str:
        id_ = f"n{next(_numbers)}"
        body = {"id": id_, "audience": "all", "title": "Plafond", "receipt": True, "check": CHECK}
        [result] = push(self.office, self.chef, operation("announce", body))
        assert result.status is Status.APPLIED
        return id_

    def receipt(self, id_: str) -> bodies.Receipt | None:
        found = self.office.storage.read(
            lambda t: t.value(
                "SELECT body FROM entities WHERE kind = 'receipt' AND id = ?", f"{id_}/ana"
            )
        )
        return None if found is None else codec.decode(found.encode(), bodies.Receipt)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("office")
    with a_storage("sqlite", folder) as storage:
        office = Office(storage, folder / "files", HandClock())
        yield Told(office, person(office, "chef", Role.SUPERVISOR), person(office, "ana"))
        office.close()


_numbers = itertools.count(1)
CHECK = {"kind": "single", "text": "?", "offered": [["15 €", True], ["10 €", False]]}
RIGHT, WRONG = ["15 €"], ["10 €"]
acts = st.lists(
    st.tuples(st.sampled_from([*list(State)[1:], None]), st.sampled_from(["pc-1", "pc-2"])),
    max_size=8,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts, st.randoms(use_true_random=False))
def test_the_server_comes_to_the_join_of_what_was_sent(
    told: Told, acts: list[tuple[State | None, str]], chance: random.Random
) -> None:
    """From two PCs, in any order, each sent up to three times; None is a wrong answer."""
    id_ = told.announce()
    made = [
        operation("receipt", {
            "announcement": id_, "version": 1, "device": device,
            "state": (state or State.UNDERSTOOD).value, "answer": RIGHT if state else WRONG,
        })
        for state, device in acts
    ]  # fmt: skip
    sent = [one for one in made for _ in range(chance.randint(1, 3))]
    chance.shuffle(sent)
    for one in sent:
        [result] = push(told.office, told.ana, one)
        assert result.status in {Status.APPLIED, Status.DUPLICATE}
    receipt = told.receipt(id_)
    reached = receipt.versions["1"] if receipt is not None else bodies.Reached()
    known = [state for state in State if getattr(reached, state.value, None) is not None]
    assert join(*known) is join(*(state or State.SHOWN for state, _ in acts))
    assert [state.rank for state in known] == list(range(1, len(known) + 1))
    assert reached.wrong == sum(state is None for state, _ in acts)
