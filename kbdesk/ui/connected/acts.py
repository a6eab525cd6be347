"""What the screens ask of the connection; each call returns at once and answers on this thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from kbdesk.services.connected.sync_facts import Refusal, SignIn, Welcome


class ConnectionActs(Protocol):
    """The desk's connection, or one that a test plays."""

    def look(
        self, address: str, then: Callable[[str], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Find out whether a kbdesk server answers at an address; `then` gets it whole."""

    def sign_in(
        self, asked: SignIn, then: Callable[[Welcome], None], failed: Callable[[Refusal], None]
    ) -> None:
        """Sign in."""

    def give_up(self) -> None:
        """Leave what `look` or `sign_in` waits for: neither of its answers then comes."""

    def sign_out(self, then: Callable[[], None]) -> None:
        """End the session."""

    def sync_now(self) -> None:
        """Try now, whatever was planned."""

    def send_again(self, ids: Sequence[str]) -> None:
        """Let what was refused wait again."""

    def export(
        self, file: Path, then: Callable[[int], None], failed: Callable[[Exception], None]
    ) -> None:
        """Write all that was refused to a file; `then` gets how many things that is."""

    def forget(self, ids: Sequence[str]) -> None:
        """Delete what was refused."""
