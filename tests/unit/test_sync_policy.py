"""What the house asks of old copies, and what time it is there: said, proved, believed."""

import json

import pytest

from sync.protocol import codec, proof
from sync.protocol.wire import Heads, Policy
from sync.server import audit, policy
from sync.server.office import Office
from tests.support import offices
from tests.unit import test_sync_server_cli as cli
from tests.unit.test_sync_server_cli import done, run

storage, clock, office = offices.storage, offices.clock, offices.office
where = cli.where


def test_heads_carry_what_the_house_asks_and_a_change_of_it_is_news(office: Office) -> None:
    ana = offices.person(office, "ana")
    tag, heads = office.heads(ana)
    assert heads.policy is None
    assert b"policy" not in codec.encode(heads), "a house that asks nothing new has the same tag"
    asked = Policy(lease_days=7, classes={"critical": 2})
    office.storage.write(lambda t: policy.ask(t, asked, now=offices.NOW, by="test"))
    again, heads = office.heads(ana)
    assert (heads.policy, again != tag) == (asked, True)
    assert office.heads(ana)[0] == again
    assert office.storage.read(lambda t: audit.latest(t, 1))[0].what == "policy"


def test_heads_of_a_newer_server_are_read_and_of_an_older_too() -> None:
    old = b'{"server": "s", "epoch": "e", "spaces": {}}'
    assert codec.decode(old, Heads).policy is None
    new = b'{"server": "s", "epoch": "e", "spaces": {}, "policy": {"lease_days": 3, "more": [1]}}'
    assert codec.decode(new, Heads).policy == Policy(lease_days=3)


def test_the_office_says_its_own_time(office: Office, clock: offices.HandClock) -> None:
    assert office.now() == "2026-11-22T09:00:00Z"
    clock.pass_(hours=1)
    assert office.now() == "2026-11-22T10:00:00Z"


MOMENT = "2026-11-22T09:00:00Z"


def test_a_moment_is_believed_with_its_proof_alone() -> None:
    said = proof.now("secret", "n1", MOMENT)
    assert proof.moment(said, "secret", "n1") == MOMENT
    later = said.replace("2026", "2027")
    for shown in (None, "", MOMENT, f"{MOMENT} ", later, "é é"):
        assert proof.moment(shown, "secret", "n1") == ""
    assert proof.moment(said, "other", "n1") == ""
    assert proof.moment(said, "secret", "n2") == "", "one of last week stays one of last week"


def test_neither_proof_passes_for_the_other() -> None:
    """They have one key: the second line tells them apart, whatever stands in the others."""
    shown = proof.proof("secret", "n", 200, '"t"', b"")
    assert proof.moment(f"{MOMENT} {shown}", "secret", "n") == ""
    code = proof.now("secret", "n", MOMENT).partition(" ")[2]
    assert not proof.holds(code, "secret", "n", 200, '"t"', b"")


class TestCommand:
    """`kbdesk-server policy`, over a folder and over PostgreSQL."""

    def test_without_options_it_says_what_is_asked(self, where: tuple[str, ...]) -> None:
        said = done("policy", *where).splitlines()
        assert said == [
            "A desk says that it may be out of date: after 8 h.",
            "Its texts lock: never.",
            "Articles of class critical ask for care before they are copied: after 4 h.",
        ]

    def test_it_changes_what_is_named_and_keeps_the_rest(self, where: tuple[str, ...]) -> None:
        done("policy", "--lease-days", "7", *where)
        done("policy", "--class", "Tarif", "2", "--class", "critical", "0", *where)
        done("policy", "--stale-after", "12", *where)
        assert json.loads(done("policy", "--json", *where)) == {
            "stale_after": 12,
            "lease_days": 7,
            "classes": {"critical": 0, "tarif": 2},
        }
        trail = json.loads(done("audit", "--json", *where))
        assert [one["what"] for one in trail] == ["policy"] * 3
        done("policy", "--lease-days", "7", *where)
        assert len(json.loads(done("audit", "--json", *where))) == 3, "nothing new is no event"

    @pytest.mark.parametrize(
        "wrong",
        [
            ("--lease-days", "-1"), ("--stale-after", "9999"), ("--class", "", "3"),
            ("--class", "x" * 41, "3"), ("--class", "a\tb", "3"),
        ],
    )  # fmt: skip
    def test_what_makes_no_sense_is_a_mistake_of_use(
        self, where: tuple[str, ...], wrong: tuple[str, ...]
    ) -> None:
        assert run("policy", *wrong, *where).returncode == 2
