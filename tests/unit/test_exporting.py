"""Export: whole or not at all, inside its folder, and over nothing that is somebody else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.content.articles import parse
from kbdesk.content.assets import Asset
from kbdesk.content.exporting import ASIDE, write_base
from kbdesk.content.sources import Entity
from kbdesk.core.articles import Article
from kbdesk.errors import Trouble

PNG = Asset("img/i.png", "image/png", b"\x89PNG\r\n\x1a\n")


def article(path: str, text: str = "x\r\n") -> Article:
    return parse(text, path=path)


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_articles_entities_and_images_go_to_their_places(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    people = Entity("people", "people", "people: []\r\n")
    done = write_base(out, [article("a.md"), article("f/g/b.md", "é")], [people], [PNG])
    assert (done.articles, done.entities, done.assets, done.notes) == (2, 1, 1, ())
    assert names(out) == {"a.md", "f/g/b.md", "people.yaml", "img/i.png"}
    assert (out / "a.md").read_bytes() == b"x\r\n"
    assert (out / "people.yaml").read_bytes() == b"people: []\r\n"


def test_a_folder_that_holds_something_else_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("x")
    with pytest.raises(Trouble, match=r"theirs\.txt"):
        write_base(tmp_path, [article("a.md")])
    assert names(tmp_path) == {"theirs.txt"}


def test_a_file_that_would_change_is_never_overwritten(tmp_path: Path) -> None:
    write_base(tmp_path, [article("a.md")])
    with pytest.raises(Trouble, match=r"a\.md"):
        write_base(tmp_path, [article("a.md", "other")])
    assert (tmp_path / "a.md").read_bytes() == b"x\r\n"


def test_the_same_export_again_and_an_export_stopped_half_way_are_welcome(tmp_path: Path) -> None:
    base = [article("a.md"), article("f/b.md")]
    write_base(tmp_path, base)
    (tmp_path / "f/b.md").unlink()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_text("hidden files do not count")
    (tmp_path / f"{ASIDE}old").mkdir()
    write_base(tmp_path, base)
    assert names(tmp_path) == {"a.md", "f/b.md", ".git/config"}


def test_an_export_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def articles() -> Iterator[Article]:
        yield article("a.md")
        raise OSError(28, "No space left on device")

    with pytest.raises(Trouble, match="No space left"):
        write_base(tmp_path, articles())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["../a.md", "/a.md", "a/../../b.md", "a\0b.md", "C:a.md", ""])
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    hostile = Article(id="a", path=path, source="x", title="a")
    with pytest.raises(Trouble):
        write_base(tmp_path / "out", [hostile])
    assert names(tmp_path) == set()


def test_an_entity_that_is_no_root_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        write_base(tmp_path, [], [Entity("people", "../../people", "x")])


def test_a_link_in_the_target_is_somebody_elses(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "f").symlink_to(outside)
    with pytest.raises(Trouble, match="“f”"):
        write_base(out, [article("f/a.md")])
    assert list(outside.iterdir()) == []


def test_names_windows_forbids_are_changed_there_and_noted_elsewhere(tmp_path: Path) -> None:
    base = [article("con.md"), article("f/a?b.md"), article("dot./x.md"), article("fine.md")]
    there = write_base(tmp_path / "windows", base, windows=True)
    assert names(tmp_path / "windows") == {"_con.md", "f/a_b.md", "dot_/x.md", "fine.md"}
    here = write_base(tmp_path / "linux", base, windows=False)
    assert names(tmp_path / "linux") == {"con.md", "f/a?b.md", "dot./x.md", "fine.md"}
    assert len(there.notes) == len(here.notes) == 3


def test_two_articles_of_one_path_are_both_written(tmp_path: Path) -> None:
    done = write_base(tmp_path, [article("a.md", "un"), article("a.md", "deux")])
    assert names(tmp_path) == {"a.md", "a~2.md"}
    assert len(done.notes) == 1


def test_a_target_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Trouble):
        write_base(tmp_path / "file", [article("a.md")])
