"""Connections that carry nothing and do not end: a frozen server, a silent stream (fault 29).

Real keeper, stream, transport and server process; a minute of the schedule takes a second here
(`Quick`), and the server's heart beats as much faster.
"""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sync.client import schedule
from sync.client.engine import Engine
from sync.client.http import HttpTransport, sign_in
from sync.client.http_exchange import Patience
from sync.client.keeper import Keeper, Message, SystemClock
from sync.client.live import HEARTBEAT, MISSED, Live
from sync.client.ports import Silent, Unreachable
from sync.protocol.wire import SignIn
from tests.support.fault_proxy import FaultProxy
from tests.support.in_time import Lag, seconds_of
from tests.support.memory_replica import MemoryReplica
from tests.support.sync_calls import Caller, publish
from tests.support.sync_server import PASSWORD, SyncServer, serving, wait_for

FASTER = 60.0
HEART = HEARTBEAT / FASTER
HASTY = Patience(connect=2, stall=30 / FASTER, grace=30 / FASTER)
SLACK = 30.0  # seconds of the schedule, half a one of ours; what threads wake late is added


class Quick(SystemClock):
    """The machine's clock, in which a minute takes a second."""

    def now(self) -> float:
        return super().now() * FASTER

    def wait(self, seconds: float) -> Message | None:
        return super().wait(seconds / FASTER)


class KeptDesk:
    """A desk whose keeper runs, and when its passes and streams ended."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.session = sign_in(url, SignIn("ana", PASSWORD))
        self.replica = MemoryReplica()
        self.transport = HttpTransport(url, self.session.token, folder)
        self.clock = Quick()
        self.lag = Lag()
        self.passes: list[float] = []
        self.failures: list[tuple[float, Exception]] = []
        self.streams: list[Watched] = []
        self.keeper = Keeper(
            self._sync,
            cancel=self.transport.cancel,
            connect=self._connect,
            announced=lambda _event: None,
            failed=lambda error: self.failures.append((self.clock.now(), error)),
            random=Random(29),
            clock=self.clock,
        )

    def _sync(self) -> None:
        Engine(self.replica, self.transport, Random(1)).sync()
        self.passes.append(self.clock.now())

    def _connect(self) -> Live:
        self.streams.append(Watched(self))
        return self.streams[-1]

    @property
    def slack(self) -> float:
        """Seconds of the schedule that a busy machine may add."""
        return SLACK + self.lag.seconds * FASTER

    def has(self, number: int) -> bool:
        return ("article", f"a/{number}") in self.replica.copy.rows

    def listens(self) -> bool:
        return bool(self.streams) and self.streams[-1].up.is_set() and not self.streams[-1].ended


class Watched(Live):
    """A stream that notes when it came up, and when and why it ended."""

    def __init__(self, desk: KeptDesk) -> None:
        super().__init__(desk.url, desk.session.token, heartbeat=HEART)
        self._clock = desk.clock
        self.up = threading.Event()
        self.ended: list[tuple[float, Exception | None]] = []

    def listen(self, opened, heard, last_id="") -> None:  # type: ignore[no-untyped-def]
        def also() -> None:
            self.up.set()
            opened()

        try:
            super().listen(also, heard, last_id)
        except Exception as error:
            self.ended.append((self._clock.now(), error))
            raise
        self.ended.append((self._clock.now(), None))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with serving(tmp_path / "server", ping_seconds=HEART, look_again_seconds=HEART) as running:
        yield running


@pytest.fixture
def proxy(server: SyncServer) -> Iterator[FaultProxy]:
    with FaultProxy(server.url) as standing:
        yield standing


@pytest.fixture
def desk(proxy: FaultProxy, tmp_path: Path) -> Iterator[KeptDesk]:
    kept = KeptDesk(proxy.url, tmp_path)
    kept.keeper.start()
    wait_for(kept.listens, "a stream")
    with kept.lag:
        yield kept
    kept.keeper.stop()
    kept.transport.close()


@pytest.fixture
def author(server: SyncServer) -> Iterator[Caller]:
    caller = Caller(server.url).sign_in("auteur")
    yield caller
    caller.close()


def test_a_stream_that_falls_silent_is_polled_for_within_a_minute(
    desk: KeptDesk, proxy: FaultProxy, author: Caller
) -> None:
    """G21: two missed beats, then a look within 60 s; and the next stream is believed again."""
    author.push([publish(1)])
    wait_for(lambda: desk.has(1), "news of the stream")
    stream = desk.streams[-1]
    proxy.withholding.set()
    silent_from = desk.clock.now()
    author.push([publish(2)])
    wait_for(lambda: stream.ended, "the end of patience")
    ended, why = stream.ended[0]
    assert isinstance(why, Silent), why
    assert ended - silent_from <= MISSED * HEARTBEAT + desk.slack
    wait_for(lambda: desk.has(2), "a look without a stream")
    assert desk.passes[-1] - ended <= schedule.POLL[1] + desk.slack
    proxy.withholding.clear()
    wait_for(lambda: len(desk.streams) > 1 and desk.listens(), "another stream")
    author.push([publish(3)])
    wait_for(lambda: desk.has(3), "news of the other stream")


def test_a_server_that_is_frozen_holds_nobody_and_is_found_again(
    desk: KeptDesk, server: SyncServer, author: Caller
) -> None:
    """Its sockets stay open. Requests and stream are given up in time; what it knew comes later."""
    author.push([publish(1)])
    wait_for(lambda: desk.has(1), "news of the stream")
    stream = desk.streams[-1]
    token = desk.session.token
    desk.transport = HttpTransport(desk.url, token, Path("unused"), patience=HASTY)
    os.kill(server.pid, signal.SIGSTOP)
    try:
        desk.keeper.wanted()
        asked = desk.clock.now()
        wait_for(lambda: desk.failures, "a pass that gives up")
        failed, why = desk.failures[0]
        assert isinstance(why, Unreachable), why
        assert failed - asked <= 30 + 30 + desk.slack
        wait_for(lambda: stream.ended, "the end of patience")
        assert isinstance(stream.ended[0][1], Silent)
    finally:
        os.kill(server.pid, signal.SIGCONT)
    author.push([publish(2)])
    back = desk.clock.now()
    wait_for(lambda: desk.has(2), "the server found again")
    tries = len(desk.failures)
    longest = sum(min(schedule.CAP, schedule.SPREAD * 2**n) for n in range(tries + 1))
    assert desk.passes[-1] - back <= longest + desk.slack
    wait_for(desk.listens, "another stream")


def test_a_desk_closes_at_once_beside_a_frozen_server(desk: KeptDesk, server: SyncServer) -> None:
    """G19: in the midst of a pass, with a stream that is open and dead."""
    patient = HttpTransport(desk.url, desk.session.token, Path("unused"))  # 30 s of ours
    desk.transport = patient
    desk.keeper._cancel = patient.cancel
    os.kill(server.pid, signal.SIGSTOP)
    try:
        before = len(desk.passes)
        desk.keeper.wanted()
        wait_for(lambda: patient._exchange._running is not None, "a pass under way")
        assert seconds_of(desk.keeper.stop) < 2 + desk.lag.seconds
        assert desk.keeper._thread is not None
        assert not desk.keeper._thread.is_alive()
        assert len(desk.passes) == before
    finally:
        os.kill(server.pid, signal.SIGCONT)
