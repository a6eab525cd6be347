"""Rules looked at before they fire: in a file or in the base, on last week's contacts here."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kbdesk.cli.main import group
from kbdesk.clock import FixedClock
from kbdesk.content.importing import read_base
from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.card_rules import Clash, Conflict, Flaw
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import export_base, import_base
from kbdesk.services.contact.rules_check import check_rules
from kbdesk.services.workspace import Workspace
from tests.support.small_base import FILES, write_base

RULES = """\
rules:
  - {id: panne, when: {queue: technique}, cards: [facturation/geste]}
  - {id: demain, when: {words: coupure}, cards: [mobile/resilier], from: 2027-01-01}
  - {id: perdu, when: {queue: fermee}, cards: [nulle/part]}
"""
QUEUES = "queues: [{id: technique}]\n"
BROKEN = "rules:\n  - {id: vide, cards: [facturation/geste]}\n"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    files = {**FILES, "rules.yaml": RULES, "queues.yaml": QUEUES}
    with Workspace(Profile(tmp_path / "profile"), clock) as opened:
        import_base(opened, write_base(tmp_path / "base", files))
        yield opened


def hold_contact(workspace: Workspace, clock: FixedClock, note: str, queue: str = "") -> None:
    """Take a call, write a note and finish it."""
    call = CallEvent(call=f"{clock.now():%H%M%S}{note}", state=CallState.ANSWERED, queue=queue)
    workspace.contacts.take(call)
    workspace.contacts.write_note(note)
    workspace.contacts.finish()
    clock.moment += timedelta(minutes=5)


def test_a_dry_run_counts_the_contacts_of_the_last_week(
    workspace: Workspace, clock: FixedClock
) -> None:
    """A rule for later days is tried too; a contact of eight days ago is not looked at."""
    hold_contact(workspace, clock, "coupure ancienne", "technique")
    clock.moment += timedelta(days=8)
    hold_contact(workspace, clock, "coupure depuis hier", "technique")
    hold_contact(workspace, clock, "autre chose", "technique")
    hold_contact(workspace, clock, "une coupure")

    checked = check_rules(workspace)
    assert checked.contacts == 3
    assert checked.hits == {"panne": 2, "demain": 2, "perdu": 0}
    assert [rule.id for rule in checked.idle] == ["demain"]


def test_what_a_rule_names_and_the_base_has_not_is_said(workspace: Workspace) -> None:
    checked = check_rules(workspace)
    assert [(fault.flaw, fault.detail) for fault in checked.faults] == [
        (Flaw.UNKNOWN_ARTICLE, "nulle/part"),
        (Flaw.UNKNOWN_QUEUE, "fermee"),
    ]
    assert not checked.is_clean


def test_a_file_is_checked_before_it_is_brought_in(workspace: Workspace, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(BROKEN, "utf-8")
    checked = check_rules(workspace, draft)
    assert [fault.flaw for fault in checked.faults] == [Flaw.NO_CONDITION]
    assert len(check_rules(workspace).rules) == 3  # the base is as it was


def test_an_import_tells_of_rules_that_cannot_fire(tmp_path: Path) -> None:
    folder = write_base(tmp_path / "base", {**FILES, "rules.yaml": BROKEN})
    report = read_base(folder).report
    assert [entry.message for entry in report.entries] == [
        "The rule “vide” has no condition: it would fire on every contact."
    ]


def test_rules_come_out_to_the_letter(workspace: Workspace, tmp_path: Path) -> None:
    export_base(workspace, tmp_path / "out")
    assert (tmp_path / "out" / "rules.yaml").read_text("utf-8") == RULES


def test_edited_rules_count_at_once(workspace: Workspace) -> None:
    workspace.entities.put("rules", "rules", "rules: []\n")
    assert check_rules(workspace).rules == ()


def test_the_command_answers_in_json_and_by_its_exit_code(
    workspace: Workspace, tmp_path: Path
) -> None:
    profile = str(workspace.profile.root)
    told = CliRunner().invoke(group, ["--profile", profile, "rules", "check", "--json"])
    answer = json.loads(told.stdout)
    assert told.exit_code == 1
    assert [rule["id"] for rule in answer["rules"]] == ["panne", "demain", "perdu"]
    assert answer["faults"][0]["detail"] == "nulle/part"

    good = tmp_path / "good.yaml"
    good.write_text(RULES.split("  - {id: perdu", maxsplit=1)[0], "utf-8")
    told = CliRunner().invoke(group, ["--profile", profile, "rules", "check", str(good)])
    assert told.exit_code == 0
    assert "panne: facturation/geste" in told.output
    assert "demain (not in force today)" in told.output
    assert "Fault" not in told.output


def test_the_command_names_conflicts(workspace: Workspace, tmp_path: Path) -> None:
    clash = RULES.split("  - {id: demain", maxsplit=1)[0] + (
        "  - {id: encore, when: {queue: technique}, cards: [mobile/resilier]}\n"
    )
    (tmp_path / "clash.yaml").write_text(clash, "utf-8")
    arguments = ["rules", "check", str(tmp_path / "clash.yaml")]
    told = CliRunner().invoke(group, ["--profile", str(workspace.profile.root), *arguments])
    assert "Conflict: “panne” and “encore” have the same conditions" in told.output


def test_the_rules_of_the_sample_are_sound(tmp_path: Path, clock: FixedClock) -> None:
    """They name what is there, and the one conflict among them is meant: the narrow rule first."""
    with Workspace(Profile(tmp_path / "profile"), clock) as workspace:
        import_base(workspace, resources() / "sample")
        checked = check_rules(workspace)
        assert len(checked.rules) >= 6
        assert checked.is_clean
        assert checked.conflicts == (
            Conflict("depart-apres-hausse", "hausse-fibre-500", Clash.COVERED),
        )
