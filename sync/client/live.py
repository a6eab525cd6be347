"""The live stream: what the server tells at once, for as long as its heart beats.

The server pings every 15 s. Two beats missed, and the stream counts as mute: some proxies and
virus scanners hold it back whatever its headers say, and then the desk must ask by itself (G21).
"""

from collections.abc import Callable

from sync.client.http_answers import Collected, prove
from sync.client.http_exchange import Answer, Exchange, Patience, Request, Taker
from sync.client.ports import Damaged
from sync.protocol import codec, versions
from sync.protocol.codec import Unbelievable
from sync.protocol.sse import Event, Parser

HEARTBEAT = 15.0
MISSED = 2.5  # beats without a sign of life: two, and some time on the way


class Live:
    """One stream, from its beginning to its end. A new one is made to connect again."""

    def __init__(self, url: str, token: str, *, ca: str = "", heartbeat: float = HEARTBEAT) -> None:
        patience = Patience(stall=MISSED * heartbeat, grace=float("inf"))
        self._exchange = Exchange(url, token, ca=ca, patience=patience)

    def listen(
        self,
        opened: Callable[[], None],
        heard: Callable[[Event], None],
        last_id: str = "",
    ) -> None:
        """Give every event to `heard` until the server ends the stream.

        `opened` is called at the first byte: from then on nothing is missed. Both are called from a
        thread of the stream's own. Raises `Unreachable` when it breaks off or goes mute, and
        `Cancelled` after `stop`.
        """
        headers = {
            "Accept": "text/event-stream",
            "Accept-Encoding": "identity",
            codec.PROTOCOL: versions.header(),
        }
        if last_id:
            headers["Last-Event-ID"] = last_id
        stream = _Stream(opened, heard, last_id)
        answer = self._exchange.ask(Request("GET", "/v1/live", headers), stream)
        if not stream.accepted:
            prove(answer, stream.refusal.plain(answer.headers))
            raise Damaged("The server did not open a live stream.")

    def stop(self) -> None:
        """End it at once, from any thread; an event under way may still be heard."""
        self._exchange.cancel()


class _Stream(Taker):
    """Turns the bytes of the stream into calls."""

    def __init__(
        self, opened: Callable[[], None], heard: Callable[[Event], None], last_id: str
    ) -> None:
        self.refusal = Collected()
        self.accepted = False
        self._opened = opened
        self._heard = heard
        self._parser = Parser(last_id)
        self._silent = True

    def begin(self, answer: Answer) -> None:
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip()
        ours = versions.read(answer.headers.get(codec.PROTOCOL)) is not None
        self.accepted = answer.status == 200 and kind == "text/event-stream" and ours

    def take(self, piece: bytes) -> None:
        if not self.accepted:
            self.refusal.take(piece)
            return
        if self._silent:
            self._silent = False
            self._opened()
        try:
            events = self._parser.feed(piece)
        except Unbelievable as doubt:
            raise Damaged(str(doubt)) from doubt
        for event in events:
            self._heard(event)
