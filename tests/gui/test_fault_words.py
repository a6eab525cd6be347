"""Every fault that somebody who writes can meet has words on the screen, by its code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import kbdesk
from kbdesk.core.drafts import Problem
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.ui import fault_words, words
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing.problems import Problems

SOURCE = Path(kbdesk.__file__).parent
PLACES = ("content", "core", "services")
CODE_IS = {"BadQuestion": 0, "Fault": 0, "_BadDays": 0, "fault": 1}  # which argument is the code
MADE_BY = {"Trouble", "NotAllowed", "BadContent", "Problem"}
ELSEWHERE = {"card_rules.py"}  # its faults have a code of their own and are no text of an article


def codes_given() -> Iterator[tuple[str, str]]:
    """Give every code that our source names for a fault, with the file it stands in."""
    for place in PLACES:
        for path in sorted((SOURCE / place).rglob("*.py")):
            if path.name not in ELSEWHERE:
                for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                    if isinstance(node, ast.Call):
                        yield from ((code, path.name) for code in _codes(node))


def _codes(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    at = CODE_IS.get(name)
    if at is not None and len(call.args) > at:
        yield from _literal(call.args[at])
    if name in MADE_BY:
        for keyword in call.keywords:
            if keyword.arg == "code":
                yield from _literal(keyword.value)


def _literal(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_every_code_of_a_fault_has_its_words() -> None:
    """The words are on the screen's side: a code without any would be told in English."""
    given = dict(codes_given())
    assert len(given) > 50, "the codes are found at all"
    assert {code: file for code, file in given.items() if not fault_words.said(code)} == {}


def test_no_words_stand_there_for_a_fault_that_nobody_gives() -> None:
    known = {code for part in ("heads", "fields", "blocks", "questions", "guides", "acts")
             for code in getattr(fault_words._words, f"_{part}")()}  # fmt: skip
    assert known - {code for code, _ in codes_given()} == set()


def test_a_value_that_looks_like_a_gap_stays_a_value() -> None:
    """What somebody typed is put in as it is, once."""
    told = fault_words.said("no_such_step", ("%2", "où"))
    assert told.startswith("“%2” leads to “où”")


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (
            Problem("x", "y", 4, "verified", "no_day", ("hier",)),
            "Line 4, verified: “hier” is no day of the calendar. Write it as 2026-03-31.",
        ),
        (
            Problem("x", "y", 9, "", "none_right"),
            "Line 9: No answer is marked as right. Write “- [x]” before it.",
        ),
        (
            Problem("x", "y", 0, "id", "other_id", ("a", "b")),
            "id: An article keeps its id: “a”, not “b”. Write it back, or begin a new article.",
        ),
        (Problem("x", "y", 0, "Étapes", "empty"), "“Étapes” is still to be written"),
        (Problem("Of a later kbdesk.", "Mend it.", 2, "", "unheard"),
         "Line 2: Of a later kbdesk. Mend it."),
    ],
)  # fmt: skip
def test_a_problem_names_its_line_and_field_and_what_to_do(
    qtbot: QtBot, problem: Problem, told: str
) -> None:
    shown = Problems(Look.of("light"))
    qtbot.addWidget(shown)
    shown.resize(900, 200)
    shown.show_problems([problem])
    assert shown.lines[0].toolTip() == told
    assert told in shown.told, "a screen reader is told the same"


def test_a_refusal_is_told_by_its_code_wherever_it_is_told() -> None:
    refused = NotAllowed("English.", "To do.", code="four_eyes", values=("fibre",))
    assert words.trouble(refused).startswith("On “fibre” nobody publishes")
    assert words.trouble(Trouble("Only this.", "And that.")) == "Only this. And that."
