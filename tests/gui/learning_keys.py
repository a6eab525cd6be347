"""Learning by keys alone: what is struck, and what is seen of it; for tests of the screens."""

from PySide6.QtWidgets import QApplication

from kbdesk.core.calls import read_event
from kbdesk.core.questions import QuestionKind
from kbdesk.core.quiz import Due, Marked
from kbdesk.ui.learn.screen import LearnScreen
from tests.support import learners
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press, type_text


def marked(screen: LearnScreen) -> Marked | None:
    """Return what became of the answer that was given last, None while it is awaited."""
    return screen.quiz.page.marked


def keys(desk: DeskWindow, *struck: str) -> None:
    """Strike keys where the focus is: one character as text, others by name."""
    for key in struck:
        at = QApplication.focusWidget()
        assert at is not None, f"nothing has the keys for {key}"
        (type_text if len(key) == 1 and not key.isupper() else press)(at, key)
        desk.settle()


def learning(desk: DeskWindow) -> LearnScreen:
    """Show the screen of learning over a path."""
    desk.workspace.entities.put("paths", "paths", learners.PATHS)
    desk.window.show_screen("learn")
    desk.settle()
    screen = desk.window.screens["learn"]
    assert isinstance(screen, LearnScreen)
    return screen


def shown(screen: LearnScreen) -> Due:
    due = screen.quiz.page.due
    assert due is not None
    return due


def right_key(due: Due, row_of: dict[str, str] | None = None) -> str:
    """Return the key of the right answer to a single choice."""
    right = next(one.text for one in due.asked.offered if one.right)
    digit = str(due.choices.index(right) + 1)
    return row_of[digit] if row_of else digit


def answer_rightly(desk: DeskWindow, screen: LearnScreen) -> None:
    """Answer whatever is asked, by keys alone."""
    due = shown(screen)
    kind = due.asked.kind
    if kind is QuestionKind.SHORT:
        type_text(screen.quiz.page.pad.field.edit, due.asked.accepted[0])
        keys(desk, "Return")
    elif kind is QuestionKind.ORDERING:
        keys(desk, *(str(due.choices.index(one) + 1) for one in due.asked.order[:-1]), "Return")
    elif kind is QuestionKind.MATCHING:
        for left, (_text, right) in enumerate(due.asked.pairs, 1):
            keys(desk, str(left), str(due.choices.index(right) + 1))
        keys(desk, "Return")
    elif kind is QuestionKind.MULTIPLE:
        rows = [due.choices.index(one.text) + 1 for one in due.asked.offered if one.right]
        keys(desk, *map(str, rows), "Return")
    else:
        keys(desk, right_key(due))


def call(desk: DeskWindow, state: str) -> None:
    said = {"call": "c1", "state": state, "from": "0639980001", "queue": "facturation"}
    desk.window.call_came.emit(read_event(said))
    desk.wait(lambda: desk.window.now_flow.settled)


def end_call(desk: DeskWindow) -> None:
    """Hang up, end the contact, and come back to learning."""
    call(desk, "ended")
    desk.window.now_panel.finished.emit()
    desk.wait(lambda: desk.window.contact_in_hand is None, "the end of the contact")
    desk.window.show_screen("learn")
    desk.settle()
