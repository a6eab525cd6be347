"""What a desk holds while nobody asks it anything: what is on screen, and little more."""

import json
import subprocess
import sys

import pytest

from kbdesk.services.manual import fill_manual
from kbdesk.settings import Settings
from tests.support.sample_profile import open_sample
from tests.support.started_desk import CHECKOUT, WAIT

Told = dict[str, list[str]]

# Each with what it would bring: MB of memory, measured on a desk at rest.
FOR_A_SERVER = {"ssl", "requests", "keyring", "urllib3", "http.client"}  # 13
FOR_OPENSSL = {"hashlib", "_hashlib", "hmac", "secrets"}  # 3.4
FOR_AN_IMPORT = {"multiprocessing", "concurrent.futures", "pickle", "subprocess"}  # 1.5


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Start a desk that was filled and started before, and hear what it holds at rest."""
    folder = tmp_path_factory.mktemp("at rest")
    with open_sample(folder) as workspace:
        fill_manual(workspace, "fr")
        workspace.catch_up()
        Settings(language="fr").save(workspace.profile.settings)
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.desk_at_rest", str(folder)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=WAIT,
        check=True,
    )
    answer: Told = json.loads(done.stdout)
    return answer


def test_a_desk_without_a_server_has_loaded_nothing_that_speaks_to_one(told: Told) -> None:
    assert not FOR_A_SERVER & set(told["modules"])


def test_a_desk_at_rest_has_not_loaded_openssl(told: Told) -> None:
    """Hashes are made when something is written, imported or fetched, and not before."""
    assert not FOR_OPENSSL & set(told["modules"])
    assert not [name for name in told["mapped"] if name.startswith(("libssl", "libcrypto"))]


def test_a_desk_at_rest_has_loaded_nothing_that_only_an_import_needs(told: Told) -> None:
    assert not FOR_AN_IMPORT & set(told["modules"])


def test_a_desk_at_rest_has_made_only_the_screen_that_is_seen(told: Told) -> None:
    assert told["screens"] == ["search"]
    assert not [name for name in told["modules"] if name.startswith(("kbdesk.ui.learn.",
        "kbdesk.ui.steer", "kbdesk.ui.writing.", "kbdesk.ui.announcements."))]  # fmt: skip
