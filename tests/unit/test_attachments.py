"""Files for other programs: only documents, under a name of our making, only when asked for."""

import io
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kbdesk.content.assets import ATTACHMENTS, attachment_type, is_attachment
from kbdesk.errors import Trouble
from kbdesk.paths import Profile
from kbdesk.services.base_files import import_base
from kbdesk.services.reading.attachments import safe_name
from kbdesk.services.workspace import Workspace
from kbdesk.store.assets import Asset

PDF = b"%PDF-1.4\n" + b"x" * 3000


def package(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return kept.getvalue()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.md").write_text("# A\n\n[Les tarifs](tarifs.pdf) et [absent](loin.pdf)\n", "utf-8")
    (files / "tarifs.pdf").write_bytes(PDF)
    with Workspace(Profile(tmp_path / "profile")) as workspace:
        import_base(workspace, files, workers=1)
        yield workspace


def test_an_article_lists_its_attachments_with_their_size(workspace: Workspace) -> None:
    reading = workspace.knowledge.open("a")
    assert [(one.path, one.name, one.size) for one in reading.attachments] == [
        ("tarifs.pdf", "tarifs.pdf", len(PDF)),
    ]
    assert '<a href="attached:tarifs.pdf">Les tarifs</a>' in reading.html


def test_one_that_has_not_come_yet_is_named_and_not_opened(workspace: Workspace) -> None:
    workspace.assets.remove(["tarifs.pdf"])
    assert [one.size for one in workspace.knowledge.open("a").attachments] == [None]
    with pytest.raises(Trouble, match="not on this machine yet"):
        workspace.knowledge.attachment("tarifs.pdf")


def test_nothing_is_written_before_somebody_asks(workspace: Workspace) -> None:
    workspace.knowledge.open("a")
    assert not (workspace.profile.root / "opened").exists()


def test_a_copy_is_whole_its_owners_alone_and_gone_with_the_desk(workspace: Workspace) -> None:
    file = workspace.knowledge.attachment("tarifs.pdf")
    assert file.read_bytes() == PDF
    assert file.name == "tarifs.pdf"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o400
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    workspace.attachments.close()
    assert not file.exists()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.pdf", b"MZ\x90\0"),
        ("a.exe", PDF),
        ("a.docx", package("word/document.xml", "word/vbaProject.bin")),
        ("a.xlsx", b"PK\x03\x04 and no more"),
        ("a.csv", b"a;b\0"),
        ("a.html", b"<script>"),
        ("a", PDF),
    ],
)
def test_what_is_no_document_is_never_handed_on(
    workspace: Workspace, path: str, content: bytes
) -> None:
    """Whatever the server said of its type: name and bytes decide."""
    workspace.assets.put_all([Asset(path, "application/pdf", content)])
    with pytest.raises(Trouble, match="not what its name says"):
        workspace.knowledge.attachment(path)
    assert not (workspace.profile.root / "opened").exists()


@pytest.mark.parametrize(
    ("path", "content"),
    [("a.docx", package("word/document.xml")), ("B.PDF", PDF), ("c.csv", "é;b".encode("cp1252"))],
)
def test_a_plain_document_is_known_by_name_and_bytes(path: str, content: bytes) -> None:
    assert attachment_type(path, content) == ATTACHMENTS[PurePosixPath(path.lower()).suffix]


@given(st.text(max_size=120), st.sampled_from(sorted(ATTACHMENTS)))
def test_any_path_becomes_a_plain_name(stem: str, ending: str) -> None:
    path = f"{stem}{ending}"
    assume(is_attachment(path))
    name = safe_name(path)
    assert name == PurePosixPath(name).name == PureWindowsPath(name).name
    assert not PureWindowsPath(name).is_reserved()
    assert not name.startswith((".", "-", " "))
    assert len(name) <= 90
    assert not any(ord(letter) < 32 or letter in '\\/:*?"<>|' for letter in name)
    assert name.endswith(ending)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("nothing/.csv", "file.csv"),
        ("a/CON.pdf", "file-CON.pdf"),
        ("a/\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("a\\b\\c.PDF", "c.pdf"),
        ("….pdf", "file.pdf"),
    ],
)
def test_names_that_mislead_are_made_plain(path: str, name: str) -> None:
    assert safe_name(path) == name
