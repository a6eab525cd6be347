"""Import of a folder: everything sound goes in, everything else is named, nothing is invented."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kbdesk.content.files import MAX_TEXT
from kbdesk.content.importing import BaseIn, read_base
from kbdesk.content.loss_report import Severity
from kbdesk.core.articles import Article, Link
from kbdesk.errors import Trouble

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
Told = set[tuple[str, str, int]]


def write(root: Path, path: str, content: str | bytes) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def walked(found: BaseIn) -> dict[str, Article]:
    articles = {article.id: article for article in found.articles}
    for _asset in found.assets:
        pass
    return articles


def told(found: BaseIn, severity: Severity) -> Told:
    return {(e.path, e.topic, e.line) for e in found.report if e.severity is severity}


def test_a_folder_of_plain_markdown_becomes_linked_articles(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "# A\n\n[B](f/b.md#x)")
    write(tmp_path, "f/b.md", "---\nid: bé\n---\n[A](../a.md)\n\n## X")
    found = read_base(tmp_path)
    articles = walked(found)
    assert articles["a"].links == (Link("bé", "B", "x"),)
    assert articles["bé"].links == (Link("a", "A"),)
    assert (found.total, found.format, len(found.report)) == (2, "markdown", 0)


def test_links_reach_what_the_base_already_holds(tmp_path: Path) -> None:
    write(tmp_path, "f/b.md", "[A](../a.md)")
    found = read_base(tmp_path, known={"a.md": "un"})
    assert walked(found)["f/b"].links == (Link("un", "A"),)


HEADINGS = "Links to a heading that is not there"


def test_a_link_to_a_heading_of_another_article_is_checked_whatever_their_order(
    tmp_path: Path,
) -> None:
    """Before or behind, in the same file or another, by any path that leads there."""
    write(
        tmp_path, "a.md", "# A\n\n## Délai\n\n[m](m.md#prix)\n[m](f/../m.md#gone) [a](a.md#gone)\n"
    )
    write(tmp_path, "m.md", "# M\n\n## Prix\n\n## Prix\n\n[a](<a.md#Délai>) [m](m.md#prix-2)")
    write(tmp_path, "z.md", "---\ntitle: Z\n---\n[a](a.md#no) [m](m.md#m) [b](a.md#)\n[m](m#no)")
    found = read_base(tmp_path)
    walked(found)
    assert told(found, Severity.LOST) == {
        ("a.md", HEADINGS, 6), ("z.md", HEADINGS, 4), ("z.md", HEADINGS, 5),
    }  # fmt: skip
    assert {entry.message for entry in found.report if entry.path == "a.md"} == {
        "the link to “f/../m.md#gone” opens its article at the top",
        "the link to “a.md#gone” opens its article at the top",
    }


def test_headings_are_those_of_the_import_or_else_unchecked(tmp_path: Path) -> None:
    """What is only in the base, and what was refused, has no headings here to be compared with."""
    write(tmp_path, "a.md", "[old](old.md#x) [bad](bad.md#x) [new](new.md#x)")
    write(tmp_path, "bad.md", "::: internal\nnever closed, and [no](a.md#x)\n")
    write(tmp_path, "new.md", "# New\n")
    found = read_base(tmp_path, known={"old.md": "old", "new.md": "new"})
    walked(found)
    assert [(entry.message, entry.line) for entry in found.report if entry.topic == HEADINGS] == [
        ("the link to “new.md#x” opens its article at the top", 1)
    ]


def test_a_space_is_for_those_that_name_none(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    write(tmp_path, "b.md", "---\nspace: mobile\n---\nx")
    articles = walked(read_base(tmp_path, space="box"))
    assert (articles["a"].space, articles["b"].space) == ("box", "mobile")


def test_one_file_can_be_imported_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    write(tmp_path, "b.md", "x")
    assert list(walked(read_base(tmp_path / "a.md"))) == ["a"]


def test_root_files_are_entities_and_images_assets(tmp_path: Path) -> None:
    write(tmp_path, "people.yaml", "people: []\r\n")
    write(tmp_path, "f/teams.yaml", "not at the root")
    write(tmp_path, "queues.yaml", "a: [\n")
    write(tmp_path, "f/i.png", PNG)
    write(tmp_path, "a.md", "![i](f/i.png)")
    found = read_base(tmp_path)
    assert [(e.kind, e.id, e.body) for e in found.entities] == [
        ("people", "people", "people: []\r\n")
    ]
    assert [a.assets for a in found.articles] == [("f/i.png",)]
    assert [(a.path, a.media_type, a.data) for a in found.assets] == [("f/i.png", "image/png", PNG)]
    assert told(found, Severity.REFUSED) == {("queues.yaml", "Faults of the text", 2)}
    assert told(found, Severity.LOST) == {
        ("f/teams.yaml", "Files of a kind that is not taken in", 0)
    }


def planted(root: Path) -> None:
    """Write a folder with one sound article and one of every loss we know."""
    write(root, "sound.md", "# Sound\n\n[web](https://x.fr) [dup](dup1.md) ![i](i.png)")
    write(root, "i.png", PNG)
    write(root, "yaml.md", "---\na: [\n---\n")
    write(root, "date.md", "---\nverified: 2026-13-01\n---\n")
    write(root, "dup1.md", "---\nid: dup\n---\n")
    write(root, "dup2.md", "---\nid: dup\n---\n")
    write(root, "bad#name.md", "x")
    write(root, "bad-name.md", "x")
    write(root, "huge.md", b"a" * (MAX_TEXT + 1))
    write(root, "binary.md", b"\x7fELF\0\0")
    write(root, "latin.md", "Été à 10 €".encode("cp1252"))
    write(root, "utf16.md", "Été".encode("utf-16"))
    write(root, "odd.md", b"a\x81\x8d\xff\xfe")
    write(root, "links.md", "[a](no.md)\n[b](sound.md#no)\n[c](#no) [d](ftp://x)\n![e](no.png)")
    write(root, "file.md", "[zip](doc.zip) [gone](gone.pdf)\n![web](https://x.fr/i.png)")
    write(root, "doc.zip", b"PK")
    write(root, "fake.pdf", "not a document")
    write(root, "draw.svg", "<svg/>")
    write(root, "fake.png", "not an image")
    write(root, "kinds.md", "---\nkind: Fiche\naudience: pros\nlang: '?'\n---\n::: oups\nx\n:::\n")
    write(root, "Case.md", "x")
    write(root, "case.md", "x")
    write(root, ".hidden/x.md", "x")


def test_every_planted_loss_is_listed_and_none_invented(tmp_path: Path) -> None:
    planted(tmp_path)
    found = read_base(tmp_path)
    articles = walked(found)
    assert set(articles) == {
        "sound", "dup", "bad-name", "latin", "utf16", "links", "file", "kinds", "Case", "case",
    }  # fmt: skip
    faults = "Faults of the text"
    assert told(found, Severity.REFUSED) == {
        ("yaml.md", faults, 3),
        ("date.md", faults, 2),
        ("dup2.md", faults, 0),
        ("bad-name.md", faults, 0),
        ("huge.md", faults, 0),
        ("binary.md", faults, 0),
        ("odd.md", faults, 0),
        ("draw.svg", "Images of a kind that is not shown", 0),
        ("fake.png", "Images of a kind that is not shown", 0),
        ("fake.pdf", "Attachments that are not taken", 0),
    }
    assert told(found, Severity.LOST) == {
        ("links.md", "Links to an article that is not there", 1),
        ("links.md", "Links to a heading that is not there", 2),
        ("links.md", "Links to a heading that is not there", 3),
        ("links.md", "Links with a scheme that is not followed", 3),
        ("links.md", "Images that are not there", 4),
        ("file.md", "Links to a file that is no article", 1),
        ("file.md", "Links to a file that is not there", 1),
        ("file.md", "Images that are not files of the base", 2),
        ("doc.zip", "Files of a kind that is not taken in", 0),
    }
    assert told(found, Severity.NOTE) == {
        ("latin.md", "Texts that are not UTF-8", 0),
        ("utf16.md", "Texts that are not UTF-8", 0),
        ("kinds.md", "Kinds of another system, read as “article”", 2),
        ("kinds.md", "Audiences of another system, read as “internal”", 3),
        ("kinds.md", "Languages that cannot be read", 4),
        ("kinds.md", "Blocks of a kind we do not know, shown as a note and kept internal", 6),
        ("case.md", "Names that differ by case only", 0),
    }
    assert articles["latin"].lead == "Été à 10 €"
    assert articles["utf16"].lead == "Été"


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "outside/secret.md", "secret")
    base = tmp_path / "base"
    inside = write(base, "a.md", "x")
    (base / "b.md").symlink_to(inside)
    (base / "out.md").symlink_to(secret)
    (base / "gone.md").symlink_to(base / "nothing.md")
    (base / "loop").symlink_to(base)
    (base / "round.md").symlink_to(base / "round.md")
    found = read_base(base)
    assert set(walked(found)) == {"a", "b"}
    assert {path for path, _topic, _line in told(found, Severity.LOST)} == {
        "out.md", "gone.md", "loop", "round.md",
    }  # fmt: skip


def test_a_pipe_is_left_aside_and_never_read(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    os.mkfifo(tmp_path / "pipe.md")
    found = read_base(tmp_path)
    assert set(walked(found)) == {"a"}
    assert told(found, Severity.LOST) == {("pipe.md", "Things that are no files", 0)}


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\nb.md", b"a\\b.md", b"C:.md"])
def test_a_name_that_no_other_system_could_hold_is_refused(tmp_path: Path, name: bytes) -> None:
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123
        file.write(b"x")
    write(tmp_path, "sound.md", "x")
    found = read_base(tmp_path)
    assert set(walked(found)) == {"sound"}
    (entry,) = found.report
    assert entry.severity is Severity.REFUSED
    assert entry.path.encode()


def test_a_file_that_goes_away_meanwhile_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "x")
    gone = write(tmp_path, "b.md", "x")
    found = read_base(tmp_path)
    gone.unlink()
    assert set(walked(found)) == {"a"}
    assert told(found, Severity.REFUSED) == {("b.md", "Faults of the text", 0)}


def test_every_fault_of_a_guide_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "---\nkind: guide\n---\n## A {#a}\n- [B](#b)\n\n## C {#c}\n- [C](#c)\n")
    found = read_base(tmp_path)
    assert walked(found) == {}
    assert {line for _path, _topic, line in told(found, Severity.REFUSED)} == {5, 7}


@pytest.mark.parametrize(
    "act",
    [
        lambda root: read_base(root / "nowhere"),
        read_base,
        lambda root: read_base(root, format="pdf"),
    ],
)
def test_what_cannot_be_imported_at_all_is_a_sentence(
    tmp_path: Path, act: Callable[[Path], BaseIn]
) -> None:
    with pytest.raises(Trouble):
        act(tmp_path)


def test_other_processes_give_the_same_articles_in_the_same_order(tmp_path: Path) -> None:
    for number in range(320):
        write(
            tmp_path,
            f"f{number % 7}/{number}.md",
            f"# N {number}\n\n[x](../f0/0.md) [y](no.md)\n"
            f"[back](../f0/0.md#no) [on](../f4/319.md#no) [there](../f4/319.md#n-319)",
        )
    write(tmp_path, "bad.md", "---\na: [\n---")
    alone, together = read_base(tmp_path), read_base(tmp_path, workers=2)
    assert list(alone.articles) == list(together.articles)
    assert list(alone.report) == list(together.report)


def test_an_import_may_be_dropped_half_way(tmp_path: Path) -> None:
    for number in range(320):
        write(tmp_path, f"{number}.md", "x")
    articles = read_base(tmp_path, workers=2).articles
    assert next(articles).id == "0"
    del articles
