"""The figures of the benchmarks: a wrong percentile would praise or blame the wrong thing."""

import json
import sys
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.bases import chosen
from tests.bench.figures import Report, Spread, Table, Target, machine, percentile, ratio, save
from tests.bench.options import Options
from tests.bench.sides import Asked, Side

VALUES = st.lists(st.floats(0, 1e6), min_size=1, max_size=300)


def test_a_percentile_is_the_nearest_rank() -> None:
    """As in the textbook: of 1..20, 95 % do not pass 19; of five values, only the last will do."""
    assert percentile(range(1, 21), 0.95) == 19
    assert percentile(range(1, 101), 0.99) == 99
    assert percentile([15, 20, 35, 40, 50], 0.30) == 20
    assert percentile([15, 20, 35, 40, 50], 0.95) == 50
    assert percentile([3], 0.5) == 3


@given(VALUES, st.sampled_from([0.5, 0.9, 0.95, 0.99, 1.0]))
def test_a_percentile_was_really_measured_and_holds_its_share(
    values: list[float], share: float
) -> None:
    """It is one of the values, the share asked for lies at or below it, and no smaller one does."""
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-6
    assert sum(value < found for value in values) < share * len(values)


def test_nothing_measured_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="No value"):
        percentile([], 0.95)
    with pytest.raises(ValueError, match="share"):
        percentile([1.0], 95)


def test_the_order_of_the_runs_does_not_matter() -> None:
    assert Spread.of([5, 1, 4, 2, 3]) == Spread.of([1, 2, 3, 4, 5])


@given(VALUES)
def test_a_spread_lies_in_order(values: list[float]) -> None:
    spread = Spread.of(values)
    assert spread.p50 == median(values)
    assert spread.p95 <= spread.p99 <= spread.worst == max(values)
    assert spread.count == len(values)


def test_a_ratio_says_how_many_times_the_floor() -> None:
    assert ratio(3.0, 2.0) == 1.5
    with pytest.raises(ValueError, match="against"):
        ratio(3.0, 0.0)


def test_a_target_is_met_at_its_bound_and_missed_above() -> None:
    assert Target("launch", 1.3, 1.3).met
    assert not Target("launch", 1.31, 1.3).met
    assert "MISSED" in Target("launch", 1.31, 1.3).text()


def test_a_table_lines_its_columns_up() -> None:
    table = Table("sizes", ["", "ms"], [["ours", 1.25], ["another engine", 1234.5], ["none", None]])
    assert table.text().splitlines() == [
        "sizes",
        "                   ms",
        "--------------  -----",
        "ours             1.25",
        "another engine  1,234",
        "none                -",
    ]


def test_saved_figures_can_be_read_again(tmp_path: Path) -> None:
    report = Report(
        "search", [Table("é", ["", "n"], [["a", 1]])], [Target("t", 2.0, 1.0)], ["none"]
    )
    save([report], machine(), tmp_path / "figures.json")
    told = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert told["reports"][0]["tables"][0]["rows"] == [["a", 1]]
    assert told["reports"][0]["targets"] == [
        {"name": "t", "figure": 2.0, "at_most": 1.0, "met": False}
    ]
    assert told["before"]["cores"] == told["after"]["cores"]


SLOW_SIDE = """
import json, sys, threading
for line in sys.stdin:
    if json.loads(line)["text"] == "slow":
        threading.Event().wait()
    print(json.dumps({"ms": 2.5, "ids": ["a"]}), flush=True)
"""


def test_an_engine_that_takes_too_long_is_cut_off_and_answers_again_afterwards() -> None:
    """The time it is charged is our patience, and the next query meets a fresh process."""
    asked = Asked([sys.executable, "-c", SLOW_SIDE], patience=2.0)
    try:
        assert asked.ask("quick", typing=False, every=False) == (2.5, ["a"])
        assert asked.ask("slow", typing=False, every=False) == (2000.0, [])
        assert asked.ask("quick", typing=True, every=True) == (2.5, ["a"])
    finally:
        asked.close()


def test_an_engine_that_breaks_is_told_and_not_measured() -> None:
    asked = Asked([sys.executable, "-c", "input()"])
    try:
        with pytest.raises(RuntimeError, match="fell silent"):
            asked.ask("anything", typing=False, every=False)
    finally:
        asked.close()


def test_an_engine_that_is_not_installed_is_skipped() -> None:
    assert Side("none", "no_such_engine").python() is None


def test_every_engine_gives_the_same_first_answer_on_a_plain_question(tmp_path: Path) -> None:
    """SQLite's is always there: built from two documents, it finds the one that is meant."""
    from tests.bench.peers import fts5

    documents = [
        {"id": "a", "title": "Résilier sa ligne", "text": "Le préavis est de dix jours."},
        {"id": "b", "title": "Payer sa facture", "text": "Par carte ou par virement."},
    ]
    assert fts5.build(str(tmp_path), documents) == 2
    index = fts5.open_index(str(tmp_path))
    assert index.search("preavis", typing=False, every=True) == ["a"]
    assert index.search("factu", typing=True, every=True) == ["b"]
    assert index.search('" * -', typing=True, every=False) == []


@pytest.mark.parametrize(
    ("which", "names"), [("real", ["real"]), ("large", ["made-50"]), ("both", ["real", "made-50"])]
)
def test_a_run_measures_the_bases_it_was_asked_for(which: str, names: list[str]) -> None:
    assert [base.name for base in chosen(Options(articles=50, which=which))] == names
