"""One try to get in at a server: whoever made it may change their mind while it waits."""

import threading
from collections.abc import Callable
from pathlib import Path

from kbdesk.services.connected.front_door import FrontDoor, GiveUp, Line
from sync.client.ports import Cancelled
from sync.protocol.wire import Session


class Attempt:
    """A door for one look at a server or one sign-in, which can be given up from any thread.

    Whom the server let in after that is shown out again: nobody is signed in unawares. Once in,
    nothing can be given up any more.
    """

    def __init__(self) -> None:
        self._under_way: GiveUp | None = None
        self._let_in = False
        self._turn = threading.Lock()
        self.given_up = False

    def at(self, door: FrontDoor) -> "Attempt":
        """Say which door it is made at, before anything is asked."""
        self._door = door
        return self

    def give_up(self) -> None:
        """End the wait at once, unless somebody has been let in."""
        with self._turn:
            if self._let_in:
                return
            self.given_up, under_way = True, self._under_way
        if under_way is not None:
            under_way()

    def sign_in(
        self,
        url: str,
        user: str,
        password: str,
        device: str,
        hold: Callable[[GiveUp], None] | None = None,
    ) -> Session:
        session = self._door.sign_in(url, user, password, device, hold or self._hold)
        with self._turn:
            self._let_in = not self.given_up
        if not self._let_in:
            self._door.sign_out(url, session.token)
            raise Cancelled("The sign-in was given up.")
        return session

    def sign_out(self, url: str, token: str) -> None:
        self._door.sign_out(url, token)

    def line(self, url: str, token: str, downloads: Path) -> Line:
        line = self._door.line(url, token, downloads)
        self._hold(getattr(line, "cancel", lambda: None))
        return line

    def _hold(self, give_up: GiveUp) -> None:
        with self._turn:
            self._under_way = give_up
        if self.given_up:
            give_up()
