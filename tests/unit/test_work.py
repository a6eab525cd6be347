"""Lanes: jobs in order, results through one door, no job lost and no thread killed."""

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from kbdesk.work import InlineRunner, Lane, LaneClosed, Runner


class Panic(BaseException):
    """What Tantivy raises in a bad moment: no Exception."""


@pytest.fixture(params=["inline", "lane"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    made: Runner = InlineRunner() if request.param == "inline" else Lane("test")
    yield made
    made.close()


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


def test_a_result_comes_home(runner: Runner) -> None:
    results: list[int] = []
    runner.run(lambda: 6 * 7, results.append)
    runner.close()
    assert results == [42]


def test_an_error_comes_home_to_its_own_door(runner: Runner) -> None:
    errors: list[Exception] = []
    runner.run(lambda: 1 // 0, None, errors.append)
    runner.close()
    assert [type(error) for error in errors] == [ZeroDivisionError]


def test_a_closed_runner_takes_nothing_more(runner: Runner) -> None:
    runner.close()
    runner.close()
    with pytest.raises(LaneClosed):
        runner.run(lambda: None)


def test_inline_an_error_nobody_takes_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        InlineRunner().run(lambda: 1 // 0)


def test_jobs_of_a_lane_run_in_order_on_one_thread_of_their_own(lane: Lane) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(100):
        lane.run(lambda number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]  # mypy reads no default in a lambda
    lane.close()
    assert [number for number, _ in seen] == list(range(100))
    assert len({thread for _, thread in seen} - {threading.get_ident()}) == 1


def test_closing_a_lane_drains_it(lane: Lane) -> None:
    """What was given before `close` is done after it."""
    gate, done = threading.Event(), list[int]()
    lane.run(gate.wait)
    lane.run(lambda: done.append(1))
    gate.set()
    lane.close()
    assert done == [1]


def test_results_pass_through_the_door_given() -> None:
    """Nothing is called on the lane's thread when there is a door: the GUI thread empties it."""
    door: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    lane, results = Lane("test", door.put), list[str]()
    lane.run(lambda: "fine", results.append)
    lane.run(lambda: 1 // 0, None, lambda error: results.append(type(error).__name__))
    lane.close()
    assert results == []
    while not door.empty():
        door.get()()
    assert results == ["fine", "ZeroDivisionError"]


@pytest.mark.expects_log("A job of the lane test failed")
def test_an_error_nobody_takes_is_logged_and_the_lane_goes_on(lane: Lane) -> None:
    done: list[int] = []
    lane.run(lambda: 1 // 0)
    lane.run(lambda: done.append(1))
    lane.close()
    assert done == [1]


@pytest.mark.expects_log("was met by an error")
def test_an_error_in_what_comes_home_does_not_kill_the_lane(lane: Lane) -> None:
    done: list[int] = []
    lane.run(lambda: 0, lambda zero: done.append(1 // zero))
    lane.run(lambda: done.append(1))
    lane.close()
    assert done == [1]


def test_a_panic_comes_home_as_an_error(lane: Lane) -> None:
    """Tantivy's panics are no Exceptions; whoever waits for an answer hears of them too."""
    errors: list[Exception] = []

    def panic() -> None:
        raise Panic("index out of bounds")

    lane.run(panic, None, errors.append)
    lane.close()
    assert [str(error) for error in errors] == ["Panic: index out of bounds"]
    assert isinstance(errors[0].__cause__, Panic)


def test_a_job_may_close_its_own_lane(lane: Lane) -> None:
    lane.run(lane.close)
    lane.close()
