"""The words in which the world's faults are told."""

from pathlib import Path

import pytest

from kbdesk.errors import BadContent, DiskFull, IndexTrouble, StoreTrouble, Trouble, UnknownArticle


def test_a_trouble_is_its_sentence_and_its_remedy() -> None:
    assert str(Trouble("The disk is full.", "Make room.")) == "The disk is full. Make room."
    assert str(Trouble("The disk is full.")) == "The disk is full."


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({}, "not a date"),
        ({"path": "a.md"}, "a.md: not a date"),
        ({"path": "a.md", "line": 3}, "a.md:3: not a date"),
        ({"field": "verified"}, "verified: not a date"),
    ],
)
def test_bad_content_names_as_much_of_the_place_as_is_known(
    place: dict[str, str], told: str
) -> None:
    assert str(BadContent("not a date", **place)) == told  # type: ignore[arg-type]  # line is an int


def test_bad_content_names_file_line_field_and_remedy() -> None:
    error = BadContent("not a date", path="a.md", line=3, field="verified", remedy="Write it so.")
    assert str(error) == "a.md:3: verified: not a date Write it so."


def test_an_unknown_article_is_named() -> None:
    error = UnknownArticle("fibre/pto")
    assert "fibre/pto" in str(error)
    assert error.article_id == "fibre/pto"


def test_faults_of_a_database_know_their_file() -> None:
    assert DiskFull(Path("kb.db"), "Full.").path == Path("kb.db")


def test_every_fault_of_the_world_is_a_trouble() -> None:
    assert all(
        issubclass(kind, Trouble) for kind in (BadContent, DiskFull, IndexTrouble, StoreTrouble)
    )
