"""What other processes bring: calls come up without touching the focus, links bring the window."""

import json
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk import handing
from kbdesk.ui.arrivals import Arrivals
from kbdesk.ui.door import Door
from kbdesk.ui.instance import MOST_KEPT, Instance
from tests.support.desk_window import DeskWindow
from tests.support.fake_baresip import FakeBaresip, netstring
from tests.support.in_time import in_time, seconds_of

CALL = {"v": 1, "event": {"call": "1", "from": "+33639985678", "src": "test"}}


class Frame(QWidget):
    """A frame that counts how often it was brought forward."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.activated = 0

    def activateWindow(self) -> None:  # noqa: N802  # Qt's own name
        self.activated += 1


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(QLockFile(str(tmp_path / "lock")), "")
    yield instance
    instance.close()


@pytest.fixture
def frame() -> Iterator[Frame]:
    frame = Frame()
    yield frame
    frame.deleteLater()


@pytest.fixture
def arrivals(desk: DeskWindow, frame: Frame) -> Iterator[Arrivals]:
    arrivals = Arrivals(desk.window, frame)
    yield arrivals
    arrivals.close()


def test_a_call_comes_up_and_the_typing_goes_on(
    desk: DeskWindow, frame: Frame, arrivals: Arrivals, instance: Instance
) -> None:
    arrivals.attend(instance)
    field = desk.window.search.list.field
    field.setFocus()
    assert instance.take(CALL)
    desk.wait(lambda: desk.window.now_flow.contact is not None, "the contact")
    contact = desk.window.now_flow.contact
    assert contact is not None
    assert contact.caller is not None
    assert contact.caller.name == "Hélène Martin"
    assert frame.activated == 0
    assert desk.window.focusWidget() is field


def test_a_link_opens_its_article_and_brings_the_window(
    desk: DeskWindow, frame: Frame, arrivals: Arrivals, instance: Instance
) -> None:
    arrivals.attend(instance)
    assert instance.take({"v": 1, "url": "kbdesk://open?article=facturation/remboursement"})
    desk.settle()
    recents = desk.workspace.knowledge.recents
    desk.wait(lambda: "facturation/remboursement" in str(recents()), "the article")
    assert frame.activated == 1
    assert instance.take({"v": 1, "url": "kbdesk://open?search=portabilit%C3%A9"})
    desk.settle()
    assert desk.window.search.list.field.text() == "portabilité"
    assert instance.take(handing.raise_message())
    assert frame.activated == 3


def test_what_comes_before_the_window_is_kept_and_bounded(
    desk: DeskWindow, arrivals: Arrivals, instance: Instance
) -> None:
    heard: list[object] = []
    instance.call_came.connect(heard.append)
    for _ in range(MOST_KEPT + 5):
        assert instance.take(CALL)
    assert heard == []
    arrivals.attend(instance)
    assert len(heard) == MOST_KEPT
    desk.wait(lambda: desk.window.now_flow.contact is not None, "the contact")


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        {},
        {"v": 2, "raise": True},
        {"v": 1},
        {"v": 1, "raise": "yes"},
        {"v": 1, "url": 7},
        {"v": 1, "url": "file:///etc/passwd"},
        {"v": 1, "event": ["from", 1]},
        {"v": 1, "event": {"name": "Ann"}},
    ],
)
def test_what_is_no_message_is_refused(instance: Instance, message: object) -> None:
    instance.raise_wanted.connect(lambda: pytest.fail("nobody asked for the window"))
    instance.attend()
    assert not instance.take(message)


def test_baresip_brings_a_call_up_within_half_a_second(
    desk: DeskWindow, arrivals: Arrivals
) -> None:
    phone, door, flow = FakeBaresip(), Door(), desk.window.now_flow
    numbers = count(1)

    def there() -> int:
        return (flow.contact is not None) + len(flow._standing.waiting)

    def seconds() -> float:
        number, before = next(numbers), there()
        said = {"event": True, "type": "CALL_INCOMING", "id": f"{number}", "direction": "incoming"}
        said["peeruri"] = f"sip:+3363998567{number}@127.0.0.1"

        def call() -> None:
            phone.send(netstring(json.dumps(said).encode()))
            desk.wait(lambda: there() > before, "the contact")
            desk.window.now_panel.repaint()

        return seconds_of(call)

    try:
        arrivals.hear("{}:{}".format(*phone.address), door.deliver)
        phone.accept()
        desk.workspace.contacts.warm()
        assert in_time(0.5, seconds)
    finally:
        arrivals.close()
        phone.close()
        door.close()


@pytest.mark.expects_log("no host:port")
def test_a_softphone_that_is_no_address_is_told_and_nothing_is_listened_to(
    arrivals: Arrivals,
) -> None:
    arrivals.hear("", lambda action: action())
    arrivals.hear("anywhere:", lambda action: action())


@pytest.mark.expects_log("cannot be handed over")
def test_without_the_network_part_of_qt_the_desk_opens_all_the_same(
    instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    instance.listen()
    assert instance.take(CALL)


@pytest.mark.expects_log("no place for a socket")
def test_without_a_place_for_a_socket_the_desk_opens_all_the_same(instance: Instance) -> None:
    instance.listen()


@pytest.mark.expects_log("cannot be handed over")
@pytest.mark.skipif(sys.platform == "win32", reason="a pipe needs no folder")
def test_with_a_home_that_is_not_there_the_desk_opens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account without a home folder has nowhere for a socket; its desk works and says so."""
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    homeless = Instance(QLockFile(str(tmp_path / "own.lock")), handing.address(str(tmp_path)))
    homeless.listen()
    assert not (tmp_path / "nowhere").exists(), "nobody's home is made for them"
    assert homeless.take(CALL)
    homeless.close()
