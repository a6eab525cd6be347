"""The form of an announcement: half-written it outlives the desk; its article is in the base."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.core.drafts import AUTOSAVE
from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.announcements.compose import Compose
from kbdesk.ui.announcements.keeping import AFTER
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
