"""One request and its answer, bounded in time whatever the other side does.

A timeout of `requests` is per read: a byte every second and a half would hold it for ever, and it
covers neither the name look-up nor headers that drip. So the request runs in a thread of its own
and whoever asked waits with a clock: 5 s to connect, 30 s without a byte, and in all 30 s plus what
the bytes that did come take at 8 KB/s. `cancel` ends the wait at once from any thread.

Certificates: those named by `ca`, else by REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE, else the machine's
own store (SSL_CERT_FILE moves it) beside the list that comes with requests. Proxies come from the
environment.
"""

import contextlib
import os
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.exceptions import ReadTimeoutError

from sync.client.ports import Cancelled, NoRoom, Silent, SyncTrouble, Unreachable

CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds and bytes a second."""

    connect: float = 5.0
    stall: float = 30.0
    grace: float = 30.0
    speed: float = 8 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and headers of an answer; the body went to whoever took the pieces."""

    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for; `path` begins with a slash."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Taker:
    """Takes the body of an answer: first `begin`, then piece after piece. Raises to stop it."""

    def begin(self, answer: Answer) -> None: ...

    def take(self, piece: bytes) -> None: ...


class Bearer(AuthBase):
    """The token as an auth object: a header of the same name would give way to a netrc file."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Exchange:
    """Asks one server, one request at a time. `cancel` is for good."""

    def __init__(
        self, url: str, token: str = "", *, ca: str = "", patience: Patience | None = None
    ) -> None:
        self._url = url.rstrip("/")
        self._auth = Bearer(token)
        self._ca = ca
        self._patience = patience or Patience()
        self._session = _session(self._url)
        self._cancelled = threading.Event()
        self._running: _Running | None = None

    def ask(self, request: Request, taker: Taker) -> Answer:
        """Send a request and hand the body of its answer to `taker`; return status and headers."""
        running = self._running = _Running(self._patience)
        if self._cancelled.is_set():  # looked at last: who cancels from now on finds it running
            self._running = None
            raise Cancelled("The connection was given up.")
        work = threading.Thread(
            target=running.run, args=(self._sender(request), taker), name="sync http", daemon=True
        )
        work.start()
        try:
            return running.wait()
        except SyncTrouble:
            if work.is_alive():  # it keeps the old session, and ends with its connection
                self._session = _session(self._url)
            raise
        finally:
            self._running = None
            if self._cancelled.is_set():
                running.give_up()

    def cancel(self) -> None:
        """End the request under way, if any, and every later one."""
        self._cancelled.set()
        if running := self._running:
            running.give_up()

    def close(self) -> None:
        self._session.close()

    def _sender(self, request: Request) -> Callable[[], requests.Response]:
        session, patience = self._session, self._patience

        def send() -> requests.Response:
            return session.request(
                request.method,
                self._url + request.path,
                data=request.body,
                headers=dict(request.headers),
                auth=self._auth,
                timeout=(patience.connect, patience.stall),
                allow_redirects=False,  # no server of ours redirects; portals do
                stream=True,
                verify=self._ca or None,
            )

        return send


class _Running:
    """One request under way: the worker's side (`run`) and the waiting side (`wait`)."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._changed = threading.Condition()
        self._received = 0
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        self._given_up = False
        self._raw: Any = None

    def run(self, send: Callable[[], requests.Response], taker: Taker) -> None:
        try:
            answer = self._work(send, taker)
        except BaseException as error:  # noqa: BLE001 - it is raised where the request was made
            self._end(error=error)
        else:
            self._end(answer=answer)

    def wait(self) -> Answer:
        """Wait for the end; raise what went wrong, here or there."""
        started = time.monotonic()
        with self._changed:
            while self._answer is None and self._error is None and not self._given_up:
                left = started + self._allowed() - time.monotonic()
                if left <= 0:
                    self._shut()
                    raise Unreachable("The server answers too slowly. It will be tried again.")
                self._changed.wait(min(left, 3600.0))
            if self._given_up:
                raise Cancelled("The connection was given up.")
        if self._error is not None:
            raise self._error
        assert self._answer is not None
        return self._answer

    def give_up(self) -> None:
        with self._changed:
            self._given_up = True
            self._changed.notify_all()
            self._shut()

    def _work(self, send: Callable[[], requests.Response], taker: Taker) -> Answer:
        try:
            with send() as response:
                return self._read(response, taker)
        except requests.exceptions.SSLError as error:
            told = f"The server's certificate is not trusted: {_why(error)}"
            raise Unreachable(told, code="certificate") from error
        except requests.exceptions.ProxyError as error:
            told = "The proxy cannot be reached, or does not let us through."
            raise Unreachable(told, code="proxy") from error
        except requests.exceptions.ReadTimeout as error:
            raise Silent("The server does not answer.") from error
        except (requests.exceptions.RequestException, ValueError) as error:
            raise Unreachable("The server cannot be reached.") from error

    def _read(self, response: requests.Response, taker: Taker) -> Answer:
        """Read without decoding: what is decoded must be bounded, and urllib3 does not bound it."""
        with self._changed:
            self._raw = response.raw
            if self._given_up:
                raise Cancelled("The connection was given up.")
        answer = Answer(response.status_code, response.headers)
        taker.begin(answer)
        while piece := self._piece(response.raw):
            try:
                taker.take(piece)
            except OSError as error:
                raise NoRoom(f"A download cannot be written: {error.strerror}.") from error
            with self._changed:
                self._received += len(piece)
        return answer

    def _piece(self, raw: Any) -> bytes:
        try:
            piece: bytes = raw.read1(CHUNK, decode_content=False)
        except ReadTimeoutError as error:
            raise Silent("The server has stopped in the middle of its answer.") from error
        except Exception as error:
            raise Unreachable("The connection broke off.") from error
        return piece

    def _allowed(self) -> float:
        return self._patience.grace + self._received / self._patience.speed

    def _end(self, answer: Answer | None = None, error: BaseException | None = None) -> None:
        with self._changed:
            self._raw = None
            self._answer, self._error = answer, error
            self._changed.notify_all()

    def _shut(self) -> None:
        """End a read under way. `close` would wait for it; only the socket's shutdown does not."""
        if self._raw is not None:
            with contextlib.suppress(Exception):
                self._raw.shutdown()


class _SystemStore(HTTPAdapter):
    """Trusts what the machine trusts; requests alone knows only the list that it brings along."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=ssl.create_default_context())

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("ssl_context", ssl.create_default_context())
        return super().proxy_manager_for(*args, **kwargs)


def trusted(ca: str = "") -> str:
    """Say which certificates are trusted: a file's or folder's path, "" for the machine's own."""
    named = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
    return ca or next((os.environ[name] for name in named if os.environ.get(name)), "")


def _session(url: str) -> requests.Session:
    session = requests.Session()
    if url.startswith("https:"):  # reading the machine's store takes longer than a request
        session.mount("https://", _SystemStore())
    return session


def _why(error: Exception) -> str:
    """Pick the one telling sentence out of nested errors."""
    text = str(error)
    start = text.find("certificate verify failed: ")
    return text[start:].removeprefix("certificate verify failed: ").split(" (")[0] or "unknown"
