"""One search conversation: the rows that can be seen, then, once painted, what goes with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.ui.results.finder import Answer, Finder
from tests.support.held_runner import HeldRunner
from tests.support.small_base import write_base

SEVERAL = "facture résiliation geste"


@dataclass
class Conversation:
    """A finder on a runner that holds its jobs, and what it told."""

    workspace: Workspace
    runner: HeldRunner = field(default_factory=HeldRunner)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.finder = Finder(
            self.workspace.knowledge,
            self.runner,
            lambda _answer: self.told.append("answered"),
            lambda _answer: self.told.append("extended"),
            lambda error: self.told.append(repr(error)),
        )

    @property
    def answer(self) -> Answer:
        return self.finder.answer

    def ask(self, query: str, *, typing: bool = False, fits: int = 12) -> None:
        self.finder.fits = fits
        self.finder.ask(query, typing=typing)
        self.runner.let_go()


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Conversation]:
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        import_base(workspace, write_base(tmp_path / "base"))
        workspace.catch_up()
        yield Conversation(workspace)


def test_an_answer_holds_one_row_more_than_can_be_seen_and_the_next_page_goes_on(
    talk: Conversation,
) -> None:
    """Without the one more, nobody could scroll to the others."""
    whole = list(talk.workspace.knowledge.search(SEVERAL).hits)
    assert len(whole) == 3

    talk.ask(SEVERAL, fits=1)
    assert list(talk.answer.hits) == whole[:2]
    assert (talk.answer.total, talk.answer.whole) == (3, False)

    talk.finder.more()
    talk.runner.let_go()
    assert list(talk.answer.hits) == whole
    assert talk.finder.answer.whole
    assert talk.told == ["answered", "extended"]


def test_titles_are_offered_after_the_rows(talk: Conversation) -> None:
    talk.ask("rembourser u", typing=True)
    assert talk.answer.hits
    assert (talk.answer.titles, talk.finder.settled) == ((), False)

    talk.finder.complete()
    talk.runner.let_go()
    assert talk.answer.titles == ("Rembourser une facture",)
    assert talk.finder.settled
    assert talk.told == ["answered", "extended"]


def test_a_newer_question_drops_what_was_to_follow(talk: Conversation) -> None:
    """Typed before it began: it never begins. Typed while it runs: nobody hears of it."""
    talk.ask("rembourser", typing=True)
    talk.finder.ask("rembourser u", typing=True)
    talk.finder.complete()
    assert len(talk.runner.jobs) == 1
    talk.runner.let_go()

    talk.finder.complete()
    talk.finder.ask("rembourser une", typing=True)
    talk.runner.let_go()
    talk.runner.let_go()
    assert talk.told == ["answered"] * 3
    assert (talk.answer.query, talk.answer.titles) == ("rembourser une", ())


def test_the_next_page_waits_for_the_titles(talk: Conversation) -> None:
    """One thing at a time: a page under way would be dropped for the titles."""
    talk.ask(SEVERAL, typing=True, fits=1)
    talk.finder.more()
    assert talk.runner.jobs == []


def test_what_was_not_typed_is_settled_with_its_rows(talk: Conversation) -> None:
    talk.ask(SEVERAL)
    assert talk.finder.settled
    talk.finder.complete()
    assert talk.runner.jobs == []


def test_what_the_store_finds_comes_page_by_page_too(talk: Conversation) -> None:
    talk.workspace.index.close()
    talk.ask("une", fits=0)
    assert (len(talk.answer.hits), talk.answer.total, talk.answer.degraded) == (1, 2, True)

    talk.finder.more()
    talk.runner.let_go()
    assert len({hit.id for hit in talk.answer.hits}) == 2
