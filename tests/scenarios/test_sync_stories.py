"""Every story ends as it must: plain, and whichever single call is interrupted, however."""

from pathlib import Path

import pytest

from tests.scenarios.playing import Interruption, expected, interrupted, play
from tests.scenarios.stories import STORIES, Story

by_name = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@by_name
def test_a_story_ends_as_it_must(story: Story, tmp_path: Path) -> None:
    assert play(story, tmp_path, Interruption(-1, "")) == expected(story)


@by_name
@pytest.mark.parametrize("kind", ["lost", "swallowed", "twice", "crash"])
def test_a_story_ends_the_same_whichever_call_is_interrupted(
    story: Story, kind: str, tmp_path: Path
) -> None:
    """Lost on the way there, lost on the way back, delivered twice, or the desk crashes."""
    ends = dict(interrupted(story, tmp_path, kind))
    assert len(ends) > 3
    assert {at: end for at, end in ends.items() if end != expected(story)} == {}
