"""The editor: typing is kept within two seconds, nothing is lost, and Markdown has its keys."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from kbdesk.core.changes import Changes
from kbdesk.core.drafts import AUTOSAVE, Draft
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing.autosave import AFTER
from kbdesk.ui.writing.editor import Editor
from kbdesk.ui.writing.screen import ContributionsScreen
from kbdesk.ui.writing.text_edit import TextEdit
from tests.gui.shots_of_writing import connected, contributions
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk
from tests.support.keyboard import press, type_text
from tests.support.writing_day import BOX, Office

ODD = "---\ntitle: « Été »\n---\n\nSous 5\u00a0jours\u202f: 😀\ttab\n\n\nfin\n"


@pytest.fixture
def screen(desk: DeskWindow) -> ContributionsScreen:
    connected(desk, "agent")
    return contributions(desk)


@pytest.fixture
def editor(desk: DeskWindow, screen: ContributionsScreen) -> Editor:
    screen.edit_article(BOX)
    desk.wait(lambda: screen.writes and screen.settled, "the editor")
    return screen.editor


def kept(desk: DeskWindow, editor: Editor) -> Draft:
    return desk.workspace.live.authoring.get(editor.draft_id)


def at_end(editor: Editor) -> None:
    editor.text.moveCursor(QTextCursor.MoveOperation.End)


# keeping


def test_the_timer_leaves_time_to_write_within_two_seconds() -> None:
    """At most two seconds lie between what is typed and what is kept."""
    assert AUTOSAVE.total_seconds() * 1000 > AFTER


def test_further_keys_do_not_put_the_save_off(editor: Editor) -> None:
    """Who types without a pause is kept all the same."""
    at_end(editor)
    type_text(editor.text, "a")
    left = editor.saving.timer.remainingTime()
    assert editor.saving.timer.isActive()
    type_text(editor.text, "b")
    assert editor.saving.timer.remainingTime() <= left


def test_what_was_typed_is_kept_by_itself_and_said(desk: DeskWindow, editor: Editor) -> None:
    at_end(editor)
    type_text(editor.text, "Une phrase de plus.")
    desk.wait(lambda: kept(desk, editor).text.endswith("de plus."), "the save")
    desk.wait(lambda: editor.settled)
    assert not editor.saving.behind
    assert ":" in editor.head.state.text


def test_leaving_keeps_and_coming_back_finds_text_and_caret(
    desk: DeskWindow, screen: ContributionsScreen, editor: Editor
) -> None:
    """Esc leaves; the draft reopens where the caret stood."""
    cursor = editor.text.document().find("payée à tort")
    editor.text.setTextCursor(cursor)
    type_text(editor.text, "réglée par erreur")
    at = editor.text.textCursor().position()
    press(editor.text, "Esc")  # the line above the work goes first, as everywhere
    press(editor.text, "Esc")
    desk.wait(lambda: not screen.writes and screen.settled)
    assert "réglée par erreur" in kept(desk, editor).text
    screen.edit_article(BOX)
    desk.wait(lambda: screen.writes and screen.settled)
    assert editor.text.textCursor().position() == at
    assert "réglée par erreur" in editor.text.text


def test_going_to_another_screen_keeps_at_once(desk: DeskWindow, editor: Editor) -> None:
    """A call takes the window away: what was typed just before is kept."""
    at_end(editor)
    type_text(editor.text, "juste avant l’appel")
    desk.window.show_screen("search")
    desk.wait(lambda: kept(desk, editor).text.endswith("avant l’appel"), "the save")


def test_an_edit_without_a_change_leaves_no_draft(
    desk: DeskWindow, screen: ContributionsScreen, editor: Editor
) -> None:
    assert screen.step_back()
    desk.wait(lambda: screen.settled)
    assert desk.workspace.live.authoring.drafts() == ()


def test_typing_does_not_wait_for_the_preview(desk: DeskWindow, editor: Editor) -> None:
    """While the render lane is held up, keys go on; then only the newest text is made."""
    gate, made = threading.Event(), []
    looked = desk.workspace.live.authoring.looked

    def counted(text: str, draft: Draft | str | None = None) -> object:
        made.append(threading.current_thread().name)
        return looked(text, draft)

    desk.workspace.live.authoring.looked = counted  # type: ignore[method-assign,assignment]
    desk.window._lanes.render.run(lambda: gate.wait(10))
    at_end(editor)
    for word in ("un ", "deux ", "trois"):
        type_text(editor.text, word)
        editor._look()
    assert editor.text.text.endswith("un deux trois")
    gate.set()
    desk.wait(lambda: editor.settled)
    assert "trois" in editor.preview.page.toPlainText()
    assert made
    assert set(made) == {"lane-render"}
    assert len(made) <= 2


def test_the_next_window_finds_what_the_last_one_was_closed_upon(
    tmp_path: Path, sample_profile: Profile
) -> None:
    """Closing in the middle of a word keeps the word and the place."""
    folder, settings = copy_of(sample_profile, tmp_path / "own"), Settings(language="fr")
    with open_desk(folder, settings) as first:
        screen = contributions(first)
        screen.edit_article(BOX)
        first.wait(lambda: screen.writes and screen.settled)
        screen.editor.text.setTextCursor(screen.editor.text.document().find("payée à tort"))
        type_text(screen.editor.text, "réglée par err")
        at = screen.editor.text.textCursor().position()
    with open_desk(folder, settings) as second:
        screen = contributions(second)
        screen.edit_article(BOX)
        second.wait(lambda: screen.writes and screen.settled)
        assert "réglée par err " in screen.editor.text.text
        assert screen.editor.text.textCursor().position() == at


# what is written


@pytest.fixture
def text(qapp: QApplication) -> Iterator[TextEdit]:
    made = TextEdit(Look.of("light"))
    yield made
    made.deleteLater()


def test_a_text_comes_out_as_it_went_in(text: TextEdit) -> None:
    """No-break spaces above all: Qt's own way out would turn each into a plain one."""
    text.show_text(ODD, 0)
    assert text.text == ODD


def test_signs_around_words_beyond_the_first_plane(text: TextEdit) -> None:
    text.show_text("😀 mot", 1)
    text.setTextCursor(text.document().find("mot"))
    press(text, "Ctrl+B")
    assert text.text == "😀 **mot**"
    press(text, "Ctrl+Z")
    assert text.text == "😀 mot"


def test_return_goes_on_with_a_list_and_ends_it(text: TextEdit) -> None:
    text.show_text("- un", 4)
    text.moveCursor(QTextCursor.MoveOperation.End)
    press(text, "Return")
    type_text(text, "deux")
    press(text, "Return")
    press(text, "Return")
    assert text.text == "- un\n- deux\n"


def test_rich_text_is_pasted_as_plain_letters(text: TextEdit) -> None:
    mime = QMimeData()
    mime.setHtml("<b onclick='x'>gras</b>")
    mime.setText("gras")
    text.insertFromMimeData(mime)
    assert text.text == "gras"


def test_a_picture_is_pasted_and_seen_in_the_preview(desk: DeskWindow, editor: Editor) -> None:
    """It is kept with the draft, and the text shows it."""
    mime = QMimeData()
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    mime.setImageData(picture)
    at_end(editor)
    editor.text.insertFromMimeData(mime)
    desk.wait(lambda: "![image](/images/image-" in editor.text.text, "the picture")
    desk.wait(lambda: editor.settled)
    path = editor.text.text.rpartition("](/")[2].partition(")")[0]
    assert editor.preview.page.picture_at(path).size() == picture.size()


def test_a_template_begins_at_what_is_to_be_written(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    """N, a digit, and the first words typed take the place of the first mark."""
    press(screen, "N")
    desk.wait(lambda: screen.settled and screen.stack.currentWidget() is not screen.panes)
    desk.wait(lambda: bool(screen._templates and screen._templates.list.ids))
    assert screen._templates is not None
    type_text(screen._templates, "1")
    desk.wait(lambda: screen.writes and screen.settled)
    type_text(screen.editor.text, "Comment rendre la box ?")
    assert 'title: "Comment rendre la box ?"' in screen.editor.text.text


# sending


def test_what_is_missing_is_told_by_line_and_nothing_is_sent(
    desk: DeskWindow, screen: ContributionsScreen
) -> None:
    draft = desk.workspace.live.authoring.draft_new("faq", lang="fr")
    screen.open_draft(draft)
    desk.wait(lambda: screen.settled)
    press(screen.editor.text, "Ctrl+Return")
    desk.wait(screen.editor.problems.isVisible, "the problems")
    assert screen.writes
    assert screen.editor.text.textCursor().blockNumber() == 1
    assert screen.editor.text.textCursor().selectedText().startswith("‹")
    assert desk.workspace.live.authoring.drafts()[0].id == draft.id


def test_a_suggestion_is_sent_by_one_key_and_can_be_taken_back(
    desk: DeskWindow, screen: ContributionsScreen, editor: Editor
) -> None:
    """Ctrl+Enter; then undo: the draft is open again with all of its words."""
    at_end(editor)
    type_text(editor.text, "Une phrase de plus.")
    press(editor.text, "Ctrl+Return")
    desk.wait(lambda: not screen.writes and screen.settled, "the list")
    reviewing, authoring = desk.workspace.live.reviewing, desk.workspace.live.authoring
    assert [one.waiting for one in reviewing.mine()] == [True]
    assert authoring.drafts() == ()
    assert desk.window.undoing.stands
    desk.window.undoing.take_back()
    desk.wait(lambda: bool(authoring.drafts()), "the draft")
    assert authoring.drafts()[0].text.endswith("de plus.")
    assert reviewing.mine() == ()


def test_what_was_decided_is_not_offered_to_be_taken_back(
    desk: DeskWindow, screen: ContributionsScreen, editor: Editor
) -> None:
    """The line goes when somebody has decided, wherever its author is by then."""
    at_end(editor)
    type_text(editor.text, "Une phrase de plus.")
    press(editor.text, "Ctrl+Return")
    desk.wait(lambda: not screen.writes and screen.settled, "the list")
    (mine,) = desk.workspace.live.reviewing.mine()
    desk.window.show_screen("search")
    desk.window.refresh(Changes(writing=True))
    desk.settle()
    assert desk.window.undoing.stands, "it waits: that can still be undone"
    office = Office(desk.workspace, MOMENT, writes=False)
    desk.workspace.outbox.withdraw([mine.id])  # the server has it, and somebody has decided
    office.suggest(mine.id, BOX, {"mois": "semaines"}, timedelta(hours=1), own=True,
                   state="declined", decided_at=MOMENT.isoformat(), why="non")  # fmt: skip
    desk.window.refresh(Changes(writing=True))
    desk.wait(lambda: not desk.window.undoing.stands, "no more offer")
    assert not desk.window.notice.isVisible()


def test_a_detail_is_asked_for_each_text_anew(desk: DeskWindow, editor: Editor) -> None:
    """Who ticked it for one article has not said it of the next."""
    editor.foot.minor.show()
    editor.foot.minor.toggle()
    assert editor.foot.minor.chosen
    editor.open(desk.workspace.live.authoring.draft_new("faq", lang="fr"))
    assert not editor.foot.minor.chosen


# the article moved


def test_both_texts_are_seen_and_what_is_chosen_becomes_mine(
    desk: DeskWindow, screen: ContributionsScreen, editor: Editor
) -> None:
    """Two changes of the same line: neither is lost, and what is chosen is the draft."""
    editor.text.replace_all(editor.text.text.replace("12 mois", "24 mois"))
    office = Office(desk.workspace, MOMENT, writes=False)
    office.publish(BOX, {"12 mois": "18 mois"})
    editor.upstream.look_again()
    desk.wait(lambda: editor.settled and editor.moved.isVisible(), "the line")
    press(editor.text, "Alt+M")
    desk.wait(editor.meeting.isVisible)
    editor.meeting.take.click()
    assert editor.meeting.left_open.text  # nothing is decided by not choosing
    (row,) = editor.meeting.changes.rows
    assert "18 mois" in row.block.before
    assert "24 mois" in row.block.after
    row.toggle()
    editor.meeting.take.click()
    desk.wait(lambda: editor.settled and not editor.moved.isVisible(), "the choice")
    assert "24 mois" in kept(desk, editor).text
    assert "18 mois" in (kept(desk, editor).base or "")


def test_changes_elsewhere_are_brought_together(desk: DeskWindow, editor: Editor) -> None:
    editor.text.replace_all(editor.text.text.replace("12 mois", "24 mois"))
    Office(desk.workspace, MOMENT, writes=False).publish(BOX, {"poste 4101": "poste 4102"})
    editor.upstream.look_again()
    desk.wait(lambda: editor.settled and editor.moved.isVisible(), "the line")
    editor.moved.do()
    desk.wait(lambda: "poste 4102" in editor.text.text, "both")
    assert "24 mois" in editor.text.text
