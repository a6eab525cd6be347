"""Where nobody publishes their own text alone: desk and server read one list of shelves alike."""

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from kbdesk.services.writing.pen import Pen
from sync.protocol import shelves
from sync.server import spaces
from sync.server.office import Office
from sync.server.principal import Role
from sync.server.rights import Level
from tests.support.offices import NOW, HandClock, a_storage, operation, person, publish, push
from tests.support.signed_in import sign_in

NAMES = ("base", "other", "base-two", "0012")
YES = st.sampled_from([True, "true", "Yes", "on", "oui", "1", 1])
NO = st.sampled_from([False, "false", "no", "", None, 0, 2, "truely", [True], {"true": True}])
TITLES = st.sampled_from(["Base", "four_eyes: true", "id: base", "# four_eyes", "l'abri: {", ""])
SHELF = st.fixed_dictionaries(
    {"id": st.sampled_from(NAMES)},
    optional={"four_eyes": st.one_of(YES, NO), "title": TITLES, "more": st.lists(TITLES)},
)
ODD: st.SearchStrategy[Any] = st.sampled_from(
    ["base", None, 7, ["base", {"id": "base", "four_eyes": True}], {"id": []}]
)
LISTS = st.lists(st.one_of(SHELF, ODD), max_size=5)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'"]),
        "indent": st.sampled_from([2, 4]),
        "explicit_start": st.booleans(),
    }
)
HOSTILE = (
    "", "nonsense", "[" * 50_000, "- " * 3_000 + "x", "spaces: !!bool x", "spaces: *nobody",
    "spaces: &a [*a, {id: base}]\n", "spaces: !!python/object/apply:os.system [ls]\n",
    "a: 1\n---\nspaces: [{id: base, four_eyes: true}]\n", "spaces: {id: base, four_eyes: true}\n",
    "spaces:\n- {id: base, four_eyes: true}\n" + "#" * shelves.LONGEST, "\t\0", "? [a]\n: b\n",
    "spaces: [{id: base, four_eyes: true}, " + "{a: " * 30 + "1" + "}" * 30 + "]",
)  # fmt: skip
ALIASES = "a: &a {id: base, four_eyes: true}\nspaces: [*a, {<<: *a, id: other}]\n"
BOMB = (
    "l0: &l0 {four_eyes: true}\n"
    + "".join(f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 20)}]}}\n" for n in range(1, 40))
    + "spaces:\n- {<<: *l39, id: base}\n- {<<: *l38}\n"
)


def asked_for(listed: list[Any]) -> frozenset[str]:
    """Return what a list asks for, straight from what it was written from."""
    return frozenset(
        one["id"]
        for one in listed
        if isinstance(one, dict)
        and isinstance(one["id"], str)
        and not isinstance(one.get("four_eyes"), list | dict)
        and str(one.get("four_eyes")).casefold() in {"true", "yes", "on", "oui", "1"}
    )


@given(LISTS, STYLES)
def test_a_list_asks_for_what_it_says_however_it_is_written(
    listed: list[Any], style: dict[str, Any]
) -> None:
    written = yaml.safe_dump({"title": "x", "spaces": listed}, allow_unicode=True, **style)
    assert shelves.four_eyes(written) == asked_for(listed)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_cannot_be_read_asks_for_nothing(text: str) -> None:
    """Too long, too deep, not a list, not YAML, of tags that would make something: no error."""
    assert shelves.four_eyes(text) == frozenset()


def test_aliases_are_followed_and_never_grow() -> None:
    """Forty mappings of twenty aliases each would be 20 ** 39 fields, were they written out."""
    assert shelves.four_eyes(ALIASES) == {"base", "other"}
    assert shelves.four_eyes(BOMB) == {"base"}


def test_a_list_is_read_once_for_all_that_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty publications of a batch parse no YAML: each revision is read once."""
    text = "spaces: [{id: once, four_eyes: true}]\n"
    shelves.four_eyes.cache_clear()
    read: list[str] = []
    compose = yaml.compose

    def counted(stream: str, loader: Any) -> Any:
        read.append(stream)
        return compose(stream, loader)

    monkeypatch.setattr(yaml, "compose", counted)
    assert [shelves.four_eyes(text) for _ in range(50)] == [{"once"}] * 50
    assert len(read) == 1


@settings(max_examples=12, deadline=None)
@given(listed=LISTS, style=STYLES, odd=st.sampled_from(["", *HOSTILE, ALIASES, BOMB]))
def test_desk_and_server_agree(
    tmp_path_factory: pytest.TempPathFactory, listed: list[Any], style: dict[str, Any], odd: str
) -> None:
    """Of every list, and every shelf: the desk lets publish exactly where the server takes it."""
    text = odd or yaml.safe_dump({"spaces": listed}, allow_unicode=True, **style)
    folder = tmp_path_factory.mktemp("four-eyes")
    assert _refused_by_desk(folder, text) == _refused_by_server(folder, text)


def _refused_by_desk(folder: Path, text: str) -> set[str]:
    with Workspace(Profile(folder / "desk")) as workspace:
        sign_in(workspace.profile)
        with workspace.kb.writing():
            workspace.entities.put("spaces", "spaces", text, space="base")
        pen = Pen(workspace)
        return {name for name in NAMES if pen.four_eyes(name)}


def _refused_by_server(folder: Path, text: str) -> set[str]:
    with a_storage("sqlite", folder) as storage:
        office = Office(storage, folder / "files", HandClock())
        for name in NAMES[1:]:
            storage.write(partial(spaces.add, name=name, title="", now=NOW, by="x"))
            storage.write(
                partial(
                    spaces.grant,
                    space=name, principal="everyone", level=Level.READ, now=NOW, by="x",
                )
            )  # fmt: skip
        root, ed = person(office, "root", Role.ADMIN), person(office, "ed", Role.AUTHOR)
        fields = {"space": "base", "kind": "spaces", "id": "spaces", "body": text}
        push(office, root, operation("publish", fields))
        results = push(office, ed, *(publish(_id(name), "x", space=name) for name in NAMES))
        office.close()
        return {name for name, one in zip(NAMES, results, strict=True) if one.code == "four_eyes"}


def _id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
