"""`kbdesk demo`: the first minute shows what the product is. Real server, real operations."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from kbdesk.clock import SystemClock
from kbdesk.core.announcements import Level, State
from kbdesk.paths import Profile
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.demo import house as demo
from kbdesk.services.demo import story
from kbdesk.services.workspace import Workspace
from sync.server import playing
from sync.server.errors import Trouble
from sync.server.storage.sqlite import SqliteStorage


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Make the demo once; give its folder and what it said."""
    root = tmp_path_factory.mktemp("demo")
    with demo.demo(Profile(root), fresh=False) as told:
        yield root, told


@pytest.fixture(scope="module")
def lea(made: tuple[Path, str]) -> Iterator[Workspace]:
    with Workspace(Profile(made[0])) as workspace:
        workspace.catch_up()
        yield workspace


@pytest.fixture(scope="module")
def sam(made: tuple[Path, str]) -> Iterator[Workspace]:
    yield from _signed_in(made, story.SUPERVISOR)


@pytest.fixture(scope="module")
def nora(made: tuple[Path, str]) -> Iterator[Workspace]:
    yield from _signed_in(made, story.AUTHOR)


def _signed_in(made: tuple[Path, str], person: str) -> Iterator[Workspace]:
    root, told = made
    url = next(word.rstrip(".") for word in told.split() if word.startswith("http"))
    with Workspace(Profile(root / person)) as workspace:
        syncing = Syncing(workspace)
        syncing.session.sign_in(url, person, demo.PASSWORD, replace_base=True)
        syncing.sync_once()
        syncing.read_on()
        workspace.catch_up()
        yield workspace


def test_the_agent_sees_what_is_new_what_is_due_and_what_became_of_theirs(lea: Workspace) -> None:
    live = lea.live
    notices = {one.id: one for one in live.informing.notices()}
    assert {one.level for one in notices.values()} == set(Level)
    assert notices["panne-saint-hilaire"].asks is State.ACKNOWLEDGED
    assert "prix-2027" not in notices  # it starts tomorrow
    assert "horaires-noel" not in notices  # it ended
    assert notices["box-echange"].recalled is not None
    assert live.coaching.due_count() == 5
    mine = live.contributions.mine()
    assert [(one.article, one.state) for one in mine.suggestions] == [
        ("facturation/remboursement", "accepted")
    ]
    assert [(one.state, len(one.replies)) for one in mine.remarks] == [("done", 1)]
    assert mine.unread == 2
    assert {reply.by_name for one in mine.remarks for reply in one.replies} == {
        story.NAMES[story.AUTHOR]
    }
    assert len(list(lea.entities.of("answered_gap"))) == 1


def test_the_cohort_is_on_its_way_through_its_path(lea: Workspace, sam: Workspace) -> None:
    path = next(one for one in lea.live.coaching.paths() if one.path.id == story.PATH)
    assert 0 < path.done < len(path.steps)
    (cohort,) = sam.live.coaching.cohorts()
    pupils = sam.live.coaching.pupils(cohort.id)
    assert (pupils.people, pupils.masked, len(pupils.pupils)) == (5, False, 5)


def test_the_supervisor_sees_a_notice_in_every_state(sam: Workspace) -> None:
    """Each of the five states holds somebody; one notice is recalled, one is yet to start."""
    sent = {one.id: one for one in sam.live.board.sent()}
    assert set(sent) == {one.id for one in story.NOTICES}
    assert all(sent["plafond-gestes"].counts[state] for state in State)
    for one in story.NOTICES:
        for state in (State.ACKNOWLEDGED, State.UNDERSTOOD):
            told = list(one.states.values()).count(state.name.lower())
            assert sent[one.id].counts.get(state, 0) == told, one.id
    assert [one.id for one in sent.values() if one.recalled] == [story.RECALLED[0]]


def test_gaps_stand_in_subjects_with_exact_counts(nora: Workspace) -> None:
    subjects = nora.live.gaps.subjects()
    assert sum(one.times for one in subjects) == len(story.GAPS)
    assert (subjects[0].name, subjects[0].times) == ("esim montre connectée", 11)
    decided = [gap.state for one in nora.live.gaps.subjects(closed=True) for gap in one.gaps]
    assert sorted(decided) == ["closed", "closed", "dismissed"]


def test_the_queues_hold_open_edits_with_one_conflict_and_remarks(nora: Workspace) -> None:
    queue = nora.live.reviewing.queue()
    assert [one.verdict.value for one in queue] == ["clash", "fresh", "fresh"]
    assert queue[0].article == "equipe/reclamation"
    assert [len(one.replies) for one in queue if one.answered] == [2], "a question and its answer"
    board = nora.live.remarks.board()
    assert [one.people for one in board if one.kind == "unclear"] == [2]
    assert len({one.at.date() for one in board}) == len(board)  # of several days, none late
    assert not any(one.late for one in board)
    for article in story.VERIFIED:
        vouched = nora.live.verifying.of(article)
        assert vouched is not None
        assert vouched.holds, article


def test_the_boards_count_the_same_as_the_story(sam: Workspace) -> None:
    found = sam.live.steering.overview()
    assert found.trusted.articles == sam.articles.count()
    assert found.open_gaps == len(story.GAPS)
    assert sum(week.went for week in found.gaps) == 3
    assert (found.suggestions.count, found.suggestions.clashes) == (3, 1)
    assert found.notices.in_force == 4
    assert found.weak
    assert all(one.asked >= 5 for one in found.weak)


def test_each_thing_lies_as_many_days_back_as_the_story_says(
    lea: Workspace, sam: Workspace, nora: Workspace
) -> None:
    """What the server dates lies in the past too, and the same on every desk."""
    now = nora.clock.now()

    def days(moments: Iterable[datetime]) -> list[int]:
        return sorted((now - one).days for one in moments)

    assert days(one.at for one in nora.live.reviewing.queue()) == [1, 2, 3]
    (taken,) = lea.live.contributions.mine().suggestions
    assert days([taken.at]) == [6]
    (decided,) = nora.live.reviewing.decided()
    assert decided.decided_at is not None
    assert days([taken.at, decided.at, decided.decided_at]) == [4, 6, 6]
    remarks = [one for matter in nora.live.remarks.board() for one in (matter, *matter.joined)]
    assert days(one.at for one in remarks) == [0, 0, 3, 6]
    sent = {one.id: one for one in sam.live.board.sent()}
    for told in story.NOTICES:
        ago = (now - sent[told.id].at).total_seconds() / 3600
        assert told.sent - 0.1 < ago < told.sent + 1, told.id
    assert days(found.at for found in nora.live.gaps.all())[-1] == 41


def test_the_server_takes_all_of_the_story(made: tuple[Path, str]) -> None:
    """Nothing of the past was refused: a story that its rules do not take would be half told."""
    log = (made[0] / "server" / "server.log").read_text("utf-8")
    assert "was not taken" not in log


def test_a_past_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    """A folder without the mark of a whole past is thrown away, whatever stands in it."""
    half = tmp_path / "server"
    half.mkdir()
    (half / "server.db").write_bytes(b"half")
    with demo.running_server(half) as url:
        assert url.startswith("http")
    assert (half / demo.PLAYED).exists()


def test_a_server_that_has_people_takes_no_past(tmp_path: Path) -> None:
    """A past is for a new server alone; its people share one hash, for what a hash costs."""
    past = msgspec.json.decode(demo._past(SystemClock().now()), type=playing.Past)
    storage = SqliteStorage(tmp_path / "server.db")
    try:
        playing.play(storage, tmp_path, past)
        hashes = storage.read(lambda t: t.rows("SELECT DISTINCT password FROM people"))
        assert len(list(hashes)) == 1
        with pytest.raises(Trouble, match="has people already"):
            playing.play(storage, tmp_path, past)
    finally:
        storage.close()


def test_a_second_start_makes_no_second_history(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    counts = []
    for _ in range(2):
        with demo.demo(profile, fresh=False), Workspace(profile) as workspace:
            kinds = ("announcement", "own_suggestion", "own_feedback", "answered_gap")
            counts.append([len(list(workspace.entities.of(kind))) for kind in kinds])
    assert counts[0] == counts[1] == [len(story.NOTICES), 1, 1, 1]
