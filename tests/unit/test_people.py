"""Who the people of a base are: known by name in the reader, by their id elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.lists.people import person_name
from kbdesk.services.workspace import Workspace
from kbdesk.store.entities import Entities
from tests.support.small_base import write_base


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace(Profile(tmp_path / "profile")) as opened:
        yield opened


def put(workspace: Workspace, body: str) -> Entities:
    workspace.entities.put("people", "people", body)
    return workspace.entities


def test_a_person_goes_by_the_name_that_the_base_gives(workspace: Workspace) -> None:
    people = put(workspace, "people:\n- {id: a.b, name: Anne-Aël B., team: x}\n- {id: 12, name: 7}")
    assert person_name(people, "a.b") == "Anne-Aël B."
    assert person_name(people, "12") == "7"
    assert person_name(people, "c.d") == ""


def test_a_new_list_counts_at_once(workspace: Workspace) -> None:
    people = put(workspace, "people:\n- {id: a, name: Anne}")
    assert person_name(people, "a") == "Anne"
    assert person_name(put(workspace, "people:\n- {id: a, name: Anne B.}"), "a") == "Anne B."
    people.remove("people", "people")
    assert person_name(people, "a") == ""


@pytest.mark.parametrize(
    "body",
    ["people: 3", "people: [x, {id: a}, {name: b}, {id: a, name: ''}, [a]]", "other: []"],
)
def test_what_is_no_list_of_people_names_nobody(workspace: Workspace, body: str) -> None:
    assert person_name(put(workspace, body), "a") == ""


def test_a_list_that_cannot_be_read_is_told_to_the_log(
    workspace: Workspace, expects_log: Callable[[str], None]
) -> None:
    expects_log("people.yaml")
    assert person_name(put(workspace, "people: ["), "a") == ""


def test_an_open_article_says_how_its_owner_is_called(tmp_path: Path, workspace: Workspace) -> None:
    import_base(workspace, write_base(tmp_path / "base"))
    opened = workspace.knowledge.open
    assert opened("facturation/remboursement").owner_name == ""
    put(workspace, "people:\n- {id: ines.colin, name: Inès Colin-Huet}")
    assert opened("facturation/remboursement").owner_name == "Inès Colin-Huet"
    assert opened("mobile/resilier").owner_name == ""
