"""Two desks and a server, by their command lines alone: level after everything that happens."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desk_commands import desk, sign_in, sync_until
from tests.support.small_base import FILES, REFUND, write_base
from tests.support.sync_server import SyncServer, peopled, running

PICTURE = "images/a.png"
DRAWING = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return peopled(tmp_path_factory.mktemp("office") / "server")


@pytest.fixture
def server(tmp_path: Path, data: Path) -> Iterator[SyncServer]:
    with running(SyncServer(Path(shutil.copytree(data, tmp_path / "server")))) as server:
        yield server


class House:
    """The desks of an author and of an agent, signed in, and the files the author writes."""

    def __init__(self, folder: Path, server: SyncServer) -> None:
        self.server = server
        self.folder = folder
        self.author, self.agent = folder / "author", folder / "agent"
        self.files = write_base(folder / "files")
        (self.files / PICTURE).parent.mkdir()
        (self.files / PICTURE).write_bytes(DRAWING)
        sign_in(self.author, server, "ana")
        sign_in(self.agent, server, "bo")

    def publish(self) -> str:
        return desk(self.author, "import", str(self.files))

    def write(self, path: str, text: str) -> None:
        (self.files / path).write_text(text, "utf-8")

    def follow(self, profile: Path, space: str) -> None:
        """Sync until a desk follows a space: the server hears of the grant in a moment."""
        sync_until(
            profile, lambda said: space in json.loads(desk(profile, "status", "--json"))["cursor"]
        )

    def export(self, profile: Path) -> dict[str, bytes]:
        """Return what a desk holds, as files."""
        out = self.folder / "out"
        for file in sorted(out.rglob("*"), reverse=True) if out.exists() else ():
            file.unlink() if file.is_file() else file.rmdir()
        desk(profile, "export", str(out))
        return {
            str(file.relative_to(out)): file.read_bytes()
            for file in out.rglob("*")
            if file.is_file()
        }

    def assert_level(self) -> dict[str, bytes]:
        """Sync both desks; they then hold the same to the letter, and both say level."""
        for profile in (self.author, self.agent, self.author):
            desk(profile, "sync")
        held = self.export(self.author)
        assert self.export(self.agent) == held
        for profile in (self.author, self.agent):
            status = json.loads(desk(profile, "status", "--json"))
            assert (status["state"], status["waiting"], status["refused"]) == ("level", 0, 0)
            assert json.loads(desk(profile, "sync", "--check", "--json"))["mended"] == 0
        return held


@pytest.fixture
def house(tmp_path: Path, server: SyncServer) -> House:
    return House(tmp_path, server)


def test_what_one_publishes_the_other_holds_to_the_letter(house: House) -> None:
    """Articles, pictures and lists; and a search finds them."""
    assert "3 new" in house.publish()
    held = house.assert_level()
    assert held == {name: text.encode() for name, text in FILES.items()} | {PICTURE: DRAWING}
    hits = json.loads(desk(house.agent, "search", "geste commercial", "--json"))["hits"]
    assert hits[0]["id"] == "facturation/geste"
    assert hits[0]["space"] == "facturation"


def test_an_edit_and_a_retirement_reach_the_other(house: House) -> None:
    house.publish()
    house.assert_level()
    house.write("facturation/remboursement.md", REFUND.replace("cinq jours", "trois jours"))
    assert "1 changed, 2 unchanged" in house.publish()
    assert b"trois jours" in house.assert_level()["facturation/remboursement.md"]
    desk(house.author, "retire", "mobile/resilier")
    assert "mobile/resilier.md" not in house.assert_level()


def test_importing_again_sends_nothing(house: House) -> None:
    house.publish()
    assert "0 new, 0 changed, 3 unchanged" in house.publish()


def test_an_agent_is_refused_in_a_sentence(house: House) -> None:
    said = desk(house.agent, "import", str(house.files), code=1)
    assert "may read the base and not write" in said
    assert json.loads(desk(house.agent, "status", "--json"))["waiting"] == 0


def test_a_shelf_that_is_taken_back_goes_and_given_again_comes(house: House) -> None:
    house.server.run("space", "add", "secrets")
    house.server.run("space", "grant", "secrets", "group:niveau2")
    house.server.run("space", "grant", "secrets", "person:ana", "--write")
    house.follow(house.author, "secrets")
    house.follow(house.agent, "secrets")
    house.write("prix.md", "---\nspace: secrets\n---\n# Prix\n\nConfidentiel.\n")
    house.publish()
    assert "prix.md" in house.assert_level()
    house.server.run("space", "revoke", "secrets", "group:niveau2")
    sync_until(house.agent, lambda said: "secrets" in said["dropped"])
    assert "prix.md" not in house.export(house.agent)
    house.server.run("space", "grant", "secrets", "person:bo")
    house.follow(house.agent, "secrets")
    assert "prix.md" in house.assert_level()


def test_a_server_restored_from_a_backup_gets_back_what_it_lost(house: House) -> None:
    """F07: what was published after the backup is offered again, once."""
    house.publish()
    house.assert_level()
    backup = house.folder / "backup"
    house.server.run("backup", str(backup))
    house.write("apres.md", "# Après\n\nPublié après la sauvegarde.\n")
    house.write("facturation/remboursement.md", REFUND.replace("cinq jours", "deux jours"))
    house.publish()
    before = house.assert_level()
    house.server.stop()
    house.server.run("restore", str(backup))
    house.server.start()
    assert house.assert_level() == before
    assert "apres.md" in before


def test_a_text_from_before_a_restore_hides_none_that_came_under_its_number(house: House) -> None:
    """Revision 2 was one text before the restore and is another after it: both are kept."""
    gift, path = FILES["facturation/geste.md"], "facturation/geste.md"
    second, third = house.folder / "second", house.folder / "third"
    house.publish()
    house.assert_level()
    sign_in(second, house.server, "cy")
    backup = house.folder / "backup"
    house.server.run("backup", str(backup))
    house.write(path, f"{gift}\nPerdu.\n")
    house.publish()
    desk(second, "sync")
    house.server.stop()
    house.write(path, f"{gift}\nPerdu.\n\nDe Cy.\n")
    assert "1 operations wait" in desk(second, "import", str(house.files))
    house.server.run("restore", str(backup))
    house.server.start()
    sign_in(third, house.server, "ana")
    desk(third, "sync")
    house.write(path, f"{gift}\nEntre-temps.\n")
    desk(third, "import", str(house.files))

    desk(second, "sync")

    [parked] = json.loads(desk(second, "parked", "--json"))
    assert (parked["about"], parked["conflict"]) == ("article:facturation/geste", True)
    assert house.export(second)[path] == f"{gift}\nEntre-temps.\n".encode()


def test_offline_what_is_published_waits_and_then_goes(house: House) -> None:
    """And nothing is called level meanwhile."""
    house.publish()
    house.server.stop()
    house.write("neuf.md", "# Neuf\n\nÉcrit sans réseau.\n")
    assert "1 operations wait and are kept" in house.publish()
    status = json.loads(desk(house.author, "status", "--json"))
    assert (status["state"], status["waiting"]) == ("offline", 1)
    house.server.start()
    assert "neuf.md" in house.assert_level()


def test_two_edits_of_one_text_both_survive(house: House) -> None:
    """The later one is parked with its reason, can be read in a file, and is kept by the server."""
    house.publish()
    second = house.folder / "second"
    sign_in(second, house.server, "cy")
    desk(second, "sync")
    house.write("facturation/geste.md", FILES["facturation/geste.md"] + "\nD'Ana.\n")
    house.publish()
    house.write("facturation/geste.md", FILES["facturation/geste.md"] + "\nDe Cy.\n")
    desk(second, "import", str(house.files))
    parked = json.loads(desk(second, "parked", "--json"))
    assert [(one["about"], one["conflict"]) for one in parked] == [
        ("article:facturation/geste", True)
    ]
    assert parked[0]["reason"]
    file = house.folder / "parked.json"
    desk(second, "parked", "--export", str(file), "--drop", "all")
    assert "De Cy." in file.read_text("utf-8")
    assert json.loads(desk(second, "parked", "--json")) == []
    assert b"D'Ana." in house.assert_level()["facturation/geste.md"]
