"""Reports of bugs: places in the program, never what it was working on; few, small, no loop."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kbdesk.crash import KEPT, LONGEST, MOST, TRACE, Reports
from kbdesk.paths import Profile

SECRET = "Mme Martin, 06 39 98 00 01, mot de passe hunter2"


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[Reports]:
    made = Reports(Profile(tmp_path / "profile"))
    made.begin()
    yield made
    made.end()


def failed(text: str = SECRET) -> BaseException:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_a_report_names_the_place_and_nothing_of_the_matter(reports: Reports) -> None:
    try:
        raise RuntimeError(SECRET) from failed()
    except RuntimeError as error:
        file = reports.note(error)
    assert file is not None
    text = file.read_text("utf-8")
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_crash_reports.py" in text
    assert "hunter2" not in text
    assert "Martin" not in text


def test_a_bug_that_repeats_is_written_once_and_others_have_an_end(reports: Reports) -> None:
    for _ in range(3):
        error = failed()
        reports.note(error)
    assert len(list(reports.folder.glob("report-*"))) == 1
    for number in range(2 * MOST):
        reports.note_message(f"message {number}")
    assert len(list(reports.folder.glob("report-*"))) == KEPT


def test_a_report_is_bounded(reports: Reports) -> None:
    file = reports.note_message("x" * 10 * LONGEST)
    assert file is not None
    assert file.stat().st_size <= LONGEST + 1


@pytest.mark.expects_log("Unexpected")
def test_what_nobody_caught_is_reported_from_any_thread(reports: Reports) -> None:
    told: list[Path] = []
    reports.told = told.append

    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail, name="lane-search")
    thread.start()
    thread.join()
    error = failed()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 2
    assert "lane-search" in told[0].read_text("utf-8")


def test_a_desk_that_ended_well_leaves_no_trace(reports: Reports) -> None:
    assert (reports.folder / TRACE).exists()
    reports.end()
    reports.end()
    assert not (reports.folder / TRACE).exists()
    again = Reports(reports.profile)
    assert again.begin() is None
    again.end()


def test_a_hard_end_is_told_at_the_next_start(tmp_path: Path) -> None:
    """The process dies of a broken pointer; the next one finds where it was."""
    profile = Profile(tmp_path / "profile")
    code = (
        "import ctypes, pathlib; from kbdesk.crash import Reports;"
        "from kbdesk.paths import Profile;"
        f"Reports(Profile(pathlib.Path({str(profile.root)!r}))).begin(); ctypes.string_at(0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode != 0
    again = Reports(profile)
    report = again.begin()
    again.end()
    assert report is not None
    text = report.read_text("utf-8")
    assert "ended hard" in text
    assert "Segmentation" in text or "access violation" in text
    assert str(tmp_path) not in text


def test_a_folder_that_cannot_be_written_costs_only_the_reports(
    tmp_path: Path, expects_log: Callable[[str], None]
) -> None:
    expects_log("No reports can be kept")
    (tmp_path / "profile").write_text("a file stands there")
    reports = Reports(Profile(tmp_path / "profile"))
    assert reports.begin() is None
    reports.end()
