"""Learning beside the questions: nothing due, what sleeps, who sees what, cohorts."""

from datetime import timedelta

from PySide6.QtGui import QAccessible

from kbdesk.core.questions import QuestionKind
from tests.gui.learning_keys import answer_rightly, keys, learning
from tests.gui.shots_of_learning import ask, connected
from tests.support import learners
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.keyboard import press, type_text


def test_nothing_due_says_when_something_is(desk: DeskWindow) -> None:
    """No act is offered that would do nothing."""
    coaching = desk.workspace.live.coaching
    while coaching.due():
        session, _changes = coaching.begin()
        assert session is not None
        assert session.next is not None
        coaching.answer(session, session.next, ("?",))
    screen = learning(desk)
    assert screen.home.card.act.isHidden()
    due = coaching.home().next_due
    assert due is not None
    assert due - MOMENT < timedelta(days=2)
    assert "demain" in screen.home.card._about.accessibleName() or "tomorrow" in (
        screen.home.card._about.accessibleName()
    )


def test_a_session_that_was_put_aside_can_be_let_go(desk: DeskWindow) -> None:
    """What was answered stays answered; what was not is due as before."""
    screen = learning(desk)
    coaching = desk.workspace.live.coaching
    due = coaching.due_count()
    keys(desk, "Return")
    answer_rightly(desk, screen)
    keys(desk, "Esc")
    assert coaching.current() is not None
    screen.home.card.leave.setFocus()
    keys(desk, "Return")
    desk.wait(lambda: screen.home.card.leave.isHidden() and screen.settled)
    assert coaching.current() is None
    assert coaching.due_count() == due - 1


def test_the_bars_tell_a_screen_reader_each_number(desk: DeskWindow) -> None:
    """Seven days, each with its count."""
    screen = learning(desk)
    told = QAccessible.queryAccessibleInterface(screen.home.side.bars).text(QAccessible.Text.Name)
    assert str(desk.workspace.live.coaching.due_count()) in told
    assert told.count(",") == 6


def test_an_author_wakes_a_question_that_still_fits(desk: DeskWindow) -> None:
    """It is gone from the page at once, and asked again."""
    learners.let_sleep(desk.workspace)
    screen = learning(desk)
    coaching = desk.workspace.live.coaching
    asleep = coaching.asleep()
    assert asleep
    screen.home.asleep_requested.emit()
    desk.settle()
    page = screen.asleep
    assert page is not None
    for _ in asleep:
        keys(desk, "Return")
        desk.wait(lambda: screen.settled)
    assert coaching.asleep() == ()
    assert page.rows == []


def test_a_learner_sees_all_that_is_kept_and_by_whom_it_is_seen(desk: DeskWindow) -> None:
    """Each step and each answer is a row, the trainer is named."""
    screen = connected(desk, "agent")
    ask(desk, screen, QuestionKind.SINGLE)
    answer_rightly(desk, screen)
    keys(desk, "Return", "Return")
    screen.home.side.seen.click()
    desk.settle()
    page, seen = screen.seen, desk.workspace.live.coaching.seen_of_me()
    assert page is not None
    assert "Julien Perrot" in page._who.accessibleName()
    assert len(seen.answers) >= 1
    assert len(page._rows) == len(seen.answers) + len(seen.steps)


def test_only_the_named_trainer_sees_people_one_by_one(desk: DeskWindow) -> None:
    """People with how far they are, one with each answer; Esc leads back to the same person."""
    screen = connected(desk, "supervisor")
    screen.cohorts.open(learners.COHORT)
    desk.settle()
    page = screen.cohorts.page
    assert page is not None
    assert len(page.people) == 6
    page.people[2].setFocus()
    keys(desk, "Return")
    pupil = page.pupil
    assert pupil is not None
    assert len(pupil.answers) == 6
    keys(desk, "Esc")
    assert page.bar.leave.isVisible()
    assert len(page.people) == 6
    assert page.people[2].hasFocus()
    keys(desk, "Esc")
    assert screen.stack.currentWidget() is screen.home


def test_a_cohort_is_made_by_its_form(desk: DeskWindow) -> None:
    """A name of nobody is told where it stands; then Ctrl+Enter keeps it, and it waits."""
    screen = connected(desk, "supervisor")
    screen.cohorts.open("")
    desk.settle()
    form = screen.cohorts.form
    assert form is not None
    type_text(form.name.edit, "Nouveaux de janvier")
    type_text(form.people.edit, "Ana Petit, Zoé")
    press(form.name.edit, "Ctrl+Return")
    assert "Zoé" in form.faults["people"].text
    assert form.people.edit.hasFocus()
    form.people.show_text("Ana Petit, Bruno")
    form.target.edit.setText("4/12")
    press(form.name.edit, "Ctrl+Return")
    desk.settle()
    made = next(
        one for one in desk.workspace.live.coaching.cohorts() if one.title == "Nouveaux de janvier"
    )
    assert made.people == ("ana", "bruno")
    assert made.trainers == ("julien.perrot",)
    assert str(made.target) == "2026-12-04"
    assert any(one.kind == "cohort" for one in desk.workspace.outbox.waiting())
    assert screen.stack.currentWidget() is screen.cohorts.page
