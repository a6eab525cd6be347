"""Deciding by keys: suggestions whole and in part, remarks answered, articles verified."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.core.changes import Changes
from kbdesk.ui.writing.remarks_board import RemarksBoard
from kbdesk.ui.writing.review import ReviewQueue
from kbdesk.ui.writing.rows import Row
from kbdesk.ui.writing.verify_queue import VerifyQueue
from tests.gui.shots_of_writing import connected, put_in
from tests.support.desk_window import DeskWindow
from tests.support.keyboard import press, type_text
from tests.support.writing_day import BOX, FIRST, HOUR


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def queue(desk: DeskWindow) -> ReviewQueue:
    connected(desk, "author").author()
    made = put_in(desk, ReviewQueue)
    assert isinstance(made, ReviewQueue)
    made.queue.take_focus()
    return made


def chosen(desk: DeskWindow, queue: ReviewQueue, id_: str) -> None:
    queue.queue.list.choose(id_)
    desk.wait(lambda: queue.review.view is not None and queue.review.view.of.id == id_)


def asked(desk: DeskWindow, kind: str = "settle") -> list[dict[str, object]]:
    return [one.body for one in desk.workspace.outbox.waiting() if one.kind == kind]


def detail(queue: ReviewQueue) -> bool:
    """Say whether it is called a detail; a call, for it changes between two looks."""
    return queue.review.minor.chosen


def row(queue: ReviewQueue, id_: str) -> Row:
    found = next(one for one in queue.queue.list.rows_model.rows if one.id == id_)
    assert isinstance(found, Row)
    return found


def heard(thread: QWidget) -> str:
    return " ".join(part.accessibleName() for part in thread.findChildren(QWidget))


# suggestions


def test_what_only_a_person_can_settle_stands_first(queue: ReviewQueue) -> None:
    assert queue.queue.list.ids == ("s3", "s4", "s2", "s1")
    first = queue.queue.list.rows_model.rows[0]
    assert isinstance(first, Row)
    assert first.mark in {"Deux textes", "Two texts"}


def test_j_and_k_go_through_the_queue(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s3")
    press(focused(), "J")
    assert queue.queue.list.chosen == "s4"
    press(focused(), "K")
    assert queue.queue.list.chosen == "s3"


def test_one_key_accepts_and_the_next_one_is_there(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s2")
    press(focused(), "A")
    desk.wait(lambda: "s2" not in queue.queue.list.ids and queue.settled)
    assert [body["decision"] for body in asked(desk)] == ["accepted"]
    assert queue.queue.list.chosen == "s1"
    assert focused() is queue.queue.list


def test_a_digit_leaves_a_change_and_a_word_goes_with_the_rest(
    desk: DeskWindow, queue: ReviewQueue
) -> None:
    """Accepted in part: the change that was left is not in the text."""
    chosen(desk, queue, "s1")
    press(focused(), "2")
    press(focused(), "R")
    type_text(focused(), "merci")
    press(focused(), "Return")
    press(focused(), "A")
    desk.wait(lambda: bool(asked(desk)))
    (body,) = asked(desk)
    assert (body["decision"], body["why"]) == ("partly accepted", "merci")
    assert "24 mois" in str(body["text"])
    assert "messagerie" not in str(body["text"])


def test_m_says_that_it_is_only_a_detail_and_never_by_itself(
    desk: DeskWindow, queue: ReviewQueue
) -> None:
    """M, then A: the verification stays; the next one begins with no again."""
    chosen(desk, queue, "s2")
    assert not detail(queue)
    press(focused(), "M")
    assert detail(queue)
    assert queue.review.touches.text, "what it leaves as it is is said where one decides"
    press(focused(), "A")
    desk.wait(lambda: "s2" not in queue.queue.list.ids and queue.settled)
    chosen(desk, queue, "s1")
    assert not detail(queue)
    press(focused(), "2")
    press(focused(), "M")
    press(focused(), "A")
    desk.wait(lambda: len(asked(desk)) == 2)
    assert [(one["decision"], one["minor"]) for one in asked(desk)] == [
        ("accepted", True),
        ("partly accepted", True),
    ]


def test_taking_out_is_no_detail(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s4")
    assert queue.review.minor.isHidden()
    press(focused(), "M")
    assert not queue.review.minor.chosen


def test_a_no_without_a_reason_is_none(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s1")
    press(focused(), "D")
    press(focused(), "Return")
    assert queue.review.reason.fault.text
    assert asked(desk) == []
    type_text(focused(), "déjà dit ailleurs")
    press(focused(), "Return")
    desk.wait(lambda: bool(asked(desk)))
    assert [(body["decision"], body["why"]) for body in asked(desk)] == [
        ("declined", "déjà dit ailleurs")
    ]


def test_q_asks_its_author_and_the_suggestion_stays(desk: DeskWindow, queue: ReviewQueue) -> None:
    """Nothing is decided: the row says whose turn it is, and the question stands in the thread."""
    chosen(desk, queue, "s1")
    press(focused(), "Q")
    press(focused(), "Return")
    assert queue.review.reason.fault.text, "a question wants words"
    type_text(focused(), "Depuis quand ?")
    press(focused(), "Return")
    desk.wait(lambda: bool(asked(desk, "discuss")) and queue.settled)
    assert asked(desk) == []
    assert focused() is queue.queue.list
    assert queue.queue.list.chosen == "s1"
    desk.wait(lambda: row(queue, "s1").mark in {"Précision demandée", "Asked back"})
    desk.wait(lambda: "Depuis quand ?" in heard(queue.review.said))
    assert desk.workspace.live.contributions.to_decide() == 5, "3 others, 2 remarks"


def test_an_answer_that_came_is_marked_and_read_before_one_decides(desk: DeskWindow) -> None:
    office = connected(desk, "author")
    office.author()
    office.suggest("s1", BOX, FIRST, 2 * HOUR, replies=office.discussed())
    queue = put_in(desk, ReviewQueue)
    assert isinstance(queue, ReviewQueue)
    chosen(desk, queue, "s1")
    assert row(queue, "s1").mark in {"Réponse reçue", "Answer received"}
    assert "c’est écrit dans les conditions" in heard(queue.review.said)


def test_who_may_not_decide_is_offered_no_question(desk: DeskWindow) -> None:
    connected(desk, "agent").author()
    queue = put_in(desk, ReviewQueue)
    assert isinstance(queue, ReviewQueue)
    chosen(desk, queue, "s1")
    press(queue.queue.list, "Q")
    assert queue.review.ask.isHidden()
    assert queue.review.reason.isHidden()


def test_esc_takes_the_line_away_first(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s1")
    press(focused(), "D")
    press(focused(), "Esc")
    assert queue.review.reason.isHidden()
    assert queue.isVisible()


def test_of_two_texts_one_has_to_be_chosen(desk: DeskWindow, queue: ReviewQueue) -> None:
    """A does nothing before; both stand there, with what they began with."""
    chosen(desk, queue, "s3")
    press(focused(), "A")
    assert asked(desk) == []
    (row,) = queue.review.changes.rows
    assert row.block.clash
    assert ("48" in row.block.before, "24" in row.block.after) == (True, True)
    press(focused(), "1")
    press(focused(), "A")
    desk.wait(lambda: bool(asked(desk)))
    assert "24 heures" in str(asked(desk)[0]["text"])


def test_taking_out_says_so_on_the_button(desk: DeskWindow, queue: ReviewQueue) -> None:
    """Delete is never silent."""
    chosen(desk, queue, "s4")
    assert queue.review.stands.text
    assert queue.review.accept.text() in {"Accepter\u00a0: retirer", "Accept: take it out"}
    press(focused(), "A")
    desk.wait(lambda: bool(asked(desk)))
    assert asked(desk)[0].get("text") is None


def test_a_text_is_edited_before_it_is_accepted_and_kept_meanwhile(
    desk: DeskWindow, queue: ReviewQueue
) -> None:
    """E; words; Ctrl+Enter: what goes is what was written, and the draft is put away."""
    chosen(desk, queue, "s1")
    press(focused(), "E")
    desk.wait(lambda: queue._editor is not None and queue._editor.isVisible() and queue.settled)
    editor = queue._editor
    assert editor is not None
    assert "24 mois" in editor.text.text
    editor.text.replace_all(editor.text.text.replace("24 mois", "36 mois"))
    assert desk.workspace.live.authoring.drafts()
    press(editor.text, "Ctrl+Return")
    desk.wait(lambda: bool(asked(desk)) and queue.settled)
    assert "36 mois" in str(asked(desk)[0]["text"])
    assert desk.workspace.live.authoring.drafts() == ()


def test_news_leave_what_is_ticked_and_typed(desk: DeskWindow, queue: ReviewQueue) -> None:
    chosen(desk, queue, "s1")
    press(focused(), "2")
    press(focused(), "R")
    type_text(focused(), "un mot")
    queue.refresh(Changes(writing=True))
    desk.wait(lambda: queue.settled)
    assert queue.review.reason.text == "un mot"
    assert not queue.review.changes.all_taken
    assert focused() is queue.review.reason.edit


def test_an_agent_may_look_and_is_told_why_not_decide(desk: DeskWindow) -> None:
    office = connected(desk, "agent")
    office.author()
    made = put_in(desk, ReviewQueue)
    assert isinstance(made, ReviewQueue)
    chosen(desk, made, "s1")
    assert made.review.kept_out.text
    assert made.review.accept.isHidden()
    press(made.queue.list, "A")
    assert asked(desk) == []


# remarks


def test_equal_remarks_are_one_matter_and_answered_together(desk: DeskWindow) -> None:
    connected(desk, "author").author()
    board = put_in(desk, RemarksBoard)
    assert isinstance(board, RemarksBoard)
    assert board.queue.list.ids[0] == "f1"
    assert "f2" not in board.queue.list.ids
    board.queue.take_focus()
    press(focused(), "R")
    type_text(focused(), "C’est corrigé ce matin.")
    press(focused(), "Return")
    desk.wait(lambda: board.settled and "f1" not in board.queue.list.ids)
    assert {body["feedback"] for body in asked(desk, "answer_feedback")} == {"f1", "f2"}


def test_q_asks_back_and_the_matter_stays(desk: DeskWindow) -> None:
    """A question decides nothing: it wants words, and the remark stays on the board."""
    connected(desk, "author").author()
    board = put_in(desk, RemarksBoard)
    assert isinstance(board, RemarksBoard)
    board.queue.take_focus()
    press(focused(), "Q")
    press(focused(), "Return")
    assert board.remark_pane.reason.fault.text
    type_text(focused(), "Depuis quand ?")
    press(focused(), "Return")
    desk.wait(lambda: bool(asked(desk, "answer_feedback")) and board.settled)
    assert {body["state"] for body in asked(desk, "answer_feedback")} == {"open"}
    assert "f1" in board.queue.list.ids


def test_mending_from_a_remark_opens_a_draft_of_its_article(desk: DeskWindow) -> None:
    connected(desk, "author").author()
    board = put_in(desk, RemarksBoard)
    assert isinstance(board, RemarksBoard)
    made: list[object] = []
    board.draft_made.connect(made.append)
    board.queue.take_focus()
    press(focused(), "E")
    desk.wait(lambda: bool(made))
    assert desk.workspace.live.authoring.drafts()[0].article == BOX


# verification


def test_many_are_verified_by_one_key_and_undone_by_another(desk: DeskWindow) -> None:
    """Space ticks, V verifies all that is ticked, Ctrl+Z takes the whole act back."""
    connected(desk, "author")
    made = put_in(desk, VerifyQueue)
    assert isinstance(made, VerifyQueue)
    made.queue.take_focus()
    mine = [one for one in made.queue.list.ids if one.startswith("fibre/")][:2]
    for id_ in mine:
        made.queue.list.choose(id_)
        press(focused(), "Space")
    assert set(made.meant) == set(mine)
    press(focused(), "V")
    desk.wait(lambda: len(asked(desk, "verify")) == 2 and made.settled)
    assert desk.window.undoing.stands
    desk.window.undoing.take_back()
    desk.wait(lambda: not asked(desk, "verify"), "nothing to send")


def test_the_reasons_of_a_risk_are_told(desk: DeskWindow) -> None:
    connected(desk, "author").author()
    made = put_in(desk, VerifyQueue)
    assert isinstance(made, VerifyQueue)
    shown = [row for row in made.risk_pane.factors if row.isVisible()]
    assert shown
    assert all(row.words.accessibleName() for row in shown)
    assert made.queue.list.model().data(
        made.queue.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole
    )
