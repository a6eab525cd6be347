"""A newcomer learns by keys alone: questions, a call in between, a path; in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kbdesk.core.changes import Changes
from kbdesk.core.questions import QuestionKind
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.guide.answers import ROW_OF_DIGITS
from tests.gui.learning_keys import (
    answer_rightly,
    call,
    end_call,
    keys,
    learning,
    marked,
    right_key,
    shown,
)
from tests.gui.shots_of_learning import ask
from tests.support import learners
from tests.support.desk_window import DeskWindow, copy_of, make_profile, open_desk

FRENCH_KEYS = {digit: key for key, digit in ROW_OF_DIGITS.items()}


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return make_profile(tmp_path_factory.mktemp("english") / "profile", language="en")


@pytest.fixture(params=["fr", pytest.param("en", marks=pytest.mark.long)])
def either(
    request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, sample_profile: Profile,
    english: Profile,
) -> Iterator[DeskWindow]:  # fmt: skip
    """Open a desk in French, and with the long tests in English too."""
    template = sample_profile if request.param == "fr" else english
    settings = Settings(language=request.param, theme="light")
    with open_desk(copy_of(template, tmp_path / "profile"), settings) as desk:
        yield desk


def test_a_newcomer_begins_answers_is_called_away_and_ends_by_keys(either: DeskWindow) -> None:
    """Enter begins; each answer is on the disk when it is marked; a call puts the session aside.

    Enter takes it up where it stood; at the end all of it is right and nothing was asked twice.
    """
    desk, screen = either, learning(either)
    assert screen.home.card.act.hasFocus()
    keys(desk, "Return")
    session = screen.quiz.session
    assert session is not None
    first = shown(screen)
    answer_rightly(desk, screen)
    kept = desk.workspace.live.coaching.session(session.id)
    assert kept is not None
    assert kept.marked == {first.id: True}
    assert screen.quiz.page.verdict.isVisible()
    keys(desk, "Return")
    second = shown(screen)
    assert second.id != first.id

    call(desk, "answered")
    desk.wait(lambda: desk.window.contact_in_hand is not None and desk.window.settled)
    assert screen.stack.currentWidget() is screen.home
    desk.wait(screen.home.card.act.isHidden, "nothing asked of whoever is on a call")
    end_call(desk)
    assert screen.home.card.act.hasFocus()
    keys(desk, "Return")
    assert screen.quiz.session is not None
    assert screen.quiz.session.id == session.id
    assert shown(screen).id == second.id

    while screen.quiz.end is None or not screen.quiz.end.isVisible():
        answer_rightly(desk, screen)
        keys(desk, "Return")
    done = desk.workspace.live.coaching.session(session.id)
    assert done is not None
    assert done.right == len(done.items)
    assert screen.quiz.end.done.hasFocus()
    keys(desk, "Return")
    assert screen.stack.currentWidget() is screen.home
    assert desk.workspace.live.coaching.current() is None


def test_a_path_is_walked_by_keys_and_resumed_at_its_step(either: DeskWindow) -> None:
    """Enter opens an article, D marks it and goes on; away and back, the same step is selected.

    A step behind a module that comes first does not open.
    """
    desk, screen = either, learning(either)
    opened: list[str] = []
    screen.article_requested.connect(lambda id_, _anchor: opened.append(id_))
    screen.open_path("accueil")
    desk.settle()
    page = screen.path
    assert page is not None
    assert page.at is not None
    first = page.at.step
    keys(desk, "Return")
    assert opened == [first.article]
    assert desk.window.screen_shown == "search"
    desk.window.show_screen("learn")
    desk.settle()
    assert page.at.step == first
    keys(desk, "D")
    assert desk.workspace.live.coaching.path("accueil").done == 1
    assert page.at.step.id == "base/guide:facturation/avoir-ou-remboursement"
    line = page.line.line_of(page.at.step.id)
    assert line is not None
    assert line.hasFocus()
    keys(desk, "Down", "Down", "Down", "Down", "Down", "J")
    assert page.line.lines[-1].hasFocus()
    keys(desk, "Return", "D")
    assert opened == [first.article]
    assert desk.workspace.live.coaching.path("accueil").done == 1
    keys(desk, "Esc")
    assert screen.stack.currentWidget() is screen.home


def test_a_test_of_a_path_is_taken_and_its_step_is_done(desk: DeskWindow) -> None:
    """The last right answer records the step; Enter leads back to the path."""
    screen = learning(desk)
    coaching = desk.workspace.live.coaching
    for step in coaching.path("accueil").path.steps[:4]:
        coaching.step_done("accueil", step.id)
    screen.open_path("accueil")
    desk.settle()
    keys(desk, "Return")
    while screen.quiz.end is None or not screen.quiz.end.isVisible():
        answer_rightly(desk, screen)
        keys(desk, "Return")
    assert not screen.quiz.end.failed
    keys(desk, "Return")
    assert screen.path is not None
    assert screen.stack.currentWidget() is screen.path
    assert coaching.path("accueil").done == 5


def test_a_test_that_fails_is_offered_again(desk: DeskWindow) -> None:
    """It says how many are needed, and Enter asks all of it once more."""
    screen = learning(desk)
    coaching = desk.workspace.live.coaching
    for step in coaching.path("accueil").path.steps[:4]:
        coaching.step_done("accueil", step.id)
    screen.open_path("accueil")
    desk.settle()
    keys(desk, "Return")
    before = screen.quiz.session
    while screen.quiz.end is None or not screen.quiz.end.isVisible():
        due = shown(screen)
        screen.quiz.page.answered.emit(due, ("?",), 1)
        desk.settle()
        keys(desk, "Return")
    assert screen.quiz.end.failed
    assert coaching.path("accueil").done == 4
    keys(desk, "Return")
    assert screen.quiz.session is not None
    assert before is not None
    assert screen.quiz.session.id != before.id
    assert not screen.quiz.session.marked


@pytest.mark.parametrize("kind", list(QuestionKind), ids=str)
def test_every_kind_is_answered_by_keys_alone(desk: DeskWindow, kind: QuestionKind) -> None:
    """The answer that the keys give is the right one."""
    screen = learning(desk)
    ask(desk, screen, kind)
    answer_rightly(desk, screen)
    assert screen.quiz.page.marked is not None
    assert screen.quiz.page.marked.right


def test_a_french_row_answers_without_shift(desk: DeskWindow) -> None:
    """`&`, `é`, `"` are 1, 2, 3."""
    screen = learning(desk)
    ask(desk, screen, QuestionKind.SINGLE)
    keys(desk, right_key(shown(screen), FRENCH_KEYS))
    assert screen.quiz.page.marked is not None
    assert screen.quiz.page.marked.right


def test_an_order_is_moved_with_alt_and_arrows(desk: DeskWindow) -> None:
    """What stands on screen is the answer, and the focus goes along with the item."""
    screen = learning(desk)
    ask(desk, screen, QuestionKind.ORDERING)
    pad, due = screen.quiz.page.pad, shown(screen)
    keys(desk, "Alt+Down")
    assert pad.card.present == 1
    assert pad.card.rows[1].hasFocus()
    keys(desk, "Return")
    marked = screen.quiz.page.marked
    assert marked is not None
    assert marked.given == (due.choices[1], due.choices[0], *due.choices[2:])


def test_what_was_typed_is_there_again_after_a_call(desk: DeskWindow) -> None:
    """Half an answer is no answer, and it is not lost."""
    screen = learning(desk)
    ask(desk, screen, QuestionKind.SHORT)
    question = shown(screen).id
    keys(desk, "d", "o")
    call(desk, "answered")
    desk.wait(lambda: screen.stack.currentWidget() is screen.home and desk.window.settled)
    end_call(desk)
    keys(desk, "Return")
    assert shown(screen).id == question
    assert screen.quiz.page.pad.field.text == "do"


def test_how_easy_it_was_changes_when_it_comes_again(desk: DeskWindow) -> None:
    """Right moves to easy, at the end it stays; nothing leaves before one goes on."""
    screen = learning(desk)
    told: list[Changes] = []
    ask(desk, screen, QuestionKind.SINGLE)
    screen.changed.connect(told.append)
    keys(desk, right_key(shown(screen)))
    again = screen.quiz.page._again
    assert screen.quiz.page.foot.ease.key == "3"
    keys(desk, "Right")
    assert screen.quiz.page.foot.ease.key == "4"
    easier = screen.quiz.page._again
    assert again is not None
    assert easier is not None
    assert easier > again
    keys(desk, "Right", "Left", "Left", "Left")
    assert screen.quiz.page.foot.ease.key == "1"
    luck = screen.quiz.page._again
    assert luck is not None
    assert luck < easier
    assert told == []
    keys(desk, "Return")
    assert any(changes.outbox for changes in told)


def test_a_wrong_answer_tells_why_and_leads_to_its_passage(desk: DeskWindow) -> None:
    """The passage and its article are named, O opens it there, and the question stays behind it."""
    screen = learning(desk)
    opened: list[tuple[str, str]] = []
    screen.article_requested.connect(lambda id_, anchor: opened.append((id_, anchor)))
    ask(desk, screen, QuestionKind.SINGLE)
    due = shown(screen)
    wrong = next(one.text for one in due.asked.offered if not one.right)
    keys(desk, str(due.choices.index(wrong) + 1))
    page = screen.quiz.page
    assert page.marked is not None
    assert not page.marked.right
    assert page.foot.ease.isHidden()
    assert page.verdict.passage.accessibleName() == due.tested.text
    states = {row.row.text: row.row.state for row in page.pad.card.rows}
    assert states[wrong] == "wrong"
    assert "right" in states.values()
    keys(desk, "O")
    assert opened == [(due.tested.article, due.tested.anchor)]
    desk.window.show_screen("learn")
    desk.settle()
    assert page.isVisible()
    assert page.foot.next.hasFocus()


def test_a_question_that_has_changed_shows_the_difference_first(desk: DeskWindow) -> None:
    """It comes before all else; no digit answers before it was read; Enter brings the question."""
    learners.let_change(desk.workspace)
    screen = learning(desk)
    keys(desk, "Return")
    page, due = screen.quiz.page, shown(screen)
    assert page.difference.isVisible()
    assert not page.asked.isVisible()
    assert page.asking is None
    assert "Sauf le dimanche" in page.difference.texts[1].accessibleName()
    assert "Sauf le dimanche" not in page.difference.texts[0].accessibleName()
    keys(desk, "1")
    assert marked(screen) is None
    keys(desk, "Esc", "Return")
    assert shown(screen).id == due.id
    assert page.difference.isVisible()
    keys(desk, "Return")
    assert not page.difference.isVisible()
    assert page.asked.isVisible()
    keys(desk, right_key(due))
    done = marked(screen)
    assert done is not None
    assert done.right
