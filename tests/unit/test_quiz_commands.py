"""`kbdesk quiz` and `kbdesk path` in a base of its own."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.desk_commands import desk
from tests.support.lessons import EACH, lesson, write_lessons

PATHS = """\
paths:
  - id: accueil
    title: Accueil
    modules:
      - {id: un, title: Un, steps: [{article: base/lecon-0}]}
      - {id: deux, title: Deux, after: [un], steps: [{guide: base/lecon-1}]}
  - {id: vide, title: Vide, modules: []}
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = write_lessons(tmp_path / "base", 2)
    (folder / "paths.yaml").write_text(PATHS, "utf-8")
    desk(tmp_path / "profile", "import", str(folder))
    return tmp_path / "profile"


def ask(profile: Path, *arguments: str) -> Any:
    return json.loads(desk(profile, *arguments, "--json"))


def test_what_is_due_is_answered_by_text_or_by_number(profile: Path) -> None:
    due = ask(profile, "quiz", "due")
    assert [one["today"] for one in due] == [True] * 5 + [False] * (2 * EACH - 5)
    assert "7 more are new to you" in desk(profile, "quiz", "due")
    one = next(one for one in due if one["kind"] == "single")
    assert set(one) >= {"id", "kind", "text", "choices", "article", "title", "since", "seconds"}
    number = one["choices"].index("3 jours") + 1
    said = ask(profile, "quiz", "answer", one["id"][:8], str(number))
    assert said["right"] is True
    assert said["answer"] == ["3 jours"]
    assert "remboursement" in said["passage"]
    wrong = ask(profile, "quiz", "answer", one["id"], "90 jours")
    assert (wrong["right"], wrong["solution"]) == (False, ["3 jours"])
    assert [row["right"] for row in ask(profile, "quiz", "history", one["id"])] == [True, False]
    assert sum(row["today"] for row in ask(profile, "quiz", "due")) == 4
    told = desk(profile, "quiz", "answer", one["id"], "90", "jours")
    assert told.startswith("Wrong.\nRight would be: 3 jours\n")


def test_a_short_answer_may_be_several_words(profile: Path) -> None:
    one = next(
        one for one in ask(profile, "quiz", "list", "base/lecon-0") if one["kind"] == "short"
    )
    assert ask(profile, "quiz", "answer", one["id"], "3", "jours")["right"] is True


def test_an_unknown_question_is_refused_with_what_to_do(profile: Path) -> None:
    said = desk(profile, "quiz", "answer", "abcdef12", "x", code=1)
    assert "kbdesk quiz list" in said
    assert "no article" in desk(profile, "quiz", "list", "x", code=1).lower()


def test_sleeping_questions_are_listed_and_woken(profile: Path, tmp_path: Path) -> None:
    edited = tmp_path / "edited" / "lecon-0.md"
    edited.parent.mkdir()
    edited.write_text(lesson(0, frozenset({2})), "utf-8")
    desk(profile, "import", str(edited.parent))
    (asleep,) = ask(profile, "quiz", "list", "--asleep")
    assert asleep["article"] == "base/lecon-0"
    assert len(ask(profile, "quiz", "list", "base/lecon-0")) == EACH - 1
    assert ask(profile, "quiz", "confirm", asleep["id"][:9])["confirmed"] == [asleep["id"]]
    assert ask(profile, "quiz", "list", "--asleep") == []
    assert "No question sleeps" in desk(profile, "quiz", "list", "--asleep")


def test_questions_go_out_and_in_as_gift(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.gift"
    said = ask(profile, "quiz", "export", str(file), "--article", "base/lecon-0")
    assert said["carried"] == EACH - 1
    assert [one["whole"] for one in said["left_out"]] == [True]
    into = ask(profile, "quiz", "import", str(file), "--into", "base/lecon-1")
    assert (into["carried"], into["waits"]) == (EACH - 1, False)
    out = ask(profile, "quiz", "export", str(file), "--article", "base/lecon-1")
    assert out["carried"] == 2 * (EACH - 1)
    again = desk(profile, "quiz", "import", str(file), "--into", "base/lecon-1")
    assert "0 questions carried." in again


def test_a_path_is_listed_shown_and_followed(profile: Path) -> None:
    listed = ask(profile, "path", "list")
    assert [one["id"] for one in listed["paths"]] == ["accueil"]
    assert "vide" in listed["faults"][0]
    shown = ask(profile, "path", "show", "accueil")
    assert shown["next"] == "un/article:base/lecon-0"
    assert [module["state"] for module in shown["modules"]] == ["next", "locked"]
    refused = desk(profile, "path", "done", "accueil", "deux/guide:base/lecon-1", code=1)
    assert "Finish “Un” first" in refused
    desk(profile, "path", "done", "accueil", shown["next"])
    assert ask(profile, "path", "progress")[0]["done"] == 1
    assert "[x] un/article:base/lecon-0" in desk(profile, "path", "show", "accueil")


def test_cohorts_are_a_matter_of_servers_and_supervisors(profile: Path) -> None:
    assert ask(profile, "path", "cohort") == []
    options = ("--path", "accueil", "--person", "ana", "--trainer", "tim")
    assert "supervisors" in desk(profile, "path", "cohort", "c1", *options, code=1)
    assert "needs a path" in desk(profile, "path", "cohort", "c1", "--title", "C", code=1)
    assert "no cohort" in desk(profile, "path", "progress", "c1", code=1)


def test_figures_are_empty_without_a_server(profile: Path) -> None:
    assert ask(profile, "quiz", "figures") == []
