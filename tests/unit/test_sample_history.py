"""The sample without a server is lived in; nobody's own base ever is."""

from datetime import timedelta
from pathlib import Path

import pytest

from kbdesk.core.questions import Question
from kbdesk.errors import DiskFull
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.demo import history, sample_history, story
from kbdesk.services.demo.sample import bring_sample, open_sample
from kbdesk.services.workspace import Workspace


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """Open the sample once, as the first run does."""
    profile = Profile(tmp_path_factory.mktemp("lived"))
    open_sample(profile)
    return profile


def test_the_first_minute_has_something_to_learn_to_decide_and_to_mend(lived: Profile) -> None:
    """Questions due, a path half done, open edits with one conflict, remarks, gaps, checks."""
    with Workspace(lived) as workspace:
        live = workspace.live
        home = live.coaching.home()
        assert home.due
        assert home.known > 5
        assert any(day.asked for day in home.week)
        path = next(one for one in home.paths if one.path.id == story.PATH)
        assert 0 < path.done < len(path.steps)
        queue = live.reviewing.queue()
        assert [one.verdict.value for one in queue] == ["clash", "fresh", "fresh"]
        assert [one.state for one in live.reviewing.decided()] == ["accepted"]
        board = live.remarks.board()
        assert [len(one.joined) for one in board if one.kind == "unclear"] == [1]
        assert not any(one.late for one in board)
        subjects = live.gaps.subjects()
        assert sum(one.times for one in subjects) == len(story.GAPS)
        decided = [gap.state for one in live.gaps.subjects(closed=True) for gap in one.gaps]
        assert sorted(decided) == ["closed", "closed", "dismissed"]
        for article in story.VERIFIED:
            vouched = live.verifying.of(article)
            assert vouched is not None
            assert vouched.holds, article
        overview = live.steering.overview()
        assert (overview.suggestions.count, overview.suggestions.clashes) == (3, 1)
        assert workspace.knowledge.search("copie par mail").hits  # the index is level


def test_what_was_lived_lies_days_back_and_nothing_of_it_waits_to_be_sent(lived: Profile) -> None:
    """A profile that signs in one day tells no server of what nobody did."""
    with Workspace(lived) as workspace:
        now = workspace.clock.now()
        days = [(now - one.at).days for one in workspace.live.reviewing.queue()]
        assert sorted(days) == [1, 2, 3]
        assert min(gap.at for gap in workspace.live.gaps.all()) < now - timedelta(days=40)
        counts = workspace.outbox.counts()
        assert (counts.waiting, counts.refused, counts.done) == (0, 0, 0)


def test_a_history_that_breaks_off_leaves_nothing_to_be_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full in the middle of it: what was answered by then was answered by nobody."""
    said: list[int] = []

    def choice(asked: Question, *, right: bool) -> tuple[str, ...]:
        said.append(1)
        if len(said) > 2:
            raise DiskFull(tmp_path, "No room.")
        return history.choice(asked, right=right)

    monkeypatch.setattr(sample_history, "choice", choice)
    with pytest.raises(DiskFull):
        open_sample(Profile(tmp_path))
    with Workspace(Profile(tmp_path)) as workspace:
        assert not workspace.outbox.count()


def test_a_second_opening_lives_nothing_twice(lived: Profile) -> None:
    with Workspace(lived) as workspace:
        before = len(workspace.live.gaps.all()), len(workspace.live.remarks.board())
    open_sample(lived)
    with Workspace(lived) as workspace:
        assert (len(workspace.live.gaps.all()), len(workspace.live.remarks.board())) == before
        bring_sample(workspace)  # chosen again over a base that is lived in
        assert (len(workspace.live.gaps.all()), len(workspace.live.remarks.board())) == before


def test_a_base_of_ones_own_never_gets_a_history(tmp_path: Path) -> None:
    """Who has one text of their own gets the texts of the sample and no more; so does an import."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "note.md").write_text("---\ntitle: Mine\nsummary: Mine.\n---\n\nText.\n", "utf-8")
    for first in (own, resources() / "sample"):
        with Workspace(Profile(tmp_path / first.name / "profile")) as workspace:
            import_base(workspace, first)
            bring_sample(workspace)
            live = workspace.live
            assert workspace.articles.count() >= 80
            assert not live.gaps.all()
            assert not live.remarks.board()
            assert not live.reviewing.queue()
            assert not live.coaching.home().known
