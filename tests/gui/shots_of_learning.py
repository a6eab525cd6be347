"""Learning: today, every kind of question, what was right, a path, cohorts, for the pictures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import wraps

from PySide6.QtTest import QTest

from kbdesk.core.calls import read_event
from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Difference
from kbdesk.services.connected.sync_facts import SyncFacts
from kbdesk.ui.learn.asking import Asking
from kbdesk.ui.learn.screen import LearnScreen
from kbdesk.ui.sync_line import BaseStatus
from tests.gui.shots import Step, shot
from tests.support import learners, signed_in
from tests.support.desk_window import MOMENT, DeskWindow

Shown = Callable[[DeskWindow, LearnScreen], None]


def connected(desk: DeskWindow, role: str) -> LearnScreen:
    """Make a window that of somebody at a server who learns, and show them the screen."""
    person = "julien.perrot" if role == "supervisor" else "ana"
    signed_in.sign_in(desk.workspace.profile, person, role)
    learners.fill(desk.workspace, MOMENT, person)
    facts = SyncFacts("level", person=person, role=role, last_success=MOMENT - timedelta(minutes=2))
    desk.window.show_status(BaseStatus(41, MOMENT, sync=facts))
    desk.window.show_screen("learn")
    screen = desk.window.screens["learn"]
    assert isinstance(screen, LearnScreen)
    desk.settle()
    while screen.stack.currentWidget() is not screen.home:
        screen.step_back()
        desk.settle()
    return screen


def step(name: str, role: str = "agent") -> Callable[[Shown], Step]:
    """Add a picture of the screen of learning."""

    def add(shown: Shown) -> Step:
        @wraps(shown)
        def bring(desk: DeskWindow) -> None:
            screen = connected(desk, role)
            shown(desk, screen)
            desk.settle()

        return shot(name)(bring)

    return add


def ask(desk: DeskWindow, screen: LearnScreen, kind: QuestionKind) -> None:
    """Bring a question of a kind by practising its article."""
    coaching = desk.workspace.live.coaching
    due = next(one for one in coaching.asking() if one.asked.kind is kind)
    session, _changes = coaching.practise(due.tested.article)
    assert session is not None
    while session.next is not None and session.next.asked.kind is not kind:
        session = coaching.answer(session, session.next, ("?",)).session
    screen.quiz._aside.clear()
    screen.practise(due.tested.article)
    desk.settle()


@step("learn")
def home(desk: DeskWindow, screen: LearnScreen) -> None:
    assert screen.home.isVisible()


@step("learn-question")
def question(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.SINGLE)


@step("learn-right")
def right(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.SINGLE)
    due = screen.quiz.page.due
    assert due is not None
    answer = next(one.text for one in due.asked.offered if one.right)
    screen.quiz.page.pad.take(due.choices.index(answer))


@step("learn-wrong")
def wrong(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.MULTIPLE)
    due = screen.quiz.page.due
    assert due is not None
    answer = next(one.text for one in due.asked.offered if not one.right)
    screen.quiz.page.pad.take(due.choices.index(answer))
    screen.quiz.page.pad.take((due.choices.index(answer) + 1) % len(due.choices))
    screen.quiz.page.pad.send.click()


@step("learn-several")
def several(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.MULTIPLE)
    screen.quiz.page.pad.take(1)


@step("learn-order")
def order(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.ORDERING)
    screen.quiz.page.pad.take(1)
    screen.quiz.page.pad.take(0)


@step("learn-order-answered")
def order_answered(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.ORDERING)
    pad = screen.quiz.page.pad
    for row in range(len(pad.card.rows)):
        assert pad.asking is not None
        if not pad.asking.complete:
            pad.take(row)
    pad.send.click()


@step("learn-pairs")
def pairs(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.MATCHING)
    pad = screen.quiz.page.pad
    pad.take_left(0)
    pad.take(1)
    pad.take_left(1)


@step("learn-typed")
def typed(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.SHORT)
    QTest.keyClicks(screen.quiz.page.pad.field.edit, "douze")


@step("learn-changed")
def changed(desk: DeskWindow, screen: LearnScreen) -> None:
    ask(desk, screen, QuestionKind.SINGLE)
    page = screen.quiz.page
    session, due = screen.quiz.session, page.due
    assert session is not None
    assert due is not None
    new = "Au-delà de 15 €, l’accord du superviseur reste nécessaire."
    old = new.replace("15", "10").replace("reste", "est toujours")
    changed_one = replace(due, changed=Difference(old, new))
    page.show_question(session, changed_one, "Facturation")
    page.take_focus()


@step("learn-end")
def end(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.quiz.begin()
    desk.settle()
    while screen.quiz.end is None or not screen.quiz.end.isVisible():
        page = screen.quiz.page
        if not page.pad.isVisible():
            page.go_on()
        due = page.due
        assert due is not None
        asking = Asking.begin(due)
        page.answered.emit(due, due.choices[:1] if asking.at_once else ("?",), 4)
        desk.settle()
        page.go_on()
        desk.settle()


@step("learn-aside")
def aside(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.quiz.begin()
    desk.settle()
    screen.step_back()


@step("learn-contact")
def contact(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.quiz.begin()
    desk.settle()
    said = {"call": "c1", "state": "answered", "from": "0639980001", "queue": "facturation"}
    desk.window.call_came.emit(read_event(said))
    desk.wait(lambda: desk.window.contact_in_hand is not None and desk.window.now_flow.settled)
    desk.window.show_screen("learn")


@step("learn-path")
def path(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.open_path("accueil")


@step("learn-seen")
def seen(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.home.side.seen.click()


@step("learn-others", "supervisor")
def others(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.home.pane.ensureWidgetVisible(screen.home.lines[-1])


@step("learn-cohort", "supervisor")
def cohort(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.cohorts.open("decembre")


@step("learn-cohort-figures", "supervisor")
def figures(desk: DeskWindow, screen: LearnScreen) -> None:
    """What a supervisor sees of people whom others accompany."""
    learners.fill_others(desk.workspace, MOMENT)
    screen.cohorts.open(learners.OTHERS)


@step("learn-pupil", "supervisor")
def pupil(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.cohorts.open("decembre")
    desk.settle()
    assert screen.cohorts.page is not None
    screen.cohorts.page.show_person("ana")


@step("learn-cohort-form", "supervisor")
def form(desk: DeskWindow, screen: LearnScreen) -> None:
    screen.cohorts.open("")
    desk.settle()
    made = screen.cohorts.form
    assert made is not None
    made.name.edit.setText("Nouveaux de janvier")
    made.people.show_text("Ana Petit, Bruno, Personne Inconnue")
    made.target.edit.setText("bientôt")
    made.try_to_keep()


@shot("learn-asleep")
def asleep(desk: DeskWindow) -> None:
    """A base of its own in which a passage has changed below its questions."""
    learners.let_sleep(desk.workspace)
    desk.window.show_screen("learn")
    desk.settle()
    screen = desk.window.screens["learn"]
    assert isinstance(screen, LearnScreen)
    screen.home.asleep_requested.emit()


@shot("learn-empty")
def empty(desk: DeskWindow) -> None:
    """A base of its own on which everything is done for today."""
    coaching = desk.workspace.live.coaching
    while coaching.due():
        session, _changes = coaching.begin()
        assert session is not None
        assert session.next is not None
        coaching.answer(session, session.next, ("?",))
    desk.window.show_screen("learn")
