"""My contributions and the feedback sheet: what I gave, what was answered, undone by one key."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kbdesk.core.changes import Changes
from kbdesk.core.editing import Fate, Verdict
from kbdesk.core.suggestions import Suggested
from kbdesk.settings import Settings
from kbdesk.store import replica_outbox
from kbdesk.ui.writing import mine_rows, review_words, words
from kbdesk.ui.writing.feedback_sheet import FeedbackSheet
from kbdesk.ui.writing.screen import ContributionsScreen
from tests.gui.shots_of_writing import connected, contributions
from tests.support.desk_window import MOMENT, DeskWindow
from tests.support.keyboard import press, type_text
from tests.support.writing_day import BOX, FIRST, Office


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def screen(desk: DeskWindow) -> ContributionsScreen:
    connected(desk, "agent").agent()
    return contributions(desk)


def test_an_empty_place_says_what_to_do(desk: DeskWindow) -> None:
    """One line, and the one act that fills it has the keys."""
    connected(desk, "agent")
    screen = contributions(desk)
    assert screen.pane.isHidden()
    assert focused() is screen._begin_one


def test_an_answer_tells_who_and_why_and_is_read_once_seen(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    before = desk.workspace.live.contributions.unread()
    screen.queue.list.choose("suggestion:o1")
    desk.wait(lambda: screen.settled)
    said = " ".join(part.accessibleName() for part in screen.mine_pane.said.findChildren(QWidget))
    assert "Julien Perrot" in said
    assert "protège les clients pros" in said
    desk.wait(lambda: desk.workspace.live.contributions.unread() == before - 1, "read")


def test_of_what_was_taken_in_part_each_change_says_its_fate(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    """A sign and a word above each, for the eye and for a screen reader."""
    screen.queue.list.choose("suggestion:o1")
    desk.wait(lambda: len(screen.mine_pane.changes.rows) == 2 and screen.settled)
    first, second = screen.mine_pane.changes.rows
    assert (first.fate.fate, second.fate.fate) == (Fate.LEFT, Fate.TAKEN)
    assert first.fate.text != second.fate.text
    assert all(row.fate.text for row in (first, second))
    screen.queue.list.choose("suggestion:o2")
    desk.wait(lambda: screen.settled and bool(screen.mine_pane.changes.rows))
    assert all(row.fate.isHidden() for row in screen.mine_pane.changes.rows), "nobody decided yet"


def test_a_question_about_my_remark_is_answered_by_r(desk: DeskWindow) -> None:
    """The row says that it is my turn; the answer stands below it at once, sent or not."""
    office = connected(desk, "agent")
    asked = office.reply("Sur quelle box ?", timedelta(hours=1), "open")
    office.remark("r9", "fibre/wifi", "unclear", "Quel bouton ?", timedelta(hours=5), own=True,
                  replies=asked)  # fmt: skip
    screen = contributions(desk)
    screen.queue.list.choose("remark:r9")
    desk.wait(lambda: screen.settled)
    assert screen.mine_pane.waits.text
    press(focused(), "R")
    type_text(focused(), "La box 6.")
    press(focused(), "Return")
    remarks = desk.workspace.live.remarks
    desk.wait(lambda: len(remarks.mine()[0].replies) == 2 and screen.settled, "my answer")
    assert not remarks.mine()[0].asked
    desk.wait(lambda: not screen.mine_pane.waits.text or "box" not in screen.mine_pane.waits.text)
    said = " ".join(part.accessibleName() for part in screen.mine_pane.said.findChildren(QWidget))
    assert "La box 6." in said


def test_a_question_about_my_suggestion_is_answered_by_r(desk: DeskWindow) -> None:
    """As with a remark: the row says that it is my turn, and the answer stands there at once."""
    office = connected(desk, "agent")
    question = office.reply("Depuis quand ?", timedelta(hours=1), "open")
    office.suggest("o9", BOX, FIRST, timedelta(hours=5), own=True, replies=question)
    reviewing = desk.workspace.live.reviewing
    assert reviewing.mine()[0].unread
    screen = contributions(desk)
    screen.queue.list.choose("suggestion:o9")
    desk.wait(lambda: screen.settled)
    assert screen.mine_pane.waits.text
    press(focused(), "R")
    type_text(focused(), "Depuis novembre.")
    press(focused(), "Return")
    desk.wait(lambda: len(reviewing.mine()[0].replies) == 2 and screen.settled, "my answer")
    assert not reviewing.mine()[0].asked
    desk.wait(lambda: not reviewing.mine()[0].unread, "read")
    said = " ".join(part.accessibleName() for part in screen.mine_pane.said.findChildren(QWidget))
    assert "Depuis novembre." in said


def test_a_suggestion_that_nobody_asked_about_offers_no_answer(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    screen.queue.list.choose("suggestion:o2")
    desk.wait(lambda: screen.settled)
    press(focused(), "R")
    assert screen.mine_pane.reply.isHidden()
    assert screen.mine_pane.reason.isHidden()


def test_a_draft_is_deleted_without_a_question_and_comes_back(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    authoring = desk.workspace.live.authoring
    draft = authoring.draft(BOX)
    authoring.save(draft.id, f"{draft.text}\nUne ligne.")
    screen.load()
    desk.wait(lambda: f"draft:{draft.id}" in screen.queue.list.ids)
    screen.queue.list.choose(f"draft:{draft.id}")
    press(screen.queue.list, "Del")
    desk.wait(lambda: not authoring.drafts(), "it is gone")
    desk.wait(lambda: desk.window.undoing.stands)
    desk.window.undoing.take_back()
    desk.wait(lambda: bool(authoring.drafts()), "it is back")
    assert authoring.drafts()[0].text.endswith("Une ligne.")


def test_enter_goes_on_with_a_draft(desk: DeskWindow, screen: ContributionsScreen) -> None:
    draft = desk.workspace.live.authoring.draft_new("faq", title="Une question")
    screen.load()
    desk.wait(lambda: f"draft:{draft.id}" in screen.queue.list.ids)
    screen.queue.list.choose(f"draft:{draft.id}")
    press(screen.queue.list, "Return")
    desk.wait(lambda: screen.writes and screen.settled)
    assert screen.editor.draft_id == draft.id
    assert focused() is screen.editor.text


def test_what_the_server_did_not_take_says_so_and_is_kept() -> None:
    """Never a row that looks as if all were well."""
    one = Suggested("s", "a", "A", "base", "ana", "Ana", MOMENT, "", "open", Verdict.FRESH,
                    own=True, refused="forbidden")  # fmt: skip
    (row,) = mine_rows.rows([one], MOMENT)
    assert (row.mark, row.mark_tone) == (words.suggestion_state(one), "critical")
    assert review_words.not_taken("forbidden")
    assert review_words.not_taken("") == ""


# the sheet


@pytest.fixture
def reading(desk: DeskWindow) -> DeskWindow:
    connected(desk, "agent")
    desk.find("rembourser une facture")
    desk.window.search.read()
    desk.settle()
    return desk


def sheet_of(desk: DeskWindow) -> FeedbackSheet:
    sheet = desk.window.live_acts.acts.sheet  # type: ignore[attr-defined]
    assert isinstance(sheet, FeedbackSheet)
    return sheet


def test_three_keys_say_that_an_article_is_wrong(reading: DeskWindow) -> None:
    """F4, 2, Enter: with the version and what was searched for; no dialog in the way."""
    press(focused(), "F4")
    type_text(focused(), "2")
    assert focused() is sheet_of(reading).words.edit
    press(focused(), "Return")
    remarks = reading.workspace.live.remarks
    reading.wait(lambda: bool(remarks.mine()), "the remark")
    (one,) = remarks.mine()
    assert (one.article, one.kind, one.waiting) == (BOX, "wrong", True)
    assert one.query == "rembourser une facture"
    reading.wait(lambda: not sheet_of(reading).isVisible())


def test_on_a_french_row_the_digits_need_no_shift(reading: DeskWindow) -> None:
    press(focused(), "F4")
    type_text(focused(), "é")
    assert sheet_of(reading).kinds.key == "wrong"


def test_digits_in_words_are_words(reading: DeskWindow) -> None:
    """A price typed into the field must not change the kind."""
    press(focused(), "F4")
    type_text(focused(), "1")
    type_text(focused(), "25 € depuis le 2")
    assert sheet_of(reading).kinds.key == "outdated"
    assert sheet_of(reading).words.text == "25 € depuis le 2"


def test_a_remark_that_waits_is_taken_back_by_undo(reading: DeskWindow) -> None:
    press(focused(), "F4")
    type_text(focused(), "5")
    press(focused(), "Return")
    reading.wait(lambda: reading.window.undoing.stands)
    reading.window.undoing.take_back()
    reading.wait(lambda: not reading.workspace.live.remarks.mine(), "nothing left")


def test_a_remark_that_was_answered_is_thanked_for_and_not_taken_back(reading: DeskWindow) -> None:
    """What somebody has worked on cannot be taken back: the line says so by its silence."""
    press(focused(), "F4")
    press(focused(), "5")  # thanks need no words
    press(focused(), "Return")
    reading.wait(lambda: reading.window.undoing.stands, "the offer")
    (waiting,) = reading.workspace.outbox.waiting()
    office = Office(reading.workspace, MOMENT, writes=False)
    office.remark(waiting.id, BOX, "thanks", "", timedelta(minutes=1), own=True,
                  replies=office.reply("De rien.", timedelta(0), "answered"))  # fmt: skip
    told = reading.window.notice.text
    reading.window.refresh(Changes(writing=True))
    reading.wait(lambda: not reading.window.undoing.stands, "no more offer")
    assert reading.window.notice.text == told
    assert reading.window.notice.act.isHidden()


def test_a_remark_that_the_server_has_is_still_taken_back(reading: DeskWindow) -> None:
    """Undo is sent after it; in my list it is gone at once."""
    press(focused(), "F4")
    press(focused(), "2")
    press(focused(), "Return")
    reading.wait(lambda: reading.window.undoing.stands)
    (waiting,) = reading.workspace.outbox.waiting()
    replica_outbox.launch(reading.workspace.user, [waiting.id])
    reading.window.undoing.take_back()
    outbox = reading.workspace.outbox
    reading.wait(lambda: outbox.taken_back() == {waiting.id}, "what follows it")
    assert reading.workspace.live.remarks.mine() == ()


def test_esc_closes_the_sheet_and_gives_the_keys_back(reading: DeskWindow) -> None:
    before = focused()
    press(before, "F4")
    press(focused(), "Esc")
    assert not sheet_of(reading).isVisible()
    assert focused() is before
    assert reading.workspace.live.remarks.mine() == ()


def test_the_sheet_is_about_the_passage_in_view_or_the_whole(reading: DeskWindow) -> None:
    page = reading.window.search.side.reader.page
    page.places.scroll_to(page.places.line_of(page.builder.sections[1].position).top())
    press(focused(), "F4")
    sheet = sheet_of(reading)
    assert sheet.here.anchor == "etapes"
    assert "Étapes" in sheet._about.text
    sheet.whole.click()
    assert sheet.here.anchor == ""


def test_what_nobody_finds_now_stands_below_the_drafts(desk: DeskWindow) -> None:
    """B01: an article that was archived is in a place of its own, and can be opened from there."""
    live = desk.workspace.live
    live.verifying.archive([BOX])
    assert [one.article for one in live.authoring.unseen()] == [BOX]
    screen = contributions(desk)
    assert f"unseen:{BOX}" not in screen.queue.list.ids
    screen.tabs.choose(mine_rows.DRAFTS)
    screen.load()
    desk.wait(lambda: screen.settled and f"unseen:{BOX}" in screen.queue.list.ids)
    screen.queue.list.choose(f"unseen:{BOX}")
    assert "Archiv" in screen.mine_pane.meta.accessibleName()
    asked: list[str] = []
    screen.article_requested.connect(lambda article, _anchor: asked.append(article))
    screen.mine_pane.open.click()
    assert asked == [BOX]


def test_esc_in_a_text_being_written_leaves_the_line_of_the_shift(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    """Esc is about what is written; once the keys are elsewhere it puts the line away."""
    notices = desk.window.live.notices
    assert notices is not None
    notices.whisper.show_brief(3)
    screen.edit_article(BOX)
    desk.wait(lambda: screen.writes and screen.settled)
    assert focused() is screen.editor.text
    press(screen.editor.text, "Esc")
    desk.settle()
    assert not screen.writes
    assert notices.whisper.brief


@pytest.mark.parametrize("settings", [Settings(language="fr", text_scale=200)])
def test_the_sheet_stands_whole_in_a_narrow_window_of_large_letters(desk: DeskWindow) -> None:
    """At twice the size in 400 px nothing of it is below the window, and the text keeps room."""
    connected(desk, "agent")
    desk.window.resize(400, 800)
    desk.find("rembourser une facture")
    desk.window.search.read()
    desk.settle()
    desk.window.live_acts.give_feedback()
    desk.settle()
    sheet = desk.window.findChild(FeedbackSheet)
    assert isinstance(sheet, FeedbackSheet)
    side = desk.window.search.side
    assert sheet.geometry().bottom() <= side.height()
    assert sheet.words.geometry().bottom() <= sheet.height()
    assert sheet.y() >= 100
