"""A desk that returns reads its notices before anything else, and lets new ones in meanwhile."""

from pathlib import Path
from random import Random

import pytest

from sync.client.engine import Engine, Progress, Sizes, carries_notices
from sync.client.ports import Damaged, SyncTrouble, Unreachable
from sync.protocol.wire import Page
from tests.unit.test_sync_engine import Desk

FEW = Sizes(page=10, tail=10)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of ana's with a space of notices to everyone."""
    made = Desk(tmp_path, FEW)
    made.office.add_space("+all")
    made.office.grant("+all", "ana")
    return made


def announce(desk: Desk, number: int) -> None:
    desk.office.publish("+all", ("announcement", f"notice-{number}"), f"{{{number}}}")


def shelve(desk: Desk, count: int) -> None:
    for number in range(count):
        desk.office.publish("base", ("article", f"a-{number}"), f"text {number}")


def test_notices_come_before_what_was_written_goes_and_before_every_shelf(desk: Desk) -> None:
    """And it is said, at that moment, that they are there."""
    shelve(desk, 5)
    announce(desk, 1)
    desk.write("mine", "my text")
    desk.sync()
    assert desk.line.asked[:3] == ["heads", "+all 0+1", "push 1"]
    stages = [at.stage for at in desk.told]
    assert stages.index("notices") < stages.index("sending")


def test_nothing_new_of_notices_is_neither_asked_for_nor_said(desk: Desk) -> None:
    announce(desk, 1)
    desk.sync()
    desk.told.clear()
    shelve(desk, 1)
    desk.sync()
    assert [line.split()[0] for line in desk.line.asked] == ["heads", "base"]
    assert "notices" not in [at.stage for at in desk.told]


@pytest.mark.parametrize("trouble", [Damaged("Bits fell."), Unreachable("Cut.")])
def test_a_space_of_notices_that_cannot_be_read_holds_up_nobodys_work(
    desk: Desk, trouble: SyncTrouble
) -> None:
    """G3: what people did goes up; the pass fails afterwards, where it always did."""
    announce(desk, 1)
    operation = desk.write("mine", "my text")
    changes = desk.line.changes

    def broken(space: str, after: int, limit: int, pages: str) -> Page:
        if space == "+all":
            raise trouble
        return changes(space, after, limit, pages)

    desk.line.changes = broken  # type: ignore[method-assign]
    with pytest.raises(type(trouble)):
        desk.sync()
    assert desk.state(operation) == "done"


def test_a_notice_sent_during_a_long_download_is_let_in_at_the_next_page(desk: Desk) -> None:
    """Two pages of a shelf have come, three are still to come; the pass then ends level."""
    shelve(desk, 50)
    heard: list[bool] = []

    def tell(at: Progress) -> None:
        desk.told.append(at)
        if at.stage == "fetching" and at.space == "base" and at.done == 20:
            announce(desk, 7)
            heard.append(True)

    engine = Engine(
        desk.replica, desk.line, Random(1), FEW, news=lambda: bool(heard and heard.pop())
    )
    assert engine.sync(tell).level
    asked = desk.line.asked
    assert asked[: asked.index("+all 0+1")][-2:] == ["base 10+10", "heads"]
    assert asked[asked.index("+all 0+1") + 1] == "base 20+10"
    assert ("announcement", "notice-7") in desk.replica.copy.rows
    desk.sync()
    assert desk.line.asked[1:] == []  # nothing was left over, and nothing counted twice


def test_a_right_that_is_new_waits_for_its_turn_when_a_notice_is_let_in(desk: Desk) -> None:
    """Only spaces that are followed are read out of turn: the others have no place here yet."""
    shelve(desk, 30)
    desk.office.add_space("+role.agent")
    heard = [True]

    def tell(at: Progress) -> None:
        if at.stage == "fetching" and at.space == "base" and at.done == 10:
            desk.office.grant("+role.agent", "ana")
            desk.office.publish("+role.agent", ("announcement", "n"), "{}")

    engine = Engine(
        desk.replica, desk.line, Random(1), FEW, news=lambda: bool(heard and heard.pop())
    )
    engine.sync(tell)
    assert not [line for line in desk.line.asked if line.startswith("+role.agent")]
    desk.sync()
    assert ("announcement", "n") in desk.replica.copy.rows


def test_which_spaces_carry_notices() -> None:
    """The small ones; what steers may hold a receipt of each of ten thousand people."""
    assert all(map(carries_notices, ("~ana", "+all", "+role.agent", "+group.nuit")))
    assert not any(map(carries_notices, ("+steer", "+edit", "+edit.base", "+tally", "base")))
