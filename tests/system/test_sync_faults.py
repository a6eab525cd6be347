"""The desk's engine and transport against the real server process, through a proxy that spoils.

The rule of every test: whatever happens on the way, the copy is as it was or as the server has it,
each operation counts once, and the next pass that gets through brings everything level.
"""

import json
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest

from sync.client.engine import Engine, Report
from sync.client.http import HttpTransport, sign_in
from sync.client.http_exchange import Patience
from sync.client.live import Live
from sync.client.ports import (
    Busy,
    Cancelled,
    Damaged,
    Intercepted,
    SignedOut,
    Silent,
    SyncTrouble,
    Unreachable,
)
from sync.protocol.sse import Event
from sync.protocol.wire import Operation, SignIn
from tests.support.fault_proxy import FAULTS, FaultProxy
from tests.support.in_time import in_time, seconds_of
from tests.support.memory_replica import MemoryReplica
from tests.support.sync_server import PASSWORD, SyncServer, wait_for

HASTY = Patience(connect=2, stall=0.5, grace=1.5, speed=64 * 1024)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SyncServer]:
    running = SyncServer(tmp_path_factory.mktemp("office")).start()
    running.add_person("ana", "author")
    yield running
    running.stop()


@pytest.fixture
def proxy(server: SyncServer) -> Iterator[FaultProxy]:
    with FaultProxy(server.url) as standing:
        yield standing


class Desk:
    """A replica in memory, and the real way to the server."""

    def __init__(self, url: str, folder: Path) -> None:
        asked = SignIn("ana", PASSWORD, "test")
        self.session = sign_in(url, asked)
        self.replica = MemoryReplica()
        self.transport = HttpTransport(url, self.session.token, folder)

    def sync(self, transport: HttpTransport | None = None) -> Report:
        return Engine(self.replica, transport or self.transport, Random(1)).sync()

    def publish(self, text: str) -> str:
        id_ = str(uuid.uuid4())
        article = f"a-{id_[:8]}"
        body = json.dumps(
            {
                "space": "base",
                "kind": "article",
                "id": article,
                "path": f"{article}.md",
                "body": f"---\nid: {article}\ntitle: {text}\n---\n{text}\n",
            }
        )
        at = "2026-01-01T00:00:00Z"
        operation = Operation(id_, "publish", at, msgspec.Raw(body.encode()), 0)
        self.replica.write(operation, f"article:{article}")
        return article


@pytest.fixture
def desk(proxy: FaultProxy, tmp_path: Path) -> Iterator[Desk]:
    standing = Desk(proxy.url, tmp_path)
    yield standing
    standing.transport.close()


def test_two_desks_come_level_through_the_real_server(
    proxy: FaultProxy, server: SyncServer, desk: Desk, tmp_path: Path
) -> None:
    article = desk.publish("Hello")
    report = desk.sync()
    assert (report.pushed, report.refused) == (1, 0)
    other = Desk(server.url, tmp_path / "other")
    other.sync()
    assert other.replica.copy.rows == desk.replica.copy.rows
    assert ("article", article) in other.replica.copy.rows
    again = other.sync()
    assert (again.pulled, again.pushed, again.level) == (0, 0, True)
    other.transport.close()


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_request_of_a_pass_changes_nothing_for_good(
    proxy: FaultProxy, desk: Desk, fault: str, at: int
) -> None:
    """Fault matrix 1-5, 7, 8: every answer is believed or refused, never half believed."""
    desk.sync()
    desk.publish(f"{fault} at {at}")
    before = dict(desk.replica.copy.rows)
    proxy.faults = [*[""] * at, fault]
    try:
        desk.sync()
    except SyncTrouble as trouble:
        _fits(fault, trouble)
    proxy.faults = []
    assert before.items() <= desk.replica.copy.rows.items()
    desk.sync()
    assert [p.state for p in desk.replica.papers.outbox.values()] == ["done"]
    assert len(desk.replica.copy.rows) == len(before) + 1
    checked = Engine(desk.replica, desk.transport, Random(1)).sync(check=True)
    assert (checked.mended, checked.alerts) == (0, [])


def _fits(fault: str, trouble: SyncTrouble) -> None:
    kinds: dict[str, tuple[type[SyncTrouble], ...]] = {
        "portal": (Intercepted,),
        "redirect": (Intercepted,),
        "busy": (Busy,),
        "flip": (Damaged, Unreachable),
        "truncate": (Damaged, Unreachable),
        "stale": (Damaged,),
    }
    assert isinstance(trouble, kinds.get(fault, (Unreachable,))), repr(trouble)
    if isinstance(trouble, Busy):
        assert trouble.after == 7


@pytest.mark.parametrize("fault", ["stall", "drip"])
def test_an_answer_that_does_not_end_is_given_up(proxy: FaultProxy, desk: Desk, fault: str) -> None:
    """G19: no byte for too long, and too few bytes in all."""
    hasty = HttpTransport(proxy.url, desk.session.token, Path("unused"), patience=HASTY)

    def give_up() -> None:
        proxy.faults = [fault]
        with pytest.raises(Unreachable):
            desk.sync(hasty)

    assert in_time(10, lambda: seconds_of(give_up))
    hasty.close()
    assert desk.sync().level


def test_a_pass_is_cancelled_within_a_second(proxy: FaultProxy, desk: Desk) -> None:
    """G19: from another thread, while an answer is being waited for."""
    assert in_time(1, lambda: _seconds_to_cancel(proxy, desk))


def _seconds_to_cancel(proxy: FaultProxy, desk: Desk) -> float:
    slow = HttpTransport(proxy.url, desk.session.token, Path("unused"))
    proxy.seen, proxy.faults = [], ["stall"]
    ended: list[object] = []

    def work() -> None:
        try:
            slow.heads("")
        except SyncTrouble as trouble:
            ended.append(trouble)

    thread = threading.Thread(target=work)
    thread.start()
    wait_for(lambda: any("heads" in line for line in proxy.seen), "a request for heads")
    started = time.monotonic()
    slow.cancel()
    thread.join()
    assert isinstance(ended[0], Cancelled)
    return time.monotonic() - started


def test_a_session_that_has_ended_holds_the_outbox(desk: Desk) -> None:
    """G5: nothing is deleted, and nothing is sent."""
    desk.publish("Later")
    desk.transport.sign_out()
    with pytest.raises(SignedOut):
        desk.sync()
    assert [paper.state for paper in desk.replica.papers.outbox.values()] == ["waiting"]


def test_a_wrong_password_is_said_so(server: SyncServer) -> None:
    with pytest.raises(SignedOut):
        sign_in(server.url, SignIn("ana", "wrong"))


def test_the_live_stream_tells_of_a_change_and_stops_at_once(desk: Desk, proxy: FaultProxy) -> None:
    """G21, through the proxy: news arrive by themselves."""
    assert in_time(1, lambda: _seconds_to_stop(desk, proxy))


def _seconds_to_stop(desk: Desk, proxy: FaultProxy) -> float:
    heard: list[Event] = []
    opened = threading.Event()
    live = Live(proxy.url, desk.session.token)
    ended: list[SyncTrouble] = []

    def listen() -> None:
        try:
            live.listen(opened.set, heard.append)
        except SyncTrouble as trouble:
            ended.append(trouble)

    thread = threading.Thread(target=listen)
    thread.start()
    assert opened.wait(60)
    desk.publish("News")
    desk.sync()
    wait_for(lambda: any(event.name == "heads" for event in heard), "a heads event")
    started = time.monotonic()
    live.stop()
    thread.join()
    assert isinstance(ended[0], Cancelled)
    return time.monotonic() - started


def test_a_stream_that_is_held_back_counts_as_mute(desk: Desk, proxy: FaultProxy) -> None:
    """Fault 10: a proxy that keeps the bytes to itself."""
    proxy.faults = ["stall"]
    live = Live(proxy.url, desk.session.token, heartbeat=0.2)
    with pytest.raises(Silent):
        live.listen(lambda: None, lambda event: None)
