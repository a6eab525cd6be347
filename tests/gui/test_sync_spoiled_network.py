"""The window of a desk behind a spoiled network: the line is true, search answers, work waits.

Real desk, real server process, and a proxy between them that does its worst for as long as a test
wants. Nothing may be believed, nothing may be lost, and nobody has to do anything afterwards.
"""

import functools
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from kbdesk.paths import Profile
from kbdesk.services.connected.sync_facts import Refusal
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from kbdesk.ui.application import Application
from kbdesk.ui.connected import sentences
from sync.client.http_exchange import Patience
from tests.support.connected_desk import PATIENCE, connect, find, level, publish, spoken
from tests.support.fault_proxy import FaultProxy
from tests.support.in_time import in_time
from tests.support.sync_calls import Caller
from tests.support.sync_server import PASSWORD, SyncServer, serving

AT_ONCE = 1.0  # seconds that an answer may take here, on a machine that does other things too
SAID = {
    "cut": "Hors connexion",
    "stall": "Hors connexion",
    "busy": "Serveur occupé",
    "portal": "Le réseau demande une connexion",
    "reset": "Hors connexion",
    "refuse": "Hors connexion",
    "flip": "Hors connexion",
    "redirect": "Le réseau demande une connexion",
}
COMMON = ("cut", "portal")  # the others take as long, and are for `make long`


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    with serving(tmp_path_factory.mktemp("office") / "server") as running:
        publish(running, "geste", "Geste commercial", "Je vous fais un geste de dix euros.")
        publish(running, "retard", "Retard de livraison", "Votre colis arrive jeudi.")
        yield running


@pytest.fixture
def proxy(server: SyncServer) -> Iterator[FaultProxy]:
    with FaultProxy(server.url) as standing:
        yield standing


@pytest.fixture
def new_desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A desk at its first run."""
    settings = Settings(language="fr", theme="light")
    opened = Desk(Workspace(Profile(tmp_path / "profile")), settings, Application(settings))
    opened.show()
    qtbot.waitUntil(lambda: opened.window.screen_shown == "first run", timeout=PATIENCE)
    yield opened
    opened.close()


@pytest.fixture
def desk(new_desk: Desk, proxy: FaultProxy, qtbot: QtBot) -> Desk:
    """A desk that is level, through the proxy, and can search."""
    connect(qtbot, new_desk, proxy.url)
    level(qtbot, new_desk)
    qtbot.waitUntil(lambda: find(qtbot, new_desk, "geste") == ["geste"], timeout=PATIENCE)
    return new_desk


@pytest.mark.parametrize(
    "fault", [pytest.param(x, marks=() if x in COMMON else pytest.mark.long) for x in SAID]
)
def test_the_line_says_what_is_wrong_and_that_it_is_over(
    desk: Desk,
    proxy: FaultProxy,
    server: SyncServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
) -> None:
    """Search answers at once, before, meanwhile and afterwards; what was done goes once."""
    before = desk.workspace.articles.count()
    query = f"{fault} introuvable {time.time_ns()}"
    proxy.standing = fault
    find(qtbot, desk, query)
    desk.window.search.report_not_found()
    with monkeypatch.context() as patched:
        if fault == "stall":  # half a second without a byte is enough of it, not half a minute
            hasty = functools.partial(Patience, stall=0.5, grace=1.5)
            patched.setattr("sync.client.http_exchange.Patience", hasty)
        desk.connection.sync_now()
        qtbot.waitUntil(lambda: SAID[fault] in spoken(desk), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "1 envoi en attente" in spoken(desk), timeout=PATIENCE)
    assert "Synchronisé il" not in spoken(desk)
    for _ in range(3):
        assert in_time(AT_ONCE, lambda: answered(qtbot, desk))
    assert desk.workspace.articles.count() == before
    new = f"{fault}{time.time_ns() % 10**9}"
    publish(server, new, f"Ce qui est venu, {new}", "Un texte.")
    proxy.standing = ""
    desk.connection.sync_now()
    qtbot.waitUntil(lambda: "en attente" not in spoken(desk), timeout=PATIENCE)
    level(qtbot, desk)
    qtbot.waitUntil(lambda: find(qtbot, desk, new) == [new], timeout=PATIENCE)
    assert in_time(AT_ONCE, lambda: answered(qtbot, desk))
    assert missing_answers(server).count(query) == 1


@pytest.mark.parametrize("fault", ["swallow", "twice"])
def test_what_the_server_did_unheard_counts_once(
    desk: Desk, proxy: FaultProxy, server: SyncServer, qtbot: QtBot, fault: str
) -> None:
    query = f"{fault} {time.time_ns()}"
    find(qtbot, desk, query)
    proxy.faults = ["", fault]  # of the pass, what brings it up
    desk.window.search.report_not_found()
    desk.connection.sync_now()
    qtbot.waitUntil(lambda: missing_answers(server).count(query) == 1, timeout=PATIENCE)
    assert proxy.faults == []
    desk.connection.sync_now()
    qtbot.waitUntil(lambda: "en attente" not in spoken(desk), timeout=PATIENCE)
    level(qtbot, desk)
    assert missing_answers(server).count(query) == 1


def test_a_first_copy_behind_a_portal_comes_when_the_portal_lets_through(
    new_desk: Desk, proxy: FaultProxy, qtbot: QtBot
) -> None:
    """The address is not called wrong: the form says what answers in its place."""
    page = new_desk.window.connected.first_run
    assert page is not None
    form = page.form
    assert form is not None
    proxy.standing = "portal"
    form.where.edit.setText(proxy.url)
    form.look()
    qtbot.waitUntil(lambda: bool(form.trouble), timeout=PATIENCE)
    assert form.trouble == sentences.refusal(Refusal("portal"))
    assert form.where.text == proxy.url
    proxy.standing = ""
    form.look()
    qtbot.waitUntil(lambda: form.asks_who, timeout=PATIENCE)
    form.user.edit.setText("ana")
    form.password.edit.setText(PASSWORD)
    form.sign_in()
    level(qtbot, new_desk)


def answered(qtbot: QtBot, desk: Desk) -> float:
    """Ask something that is there, and return how long the list took."""
    find(qtbot, desk, "zzz")
    started = time.monotonic()
    assert find(qtbot, desk, "geste") == ["geste"]
    return time.monotonic() - started


def missing_answers(server: SyncServer) -> list[str]:
    """Return what people said was not there, as the server has noted it."""
    chef = Caller(server.url).sign_in("chef")
    changes = [change for change in chef.changes("+edit").changes if change.kind == "gap"]
    chef.close()
    return [str(json.loads(change.body or "{}").get("query")) for change in changes]
