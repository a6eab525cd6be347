"""`python -m tests.support.quiz_at_work PROFILE SEED`: a person who answers questions without end.

What is done goes out as JSON lines, at once: `asked` before an answer is given, `answered` when the
answer has been marked. The process may be killed at any moment; started again, it goes on with the
session that it finds.
"""

import json
import random
import sys
from pathlib import Path
from typing import Any

from kbdesk.core.quiz import Session
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.support.lessons import some_answer

ARTICLES = 8


def say(**what: Any) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def next_session(workspace: Workspace, chance: random.Random) -> Session:
    coaching = workspace.live.coaching
    going = coaching.current()
    if going is None and chance.random() < 0.3:
        going, _ = coaching.begin()
    if going is None:
        going, _ = coaching.practise(f"base/lecon-{chance.randrange(ARTICLES)}")
    assert going is not None
    return going


def main(profile: Path, seed: int) -> None:
    chance = random.Random(seed)
    with Workspace(Profile(profile)) as workspace:
        session = next_session(workspace, chance)
        say(said="resumed", session=session.id, answered=session.answered)
        while True:
            due = session.next
            if due is None:
                session = next_session(workspace, chance)
                continue
            answer = some_answer(due, chance)
            say(said="asked", session=session.id, question=due.id)
            done = workspace.live.coaching.answer(session, due, answer)
            say(said="answered", session=session.id, question=due.id, id=done.marked.id,
                right=done.marked.right)  # fmt: skip
            session = done.session


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
