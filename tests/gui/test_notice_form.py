"""The form of an announcement: half-written it outlives the desk; its article is in the base."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.core.drafts import AUTOSAVE
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.announcements.compose import Compose
from kbdesk.ui.announcements.keeping import AFTER
from kbdesk.ui.announcements.sent_part import SentPart
from kbdesk.ui.steer.screen import SteerScreen
from tests.gui.noticed_desk import connect, key, shown
from tests.support import signed_in
from tests.support.desk_window import MOMENT, DeskWindow, copy_of, open_desk
from tests.support.keyboard import type_text

ENGLISH = Settings(language="en", theme="light")
REFUND = "facturation/remboursement"


@pytest.fixture
def folder(tmp_path: Path, sample_profile: Profile) -> Path:
    made = copy_of(sample_profile, tmp_path / "profile")
    signed_in.sign_in(Profile(made), "julien.perrot", "supervisor")
    return made


@pytest.fixture
def chef(qtbot: QtBot, folder: Path) -> Iterator[DeskWindow]:
    """The desk of a supervisor, in English: what is asserted here stands in the source."""
    with open_desk(folder, ENGLISH) as desk:
        signed_in.fill(desk.workspace, MOMENT, "julien.perrot")
        connect(desk, "supervisor")
        yield desk


def new_form(desk: DeskWindow) -> Compose:
    screen = shown(desk)
    if screen.brief.is_shown:
        screen.brief.put_away()
        desk.settle()
    QTest.keyClick(screen, Qt.Key.Key_N)
    desk.settle()
    assert screen.steering.form is not None
    return screen.steering.form


def kept_title(desk: DeskWindow) -> str | None:
    kept = desk.workspace.live.announcing.begun.get()
    return kept[0]["title"] if kept is not None else None


def test_what_is_half_written_is_kept_within_two_seconds_and_outlives_a_crash(
    chef: DeskWindow, folder: Path, tmp_path: Path
) -> None:
    """Without leaving the form; half a moment and the audience too. It is offered with its day."""
    assert AUTOSAVE.total_seconds() * 1000 > AFTER
    form = new_form(chef)
    form.audience.chip.choose("group:fibre")
    form.ends.edit.setText("bient")
    type_text(form.title.edit, "Panne à Ly")
    chef.wait(lambda: kept_title(chef) == "Panne à Ly", "what was typed")
    after = shutil.copytree(folder, tmp_path / "after the crash")
    with open_desk(after, ENGLISH) as again:
        connect(again, "supervisor")
        form = new_form(again)
        again.wait(lambda: form.title.text == "Panne à Ly", "what was begun")
        assert (form.ends.text, form.typed.audience) == ("bient", "group:fibre")
        assert form.begun.text.accessibleName().startswith("Begun today at")


def test_what_was_begun_can_be_dropped_and_brought_back(chef: DeskWindow) -> None:
    chef.workspace.live.announcing.begun.keep({"title": "Begun"}, chef.workspace.clock.now())
    form = new_form(chef)
    chef.wait(form.begun.isVisible, "the line that it was begun")
    form.begun.act.click()
    chef.wait(lambda: kept_title(chef) is None, "nothing kept")
    assert not form.typed.begun
    form.begun.act.click()
    chef.wait(lambda: kept_title(chef) == "Begun", "it is kept again")
    assert form.title.text == "Begun"


def test_leaving_the_form_keeps_it_at_once_and_sending_keeps_nothing(chef: DeskWindow) -> None:
    form = new_form(chef)
    form.audience.chip.choose("all")
    type_text(form.title.edit, "A")
    key(chef, Qt.Key.Key_Escape)
    chef.wait(lambda: kept_title(chef) == "A", "what was typed")
    form = new_form(chef)
    assert form.title.text == "A"
    form.try_to_send()
    chef.wait(lambda: bool(chef.workspace.outbox.waiting()), "the notice on its way")
    assert kept_title(chef) is None
    form = new_form(chef)
    assert not form.title.text


def test_words_offer_articles_and_enter_takes_the_one_the_arrows_chose(chef: DeskWindow) -> None:
    """They are a question and no fault; what is sent all the same is one."""
    form = new_form(chef)
    form.article.edit.setFocus()
    type_text(form.article.edit, "remboursement")
    chef.wait(form.article.offers[1].isVisible, "articles to choose from")
    assert not form.article.fault.text
    form.try_to_send()
    assert "not in the base" in form.article.fault.text
    form.article.edit.setFocus()
    second = form.article.offers[1].text()
    QTest.keyClick(form.article.edit, Qt.Key.Key_Down)
    QTest.keyClick(form.article.edit, Qt.Key.Key_Return)
    chef.wait(lambda: form.article.edit.text() == second, "its title")
    assert not form.article.fault.text
    assert not form.article.offers[0].isVisible()
    assert form.article.place in chef.workspace.articles.ids()
    assert QApplication.focusWidget() is form.article.edit


def test_a_link_that_was_copied_stands_there_by_its_title_and_is_sent_by_its_id(
    chef: DeskWindow,
) -> None:
    form = new_form(chef)
    form.audience.chip.choose("all")
    type_text(form.title.edit, "x")
    form.article.edit.setFocus()
    type_text(form.article.edit, "kbdesk://open?article=facturation%2Fremboursement")
    title = chef.workspace.articles.cards_by_id([REFUND])[REFUND].title
    chef.wait(lambda: form.article.edit.text() == title, "the title")
    form.try_to_send()
    chef.wait(lambda: bool(chef.workspace.outbox.waiting()), "the notice on its way")
    [sent] = [one.body for one in chef.workspace.outbox.waiting() if one.kind == "announce"]
    assert sent["link"]["article"] == REFUND


@pytest.mark.parametrize(
    ("typed", "said"),
    [("nothing/of-the-kind", "not in the base"), (f"{REFUND}#nowhere", "no such passage")],
)
def test_a_dead_link_is_not_sent(chef: DeskWindow, typed: str, said: str) -> None:
    """What is wrong stands beside the field, with the caret in it; so too when sent at once."""
    form = new_form(chef)
    form.audience.chip.choose("all")
    type_text(form.title.edit, "x")
    type_text(form.article.edit, typed)
    form.try_to_send()  # before anybody could look it up
    chef.settle()
    assert not chef.workspace.outbox.waiting()
    chef.wait(lambda: said in form.article.fault.text, "what is wrong")
    assert QApplication.focusWidget() is form.article.edit


def first_ink(edit: QWidget) -> int:
    """Return how far from the left the first letter stands, its field's edge left out."""
    picture, edge = edit.grab().toImage(), 4
    high = range(edge, picture.height() - edge)
    wide = range(edge, picture.width())
    return next(x for x in wide if any(picture.pixelColor(x, y).lightness() < 100 for y in high))


@pytest.mark.parametrize("scale", [100, 200])
def test_a_text_begins_below_the_title_and_in_letters_as_large(
    chef: DeskWindow, scale: int
) -> None:
    """One form, one edge: the field of several lines stands as the fields of one."""
    chef.window.set_text_size(scale)
    form = new_form(chef)
    form.title.edit.setText("HHH")
    form.body.show_text("HHH")
    form.send.setFocus()
    chef.settle()
    title, body = form.title.edit, form.body.edit
    assert title.font().pixelSize() == body.font().pixelSize()
    assert title.mapTo(form, QPoint()).x() == body.mapTo(form, QPoint()).x()
    assert first_ink(title) == first_ink(body)


def form_of_steer(desk: DeskWindow) -> Compose:
    """Open the other form there is: that of Steer's own section."""
    desk.window.show_screen("steer")
    screen = desk.window.screens["steer"]
    assert isinstance(screen, SteerScreen)
    screen.show_section("announcements")
    desk.settle()
    part = screen.part("announcements")
    assert isinstance(part, SentPart)
    part.new.click()
    desk.settle()
    assert part.steering.form is not None
    return part.steering.form


def test_what_was_begun_in_one_screen_and_sent_from_another_is_not_offered_again(
    chef: DeskWindow,
) -> None:
    """There is one that is being written, wherever it is: else all would be told twice."""
    here = new_form(chef)
    here.audience.chip.choose("all")
    type_text(here.title.edit, "A breakdown")
    there = form_of_steer(chef)
    chef.wait(lambda: there.title.text == "A breakdown", "what was begun")
    chef.wait(lambda: there.typed.audience == "all", "for whom")
    type_text(there.body.edit, "until noon")
    there.try_to_send()
    chef.wait(lambda: bool(chef.workspace.outbox.waiting()), "the notice on its way")
    chef.settle()
    shown(chef)  # the form stands there as it was left
    assert here.isVisible()
    assert not here.typed.begun


def test_what_was_gone_on_with_in_one_screen_stands_in_the_other(chef: DeskWindow) -> None:
    here = new_form(chef)
    type_text(here.title.edit, "A")
    there = form_of_steer(chef)
    chef.wait(lambda: there.title.text == "A", "what was begun")
    type_text(there.title.edit, "B")
    shown(chef)
    assert here.isVisible()
    assert here.title.text == there.title.text != "A"


def test_what_is_typed_before_the_desk_could_look_for_a_draft_is_kept_too(
    chef: DeskWindow,
) -> None:
    """The writer may be busy with a sync: the first words are not taken for kept ones."""
    form = new_form(chef)
    key(chef, Qt.Key.Key_Escape)
    free = Event()
    chef.window._lanes.writer.run(free.wait, lambda _done: None, chef.window.tell)
    QTest.keyClick(chef.window.screens["announcements"], Qt.Key.Key_N)
    type_text(form.title.edit, "Words")
    free.set()
    chef.settle()
    assert form.title.text == "Words"
    key(chef, Qt.Key.Key_Escape)
    chef.wait(lambda: kept_title(chef) == "Words", "what was typed")


def test_sent_twice_in_a_hurry_it_is_sent_once(chef: DeskWindow) -> None:
    """A second Ctrl+Enter comes before the first has been written down."""
    form = new_form(chef)
    form.audience.chip.choose("all")
    type_text(form.title.edit, "x")
    chef.settle()
    form.try_to_send()
    form.try_to_send()
    chef.settle()
    chef.wait(lambda: bool(chef.workspace.outbox.waiting()), "the notice on its way")
    assert [one.kind for one in chef.workspace.outbox.waiting()].count("announce") == 1
