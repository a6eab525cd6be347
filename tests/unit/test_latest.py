"""Of several questions only the newest answer counts."""

from kbdesk.ui.latest import Latest
from tests.support.held_runner import HeldRunner


def ask(latest: Latest, answer: str, heard: list[str]) -> None:
    latest.ask(lambda: answer, heard.append, lambda error: heard.append(repr(error)))


def test_a_lone_question_is_answered() -> None:
    runner, heard = HeldRunner(), list[str]()
    ask(Latest(runner), "a", heard)
    runner.let_go()
    assert heard == ["a"]


def test_typing_on_drops_the_late_answer_and_skips_what_lies_between() -> None:
    """With one search under way, five more keys cost one more search, not five."""
    runner, heard = HeldRunner(), list[str]()
    latest = Latest(runner)
    for text in ("r", "re", "rem", "remb", "rembo", "rembou"):
        ask(latest, text, heard)
    assert len(runner.jobs) == 1
    runner.let_go()
    assert heard == []
    assert len(runner.jobs) == 1
    runner.let_go()
    assert heard == ["rembou"]
    assert latest.settled


def test_an_answer_that_is_no_longer_wanted_is_dropped() -> None:
    runner, heard = HeldRunner(), list[str]()
    latest = Latest(runner)
    ask(latest, "a", heard)
    latest.forget()
    runner.let_go()
    assert heard == []
    assert latest.settled


def test_a_failure_of_the_newest_question_is_told_and_an_older_one_is_not() -> None:
    runner, heard = HeldRunner(), list[str]()
    latest = Latest(runner)

    def fail() -> str:
        raise ValueError

    latest.ask(fail, heard.append, lambda _error: heard.append("old fault"))
    latest.ask(fail, heard.append, lambda _error: heard.append("fault"))
    runner.let_go()
    runner.let_go()
    assert heard == ["fault"]


def test_a_question_asked_while_an_answer_is_told_is_answered_too() -> None:
    runner, heard = HeldRunner(), list[str]()
    latest = Latest(runner)
    latest.ask(lambda: "a", lambda _answer: ask(latest, "b", heard), lambda _error: None)
    runner.let_go()
    runner.let_go()
    assert heard == ["b"]
