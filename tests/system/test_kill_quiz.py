"""kill -9 in the middle of quizzes: no answer is lost, none counts twice, each stays as marked."""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store import asked
from kbdesk.store.reviews import Reviews
from sync.protocol.grading import right
from tests.support.lessons import write_lessons
from tests.support.quiz_at_work import ARTICLES
from tests.support.shared_data import CHECKOUT

LONGEST = 0.06  # seconds that a process answers before it is killed: some fifteen answers


class Learner:
    """A profile, and all that its processes said before they were killed."""

    def __init__(self, folder: Path) -> None:
        self.profile = Profile(folder / "profile")
        self.said: list[dict[str, Any]] = []
        with Workspace(self.profile) as workspace:
            import_base(workspace, write_lessons(folder / "base", ARTICLES))

    def learn_until_killed(self, seed: int) -> None:
        """Let the person answer, and kill the process at a moment that chance gives."""
        chance = random.Random(seed)
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.quiz_at_work", str(self.profile.root), str(seed)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, cwd=CHECKOUT,
        )  # fmt: skip
        assert process.stdout is not None
        lines = [process.stdout.readline()]  # it is under way
        try:
            process.wait(chance.random() * LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
        rest, complaints = process.communicate(timeout=60)
        assert not complaints, complaints.decode()
        whole = (b"".join(lines) + rest).rpartition(b"\n")[0]
        self.said += [json.loads(line) for line in whole.splitlines()]

    def assert_nothing_lost_or_doubled(self) -> int:
        """Compare what was said with what is kept; return how many answers there are."""
        told = {one["id"]: one for one in self.said if one["said"] == "answered"}
        begun = {(one["session"], one["question"]) for one in self.said if one["said"] == "asked"}
        with Workspace(self.profile) as workspace:
            kept = {one.id: one for one in Reviews(workspace.user, workspace.outbox).all()}
            sent = Counter(one.id for one in workspace.outbox.waiting() if one.kind == "review")
            going = Reviews(workspace.user, workspace.outbox).unfinished()
        assert sent == Counter(list(kept))
        assert set(told) <= set(kept)
        assert all(told[id_]["right"] == kept[id_].right for id_ in told)
        places = Counter((one.session, one.question) for one in kept.values())
        assert set(places.values()) <= {1}
        assert set(places) <= begun  # what was kept and not said is what the kill cut short
        assert len(going) <= 1
        for one in kept.values():
            question = asked.read(one.asked)
            assert question is not None
            assert right(asked.to_wire(question), one.answer) == one.right
        return len(kept)


@pytest.mark.long
def test_killed_in_a_quiz_it_goes_on_with_what_is_left(tmp_path: Path) -> None:
    """C10 at five moments; the long test takes two hundred."""
    learner = Learner(tmp_path)
    for seed in range(5):
        learner.learn_until_killed(seed)
        learner.assert_nothing_lost_or_doubled()
    assert learner.assert_nothing_lost_or_doubled() > 5
    assert any(one["said"] == "resumed" and one["answered"] for one in learner.said)


@pytest.mark.long
def test_killed_at_two_hundred_moments_of_quizzes(tmp_path: Path) -> None:
    """C10: 0 answers lost or doubled; some kills fell between the disk and the screen."""
    learner = Learner(tmp_path)
    for seed in range(200):
        learner.learn_until_killed(seed)
        if seed % 10 == 0:
            learner.assert_nothing_lost_or_doubled()
    kept = learner.assert_nothing_lost_or_doubled()
    resumed = sum(one["said"] == "resumed" and one["answered"] > 0 for one in learner.said)
    assert kept > 200
    assert resumed > 50
