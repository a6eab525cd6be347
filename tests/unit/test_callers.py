"""Customers of a base: found by account and number; those of the sample are made up, and fit it."""

from pathlib import Path

import pytest
import yaml

from kbdesk.core.phones import read_phone
from kbdesk.paths import Profile
from kbdesk.services.base_files import export_base, import_base
from kbdesk.services.contact.callers import Callers, callers_of
from kbdesk.services.workspace import Workspace

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
FICTION = ("+3319900", "+3363998")  # ranges that the regulator gives to films and books


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Callers:
    with Workspace(Profile(tmp_path_factory.mktemp("p"))) as workspace:
        import_base(workspace, SAMPLE, workers=1)
        return callers_of(workspace.entities)


def test_the_sample_has_customers_whose_numbers_nobody_has(sample: Callers) -> None:
    listed = yaml.safe_load((SAMPLE / "accounts.yaml").read_text("utf-8"))["accounts"]
    callers = [sample.account(item["id"]) for item in listed]
    assert len(sample) == len(listed) == 25
    assert all(caller and caller.name and caller.product and caller.since for caller in callers)
    numbers = {number for caller in callers if caller for number in caller.phones}
    assert numbers
    assert all(number.startswith(FICTION) for number in numbers)


def test_the_sample_s_customers_speak_of_what_the_sample_knows(sample: Callers) -> None:
    """Their products and tags are those of its articles, so that cards come up."""
    texts = "\n".join(page.read_text("utf-8") for page in SAMPLE.rglob("*.md")).lower()
    listed = yaml.safe_load((SAMPLE / "accounts.yaml").read_text("utf-8"))["accounts"]
    words = {word for item in listed for word in (*item["tags"], item["product"])}
    assert not {word for word in words if word.lower() not in texts}


def test_one_number_of_the_sample_belongs_to_two(sample: Callers) -> None:
    found = sample.at(read_phone("01 99 00 42 33"))
    assert [caller.name for caller in found] == ["Fatima Bensaïd", "Luc Bensaïd"]
    assert sample.at(read_phone("01 99 00 00 00")) == ()
    assert sample.at(read_phone("3900")) == sample.at(None) == sample.near(None) == ()


def test_the_list_of_customers_goes_in_and_comes_out_to_the_letter(tmp_path: Path) -> None:
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        import_base(workspace, SAMPLE, workers=1)
        export_base(workspace, tmp_path / "out")
    ours, theirs = SAMPLE / "accounts.yaml", tmp_path / "out" / "accounts.yaml"
    assert theirs.read_bytes() == ours.read_bytes()


@pytest.mark.parametrize(
    "body",
    [
        "accounts: 7",
        "accounts: [1, {name: x}, {id: []}]",
        "accounts: [{id: 7, phones: 0639980001, tags: x, since: [1]}]",
        "accounts: [{id: a, phones: [{x: 1}, ~, '\\u202e06', anonymous]}]",
    ],
)
def test_a_list_that_is_not_as_it_should_be_gives_what_it_has(tmp_path: Path, body: str) -> None:
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        workspace.entities.put("accounts", "accounts", body)
        assert len(callers_of(workspace.entities)) <= 1


@pytest.mark.expects_log("left aside")
def test_a_list_that_is_no_yaml_gives_nobody(tmp_path: Path) -> None:
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        workspace.entities.put("accounts", "accounts", "accounts: [")
        assert len(callers_of(workspace.entities)) == 0
