"""Learning as a whole loop: real server, real desks, answers, ties, paths and cohorts."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kbdesk.clock import FixedClock
from kbdesk.core import recall
from kbdesk.core.paths import Cohort
from kbdesk.core.quiz import solution
from kbdesk.services.learn.review_log import ReviewLog
from kbdesk.services.workspace import Workspace
from kbdesk.store.reviews import Reviews
from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.lessons import EACH, learner, lesson, level, some_answer, write_lessons
from tests.support.sync_server import SyncServer, serving, wait_for

PATHS = """\
paths:
  - id: accueil
    title: Accueil
    pass: 80
    modules:
      - id: bases
        title: Les bases
        steps:
          - article: base/lecon-0
          - quiz: base/lecon-0
      - id: suite
        title: La suite
        after: [bases]
        steps:
          - article: base/lecon-1
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with serving(tmp_path / "server") as running:
        yield running


@pytest.fixture
def author(server: SyncServer, tmp_path: Path) -> Path:
    """Publish ten lessons of six questions, and a path, as their author does."""
    folder = write_lessons(tmp_path / "base", 10)
    (folder / "paths.yaml").write_text(PATHS, "utf-8")
    profile = tmp_path / "author"
    sign_in(profile, server, "auteur")
    desk(profile, "import", str(folder), "--space", "base")
    sync_until(profile, lambda _: _questions(profile) == 10 * EACH)
    return profile


def _questions(profile: Path) -> int:
    return len(json.loads(desk(profile, "quiz", "list", "--json")))


def _asleep(workspace: Workspace) -> Counter[str]:
    """Count the questions of each article that this desk does not ask."""
    awake = Counter(one.tested.article for one in workspace.live.coaching.asking())
    return Counter({f"base/lecon-{n}": EACH for n in range(10)}) - awake


def test_editing_thirty_passages_puts_exactly_their_questions_to_sleep_on_every_desk(
    author: Path, server: SyncServer, tmp_path: Path
) -> None:
    """C04, N04: edited in substance they sleep, also on a desk that never saw the old text.

    Spaces and punctuation lull nothing. The author is told, and wakes them; learners get what
    changed with the question.
    """
    chance = random.Random(30)
    everything = [(number, n) for number in range(10) for n in range(EACH)]
    edited = set(chance.sample(everything, 30))
    with learner(tmp_path / "ana", server, "ana") as ana:
        assert not _asleep(ana)
        learnt = {one.id: one for one in ana.live.coaching.asking()}
        for due in learnt.values():
            ana.live.coaching.answer_alone(due, solution(due.asked))
        level(ana)
    _publish(author, tmp_path / "edited", edited)
    with (
        learner(tmp_path / "ana", server, "ana") as ana,
        learner(tmp_path / "bo", _with(server, "bo"), "bo") as fresh,
        learner(author, server, "auteur") as told,
    ):
        expected = Counter(f"base/lecon-{number}" for number, _ in edited)
        assert _asleep(ana) == _asleep(fresh) == expected
        awake = {one.id for one in ana.live.coaching.asking()}
        assert awake == {one.id for one in fresh.live.coaching.asking()}
        assert not ana.live.coaching.asleep()  # who may not write is not asked to decide
        sleeping = told.live.coaching.asleep()
        assert Counter(one.tested.article for one in sleeping) == expected
        assert {one.id for one in sleeping} == set(learnt) - awake

        told.live.coaching.confirm([one.id for one in sleeping])
        assert not told.live.coaching.asleep()
        for workspace in (told, ana, fresh):
            level(workspace)
        assert not _asleep(ana)
        assert not _asleep(fresh)
        _assert_learners_see_the_difference(ana, {one.id for one in sleeping}, learnt)


def _assert_learners_see_the_difference(
    workspace: Workspace, woken: set[str], learnt: dict[str, Any]
) -> None:
    due = workspace.live.coaching.due()
    assert {one.id for one in due} == woken
    for one in due:
        assert one.changed is not None
        assert one.changed.old == learnt[one.id].tested.text
        assert one.changed.new == one.tested.text != one.changed.old


def _publish(author: Path, folder: Path, edited: set[tuple[int, int]]) -> None:
    """Publish all lessons again: some passages in substance, the other lessons respaced."""
    folder.mkdir()
    for number in range(10):
        changed = frozenset(n for which, n in edited if which == number)
        text = lesson(number, changed, spaced=not changed)
        (folder / f"lecon-{number}.md").write_text(text, "utf-8")
    desk(author, "import", str(folder), "--space", "base")
    desk(author, "sync")


def _with(server: SyncServer, person: str) -> SyncServer:
    server.add_person(person)
    return server


def test_a_minor_edit_takes_its_questions_along(author: Path, server: SyncServer) -> None:
    """B02 and C04: a typing error mended, and marked minor, puts nothing to sleep."""
    with learner(author, server, "auteur") as workspace:
        text = lesson(0).replace("Le cas 3 demande", "Le cas 3 exige")
        home = workspace.entities.one("article", "base/lecon-0")
        assert home is not None
        said = workspace.live.ties.of_text("base/lecon-0", text, minor=True)
        body = {"space": "base", "kind": "article", "id": "base/lecon-0",
                "path": "lecon-0.md", "body": text, "minor": True, **said}  # fmt: skip
        workspace.outbox.put("publish", body, workspace.clock.now(), home.rev, "article:x")
        level(workspace)
        level(workspace)
        assert "exige" in str(workspace.knowledge.article("base/lecon-0"))
        assert not _asleep(workspace)


@pytest.mark.parametrize("many", [100, pytest.param(500, marks=pytest.mark.long)])
def test_answers_are_graded_equally_on_desk_and_server(
    author: Path, server: SyncServer, tmp_path: Path, many: int
) -> None:
    """C02: right, wrong, misspelt, nonsense: what the server says of each is what the desk said.

    A hundred answers with every change, five hundred with the long tests.
    """
    chance = random.Random(500)
    said: dict[str, bool] = {}
    with learner(tmp_path / "ana", server, "ana") as workspace:
        asking = workspace.live.coaching.asking()
        for _ in range(many):
            due = chance.choice(asking)
            marked = workspace.live.coaching.answer_alone(due, some_answer(due, chance))
            said[marked.id] = marked.right
        assert 0.3 < sum(said.values()) / many < 0.7
        assert len(said) == many
        level(workspace)
        level(workspace)
        assert not workspace.outbox.waiting()
        assert not workspace.outbox.parked()
        theirs = {
            found.id: json.loads(found.body)["right"] for found in workspace.entities.of("review")
        }
    assert theirs == said


@pytest.mark.parametrize("days", [12, pytest.param(30, marks=pytest.mark.long)])
def test_two_desks_reviewed_apart_end_with_one_log_and_its_schedule(
    author: Path, server: SyncServer, tmp_path: Path, days: int
) -> None:
    """C03: each answer once, and on both the schedule that the merged log gives.

    Twelve days apart with every change, thirty with the long tests.
    """
    profiles = [tmp_path / "one", tmp_path / "two"]
    for profile in profiles:
        with learner(profile, server, "ana"):
            pass
    made: set[str] = set()
    begin = datetime.now(UTC) - timedelta(days=days, hours=1)
    for number, profile in enumerate(profiles):
        chance = random.Random(number)
        for day in range(days):
            clock = FixedClock(begin + timedelta(days=day, minutes=7 * number))
            with learner(profile, None, "ana", clock) as workspace:
                if not day:
                    workspace.leases.renew(begin.isoformat())  # as if the sign-in had been then
                made |= _a_session(workspace, chance)
    logs = []
    for profile in (*profiles, *profiles):
        with learner(profile, server, "ana"):
            pass
    for profile in profiles:
        with learner(profile, server, "ana") as workspace:
            log = ReviewLog(workspace, Reviews(workspace.user, workspace.outbox))
            logs.append((log.all(), log.schedule()))
    (one, first), (two, second) = logs
    assert [review.id for review in one] == [review.id for review in two]
    assert {review.id for review in one} == made
    assert len(one) == len(made) > 3 * days
    assert first == second == recall.schedule(one)
    assert {review.at.date() for review in one} > {(begin + timedelta(days=9)).date()}


def _a_session(workspace: Workspace, chance: random.Random) -> set[str]:
    coaching = workspace.live.coaching
    session, _ = coaching.begin()
    made = set()
    while session is not None and session.next is not None:
        due = session.next
        right = chance.random() < 0.8
        answer = solution(due.asked) if right else ("faux",)
        done = coaching.answer(session, due, answer[:1] if due.asked.accepted else answer)
        made.add(done.marked.id)
        session = done.session
    return made


def test_a_path_is_resumed_on_another_pc_at_the_same_step(
    author: Path, server: SyncServer, tmp_path: Path
) -> None:
    """C05: order and pass mark hold offline; the other PC goes on where this one was."""
    with learner(tmp_path / "one", server, "ana") as workspace:
        coaching = workspace.live.coaching
        view = coaching.path("accueil")
        assert view.next is not None
        assert view.next.step.article == "base/lecon-0"
        assert view.modules[1].after == ("Les bases",)
        coaching.step_done("accueil", view.next.step.id)
        _take_the_test(workspace, right=False)
        assert coaching.path("accueil").done == 1
        _take_the_test(workspace, right=True)
        level(workspace)
    with learner(tmp_path / "two", server, "ana") as workspace:
        view = workspace.live.coaching.path("accueil")
        assert view.done == 2
        assert view.next is not None
        assert view.next.step.article == "base/lecon-1"
        test = view.steps[1]
        assert test.done is not None
        assert (test.done.score, test.done.tries) == (100, 2)


def _take_the_test(workspace: Workspace, *, right: bool) -> None:
    coaching = workspace.live.coaching
    step = coaching.path("accueil").steps[1].step
    session, _ = coaching.test("accueil", step.id)
    assert session is not None
    assert len(session.items) == EACH
    while session.next is not None:
        due = session.next
        answer = solution(due.asked)[:1] if due.asked.accepted else solution(due.asked)
        session = coaching.answer(session, due, answer if right else ("faux",)).session


def test_a_trainer_sees_their_pupils_and_nobody_else_does(
    author: Path, server: SyncServer, tmp_path: Path
) -> None:
    """C13: answers are for learner and trainer alone; of two people nobody sees a figure."""
    for person in ("lea", "tim"):
        server.add_person(person)
    with learner(tmp_path / "chef", server, "chef") as chief:
        wait_for(lambda: _knows(chief, "lea"), "the people")
        cohort = Cohort("c1", "Novembre", "accueil", ("ana", "lea"), ("tim",), date(2030, 1, 1))
        chief.live.coaching.make_cohort(cohort)
        level(chief)
    with learner(tmp_path / "ana", server, "ana") as ana:
        coaching = ana.live.coaching
        view = coaching.paths()[0]
        assert (view.cohort_title, view.target) == ("Novembre", date(2030, 1, 1))
        coaching.step_done("accueil", view.steps[0].step.id)
        _take_the_test(ana, right=True)
        mine = coaching.seen_of_me()
        assert (mine.trainers, mine.cohorts) == (("tim",), ("Novembre",))
        assert (len(mine.answers), len(mine.steps)) == (EACH, 2)
        level(ana)
    with learner(tmp_path / "tim", server, "tim") as trainer:
        pupils = trainer.live.coaching.pupils("c1")
        by_name = {one.person: one for one in pupils.pupils}
        assert (by_name["ana"].done, by_name["lea"].done) == (2, 0)
        assert {one.at for one in by_name["ana"].answers} == {one.at for one in mine.answers}
    with learner(tmp_path / "chef", server, "chef") as chief:
        seen = chief.live.coaching.pupils("c1")
        assert seen.masked
        assert not seen.pupils
        assert not list(chief.entities.of("pupil_review"))
    with learner(tmp_path / "lea", server, "lea") as lea:
        assert not list(lea.entities.of("review"))
        assert not lea.live.coaching.cohorts()


def _knows(workspace: Workspace, person: str) -> bool:
    level(workspace)
    return any(id_ == person for id_, _, _ in workspace.live.coaching.people())
