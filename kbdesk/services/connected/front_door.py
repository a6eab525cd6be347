"""The ways to a server that the desk knows, behind one protocol so that tests bring their own."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sync.client.ports import SyncTrouble, Transport
from sync.protocol import wire

GiveUp = Callable[[], None]  # ends a wait, from any thread


class Line(Transport, Protocol):
    """A way to a server that also takes attachments up."""

    moment: str  # the server's, of its last answer about what is new; "" when it said none

    def send_blob(self, sha256: str, content: bytes) -> None:
        """Hand over the bytes of an attachment; doing it twice changes nothing."""

    def close(self) -> None:
        """Let go of the connection."""


class FrontDoor(Protocol):
    """Where one signs in, and what one is given for it."""

    def sign_in(
        self,
        url: str,
        user: str,
        password: str,
        device: str,
        hold: Callable[[GiveUp], None] | None = None,
    ) -> wire.Session:
        """Open a session, or raise a `SyncTrouble`; `hold` is first handed what gives it up."""

    def sign_out(self, url: str, token: str) -> None:
        """End a session if the server can be reached."""

    def line(self, url: str, token: str, downloads: Path) -> Line:
        """Return the way to the server for a signed-in person."""


class HttpDoor:
    """The real way. Its modules are imported when it is used: they are no part of the start."""

    def sign_in(
        self,
        url: str,
        user: str,
        password: str,
        device: str,
        hold: Callable[[GiveUp], None] | None = None,
    ) -> wire.Session:
        from sync.client import http  # late: as the class says

        entrance = http.Entrance(url)
        if hold is not None:
            hold(entrance.cancel)
        try:
            return entrance.sign_in(wire.SignIn(user, password, device))
        finally:
            entrance.close()

    def sign_out(self, url: str, token: str) -> None:
        from sync.client import http  # late: as the class says

        line = http.HttpTransport(url, token, Path())
        with contextlib.suppress(SyncTrouble):  # the session then ends by itself
            line.sign_out()
        line.close()

    def line(self, url: str, token: str, downloads: Path) -> Line:
        from sync.client import http  # late: as the class says

        downloads.mkdir(exist_ok=True, mode=0o700)
        return http.HttpTransport(url, token, downloads)
