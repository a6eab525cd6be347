"""The simulator's own proof: the engine keeps its promises, and a planted bug does not get by."""

import pytest

from tests.simulator.__main__ import first_caught
from tests.simulator.mutants import MUTANTS
from tests.simulator.real_office import RealOffice
from tests.simulator.world import Build, play

QUICK = ("cursor-is-head", "revoked-text-stays", "page-not-in-a-transaction")


def test_sixty_seeds_keep_every_promise() -> None:
    """Crashes, cuts, restores, rights, wrong clocks and full disks: see world.py."""
    for seed in range(60):
        play(seed)


@pytest.mark.long
def test_two_thousand_seeds_keep_every_promise() -> None:
    for seed in range(2000):
        play(seed)


def test_the_servers_own_office_keeps_every_promise() -> None:
    """The same seeds over `sync.server` on SQLite, in place of the small office."""
    for seed in range(5):
        play(seed, Build(office=RealOffice))


@pytest.mark.long
def test_the_servers_own_office_keeps_every_promise_for_long() -> None:
    for seed in range(300):
        play(seed, Build(office=RealOffice))


def test_a_seed_replays_byte_for_byte() -> None:
    """G29."""
    for seed in (3, 7):
        assert "\n".join(play(seed)).encode() == "\n".join(play(seed)).encode()


@pytest.mark.parametrize("name", QUICK)
def test_a_planted_bug_is_caught_at_once(name: str) -> None:
    seed, _ = first_caught(MUTANTS[name], 20)
    assert seed is not None


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_every_planted_bug_is_caught_within_400_seeds(name: str) -> None:
    seed, breach = first_caught(MUTANTS[name], 400)
    assert seed is not None, f"{name} got by"
    assert breach
