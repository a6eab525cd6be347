"""Parts of the editor by themselves: its panes, and how it follows what is published."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kbdesk.ui.lanes import Lanes
from kbdesk.ui.tasks import Tasks
from kbdesk.ui.writing.editor_panes import EditorPanes
from kbdesk.ui.writing.upstream import Upstream
from tests.support.held_runner import HeldRunner


class Panes(EditorPanes):
    """Panes over plain widgets, and which of these are seen."""

    def __init__(self) -> None:
        self.text, self.preview, self.other = QWidget(), QWidget(), QWidget()
        super().__init__([QWidget(), self.text], self.text, self.preview, self.other)

    @property
    def seen(self) -> list[str]:
        return [name for name in ("text", "preview", "other") if getattr(self, name).isVisible()]


@pytest.fixture
def panes(qtbot: QtBot) -> Panes:
    made = Panes()
    qtbot.addWidget(made)
    made.show()
    return made


def test_side_by_side_text_and_preview_are_seen_and_the_other_text_takes_its_place(
    panes: Panes,
) -> None:
    seen = [panes.seen]
    panes.show_beside(panes.other)
    seen.append(panes.seen)
    back = [panes.step_back(), panes.step_back()]
    seen.append(panes.seen)
    assert seen == [["text", "preview"], ["text", "other"], ["text", "preview"]]
    assert back == [True, False]


def test_in_one_column_one_thing_is_seen_and_the_text_is_the_first(panes: Panes) -> None:
    panes.show_alone(True)
    seen = [panes.seen]
    panes.show_beside()
    seen.append(panes.seen)
    back = [panes.step_back()]
    panes.show_beside(panes.other)
    seen.append(panes.seen)
    back += [panes.step_back(), panes.step_back()]
    assert seen == [["text"], ["preview"], ["other"]]
    assert back == [True, True, False]
    assert panes.seen == ["text"]


class Authoring:
    """Notes in which order it is asked; the article can be made to clash."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def save(self, draft: str, text: str, _caret: int) -> None:
        self.asked.append(f"save {draft} {text}")

    def standing(self, draft: str) -> str:
        self.asked.append(f"standing {draft}")
        return f"standing of {draft}"

    def shelves(self) -> tuple[tuple[str, str], ...]:
        return (("mobile", "Mobile"),)

    def rebase(self, _draft: str) -> None:
        raise ValueError("same lines")


@pytest.fixture
def lane() -> HeldRunner:
    return HeldRunner()


@pytest.fixture
def authoring() -> Authoring:
    return Authoring()


@pytest.fixture
def upstream(qapp: object, lane: HeldRunner, authoring: Authoring) -> Upstream:
    def fail(error: Exception) -> None:
        raise error

    tasks = Tasks(Lanes(HeldRunner(), lane, HeldRunner()), fail)
    return Upstream(authoring, tasks, lambda: ("words", 3))  # type: ignore[arg-type]  # a stand-in


def draft(id_: str, base: str | None = "base") -> SimpleNamespace:
    return SimpleNamespace(id=id_, base=base)


def test_what_stands_there_is_kept_before_it_is_compared(
    upstream: Upstream, lane: HeldRunner, authoring: Authoring
) -> None:
    told: list[tuple[object, object]] = []
    upstream.stood.connect(lambda *found: told.append(found))
    upstream.follow(draft("new", None))  # type: ignore[arg-type]  # a stand-in
    lane.let_go()
    assert authoring.asked == ["save new words", "standing new"]
    assert told == [("standing of new", (("mobile", "Mobile"),))]


def test_how_another_draft_stood_is_told_to_nobody(upstream: Upstream, lane: HeldRunner) -> None:
    told: list[object] = []
    upstream.stood.connect(lambda standing, _shelves: told.append(standing))
    upstream.follow(draft("a"))  # type: ignore[arg-type]  # a stand-in
    upstream.follow(draft("b"))  # type: ignore[arg-type]  # a stand-in
    lane.let_go()
    lane.let_go()
    upstream.look_again()
    upstream.end()
    lane.let_go()
    assert told == ["standing of b"]


def test_an_article_that_moved_once_more_is_looked_at_again(
    upstream: Upstream, lane: HeldRunner, authoring: Authoring
) -> None:
    """Bringing one text onto the other says no fault: the line above them tells what to do."""
    upstream.follow(draft("a"))  # type: ignore[arg-type]  # a stand-in
    lane.let_go()
    upstream.bring()
    lane.let_go()
    lane.let_go()
    assert authoring.asked[-2:] == ["save a words", "standing a"]
