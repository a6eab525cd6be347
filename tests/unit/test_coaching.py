"""Quizzes on one desk without a server: what is due, sessions, answers, sleep, the way home."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core.changes import Changes
from kbdesk.core.paths import Cohort
from kbdesk.core.quiz import FEWEST, LONGEST, MOST, Due, Session, choose, solution
from kbdesk.errors import NotAllowed, Trouble
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from kbdesk.store.database import Database
from kbdesk.store.integrity import check_user
from kbdesk.store.kb import APPLICATION, MIGRATIONS
from kbdesk.store.questions import MIGRATION
from tests.support.lessons import EACH, lesson, write_lessons

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
PATHS = """\
paths:
  - id: p
    title: P
    modules: [{id: m, steps: [{article: base/lecon-0}, {quiz: base/lecon-0}]}]
"""


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        folder = write_lessons(tmp_path / "base", 3)
        (folder / "paths.yaml").write_text(PATHS, "utf-8")
        import_base(opened, folder)
        yield opened


def right_answer(due: Due) -> tuple[str, ...]:
    return solution(due.asked)[:1] if due.asked.accepted else solution(due.asked)


def finished(workspace: Workspace, session: Session | None, *, right: bool = True) -> Session:
    assert session is not None
    while session.next is not None:
        answer = right_answer(session.next) if right else ("faux",)
        session = workspace.live.coaching.answer(session, session.next, answer, took=9).session
    return session


def test_a_session_is_three_to_five_questions_in_ninety_seconds(workspace: Workspace) -> None:
    """C01."""
    session, changes = workspace.live.coaching.begin()
    assert session is not None
    assert changes.learning
    assert FEWEST <= len(session.items) <= MOST
    assert session.seconds <= LONGEST.total_seconds()
    assert choose(session.items * 3) == (session.items * 3)[: len(choose(session.items * 3))]


def test_an_answer_is_kept_before_it_is_shown_and_counts_once(workspace: Workspace) -> None:
    """C10: a second answer to the same question of a session changes nothing."""
    coaching = workspace.live.coaching
    session, _ = coaching.begin()
    assert session is not None
    due = session.items[0]
    done = coaching.answer(session, due, ("faux",))
    assert not done.marked.right
    assert done.marked.solution == solution(due.asked)
    assert [one.kind for one in workspace.outbox.waiting()] == ["review"]
    again = coaching.answer(session, due, right_answer(due))
    assert (again.marked.id, again.marked.right, again.marked.before) == (
        done.marked.id, False, True,
    )  # fmt: skip
    assert not again.changes.outbox
    assert workspace.outbox.count() == 1


def test_how_easy_it_was_may_be_said_while_the_answer_waits(workspace: Workspace) -> None:
    coaching = workspace.live.coaching
    session, _ = coaching.begin()
    assert session is not None
    marked = coaching.answer(session, session.items[0], right_answer(session.items[0])).marked
    easy, changes = coaching.rate(marked, 4)
    assert easy.again > marked.again
    assert changes.learning
    (waiting,) = workspace.outbox.waiting()
    assert (waiting.id, waiting.body["ease"]) == (marked.id, 4)
    assert coaching.rate(marked, 1)[0].again < marked.again
    assert coaching.rate(marked, 9) == (marked, Changes())
    assert check_user(workspace.user) == []


def test_put_aside_it_is_resumed_with_what_is_left(workspace: Workspace) -> None:
    """C01: a contact, or a restart, loses no answer and asks nothing twice."""
    coaching = workspace.live.coaching
    session, _ = coaching.begin()
    assert session is not None
    after = coaching.answer(session, session.items[0], right_answer(session.items[0])).session
    coaching.put_aside(after)
    with Workspace(Profile(workspace.profile.root), workspace.clock) as again:
        found, changes = again.live.coaching.begin()
        assert found is not None
        assert found == after
        assert found.answered == 1
        assert [one.choices for one in found.items] == [one.choices for one in session.items]
        assert not changes.learning
        finished(again, found)
        assert again.live.coaching.current() is None


def test_what_was_learnt_is_asked_again_on_its_day_and_at_any_hour(
    workspace: Workspace, clock: FixedClock
) -> None:
    coaching = workspace.live.coaching
    session = finished(workspace, coaching.begin()[0])
    learnt = {one.id for one in session.items}
    assert learnt.isdisjoint(one.id for one in coaching.due())
    first = min(coaching.history(id_)[0].at for id_ in learnt)
    assert first == NOW
    again = coaching.home().coming
    day = next(one.day for one in again[1:] if one.asked)
    clock.moment = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
    assert learnt & {one.id for one in coaching.due() if not one.is_new}


def test_a_few_new_questions_a_day_those_of_what_is_read_first(
    workspace: Workspace, clock: FixedClock
) -> None:
    coaching = workspace.live.coaching
    for _ in range(3):
        workspace.opens.record("base/lecon-2", NOW)
    due = coaching.due()
    assert len(due) == 5 == coaching.due_count()
    assert {one.tested.article for one in due} == {"base/lecon-2"}
    finished(workspace, coaching.begin()[0])
    while (session := coaching.begin()[0]) is not None:
        finished(workspace, session)
    assert coaching.due_count() == 0
    assert coaching.home().today.asked == 5
    clock.moment += timedelta(days=1)
    assert coaching.due_count() >= 5


def edit(workspace: Workspace, folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "lecon-0.md").write_text(text, "utf-8")
    import_base(workspace, folder)


def test_a_question_sleeps_with_its_passage_and_its_author_wakes_it(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    """C04 in a base of its own: the same, without a server."""
    coaching = workspace.live.coaching
    session, _ = coaching.practise("base/lecon-0")
    finished(workspace, session)
    edit(workspace, tmp_path / "new", lesson(0, frozenset({1, 4})))
    assert len(coaching.asking("base/lecon-0")) == EACH - 2
    asleep = coaching.asleep()
    assert [one.tested.heading for one in asleep] == ["Partie 2", "Partie 5"]
    assert coaching.home().asleep == asleep
    coaching.confirm([asleep[0].id])
    assert len(coaching.asking("base/lecon-0")) == EACH - 1
    (due,) = [one for one in coaching.due() if one.changed]
    assert due.id == asleep[0].id
    assert due.changed is not None
    assert "Sauf le dimanche" not in due.changed.old
    assert "Sauf le dimanche" in due.changed.new
    clock.moment += timedelta(minutes=5)
    finished(workspace, coaching.begin()[0])
    assert not [one for one in coaching.due() if one.changed]


def test_a_question_of_two_articles_is_asked_where_it_is_awake(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    edit(workspace, folder, lesson(0))
    twin = lesson(0).replace("base/lecon-0", "base/lecon-9")
    (folder / "lecon-9.md").write_text(twin, "utf-8")
    import_base(workspace, folder)
    edit(workspace, folder, lesson(0, frozenset({1})))
    coaching = workspace.live.coaching
    (asleep,) = coaching.asleep()
    due = coaching.asked(asleep.id)
    assert due is not None
    assert due.tested.article == "base/lecon-9"
    assert len(coaching.asking()) == 3 * EACH


def test_a_passage_put_back_wakes_its_question(workspace: Workspace, tmp_path: Path) -> None:
    edit(workspace, tmp_path / "new", lesson(0, frozenset({1})))
    edit(workspace, tmp_path / "new", lesson(0, spaced=True))
    assert not workspace.live.coaching.asleep()


def test_a_question_rewritten_with_its_passage_comes_with_the_difference(
    workspace: Workspace, tmp_path: Path
) -> None:
    """N04: whoever had learnt the old one is shown what changed, then asked the new one."""
    coaching = workspace.live.coaching
    finished(workspace, coaching.practise("base/lecon-0")[0])
    text = lesson(0).replace("demande l’accord d’un superviseur", "ne demande aucun accord")
    edit(workspace, tmp_path / "new", text.replace("Le cas 3 demande un accord.", "Et le cas 3 ?"))
    assert not coaching.asleep()
    first = coaching.due()[0]
    assert first.asked.text == "Et le cas 3 ?"
    assert first.changed is not None
    assert "superviseur" in first.changed.old


def test_an_attempt_stays_marked_against_what_was_shown(
    workspace: Workspace, tmp_path: Path
) -> None:
    """C10: the text on the screen counts, whatever came in while it stood there."""
    coaching = workspace.live.coaching
    session, _ = coaching.practise("base/lecon-0")
    assert session is not None
    due = session.items[0]
    edit(workspace, tmp_path / "new", lesson(0).replace("- [x] 3 jours", "- [ ] 3 jours").replace(
        "- [ ] 90 jours", "- [x] 90 jours"))  # fmt: skip
    marked = coaching.answer(session, due, ("3 jours",)).marked
    assert marked.right
    (attempt,) = coaching.history(due.id)
    assert (attempt.right, attempt.asked.offered) == (True, due.asked.offered)


def test_hostile_answers_are_wrong_and_harm_nothing(workspace: Workspace) -> None:
    coaching = workspace.live.coaching
    for due in coaching.asking():
        for answer in ((), ("\ud800",), ("x" * 100_000,), ("",) * 3, ("\0", "<script>")):
            assert not coaching.answer_alone(due, answer, took=-5).right
    assert coaching.home().today.right == 0


def test_a_path_goes_on_step_by_step(workspace: Workspace) -> None:
    """C05: a test is passed, not ticked; a failed one may be taken again; best score stays."""
    coaching = workspace.live.coaching
    article, quiz = coaching.path("p").steps
    with pytest.raises(Trouble, match="passing"):
        coaching.step_done("p", quiz.step.id)
    coaching.step_done("p", article.step.id)
    failed = finished(workspace, coaching.test("p", quiz.step.id)[0], right=False)
    assert failed.score == 0
    assert coaching.path("p").done == 1
    finished(workspace, coaching.test("p", quiz.step.id)[0])
    view = coaching.path("p")
    assert view.finished
    assert view.steps[1].done is not None
    assert (view.steps[1].done.score, view.steps[1].done.tries) == (100, 2)
    said = [one.body["step"] for one in workspace.outbox.waiting() if one.kind == "progress"]
    assert said == [article.step.id, quiz.step.id, quiz.step.id]


def test_what_cannot_be_followed_is_said_in_a_sentence(workspace: Workspace) -> None:
    coaching = workspace.live.coaching
    with pytest.raises(Trouble, match="no path"):
        coaching.path("x")
    with pytest.raises(Trouble, match="no cohort"):
        coaching.pupils("x")
    with pytest.raises(NotAllowed):
        coaching.make_cohort(Cohort("c", "C", "p", (), ()))


def test_a_profile_from_before_learns_its_questions_in_the_background(
    tmp_path: Path, workspace: Workspace
) -> None:
    """Articles that were here already are read once more; those without a question are not."""
    old = tmp_path / "old.db"
    before = MIGRATIONS[: MIGRATIONS.index(MIGRATION)]
    kb = Database(old, application=APPLICATION, synchronous="NORMAL", migrations=before)
    with kb.writing() as connection:
        for n, body in enumerate((lesson(0), "# Sans question\n")):
            connection.execute(
                """INSERT INTO entities (kind, id, space, path, rev, seq, touched, body, sha256)
                    VALUES ('article', ?, 'base', ?, 1, 1, 1, ?, x'00')""",
                (f"base/{n}", f"{n}.md", body),
            )
    kb.close()
    kb = Database(old, application=APPLICATION, synchronous="NORMAL", migrations=MIGRATIONS)
    unread = kb.reading().rows("SELECT e.id FROM unread JOIN entities e USING (rid)")
    assert [row["id"] for row in unread] == ["base/0"]
    kb.close()


def test_an_article_comes_out_of_the_base_with_its_questions(
    workspace: Workspace, tmp_path: Path
) -> None:
    article = workspace.articles.get("base/lecon-1")
    assert article is not None
    assert len(article.questions) == EACH
    put = workspace.articles.put_all([article])
    assert put.unchanged == 1
    workspace.articles.remove(["base/lecon-1"])
    assert not workspace.live.coaching.asking("base/lecon-1")
    workspace.articles.put_all([article])
    assert workspace.articles.get("base/lecon-1") == article
    assert len(workspace.live.coaching.asking("base/lecon-1")) == EACH
