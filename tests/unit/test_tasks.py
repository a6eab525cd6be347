"""The background tasks of a panel: counted, in order, and told once."""

from functools import partial

import pytest

from kbdesk.core.changes import Changes
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.tasks import Tasks
from tests.support.held_runner import HeldRunner


class Panel:
    """What a panel hears of its tasks, whose lanes wait to be let go."""

    def __init__(self) -> None:
        self.search, self.writer, self.render = HeldRunner(), HeldRunner(), HeldRunner()
        self.heard: list[object] = []
        lanes = Lanes(self.search, self.writer, self.render)
        self.tasks = Tasks(lanes, lambda error: self.heard.append(str(error)), self.heard.append)

    def hear(self, what: object) -> None:
        self.heard.append(what)


@pytest.fixture
def panel() -> Panel:
    return Panel()


def fail() -> str:
    raise ValueError("no")


def test_a_newer_question_drops_the_older_one_of_its_topic_and_no_other(panel: Panel) -> None:
    """A board that is asked for again does not cost the list its answer."""
    panel.tasks.read(lambda: "board", panel.hear, topic="board")
    panel.tasks.read(lambda: "list", panel.hear)
    panel.tasks.read(lambda: "board anew", panel.hear, topic="board")
    for _ in range(3):
        panel.search.let_go()
    assert panel.heard == ["list", "board anew"]


def test_what_is_read_and_what_is_rendered_are_different_questions(panel: Panel) -> None:
    panel.tasks.read(lambda: "read", panel.hear)
    panel.tasks.render(lambda: "rendered", panel.hear)
    panel.render.let_go()
    panel.search.let_go()
    assert panel.heard == ["rendered", "read"]


def test_nothing_that_is_written_is_dropped_and_all_comes_home_in_order(panel: Panel) -> None:
    for word in ("a", "b", "c"):
        panel.tasks.write(partial(str, word), panel.hear)
    for _ in range(3):
        panel.writer.let_go()
    assert panel.heard == ["a", "b", "c"]


def test_what_an_act_changed_is_told_before_the_panel_goes_on(panel: Panel) -> None:
    """So that what the panel asks for afterwards is the last thing asked."""
    changes = Changes(notices=True)
    panel.tasks.write(lambda: changes, lambda _done: panel.hear("then"))
    panel.writer.let_go()
    assert panel.heard == [changes, "then"]


def test_an_act_that_changed_nothing_tells_nothing(panel: Panel) -> None:
    """A second “shown” of the same notice draws no screen anew."""
    panel.tasks.write(Changes, lambda _done: panel.hear("then"))
    panel.writer.let_go()
    assert panel.heard == ["then"]


def test_a_fault_is_told_unless_the_caller_takes_it(panel: Panel) -> None:
    panel.tasks.write(fail)
    panel.tasks.write(fail, failed=lambda error: panel.hear(f"taken: {error}"))
    panel.tasks.read(fail, panel.hear, topic="a")
    panel.tasks.read(fail, panel.hear, lambda error: panel.hear(f"taken: {error}"), topic="b")
    for lane in (panel.writer, panel.writer, panel.search, panel.search):
        lane.let_go()
    assert panel.heard == ["no", "taken: no", "no", "taken: no"]


def test_a_panel_is_settled_once_nothing_is_under_way_on_any_lane(panel: Panel) -> None:
    panel.tasks.write(fail)
    panel.tasks.render(lambda: "", panel.hear)
    panel.tasks.read(lambda: "", panel.hear, topic="board")
    settled = []
    for lane in (panel.writer, panel.render, panel.search):
        settled.append(panel.tasks.settled)
        lane.let_go()
    assert [*settled, panel.tasks.settled] == [False, False, False, True]


@pytest.mark.parametrize(("topic", "kept"), [("board", ["list"]), (None, [])])
def test_answers_still_to_come_are_forgotten_on_one_topic_or_on_all(
    panel: Panel, topic: str | None, kept: list[str]
) -> None:
    panel.tasks.read(lambda: "list", panel.hear)
    panel.tasks.read(lambda: "board", panel.hear, topic="board")
    panel.tasks.write(lambda: "written", panel.hear)
    panel.tasks.forget(topic)
    for lane in (panel.search, panel.search, panel.writer):
        lane.let_go()
    assert panel.heard == [*kept, "written"]
    assert panel.tasks.settled
