"""Signing in, one pass, and what the status says, over a way to the server that tests control."""

import logging
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kbdesk.clock import FixedClock
from kbdesk.content.loss_report import Severity
from kbdesk.errors import NotAllowed, NotSignedIn, OtherProfile, ServerTrouble
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.connected import account as accounts
from kbdesk.services.connected import publishing
from kbdesk.services.connected.parked import export_parked
from kbdesk.services.connected.syncing import Syncing
from kbdesk.services.workspace import Workspace
from sync.client.ports import Cancelled, Intercepted, SignedOut, SyncTrouble, TooOld, Unreachable
from sync.protocol import wire
from tests.simulator.link import Line, Weather
from tests.simulator.office import Office
from tests.support.small_base import FILES, write_base

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOKEN = "a-very-secret-token"  # noqa: S105  # looked for in files and logs
ROLES = {"ana": "author", "bo": "agent"}


class Listener:
    """What a line tells its desk: nothing here listens."""

    def __init__(self, person: str) -> None:
        self.person = person

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


class OfficeLine(Line):
    """The simulator's line, with the rest of what the desk asks of one."""

    trouble: SyncTrouble | None = None

    def heads(self, etag: str) -> tuple[str, wire.Heads] | None:
        if self.trouble is not None:
            raise self.trouble
        return super().heads(etag)

    def send_blob(self, sha256: str, content: bytes) -> None: ...

    def close(self) -> None: ...


class OfficeDoor:
    """The simulator's office as a server that one signs in at."""

    def __init__(self, folder: Path) -> None:
        self.office = Office()
        for person in ROLES:
            self.office.add_person(person, ["base"], writes=["base"] if person == "ana" else ())
        self.trouble: SyncTrouble | None = None
        self._folder = folder

    def sign_in(
        self, url: str, user: str, password: str, device: str, hold: Any = None
    ) -> wire.Session:
        if password != "right":  # noqa: S105  # as above
            raise SignedOut("Name and password do not fit.")
        person = wire.Person(user, ROLES[user])
        return wire.Session(
            f"{TOKEN}-{user}", "2027-01-01T00:00:00Z", "office", person,
            tuple(self.office.spaces(user)),
        )  # fmt: skip

    def sign_out(self, url: str, token: str) -> None: ...

    def line(self, url: str, token: str, downloads: Path) -> OfficeLine:
        person = token.removeprefix(f"{TOKEN}-")
        weather = Weather(__import__("random").Random(1), lambda _: None)
        line = OfficeLine(self.office, Listener(person), weather, self._folder)
        line.trouble = self.trouble
        return line


@pytest.fixture
def door(tmp_path: Path) -> OfficeDoor:
    return OfficeDoor(tmp_path)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile"), FixedClock(NOON)) as found:
        yield found


@pytest.fixture
def syncing(workspace: Workspace, door: OfficeDoor) -> Syncing:
    """The desk of an author, signed in."""
    found = Syncing(workspace, door)
    found.session.sign_in("https://office.example/", "ana", "right")
    return found


def test_without_a_server_a_profile_is_local(workspace: Workspace, door: OfficeDoor) -> None:
    syncing = Syncing(workspace, door)
    assert syncing.status().state == "local"
    with pytest.raises(NotSignedIn, match="kbdesk login"):
        syncing.sync_once()


def test_the_token_lies_where_only_its_owner_reads_and_in_no_log(
    syncing: Syncing, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    """There is no keyring here: a file of mode 0600, and nowhere else."""
    caplog.set_level(logging.DEBUG)
    syncing.sync_once()
    root = workspace.profile.root
    holding = [f for f in root.rglob("*") if f.is_file() and TOKEN.encode() in f.read_bytes()]
    assert [file.name for file in holding] == ["session-token"]
    if os.name == "posix":
        assert stat.S_IMODE(holding[0].stat().st_mode) == 0o600
    assert TOKEN not in caplog.text
    account = syncing.session.account()
    assert account is not None
    assert (account.url, account.token_in) == ("https://office.example", "file")


class Ring:
    """A keyring that works; `deaf` forgets what it is told."""

    priority = 5

    def __init__(self, *, deaf: bool = False) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.deaf = deaf

    def set_password(self, service: str, entry: str, token: str) -> None:
        if not self.deaf:
            self.held[service, entry] = token

    def get_password(self, service: str, entry: str) -> str | None:
        return self.held.get((service, entry))

    def delete_password(self, service: str, entry: str) -> None:
        del self.held[service, entry]


@pytest.mark.parametrize("deaf", [False, True])
def test_a_keyring_is_used_where_it_keeps_its_word(
    workspace: Workspace, door: OfficeDoor, monkeypatch: pytest.MonkeyPatch, deaf: bool
) -> None:
    ring = Ring(deaf=deaf)
    monkeypatch.setattr(accounts, "_keyring", lambda: ring)
    session = Syncing(workspace, door).session
    welcome = session.sign_in("office.example", "ana", "right")
    assert welcome.account.token_in == ("file" if deaf else "keyring")
    assert (workspace.profile.root / "session-token").exists() is deaf
    assert session.token() == f"{TOKEN}-ana"
    session.sign_out()
    assert ring.held == {}
    with pytest.raises(NotSignedIn):
        session.token()


def test_a_wrong_password_is_told_and_changes_nothing(
    workspace: Workspace, door: OfficeDoor
) -> None:
    syncing = Syncing(workspace, door)
    with pytest.raises(ServerTrouble, match="do not fit"):
        syncing.session.sign_in("office.example", "ana", "wrong")
    assert syncing.session.account() is None


def test_a_base_of_files_gives_way_only_when_asked(
    workspace: Workspace, door: OfficeDoor, tmp_path: Path
) -> None:
    import_base(workspace, write_base(tmp_path / "base"))
    door.office.publish("base", ("article", "neuf"), "# Neuf\n")
    syncing = Syncing(workspace, door)
    with pytest.raises(OtherProfile, match="3 articles"):
        syncing.session.sign_in("office.example", "bo", "right")
    syncing.session.sign_in("office.example", "bo", "right", replace_base=True)
    assert workspace.articles.count() == 3
    syncing.sync_once()
    assert workspace.articles.ids() == {"neuf"}


def test_a_pass_makes_it_level_and_reading_on_makes_it_searchable(
    syncing: Syncing, workspace: Workspace, door: OfficeDoor
) -> None:
    door.office.publish("base", ("article", "avoir"), "# Faire un avoir\n")
    assert syncing.status().state == "never"
    passed = syncing.sync_once()
    assert passed.changes.articles
    assert (syncing.status().state, syncing.status().unread) == ("behind", 1)
    syncing.read_on()
    status = syncing.status()
    assert (status.state, status.last_success, status.unread) == ("level", NOON, 0)
    assert workspace.knowledge.search("avoir").hits[0].id == "avoir"
    assert not syncing.sync_once().changes.articles


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (Unreachable("No network."), "offline"),
        (Intercepted("A portal."), "intercepted"),
        (TooOld("Too old."), "too old"),
        (SignedOut("Over."), "signed out"),
    ],
)
def test_a_pass_that_fails_is_told_until_one_succeeds(
    syncing: Syncing, door: OfficeDoor, trouble: SyncTrouble, state: str
) -> None:
    """What waits is kept whatever the trouble; a session that has ended asks for a sign-in."""
    syncing._workspace.outbox.put("not_found", {"kind": "article"}, NOON)
    door.trouble = trouble
    with pytest.raises(ServerTrouble) as caught:
        syncing.sync_once()
    assert caught.value.state == state
    assert caught.value.remedy
    assert (syncing.status().state, syncing.status().waiting) == (state, 1)
    door.trouble = None
    if state == "signed out":
        syncing.session.sign_in("office.example", "ana", "right")
    syncing.sync_once()
    assert (syncing.status().state, syncing.status().trouble) == ("level", "")


def test_a_pass_that_was_given_up_says_nothing_of_the_server(
    syncing: Syncing, door: OfficeDoor
) -> None:
    """Whoever closes the desk in the middle of a pass does not find it offline next time."""
    syncing.sync_once()
    door.trouble = Cancelled("The desk was closed.")
    with pytest.raises(ServerTrouble):
        syncing.sync_once()
    assert (syncing.status().state, syncing.status().trouble) == ("level", "")


def test_an_import_becomes_operations_and_comes_back(
    syncing: Syncing, workspace: Workspace, tmp_path: Path
) -> None:
    syncing.sync_once()
    texts = {name: text for name, text in FILES.items() if name.endswith(".md")}
    base = write_base(tmp_path / "base", texts)  # the simulator's office keeps no other paths
    done = import_base(workspace, base)
    assert (done.new, done.published, workspace.articles.count()) == (3, True, 0)
    assert import_base(workspace, base).unchanged == 3, "what waits already is not made twice"
    syncing.sync_once()
    assert workspace.articles.count() == 3
    assert import_base(workspace, base).unchanged == 3
    assert syncing.status().waiting == 0


def test_a_cut_download_stays_until_it_is_of_no_use(
    syncing: Syncing, workspace: Workspace, door: OfficeDoor
) -> None:
    """After a failure it goes on; once all is level, or for another person, it is gone."""
    part = workspace.profile.root / "downloads" / "0.part"

    def leave() -> None:
        part.parent.mkdir(exist_ok=True)
        part.write_bytes(b"half a picture")

    leave()
    door.trouble = Unreachable("gone")
    with pytest.raises(ServerTrouble):
        syncing.sync_once()
    assert part.exists()
    door.trouble = None
    syncing.sync_once()
    assert not part.exists()
    leave()
    syncing.session.sign_in("https://office.example/", "ana", "right")
    assert part.exists()
    syncing.session.sign_in("https://office.example/", "bo", "right")
    assert not part.exists()


def test_a_dry_run_leaves_nothing_waiting(
    syncing: Syncing, workspace: Workspace, tmp_path: Path
) -> None:
    assert import_base(workspace, write_base(tmp_path / "base"), dry_run=True).new == 3
    assert syncing.status().waiting == 0


def test_a_picture_that_no_server_takes_stays_out_and_the_report_says_why(
    syncing: Syncing, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be sent again with each pass, and everybody would look for it in vain."""
    monkeypatch.setattr(publishing, "BLOB_BYTES", 10)
    base = write_base(tmp_path / "base")
    (base / "film.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    done = import_base(workspace, base)

    [entry] = [one for one in done.report if one.topic == "Files that are too large"]
    assert (entry.severity, entry.path) == (Severity.REFUSED, "film.png")
    assert "the server takes files of up to" in entry.message
    assert workspace.outbox.attachments() == []


def test_an_agent_may_not_publish(workspace: Workspace, door: OfficeDoor, tmp_path: Path) -> None:
    Syncing(workspace, door).session.sign_in("office.example", "bo", "right")
    with pytest.raises(NotAllowed, match="signed in as agent"):
        import_base(workspace, write_base(tmp_path / "base"))


def test_what_is_refused_is_parked_with_its_reason_and_can_be_taken_along(
    syncing: Syncing, workspace: Workspace, tmp_path: Path
) -> None:
    """F10, G3: level is never said while it is parked."""
    workspace.outbox.put("odd", {"text": "Ce que j'ai écrit"}, NOON, about="article:a")
    syncing.sync_once()
    status = syncing.status()
    assert (status.state, status.refused) == ("behind", 1)
    assert (status.parked[0].code, status.parked[0].reason) == (
        "unknown_kind", "Update the server.",
    )  # fmt: skip
    assert export_parked(workspace, tmp_path / "parked.json") == 1
    assert "Ce que j'ai écrit" in (tmp_path / "parked.json").read_text("utf-8")


def test_another_person_sees_neither_the_firsts_shelves_nor_sends_their_work(
    syncing: Syncing, workspace: Workspace, door: OfficeDoor
) -> None:
    door.office.publish("~ana", ("note", "n"), "De moi à moi")
    syncing.sync_once()
    assert workspace.entities.get("note", "n") == "De moi à moi"
    workspace.outbox.put("not_found", {"query": "x"}, NOON)
    welcome = syncing.session.sign_in("office.example", "bo", "right")
    assert "1 things that ana did here wait" in welcome.notes[0]
    assert workspace.entities.get("note", "n") is None
    syncing.sync_once()
    assert syncing.status().others == {"ana": 1}


def test_screens_are_told_apart_what_moved(syncing: Syncing, door: OfficeDoor) -> None:
    """Articles live in shelves: a receipt or a notice makes nobody read them again."""
    syncing.sync_once()
    door.office.add_space("+role.author")
    door.office.grant("+role.author", "ana")
    door.office.publish("+role.author", ("colleague", "bo"), "{}")
    changes = syncing.sync_once().changes
    assert (changes.articles, changes.notices, changes.learning) == (False, True, True)
    door.office.publish("base", ("article", "a"), "# A\n")
    changes = syncing.sync_once().changes
    assert (changes.articles, changes.writing, changes.gaps) == (True, True, True)
    assert not syncing.sync_once().changes.notices
