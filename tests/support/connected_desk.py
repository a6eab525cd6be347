"""What a person does at a desk that is connected to a real server, and what can be seen of it."""

import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kbdesk.desk import Desk
from sync.client.http import HttpTransport, sign_in
from sync.protocol import codec, wire
from tests.support.keyboard import press, type_text
from tests.support.sync_server import PASSWORD, SyncServer

PATIENCE = 60_000  # ms
TEXT = "---\ntitle: {title}\nspace: base\nlang: fr\n---\n\n> [!say]\n> {say}\n"


def publish(server: SyncServer, id_: str, title: str, say: str) -> None:
    """Let the author of the server publish an article."""
    session = sign_in(server.url, wire.SignIn("auteur", PASSWORD))
    line = HttpTransport(server.url, session.token, Path())
    body = {
        "space": "base", "kind": "article", "id": id_, "path": f"{id_}.md",
        "body": TEXT.format(title=title, say=say),
    }  # fmt: skip
    number = f"{time.time_ns() % 16**12:012x}"
    one = wire.Operation(
        f"01920000-0000-7000-8000-{number}", "publish",
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), msgspec.Raw(codec.encode(body)),
    )  # fmt: skip
    (result,) = line.push(wire.Push((one,))).results
    line.close()
    assert result.status is wire.Status.APPLIED, result


def connect(qtbot: QtBot, desk: Desk, url: str, person: str = "ana") -> None:
    """Walk through the first door by keys alone."""
    type_text(focused(), "1")
    type_text(focused(), url)
    press(focused(), "Return")
    page = desk.window.connected.first_run
    assert page is not None
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: form.asks_who, timeout=PATIENCE)
    type_text(focused(), person)
    press(focused(), "Return")
    type_text(focused(), PASSWORD)
    press(focused(), "Return")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def spoken(desk: Desk) -> str:
    return desk.window.status.spoken


def level(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: "Synchronisé" in spoken(desk), timeout=PATIENCE)


def find(qtbot: QtBot, desk: Desk, query: str) -> list[str]:
    desk.window.search.search_for(query)
    qtbot.waitUntil(lambda: desk.window.search.settled, timeout=PATIENCE)
    return [hit.id for hit in desk.window.search.searching.finder.answer.hits]
