"""Put every question, as written and spoiled, to its base; give the figures of each set."""

import json
from pathlib import Path

from tests.relevance import bases, figures, spoiled
from tests.relevance.judged import SETS, JudgedSet, questions

BASELINE = Path(__file__).with_name("baseline.json")

Figures = dict[str, dict[str, dict[str, float]]]  # set → way → name → figure


def measure(ways: tuple[str, ...] = tuple(spoiled.WAYS)) -> Figures:
    """Measure all sets."""
    return {judged.name: measure_set(judged, ways) for judged in SETS}


def measure_set(judged: JudgedSet, ways: tuple[str, ...]) -> dict[str, dict[str, float]]:
    asked = questions(judged)
    with bases.opened(judged) as base:
        return {
            way: figures.mean(
                (
                    question.weight,
                    figures.of_answer(
                        base.answer(spoiled.WAYS[way](question.text)), question.grades
                    ),
                )
                for question in asked
            )
            for way in ways
        }


def read_baseline() -> Figures:
    return dict(json.loads(BASELINE.read_text("utf-8")))


def write_baseline(measured: Figures) -> None:
    rounded = {
        name: {
            way: {key: round(value, 4) for key, value in row.items()} for way, row in rows.items()
        }
        for name, rows in measured.items()
    }
    BASELINE.write_text(json.dumps(rounded, indent=2) + "\n", "utf-8")
