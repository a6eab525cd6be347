"""What is told of the connection to whoever looks after it, in the language of the desk."""

from collections.abc import Iterator

from kbdesk.ui.connected import faults
from sync.client.ports import Cancelled, SyncTrouble
from tests.support.desk_window import DeskWindow
from tests.support.played_connection import facts


def test_every_trouble_of_the_way_to_the_server_has_its_words(desk: DeskWindow) -> None:
    """By its code: no English of the server's in a desk that speaks another language."""
    del desk  # its application speaks
    codes = {one.code for one in _troubles(SyncTrouble)} | {"certificate", "proxy", "stranger"}
    codes |= {"proxy_password"}
    for code in codes - {"", Cancelled.code}:  # somebody left: that is no fault
        told = faults.last(facts("offline", trouble="Raw.", trouble_code=code))
        assert told
        assert told != "Raw.", code
    assert faults.last(facts("offline", trouble="Raw.", trouble_code="new")) == "Raw."


def test_an_alert_is_said_by_its_code_and_an_unknown_one_as_it_came(desk: DeskWindow) -> None:
    """No sentence is looked for in another: what is found is a code and what it is about."""
    del desk
    said = faults.alert("differs", "base", "Raw.")
    assert "base" in said
    assert said != "Raw."
    assert faults.alert("", "", "Raw of an older desk.") == "Raw of an older desk."


def _troubles(kind: type[SyncTrouble]) -> Iterator[type[SyncTrouble]]:
    for one in kind.__subclasses__():
        yield one
        yield from _troubles(one)
