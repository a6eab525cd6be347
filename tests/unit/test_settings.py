"""Settings survive a broken file, a foreign value and a crash."""

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.settings import SANE, Settings

FIELDS = dataclasses.fields(Settings)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_was_saved_comes_back(file: Path) -> None:
    saved = Settings(language="fr", theme="dark", text_scale=150, splitters={"main": [360, 800]})
    saved.save(file)
    assert Settings.load(file) == saved


def test_without_a_file_there_are_defaults(file: Path) -> None:
    assert Settings.load(file) == Settings()


@pytest.mark.expects_log("could not be read")
@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 100_000, b""])
def test_a_broken_file_gives_the_defaults_and_one_line_in_the_log(
    file: Path, content: bytes
) -> None:
    file.write_bytes(content)
    assert Settings.load(file) == Settings()


def test_a_file_that_holds_something_else_gives_the_defaults(file: Path) -> None:
    file.write_text("[1, 2]")
    assert Settings.load(file) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "plaid"),
        ("language", "de"),
        ("text_scale", 5),
        ("text_scale", True),
        ("docked", 1),
        ("splitters", {"main": "wide"}),
        ("gone_since", 1),
    ],
)
def test_a_value_that_makes_no_sense_is_ignored_alone(file: Path, name: str, value: object) -> None:
    file.write_text(json.dumps({"window": "abcd", name: value}))
    assert Settings.load(file) == Settings(window="abcd")


@given(found=st.dictionaries(st.sampled_from([f.name for f in FIELDS]), JSON))
def test_no_file_makes_settings_that_a_screen_cannot_use(
    tmp_path_factory: pytest.TempPathFactory, found: dict[str, object]
) -> None:
    """Whatever JSON stands in the file, each field keeps its type and passes its own test."""
    file = tmp_path_factory.mktemp("any") / "settings.json"
    file.write_text(json.dumps(found))
    loaded = dataclasses.asdict(Settings.load(file))
    for name, default in dataclasses.asdict(Settings()).items():
        assert type(loaded[name]) is type(default)
        assert name not in SANE or SANE[name](loaded[name])


def test_the_defaults_make_sense_themselves() -> None:
    defaults = dataclasses.asdict(Settings())
    assert all(sane(defaults[name]) for name, sane in SANE.items())


def test_saving_leaves_nothing_beside(file: Path) -> None:
    Settings().save(file)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]
