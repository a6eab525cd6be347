"""kbdesk-open and links as softphones, browsers and people use them: processes and exit codes."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kbdesk import handing
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.contact import link_handler
from kbdesk.services.workspace import Workspace
from tests.support.in_time import in_time
from tests.support.small_base import write_base
from tests.support.started_desk import WAIT, Started
from tests.support.told_desk import PATIENT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sockets and signals of POSIX")

NUMBER = "+33639985678"
HOME = "facturation/remboursement"


def until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def kbdesk_open(*arguments: str) -> tuple[int, float]:
    """Run it as a softphone does; return its exit code and how long it took."""
    began = time.monotonic()
    command = [sys.executable, "-c", PATIENT, *arguments]
    done = subprocess.run(command, capture_output=True, timeout=WAIT)
    return done.returncode, time.monotonic() - began


@pytest.fixture
def desk(profile_folder: Path) -> Iterator[Started]:
    started = Started(profile_folder)
    started.until(lambda said: "listening" in said)
    yield started
    started.end()


@pytest.fixture
def base(profile_folder: Path, tmp_path: Path) -> Path:
    """The profile with the small base in it."""
    with Workspace(Profile(profile_folder)) as workspace:
        import_base(workspace, write_base(tmp_path / "base"), workers=1)
        workspace.catch_up()
    return profile_folder


def owner_of(profile: Path) -> int:
    """Return the process that holds the profile, 0 when none does."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int((profile / "desk.lock").read_text("utf-8").splitlines()[0])
    return 0


@pytest.fixture
def real_desk(base: Path) -> Iterator[Path]:
    """A profile; the real desk that a test started on it is closed at the end, as by a person."""
    yield base
    if owner := owner_of(base):
        os.kill(owner, signal.SIGINT)
        until(lambda: not owner_of(base), "the desk does not close")


def opened(profile: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(profile / "user.db")) as user:
        return [row[0] for row in user.execute("SELECT article FROM opens")]


def test_what_is_handed_over_ends_well_at_once(desk: Started) -> None:
    def seconds() -> float:
        code, took = kbdesk_open("--queue", "Fibre", NUMBER)
        assert code == 0
        return took

    assert in_time(1.5, seconds)
    desk.until(lambda said: f"call {NUMBER} ringing" in said)
    assert kbdesk_open("kbdesk://open?search=facture")[0] == 0
    desk.until(lambda said: "link facture" in said)


def test_what_no_desk_understands_is_told_apart(desk: Started) -> None:
    assert kbdesk_open("kbdesk://format?disk=c")[0] == 2
    assert kbdesk_open()[0] == 2


def test_without_a_desk_and_without_starting_one_it_says_so(profile_folder: Path) -> None:
    assert kbdesk_open("--no-start", NUMBER)[0] == 3
    assert not profile_folder.exists()


def test_the_command_line_says_the_same(desk: Started, profile_folder: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kbdesk", "open", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=WAIT)

    done = run("kbdesk://call?from=0639985678", "--no-start")
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    desk.until(lambda said: "call 0639985678 ringing" in said)
    wrong = run("http://call?from=1")
    assert wrong.returncode == 1
    assert "kbdesk://call" in wrong.stderr
    desk.end()
    assert run("kbdesk://call?from=1", "--no-start").returncode == 3


def contacts(profile: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(profile / "user.db")) as user:
        return [row[0] for row in user.execute("SELECT body FROM contacts")]


def test_a_link_starts_a_desk_that_is_not_there_and_arrives(real_desk: Path) -> None:
    """The helper does not wait for it; the desk comes up, opens the article, and takes calls."""
    code, seconds = kbdesk_open(f"kbdesk://open?article={HOME}")
    assert (code, seconds < 5) == (3, True)
    until(lambda: HOME in opened(real_desk), "the article was not opened")
    where = handing.address(str(real_desk))
    assert handing.hand_over(where, handing.raise_message(), WAIT) == handing.TAKEN
    assert kbdesk_open("--queue", "Fibre", NUMBER)[0] == 0
    until(lambda: any(NUMBER in body for body in contacts(real_desk)), "the call did not arrive")


@pytest.mark.long
def test_of_eight_real_desks_one_stays_with_all_eight_links(
    real_desk: Path, tmp_path: Path
) -> None:
    articles = sorted(path.stem for path in (tmp_path / "base").rglob("*.md"))
    assert articles
    message = {"v": 1, "url": f"kbdesk://open?article={HOME}"}
    environment = os.environ | {handing.VARIABLE: json.dumps(message)}
    started = [
        subprocess.Popen([sys.executable, "-m", "kbdesk"], env=environment) for _ in range(8)
    ]
    until(lambda: sum(one.poll() is None for one in started) == 1, "more than one stays")
    until(lambda: HOME in opened(real_desk), "the article was not opened")
    left = [one for one in started if one.poll() is None]
    assert [one.pid for one in left] == [owner_of(real_desk)]
    assert {one.returncode for one in started if one not in left} == {0}
    os.kill(left[0].pid, signal.SIGINT)
    assert left[0].wait(WAIT) == 0


@pytest.mark.skipif(shutil.which("xdg-open") is None, reason="needs xdg-utils")
@pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")
def test_the_system_opens_links_and_runs_nothing_that_stands_in_them(
    desk: Started, tmp_path: Path
) -> None:
    link_handler.register([sys.executable, "-m", "kbdesk.handing"])
    touched = tmp_path / "touched"
    evil = f"$(touch {touched})`touch {touched}`;touch {touched};\"'|&"
    for link in (
        f"kbdesk://call?call=a&name={evil}",
        "kbdesk://call?from=+33639985678&name=Jean Dupont",
    ):
        # Without a desktop it asks for a screen before it looks at schemes; none is used.
        screen = os.environ | {"DISPLAY": ":7"}
        subprocess.run(["xdg-open", link], capture_output=True, timeout=WAIT, env=screen)
    desk.until(lambda said: "call a ringing" in said and f"call {NUMBER} ringing" in said)
    assert not touched.exists()
