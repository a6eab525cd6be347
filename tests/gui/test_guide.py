"""Guides walked by keys in the window, from G to the path in the note."""

import socket

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.settings import Settings
from kbdesk.ui.guide.view import GuideView
from tests.support.desk_window import DeskWindow
from tests.support.guides import tall_guide, wide_guide
from tests.support.keyboard import press, type_text

GUIDE = "facturation/avoir-ou-remboursement"


def keys(desk: DeskWindow, *struck: str) -> None:
    """Strike keys where the focus is, as a person does: characters as text, others by name."""
    for key in struck:
        at = QApplication.focusWidget()
        assert at is not None, f"nothing has the keys for {key}"
        (type_text if len(key) == 1 and not key.isupper() else press)(at, key)
        desk.settle()


def read(desk: DeskWindow, article_id: str = GUIDE) -> None:
    desk.window.search.flow.follow(article_id, "")
    desk.settle()
    desk.window.search.side.reader.focus_text()


def begun(desk: DeskWindow, article_id: str = GUIDE) -> GuideView:
    read(desk, article_id)
    keys(desk, "G")
    view = desk.window.search.guides.view
    assert view is not None
    return view


def put(desk: DeskWindow, article: Article) -> str:
    desk.workspace.articles.put_all([article])
    return article.id


def at(view: GuideView) -> str:
    assert view.walk is not None
    return view.walk.step.id


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a guide asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("no_network")
def test_a_guide_of_sixty_steps_is_walked_by_keys_alone(desk: DeskWindow) -> None:
    view = begun(desk, put(desk, tall_guide(60)))
    assert len(view.walk.guide.steps if view.walk else ()) == 60
    for number in range(40):
        assert at(view) == f"s{number}"
        keys(desk, *(("1",) if number % 3 else ("Down", "Up", "Return")))
    assert at(view) == "s40"
    assert view.walk is not None
    assert view.walk.step.end
    assert view.walk.number == 41
    keys(desk, "1")
    text = QGuiApplication.clipboard().text()
    assert text.count("\n") == 41
    assert "- Question 39 ? → Oui 39" in text
    assert text.startswith("Guide\u00a0: Grand guide\n")
    assert text.endswith("Résultat\u00a0: Fin 40")


def test_choices_struck_before_the_guide_is_there_are_taken_in_order(desk: DeskWindow) -> None:
    read(desk, "fibre/pas-internet")
    reader = QApplication.focusWidget()
    assert reader is not None
    press(reader, "G")
    type_text(reader, "21")  # no event has run since: nothing but the article is on screen
    assert not desk.window.search.guides.walking
    desk.settle()
    view = desk.window.search.guides.view
    assert view is not None
    assert view.walk is not None
    assert [taken.number for taken in view.walk.path] == [1, 0]
    type_text(reader, "1")
    assert len(view.walk.path) == 2, "what is struck in the article later is nobody's choice"


def test_back_keeps_the_answers(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "2", "Left", "Left")
    assert at(view) == "payee"
    assert view.step.answers.present == 0
    keys(desk, "1")
    assert (at(view), view.step.answers.present) == ("anciennete", 1)
    keys(desk, "Return")
    assert at(view) == "reclamation"


def test_the_path_goes_to_the_note_when_there_is_one(desk: DeskWindow) -> None:
    told: list[str] = []
    desk.window.search.guides.path_wanted.connect(told.append)
    view = begun(desk)
    keys(desk, "1", "1", "1")
    assert [row.accessibleName() for row in view.step.answers.rows] == [
        "Copier le chemin",
        "Recommencer",
    ]
    desk.window.search.guides.offer_note(True)
    keys(desk, "Return")
    assert told == [view.path_text()]
    assert view.step.answers.rows[0].accessibleDescription() == "C’est fait"
    assert "réglé cette facture\u00a0? → Par prélèvement automatique" in told[0]


def test_one_key_copies_the_question_and_at_an_end_the_sentence(desk: DeskWindow) -> None:
    view = begun(desk)
    desk.window.search.copy_reply()
    assert QGuiApplication.clipboard().text() == "Votre facture a-t-elle déjà été payée\u00a0?"
    keys(desk, "3")
    desk.window.search.copy_reply()
    assert at(view) == "avoir"
    assert QGuiApplication.clipboard().text().startswith("Je retire ce montant")


def test_the_list_folds_while_a_guide_is_walked_and_comes_back(desk: DeskWindow) -> None:
    window = desk.window
    begun(desk)
    assert not window.search.list.isVisible()
    keys(desk, "Esc")
    assert window.search.list.isVisible()
    assert window.search.side.reads
    assert QApplication.focusWidget() is window.search.side.reader.page


def test_an_open_walk_survives_another_screen(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1")
    desk.window.show_screen("help")
    desk.settle()
    desk.window.show_screen("search")
    desk.settle()
    assert at(view) == "anciennete"
    assert view.isVisible()
    assert not desk.window.search.list.isVisible()
    keys(desk, "1")
    assert at(view) == "mode"


def test_a_walk_that_was_left_goes_on_where_it_stood(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "Esc")
    desk.find("voyant")
    assert begun(desk) is view
    assert at(view) == "anciennete"
    keys(desk, "Home")
    assert at(view) == "payee"
    assert view.walk is not None
    assert view.walk.remembered is None


def test_another_contact_begins_at_the_beginning(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "Esc")
    desk.window.search.guides.forget()
    begun(desk)
    assert at(view) == "payee"
    assert view.walk is not None
    assert view.walk.remembered is None


def test_news_and_another_language_leave_the_walk_alone(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1")
    desk.window.take_news(Changes(articles=True))
    desk.settle()
    desk.window.set_language("fr" if desk.settings.language == "en" else "en")
    desk.settle()
    assert view.isVisible()
    assert at(view) == "anciennete"


def test_the_search_key_brings_the_list_back(desk: DeskWindow) -> None:
    begun(desk)
    desk.window.search.focus_search()
    desk.settle()
    assert desk.window.search.list.isVisible()
    assert desk.window.search.list.field.hasFocus()


@pytest.mark.parametrize(("width", "scale"), [(400, 100), (400, 200), (1280, 200)])
def test_nothing_is_cut_at_any_size(desk: DeskWindow, width: int, scale: int) -> None:
    """Fourteen choices in words longer than the window: each row shows all of its words."""
    desk.window.set_text_size(scale)
    desk.window.resize(width, 800)
    desk.settle()
    view = begun(desk, put(desk, wide_guide(14)))
    desk.settle()
    assert view.width() <= width
    assert view.step.width() == view.pane.viewport().width()
    assert not view.pane.horizontalScrollBar().isVisible()
    for row in view.step.answers.rows:
        assert row.height() >= row.heightForWidth(row.width())
        assert row.geometry().right() < view.step.answers.width()
    assert view.pane.verticalScrollBar().value() == 0, "what to ask is read first"
    keys(desk, *["Down"] * 13)
    assert _in_view(view, view.step.answers.rows[13])
    keys(desk, "Up", "e")
    assert at(view) == "fin13"


def _in_view(view: GuideView, row: QWidget) -> bool:
    top = row.mapTo(view.pane.viewport(), row.rect().topLeft()).y()
    return top >= 0 and top + row.height() <= view.pane.viewport().height() + 1


@pytest.mark.parametrize("settings", [Settings(language="en", theme="light")])
def test_every_control_has_a_name_and_a_role(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "1")
    assert view.step.answers.accessibleName() == "Comment avez-vous réglé cette facture\u00a0?"
    buttons = [one for one in view.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) >= 8
    for button in buttons:
        found = QAccessible.queryAccessibleInterface(button)
        assert found.text(QAccessible.Text.Name), button
        assert found.role() in {QAccessible.Role.Button, QAccessible.Role.PushButton}


def test_the_crumbs_go_back_to_their_step(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "1", "1")
    crumbs = view.step.crumbs.crumbs
    assert [one.below for one in crumbs[:-1]] == [
        "Oui, elle est encaissée",
        "Moins de 12 mois",
        "Par prélèvement automatique",
    ]
    crumbs[1].click()
    assert at(view) == "anciennete"


def test_a_link_in_a_step_opens_its_article_and_the_walk_waits(desk: DeskWindow) -> None:
    view = begun(desk)
    keys(desk, "1", "1", "1")
    view.link_requested.emit("facturation/remboursement", "qui-valide")
    desk.settle()
    assert not view.isVisible()
    assert desk.window.search.side.reads
    assert desk.window.search.list.isVisible()
