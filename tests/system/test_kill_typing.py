"""kill -9 while somebody types: what was kept is there to the letter, and the base is whole (E04).

The editor keeps a draft every two seconds (`kbdesk.core.drafts.AUTOSAVE`); a test of the editor
holds that. Here the real process is killed at random moments, and what it had said to have kept
must be there, so that at most what was typed since the last keeping is gone.
"""

import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kbdesk.core.drafts import AUTOSAVE
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.bases import article
from tests.support.shared_data import CHECKOUT

EVERY = 0.05  # seconds here, so that a kill falls anywhere in the round


def typed_until_killed(profile: Path, after: float) -> tuple[int, int]:
    """Type, kill; return how many letters had been typed at the last word, and kept."""
    command = [sys.executable, "-m", "tests.support.typist", str(profile), str(EVERY)]
    said: list[str] = []
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
        stream = process.stdout
        assert stream is not None
        said.append(stream.readline())
        reader = threading.Thread(target=lambda: said.extend(stream), daemon=True)
        reader.start()
        time.sleep(after)  # the moment of the kill: not a condition, a dice
        process.kill()
        process.wait(60)
        reader.join(60)
    kept = [int(line.split()[1]) for line in said if line.startswith("kept")]
    typed = [int(line.split()[1]) for line in said if line.startswith("typed")]
    return typed[-1], max(kept, default=0)


@pytest.mark.parametrize("times", [4, pytest.param(60, marks=pytest.mark.long)])
def test_a_killed_editor_loses_nothing_that_was_kept(tmp_path: Path, times: int) -> None:
    """The draft holds at least what was kept last, whole, and nothing that was never typed."""
    assert AUTOSAVE.total_seconds() <= 2
    profile = tmp_path / "profile"
    with Workspace(Profile(profile)) as workspace:
        workspace.articles.put_all([article("a", "Un texte.")])
    chance = random.Random(times)
    for _ in range(times):
        typed, kept = typed_until_killed(profile, chance.uniform(0.05, 0.6))
        with Workspace(Profile(profile)) as workspace:
            (draft,) = workspace.live.authoring.drafts()
            assert draft.base is not None
            letters = draft.text.removeprefix(draft.base)
            assert set(letters) <= {"x"}
            assert kept <= len(letters) <= typed
