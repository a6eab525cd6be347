"""The real databases live through the simulator's misfortunes and keep its promises, every one."""

import pytest

from tests.simulator.world import Build, play
from tests.support.stored_replica import StoredInMemory


def live_through(seeds: range) -> None:
    for seed in seeds:
        play(seed, Build(replica=StoredInMemory))


@pytest.mark.long
def test_a_few_lives_break_no_promise() -> None:
    live_through(range(1000, 1030))


@pytest.mark.long
def test_hundreds_of_lives_break_no_promise() -> None:
    live_through(range(250))
