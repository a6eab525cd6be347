"""“Test yourself”: from the end of an article to its questions and back, in real windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from kbdesk.paths import Profile
from kbdesk.settings import Settings
from kbdesk.ui.learn.screen import LearnScreen
from tests.gui.learning_keys import answer_rightly, call, keys
from tests.support.desk_window import DeskWindow, copy_of, open_desk

TESTED, UNTESTED = "facturation/remboursement", "materiel/sms-retour"


@pytest.fixture
def english_desk(qtbot: QtBot, tmp_path: Path, sample_profile: Profile) -> Iterator[DeskWindow]:
    settings = Settings(language="en", theme="light")
    with open_desk(copy_of(sample_profile, tmp_path / "profile"), settings) as desk:
        yield desk


def read(desk: DeskWindow, article_id: str) -> None:
    desk.window.show_screen("search")
    desk.window.search.flow.follow(article_id, "")
    desk.settle()
    desk.window.search.side.reader.focus_text()


def strike(desk: DeskWindow) -> None:
    """Do what Ctrl+T does."""
    next(act for act in desk.window.acts if act.key == "Ctrl+T").do()


def ask(desk: DeskWindow) -> LearnScreen:
    """Strike Ctrl+T, and wait for the question."""
    strike(desk)
    desk.wait(lambda: asks(desk), "a question")
    desk.settle()
    screen = desk.window.screens["learn"]
    assert isinstance(screen, LearnScreen)
    return screen


def asks(desk: DeskWindow) -> bool:
    """Say whether a question is on screen."""
    screen = desk.window.screens.get("learn")
    return isinstance(screen, LearnScreen) and screen.quiz.page.isVisible()


def test_an_article_is_tested_by_one_key_and_is_there_again_where_it_was_left(
    english_desk: DeskWindow,
) -> None:
    """Ctrl+T asks the questions of what is read; Esc, or the end, leads back to the same line."""
    desk = english_desk
    read(desk, TESTED)
    page = desk.window.search.side.reader.page
    page.places.scroll_to(120)
    desk.settle()
    place = page.places.top_letter()
    for _ in range(2):
        screen = ask(desk)
        assert screen.quiz.session is not None
        assert {item.tested.article for item in screen.quiz.session.items} == {TESTED}
        desk.window.step_back()
        desk.settle()
        assert (desk.window.screen_shown, page.places.top_letter()) == ("search", place)
        assert page.hasFocus()
    ask(desk)
    while not (screen.quiz.end and screen.quiz.end.isVisible()):
        answer_rightly(desk, screen)
        keys(desk, "Return")
    keys(desk, "Return")
    assert (desk.window.screen_shown, page.places.top_letter()) == ("search", place)


def test_the_end_of_an_article_offers_its_questions_and_others_say_that_there_are_none(
    english_desk: DeskWindow,
) -> None:
    """The line stands only below an article with questions; elsewhere the key says so."""
    desk = english_desk
    read(desk, TESTED)
    page = desk.window.search.side.reader.page
    assert "Test yourself on this article" in page.toPlainText()
    page.anchorClicked.emit(QUrl("test:here"))
    desk.wait(lambda: asks(desk), "a question")
    read(desk, UNTESTED)
    assert "Test yourself" not in page.toPlainText()
    strike(desk)
    desk.wait(desk.window.notice.isVisible, "a sentence")
    assert desk.window.screen_shown == "search"
    assert "no questions" in desk.window.notice.text


def test_nobody_is_tested_with_somebody_on_the_line(english_desk: DeskWindow) -> None:
    """The key says why; a call in the middle puts the test aside and leads nowhere by itself."""
    desk = english_desk
    read(desk, TESTED)
    screen = ask(desk)
    call(desk, "answered")
    desk.wait(lambda: desk.window.contact_in_hand is not None and desk.window.settled)
    assert screen.stack.currentWidget() is screen.home
    read(desk, TESTED)
    strike(desk)
    assert desk.window.screen_shown == "search"
    assert "after the contact" in desk.window.notice.text
