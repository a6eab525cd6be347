"""The judged questions beside the checkout: what is asked, and what answers it how well.

Ids there are the name of a file without its folder. Only the development part is here to be used.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.support.shared_data import SHARED

FOLDER = SHARED / "relevance"
KNOWN = ("short-title", "question")  # the kinds of vdd-known that a person would ask


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """A set of questions, the base they are put to, and the figure that matters most."""

    name: str
    base: str
    lang: str
    main: str
    target: float


SETS = (
    JudgedSet("vdd-cdtn", "service-public", "fr", "nDCG@10", 0.60),
    JudgedSet("vdd-known", "service-public", "fr", "success@1", 0.80),
    JudgedSet("cnil-faq", "cnil-faq", "fr", "success@5", 0.87),
    JudgedSet("stackfaq", "stackfaq", "en", "nDCG@10", 0.80),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its grades by id of article, and what it weighs in the average."""

    id: str
    text: str
    grades: dict[str, int]
    weight: float


def questions(judged: JudgedSet) -> list[Question]:
    """Read the development questions; those of one intent share the weight of one."""
    folder = FOLDER / judged.name
    rows = [row for row in map(json.loads, _lines(folder / "queries.jsonl")) if _wanted(row)]
    intents = Counter(row.get("intent") for row in rows)
    grades = _grades(folder / "qrels.tsv")
    return [
        Question(
            row["id"],
            row["text"],
            grades[row["id"]],
            1 / intents[row["intent"]] if row.get("intent") else 1.0,
        )
        for row in rows
        if row["id"] in grades
    ]


def _wanted(row: dict[str, str]) -> bool:
    return row["split"] == "dev" and row.get("kind", KNOWN[0]) in KNOWN


def _grades(file: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for line in _lines(file):
        question, article, grade = line.split("\t")
        found.setdefault(question, {})[article] = int(grade)
    return found


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()
