"""A desk and a real server: first run, first copy, the server gone and back, what was refused."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.connected.sync_page import SyncPage
from tests.support.connected_desk import (
    PATIENCE,
    connect,
    find,
    focused,
    level,
    publish,
    spoken,
)
from tests.support.in_time import in_time, seconds_of
from tests.support.keyboard import press, type_text
from tests.support.silent_server import SilentServer
from tests.support.sync_server import PASSWORD, SyncServer, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    """A server with three articles, shared by the tests that leave it running."""
    with serving(tmp_path_factory.mktemp("office") / "server") as running:
        publish(running, "geste", "Geste commercial", "Je vous fais un geste de dix euros.")
        publish(running, "retard", "Retard de livraison", "Votre colis arrive jeudi.")
        publish(running, "box", "Rendre la box", "Déposez la box dans un relais.")
        yield running


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk over an empty profile, at its first run."""
    opened = shown(Profile(tmp_path / "profile"))
    qtbot.waitUntil(lambda: opened.window.screen_shown == "first run", timeout=PATIENCE)
    yield opened
    opened.close()


def shown(profile: Profile) -> Desk:
    settings = Settings(language="fr", theme="light")
    opened = Desk(Workspace(profile), settings, Application(settings))
    opened.show()
    return opened


def test_from_the_first_run_to_the_first_answer_by_keys_alone(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    """Address, name, password; then the base is there and search finds in it."""
    connect(qtbot, desk, server.url)
    qtbot.waitUntil(lambda: desk.window.screen_shown == "search", timeout=PATIENCE)
    level(qtbot, desk)
    qtbot.waitUntil(lambda: find(qtbot, desk, "geste") == ["geste"], timeout=PATIENCE)
    qtbot.waitUntil(desk.window.connected.strip.isHidden, timeout=PATIENCE)


def test_a_wrong_password_is_told_beside_it_and_nothing_else_is_lost(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    page = desk.window.connected.first_run
    assert page is not None
    form = page.form
    assert form is not None
    form.begin(server.url, "")
    form.user.edit.setText("ana")
    form.password.edit.setText("not this one")
    form.sign_in()
    qtbot.waitUntil(lambda: bool(form.trouble), timeout=PATIENCE)
    assert "mot de passe" in form.trouble
    assert (form.user.text, form.password.text) == ("ana", "")
    assert form.password.edit.hasFocus()


def test_an_address_where_nothing_answers_is_told(desk: Desk, qtbot: QtBot) -> None:
    page = desk.window.connected.first_run
    assert page is not None
    form = page.form
    assert form is not None
    form.where.edit.setText("127.0.0.1:9")
    form.look()
    qtbot.waitUntil(lambda: bool(form.trouble), timeout=PATIENCE)
    assert form.trouble.startswith("Rien ne répond")
    assert form.where.text == "127.0.0.1:9"
    assert form.where.edit.hasFocus()


def test_what_is_published_elsewhere_is_found_here(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    """The live stream says that there is news; nobody presses anything."""
    connect(qtbot, desk, server.url)
    level(qtbot, desk)
    publish(server, "panne", "Panne de quartier", "Un technicien est déjà sur place.")
    qtbot.waitUntil(lambda: find(qtbot, desk, "quartier") == ["panne"], timeout=PATIENCE)


def test_a_server_that_goes_and_comes_back_is_told_each_time(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    """What is pressed meanwhile waits, is counted, and goes by itself afterwards."""
    with serving(tmp_path / "own") as own:
        connect(qtbot, desk, own.url)
        level(qtbot, desk)
        port = int(own.url.rpartition(":")[2])
        own.stop()
        find(qtbot, desk, "antenne")
        desk.window.search.report_not_found()
        qtbot.waitUntil(lambda: "Hors connexion" in spoken(desk), timeout=PATIENCE)
        assert "1 envoi en attente" in spoken(desk)
        own.start(port)
        desk.window.show_screen("sync")
        press(desk.window, "F9")
        desk.connection.sync_now()
        qtbot.waitUntil(lambda: "en attente" not in spoken(desk), timeout=PATIENCE)
        level(qtbot, desk)
        desk.close()


def test_what_was_refused_is_explained_exported_and_forgotten(
    desk: Desk, server: SyncServer, qtbot: QtBot, tmp_path: Path
) -> None:
    connect(qtbot, desk, server.url)
    level(qtbot, desk)
    body = {"space": "base", "kind": "article", "id": "x", "path": "x.md", "body": "Un texte."}
    desk.workspace.outbox.put(
        "publish", body, desk.workspace.clock.now(), about="article:x"
    )  # an agent may not
    desk.connection.sync_now()
    qtbot.waitUntil(lambda: "1 envoi refusé" in spoken(desk), timeout=PATIENCE)
    desk.window.show_screen("sync")
    page = desk.window.connected.page
    assert isinstance(page, SyncPage)
    (row,) = page.refused.rows
    assert "Vous ne pouvez pas écrire" in row.why.text()
    assert row.forget.isHidden()
    file = tmp_path / "kept.json"
    page.choose_file = lambda: file
    page.export.click()
    qtbot.waitUntil(lambda: not row.forget.isHidden(), timeout=PATIENCE)
    assert json.loads(file.read_text("utf-8"))["entries"][0]["content"]["body"] == "Un texte."
    row.forget.click()
    qtbot.waitUntil(lambda: "refusé" not in spoken(desk), timeout=PATIENCE)
    assert page.refused.isHidden()


def test_a_session_that_was_ended_asks_for_the_password_alone(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    connect(qtbot, desk, server.url)
    level(qtbot, desk)
    desk.window.show_screen("sync")
    page = desk.window.connected.page
    assert page is not None
    page.sign_out.click()
    qtbot.waitUntil(lambda: "Session terminée" in spoken(desk), timeout=PATIENCE)
    assert page.form.isVisible()
    assert page.form.user.text == "ana"
    page.begin()
    type_text(focused(), PASSWORD)
    press(focused(), "Return")
    level(qtbot, desk)
    assert not page.form.isVisible()


def test_a_desk_by_itself_has_no_keeper(desk: Desk, qtbot: QtBot) -> None:
    """Nothing of the network runs in a profile that belongs to no server."""
    desk.window.connected.sync_now()
    network = {"sync keeper", "sync live", "sync http", "sign in"}

    def alone() -> bool:  # the threads of a desk before it may still be on their way out
        return not network & {thread.name for thread in threading.enumerate()}

    qtbot.waitUntil(alone, timeout=PATIENCE)


def test_the_desk_closes_at_once_while_a_sign_in_hangs(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    """Nobody waits for a server that has taken the question and says nothing."""

    def seconds() -> float:
        with SilentServer() as silent:
            desk = shown(Profile(tmp_path / "profile"))
            desk.connection.look(silent.url, lambda _url: None, lambda _refusal: None)
            qtbot.waitUntil(lambda: silent.asked > 0, timeout=PATIENCE)
            return seconds_of(desk.close)

    assert in_time(2, seconds)


def test_a_sign_in_that_is_left_is_over_at_once(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    """Whoever waited is free, nothing is told of it, and the next one goes through."""
    page = desk.window.connected.first_run
    assert page is not None
    form = page.form
    assert form is not None

    def alone() -> bool:
        return "sign in" not in {thread.name for thread in threading.enumerate()}

    def seconds() -> float:
        with SilentServer() as silent:
            form._on_found(silent.url)
            form.user.edit.setText("ana")
            form.password.edit.setText(PASSWORD)
            form.sign_in()
            qtbot.waitUntil(lambda: silent.asked > 0, timeout=PATIENCE)
            press(focused(), "Esc")
            return seconds_of(lambda: qtbot.waitUntil(alone, timeout=PATIENCE))

    assert in_time(1, seconds)
    assert form.trouble == ""
    form._on_found(server.url)
    form.sign_in()
    level(qtbot, desk)


def test_the_desk_closes_at_once_while_a_pass_hangs(
    desk: Desk, server: SyncServer, qtbot: QtBot
) -> None:
    connect(qtbot, desk, server.url)
    level(qtbot, desk)
    profile = desk.workspace.profile
    desk.close()

    def seconds() -> float:
        with SilentServer() as silent:
            silent.stand_in_for(profile)
            again = shown(profile)
            qtbot.waitUntil(lambda: silent.asked > 0, timeout=PATIENCE)
            return seconds_of(again.close)

    assert in_time(2, seconds)
