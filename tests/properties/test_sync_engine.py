"""The simulator's acts in an order of hypothesis' choice: what it breaks, it makes small."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.simulator.world import Build, World

ACTS = (
    "sync",
    "check",
    "write",
    "begin",
    "cross",
    "take back",
    "publish",
    "retire",
    "move",
    "rights",
    "waver",
    "snapshot",
    "relive",
    "shift",
    "renumber",
    "backup",
    "restore",
    "sign in",
    "signed out",
    "dismiss",
    "lose the copy",
    "disk",
)
RUNS = st.lists(st.sampled_from(ACTS), max_size=25)


def _live_through(seed: int, acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(seed, Build(), Path(folder))
        world.weather.calm = False
        for act in acts:
            world.act(act)
        world.rest()


@settings(max_examples=40)
@given(st.integers(0, 2**32), RUNS)
def test_no_order_of_acts_breaks_a_promise(seed: int, acts: list[str]) -> None:
    _live_through(seed, acts)


@pytest.mark.long
@settings(max_examples=2000)
@given(st.integers(0, 2**32), RUNS)
def test_two_thousand_orders_of_acts_break_no_promise(seed: int, acts: list[str]) -> None:
    _live_through(seed, acts)


def test_every_act_is_tried() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert set(World(0, Build(), Path(folder)).acts()) == set(ACTS)
