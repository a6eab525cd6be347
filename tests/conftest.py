"""What holds for every test: no display, nobody's real profile, and silence.

Silence means that a warning in a log, a Python warning or a message of Qt fails the test that
caused it. Python warnings are errors by `filterwarnings`, messages of Qt fail by
`qt_log_level_fail` (both in pyproject.toml), log records by the fixture `silence`. A test that
makes the product warn on purpose says so: `@pytest.mark.expects_log("could not be read")`.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import shared_data
from tests.support.silence import Silence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: a shared, noisy machine is no measure. On CI the examples are fixed, so that what
# lands does not depend on luck; at a desk they differ on every run, and find more.
settings.register_profile(
    "kbdesk",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kbdesk")


@pytest.fixture(autouse=True)
def nobody_at_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give every test a home of its own, so that none can read or write a person's files."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "local"))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("KBDESK_PROFILE", str(home / "profile"))
    return home


@pytest.fixture
def profile_folder(nobody_at_home: Path) -> Path:
    """Return the folder (not yet made) that the product takes for the profile in this test."""
    return nobody_at_home / "profile"


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest) -> Iterator[Silence]:
    """Fail the test on a log warning nobody announced, and on an announced one that never came."""
    watch = Silence()
    for mark in request.node.iter_markers("expects_log"):
        watch.expect(*mark.args)
    root, ours = logging.getLogger(), logging.getLogger("kbdesk")
    level, handlers = ours.level, list(ours.handlers)
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    ours.setLevel(level)
    for handler in [h for h in ours.handlers if h not in handlers]:
        ours.removeHandler(handler)
        handler.close()
    if complaint := watch.complaint():
        pytest.fail(complaint, pytrace=False)


@pytest.fixture(scope="module", autouse=True)
def mother_tongue() -> Iterator[None]:
    """Take away, after each file, the language it put on the one application of the process.

    Without this a test of the window would find French or English as another file left it.
    """
    yield
    if "PySide6.QtCore" in sys.modules:
        from tests.support import speech  # late: most tests never load Qt

        speech.forget()


@pytest.fixture
def expects_log(silence: Silence) -> Callable[[str], None]:
    """Announce, inside a test, a log warning that matches the pattern given."""
    return silence.expect


@pytest.fixture
def shared_folder() -> Callable[[str], Path]:
    """Return `find(part)`: a folder of the real data kept beside the checkout, else skip."""
    return shared_data.find


@pytest.fixture
def service_public() -> Path:
    """Return the real French base of 7,024 articles, or skip."""
    return shared_data.find("data/service-public")


@pytest.fixture
def relevance() -> Path:
    """Return the judged queries, or skip."""
    return shared_data.find("relevance")
