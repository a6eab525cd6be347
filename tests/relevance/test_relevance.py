"""Ranking may not get worse unseen: every figure is compared with the saved one."""

import pytest

from tests.relevance import bases, figures, spoiled
from tests.relevance.judged import FOLDER, SETS, JudgedSet
from tests.relevance.measuring import measure_set, read_baseline

ROOM = 0.005  # a figure may fall so much
KEPT = 0.90  # of its main figure a set keeps when it is spoiled

needs_data = pytest.mark.skipif(
    not (FOLDER.is_dir() and bases.REAL.is_dir()),
    reason="needs ../shared/relevance and ../shared/data, which are not on this machine",
)


@needs_data
@pytest.mark.long
@pytest.mark.parametrize("judged", SETS, ids=lambda judged: judged.name)
def test_no_figure_falls_below_the_baseline(judged: JudgedSet) -> None:
    """Each figure of each set, as written and spoiled, stays within .005 of the saved one."""
    measured = measure_set(judged, tuple(spoiled.WAYS))
    fallen = [
        f"{way} {name}: {value:.4f}, was {saved:.4f}"
        for way, row in read_baseline()[judged.name].items()
        for name, saved in row.items()
        if (value := measured[way][name]) < saved - ROOM
    ]

    assert not fallen, fallen


@pytest.mark.parametrize("judged", SETS, ids=lambda judged: judged.name)
def test_spoiled_questions_lose_a_tenth_at_most(judged: JudgedSet) -> None:
    """What was saved holds the promise: accents, case, elision and one slip cost at most 10 %."""
    saved = read_baseline()[judged.name]
    whole = saved["as written"][judged.main]

    assert {way for way, row in saved.items() if row[judged.main] < KEPT * whole} == set()


def test_an_answer_is_judged_by_its_place_and_once() -> None:
    """A repeated article counts where it first stands."""
    assert figures.of_answer(["b", "a"], {"a": 1})[1:] == (0.5, 0.0, 1.0)
    assert figures.of_answer(["b", "b", "b", "b", "b", "a"], {"a": 1})[3] == 1.0
    assert figures.of_answer(["a"], {"a": 3})[0] == 1.0


def test_a_text_is_spoiled_the_same_way_every_time() -> None:
    for way in spoiled.WAYS.values():
        assert way("L’été où l'on résilie") == way("L’été où l'on résilie")
    assert spoiled.accents_lost("été") == "ete"
    assert spoiled.one_slip("à la") == "à la"
