"""`kbdesk announce` against the real server: the whole loop, offline too, and on two PCs of one."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kbdesk.paths import Profile
from kbdesk.services.connected.front_door import HttpDoor
from kbdesk.services.connected.session import Session
from kbdesk.services.workspace import Workspace
from tests.support.desk_commands import desk, sign_in
from tests.support.sync_server import PASSWORD, SyncServer, peopled, running

QUESTION = "```quiz\nQuel plafond ?\n- [x] 15 €\n- [ ] 10 €\n> Depuis lundi.\n```\n"
FIVE = {"not_delivered", "delivered", "shown", "acknowledged", "understood"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SyncServer]:
    with running(SyncServer(peopled(tmp_path / "server"))) as started:
        yield started


class Floor:
    """Profiles of one server, and the texts of a notice."""

    def __init__(self, folder: Path, server: SyncServer) -> None:
        self.folder = folder
        self.server = server
        (folder / "body.md").write_text("Dès **maintenant**.", "utf-8")
        (folder / "check.md").write_text(QUESTION, "utf-8")
        self.chef = self.profile("sam")

    def profile(self, person: str, name: str = "") -> Path:
        place = self.folder / (name or person)
        sign_in(place, self.server, person)
        desk(place, "sync")
        return place

    def send(self, *more: str, level: str = "important", to: str = "all") -> dict[str, Any]:
        said = desk(
            self.chef, "announce", "send", "--title", "Plafond à 15 €", "--body-file",
            str(self.folder / "body.md"), "--level", level, "--to", to, *more, "--json",
        )  # fmt: skip
        made: dict[str, Any] = json.loads(said)
        return made

    def board(self, id_: str) -> dict[str, Any]:
        desk(self.chef, "sync")
        told: dict[str, Any] = json.loads(desk(self.chef, "announce", "board", id_, "--json"))
        assert set(told["states"]) == FIVE
        return told

    def state(self, id_: str, person: str) -> str:
        [row] = [row for row in self.board(id_)["rows"] if row["person"] == person]
        return str(row["state"])


def listed(profile: Path) -> list[dict[str, Any]]:
    desk(profile, "sync")
    found: list[dict[str, Any]] = json.loads(desk(profile, "announce", "list", "--json"))
    return found


@pytest.fixture
def floor(tmp_path: Path, server: SyncServer) -> Floor:
    return Floor(tmp_path, server)


def test_a_notice_goes_from_sent_to_understood_state_by_state(floor: Floor) -> None:
    """D03: each act of the agent is one state further on the board of who sent it."""
    bo = floor.profile("bo")
    made = floor.send("--check-file", str(floor.folder / "check.md"))
    id_ = made["id"]
    assert (made["waiting"], made["refused"], made["people"]) == (False, "", 4)
    assert floor.state(id_, "bo") == "not_delivered"
    [notice] = listed(bo)
    assert (notice["id"], notice["done"], notice["asks"]) == (id_, False, "understood")
    assert notice["question"]["answers"] == ["15 €", "10 €"]
    assert floor.state(id_, "bo") == "delivered"
    shown = desk(bo, "announce", "show", id_[:13])
    assert "Dès **maintenant**." in shown
    assert floor.state(id_, "bo") == "shown"
    desk(bo, "announce", "ack", id_)
    assert floor.state(id_, "bo") == "acknowledged"
    wrong = json.loads(desk(bo, "announce", "answer", id_, "10 €", "--json"))
    assert (wrong["right"], wrong["done"], wrong["wrong_answers"]) == (False, False, 1)
    assert floor.state(id_, "bo") == "acknowledged"
    assert json.loads(desk(bo, "announce", "answer", id_, "15 €", "--json"))["right"]
    board = floor.board(id_)
    [row] = [row for row in board["rows"] if row["person"] == "bo"]
    assert (row["state"], row["wrong_answers"], row["late"]) == ("understood", 1, False)
    assert set(row["reached"]) == FIVE - {"not_delivered"}
    assert all(moment["at"] and moment["server"] for moment in row["reached"].values())
    assert board["states"]["understood"] == board["done"] == 1


def test_an_edit_asks_again_a_minor_one_does_not_and_a_reminder_only_the_missing(
    floor: Floor,
) -> None:
    """D06, D07: what was acknowledged stays bound to its version."""
    bo = floor.profile("bo")
    id_ = floor.send("--ack")["id"]
    listed(bo)
    desk(bo, "announce", "ack", id_)
    desk(floor.chef, "announce", "edit", id_, "--title", "Plafond à 15 euros", "--minor")
    [notice] = listed(bo)
    assert (notice["title"], notice["done"]) == ("Plafond à 15 euros", True)
    desk(floor.chef, "announce", "relaunch", id_)
    assert listed(bo)[0]["done"]
    said = json.loads(desk(floor.chef, "announce", "edit", id_, "--title", "20 €", "--json"))
    assert said["version"] == 2
    [notice] = listed(bo)
    assert (notice["done"], notice["changed"], notice["version"]) == (False, True, 2)
    assert floor.state(id_, "bo") == "delivered"


def test_a_recalled_notice_is_gone_and_who_had_read_it_is_told_why(floor: Floor) -> None:
    """D13: cy never saw it and sees nothing; the receipt of bo stays on the board."""
    bo, cy = floor.profile("bo"), floor.profile("cy")
    id_ = floor.send("--ack")["id"]
    for profile in (bo, cy):
        assert len(listed(profile)) == 1
    desk(bo, "announce", "ack", id_)
    desk(floor.chef, "announce", "recall", id_, "--why", "Annoncé trop tôt.")
    assert listed(cy) == []
    assert listed(bo)[0]["recalled"] == "Annoncé trop tôt."
    assert "Annoncé trop tôt." in desk(bo, "announce", "show", id_)
    board = floor.board(id_)
    assert (board["recalled"], board["late"]) == ("Annoncé trop tôt.", 0)
    assert board["states"]["acknowledged"] == 1


def test_an_acknowledgement_made_offline_counts_once_and_asks_on_no_other_pc(
    floor: Floor,
) -> None:
    """D09: with the moment of the desk, that of the server, and which of two PCs it was."""
    first, second = floor.folder / "pc-1", floor.folder / "pc-2"
    for place in (first, second):
        with Workspace(Profile(place)) as workspace:
            url = floor.server.url
            Session(workspace, HttpDoor()).sign_in(url, "bo", PASSWORD, device=place.name)
    id_ = floor.send("--ack")["id"]
    assert not listed(first)[0]["done"]
    floor.server.stop()
    assert "wait and are kept" in desk(first, "announce", "ack", id_)
    desk(first, "announce", "ack", id_)  # once more: nothing is added
    assert json.loads(desk(first, "status", "--json"))["waiting"] == 1
    back = datetime.now(UTC)
    floor.server.start()
    desk(first, "sync")
    [notice] = listed(second)
    assert (notice["state"], notice["done"]) == ("acknowledged", True)
    desk(second, "announce", "ack", id_)
    [row] = [row for row in floor.board(id_)["rows"] if row["person"] == "bo"]
    moment = row["reached"]["acknowledged"]
    assert moment["device"] == "pc-1"
    made, came = (datetime.fromisoformat(moment[name]) for name in ("at", "server"))
    assert made < back <= came + timedelta(seconds=1)  # the server writes whole seconds


def test_a_restored_server_shows_who_had_confirmed_whoever_comes_back_first(floor: Floor) -> None:
    """N01, G7: the reader's desk is there before the sender's has offered the notice again."""
    reader, backup = floor.profile("bo"), floor.folder / "backup"
    floor.server.run("backup", str(backup))
    id_ = floor.send("--check-file", str(floor.folder / "check.md"), "--ack")["id"]
    desk(reader, "sync")
    desk(reader, "announce", "answer", id_, "15 €")
    [before] = [row for row in floor.board(id_)["rows"] if row["person"] == "bo"]
    floor.server.stop()
    floor.server.run("restore", str(backup))
    floor.server.start()
    desk(reader, "sync")
    assert json.loads(desk(reader, "status", "--json"))["parked"] == []
    desk(floor.chef, "sync")
    desk(reader, "sync")
    [after] = [row for row in floor.board(id_)["rows"] if row["person"] == "bo"]
    assert (before["state"], after["state"]) == ("understood", "understood")
    moments = (row["reached"]["understood"]["at"] for row in (before, after))
    assert len(set(moments)) == 1, "it is the answer of then"


def test_the_audience_is_all_who_get_it(floor: Floor) -> None:
    """D01: a group, a role and a person; the others hold nothing of it."""
    bo, cy = floor.profile("bo"), floor.profile("cy")
    for to, people in (("group:niveau2", 1), ("role:author", 2), ("person:bo", 1)):
        assert floor.send(to=to)["people"] == people
    assert len(listed(bo)) == 2
    assert len(listed(cy)) == 1


def test_a_board_is_written_as_a_table(floor: Floor) -> None:
    id_ = floor.send()["id"]
    table = floor.folder / "board.csv"
    assert "4 people written" in desk(floor.chef, "announce", "board", id_, "--csv", str(table))
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["person"]: row["state"] for row in csv.DictReader(file)}
    assert rows == dict.fromkeys(("ana", "bo", "cy"), "not_delivered") | {"sam": "delivered"}
    assert "not delivered" in desk(floor.chef, "announce", "board", id_)


def test_what_cannot_be_done_is_said_with_what_to_do(floor: Floor) -> None:
    """Exit 1 and one sentence for the world, 2 for usage; nothing is left waiting."""
    bo = floor.profile("bo")
    send = ("announce", "send", "--title", "x", "--to")
    assert "Only supervisors announce" in desk(bo, *send, "all", code=1)
    assert "group:NAME" in desk(floor.chef, *send, "nowhere", code=1)
    over = ("--ends", "2020-01-01")
    assert "over already" in desk(floor.chef, *send, "all", *over, code=1)
    desk(floor.chef, *send, "all", "--starts", "demain", code=2)
    assert "kbdesk announce list" in desk(bo, "announce", "show", "nothing", code=1)
    assert "--sent" in desk(floor.chef, "announce", "recall", "nothing", "--why", "x", code=1)
    dead = desk(floor.chef, *send, "all", "--article", "no/such", code=1)
    assert "not in the base" in dead
    assert "send it without" in dead
    (floor.folder / "long.md").write_text("mot " * 1_200, "utf-8")
    much = ("--body-file", str(floor.folder / "long.md"))
    assert "--yes" in desk(floor.chef, *send, "all", *much, code=1)
    for profile in (bo, floor.chef):
        assert json.loads(desk(profile, "status", "--json"))["waiting"] == 0


def test_a_peer_sees_no_board_and_no_receipt(floor: Floor) -> None:
    """D07: neither by the command nor in the copy on the disk."""
    bo, cy = floor.profile("bo"), floor.profile("cy")
    id_ = floor.send("--ack")["id"]
    listed(bo)
    desk(bo, "announce", "ack", id_)
    listed(cy)
    assert "was sent" in desk(cy, "announce", "board", id_, code=1)
    with Workspace(Profile(cy)) as workspace:
        kinds = ("receipt", "colleague", "sent_announcement")
        assert [one.id for kind in kinds for one in workspace.entities.of(kind)] == []
