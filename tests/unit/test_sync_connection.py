"""What stands between the desk's window and its server: words for refusals, a door that is shut."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from kbdesk.errors import OtherProfile, ServerTrouble
from kbdesk.services.connected.attempt import Attempt
from kbdesk.services.connected.front_door import FrontDoor, GiveUp
from kbdesk.services.connected.refusals import refusal_of
from kbdesk.services.connected.sync_facts import Activity, SignIn
from kbdesk.services.connected.watched_door import WatchedDoor
from sync.client.engine import Progress
from sync.client.ports import (
    Busy,
    Cancelled,
    Damaged,
    Intercepted,
    SignedOut,
    Silent,
    SyncTrouble,
    TooOld,
    Unreachable,
)
from sync.protocol.wire import Person, Session


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (SignedOut("no"), "password"),
        (Unreachable("no"), "unreachable"),
        (Silent("no"), "unreachable"),
        (Unreachable("The server's certificate is not trusted: expired"), "certificate"),
        (Intercepted("no"), "portal"),
        (Damaged("no"), "stranger"),
        (TooOld("no"), "too old"),
        (Busy("no", 3), "busy"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, SyncTrouble) else "",
)
def test_every_trouble_of_a_sign_in_has_a_word(trouble: SyncTrouble, kind: str) -> None:
    """As it comes from the probe, and as the session tells it."""
    assert refusal_of(trouble).kind == kind
    told = ServerTrouble(trouble.sentence)
    told.__cause__ = trouble
    assert refusal_of(told).kind == kind


def test_a_base_of_files_and_a_bug_are_words_of_their_own() -> None:
    assert refusal_of(OtherProfile("41 articles")).kind == "base"
    assert refusal_of(ZeroDivisionError("ours")).kind == "fault"


def test_a_share_is_known_only_where_there_is_a_whole() -> None:
    assert Activity("fetching", 3, 4).share == 75
    assert Activity("fetching", 9, 4).share == 100
    assert Activity("asking").share is None


def test_a_password_is_never_written_out() -> None:
    assert "secret" not in repr(SignIn("base.example", "ana", "secret"))


class PlayedLine:
    """A line that notes that it was given up."""

    def __init__(self) -> None:
        self.given_up = False

    def cancel(self) -> None:
        self.given_up = True

    def heads(self, etag: str) -> None:
        return None


class PlayedDoor:
    """Gives the same line to everybody."""

    def __init__(self) -> None:
        self.one = PlayedLine()

    def line(self, url: str, token: str, downloads: Path) -> PlayedLine:
        return self.one


def test_a_line_in_use_is_given_up_and_no_other_is_made() -> None:
    """Between two passes there is no line: one made a moment later must not hang either."""
    played = PlayedDoor()
    door = WatchedDoor(cast(FrontDoor, played), lambda _progress: None)
    line = door.line("https://base.example", "token", Path())
    assert line.heads("") is None
    door.cancel()
    assert played.one.given_up
    with pytest.raises(Cancelled):
        door.line("https://base.example", "token", Path())
    door.open()
    door.line("https://base.example", "token", Path())


class SlowDoor:
    """Lets in while somebody changes their mind; notes who was shown out."""

    def __init__(self, *, meanwhile: Callable[[], None]) -> None:
        self._meanwhile = meanwhile
        self.ended: list[str] = []
        self.out: list[str] = []

    def sign_in(
        self, url: str, user: str, password: str, device: str, hold: Callable[[GiveUp], None]
    ) -> Session:
        hold(lambda: self.ended.append(user))
        self._meanwhile()
        return Session("token", "", "office", Person(user, "agent"), ())

    def sign_out(self, url: str, token: str) -> None:
        self.out.append(token)


def test_who_was_let_in_after_giving_up_is_shown_out_again() -> None:
    """Nobody is signed in unawares, and the session does not stay open at the server."""
    attempt = Attempt()
    door = SlowDoor(meanwhile=attempt.give_up)
    attempt.at(cast(FrontDoor, door))
    with pytest.raises(Cancelled):
        attempt.sign_in("https://base.example", "ana", "secret", "")
    assert (door.ended, door.out, attempt.given_up) == (["ana"], ["token"], True)


def test_who_is_in_gives_nothing_up() -> None:
    attempt = Attempt()
    door = SlowDoor(meanwhile=lambda: None)
    attempt.at(cast(FrontDoor, door))
    assert attempt.sign_in("https://base.example", "ana", "secret", "").token == "token"
    attempt.give_up()
    assert (door.ended, door.out, attempt.given_up) == ([], [], False)


def test_an_attempt_that_was_given_up_early_ends_what_it_begins() -> None:
    """The thread that asks may come later than the mind that is changed."""
    played, attempt = PlayedDoor(), Attempt()
    attempt.give_up()
    attempt.at(cast(FrontDoor, played)).line("https://base.example", "", Path())
    assert played.one.given_up


def test_the_bytes_of_a_download_are_told_while_it_comes(tmp_path: Path) -> None:
    from sync.protocol.wire import Snapshot

    told: list[Progress] = []
    snapshot = Snapshot(seq=5, sha256="a" * 64, size=4000, rows=5)

    class Dripping(PlayedLine):
        def snapshot(self, _space: str, of: Snapshot) -> Path:
            part = tmp_path / f"{of.sha256}.part"
            part.write_bytes(b"x" * 1000)
            while not told:
                pass
            return part

    played = PlayedDoor()
    played.one = Dripping()
    door = WatchedDoor(cast(FrontDoor, played), told.append)
    door.line("https://base.example", "token", tmp_path).snapshot("base", snapshot)
    assert told[0] == Progress("downloading", "base", 1000, 4000)


def test_a_desk_of_its_own_loads_nothing_of_the_network() -> None:
    """Neither the import of the desk nor its look at a local profile brings HTTP or keyrings."""
    program = (
        "import sys, tempfile, pathlib, kbdesk.desk\n"
        "from kbdesk.paths import Profile\n"
        "from kbdesk.services.connected.connection import Connection, Listeners\n"
        "from kbdesk.services.workspace import Workspace\n"
        "from kbdesk.work import InlineRunner\n"
        "with tempfile.TemporaryDirectory() as folder:\n"
        "    workspace = Workspace(Profile(pathlib.Path(folder)))\n"
        "    lanes = (InlineRunner(), InlineRunner())\n"
        "    heard = Listeners(print, print)\n"
        "    connection = Connection(workspace, lanes, lambda act: act(), heard)\n"
        "    connection.start()\n"
        "    assert connection.facts().local\n"
        "    connection.close()\n"
        "    workspace.close()\n"
        "print(*sorted({'requests', 'keyring', 'urllib3'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")
