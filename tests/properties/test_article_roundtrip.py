"""No lock-in: a folder goes in and comes out equal, byte for byte."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kbdesk.content.articles import identify, parse, replace_fields
from kbdesk.content.exporting import write_base
from kbdesk.content.importing import read_base
from kbdesk.content.loss_report import Severity
from kbdesk.content.one_line import one_line
from kbdesk.core.articles import Article
from kbdesk.errors import BadContent

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
NAMES = st.text("abcdefgéœ -_'0123456789", min_size=1, max_size=8).filter(
    lambda name: name == name.strip() and not name.startswith(".")
)
LINES = st.sampled_from(
    [
        "# Titre", "Un texte, **fort**.", "", "- a", "- [b](b.md#c)", "| a | b |", "|---|---|",
        "::: warning", ":::", "> cité", "```", "{montant} €", "\tcode", "![i](i.png)", "Fin.  ",
    ]
)  # fmt: skip
FIELDS = st.lists(
    st.sampled_from(
        [
            "title: 'Un : deux'", "tags: [a, b]", "# un commentaire", "unknown:   kept  ",
            "owner: x", "", "kind: Fiche", "verified: 2026-01-01", "list:\n  - a\n  - b",
        ]
    ),
    unique=True,
)  # fmt: skip


@st.composite
def sources(draw: st.DrawFn) -> str:
    body = "\n".join(draw(st.lists(LINES | st.text("aé \t<&[]*_`#", max_size=12), max_size=12)))
    head = "---\n" + "".join(f"{line}\n" for line in draw(FIELDS)) + "---\n"
    text = (head if draw(st.booleans()) else "") + body
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if draw(st.booleans()) else "") + text


BASES = st.dictionaries(
    st.lists(NAMES, min_size=1, max_size=3).map("/".join), sources(), max_size=5
)


def write(folder: Path, path: str, data: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        Path(base, name).relative_to(folder).as_posix(): Path(base, name).read_bytes()
        for base, _folders, names in os.walk(folder)
        for name in names
    }


@given(BASES, st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_in_comes_out_equal(base: dict[str, str], rooted: bool) -> None:
    """Text, CRLF, byte order mark, unknown fields, images and YAML files: nothing is touched."""
    with TemporaryDirectory() as temporary:
        source, target = Path(temporary, "in"), Path(temporary, "out")
        source.mkdir()
        for path, text in base.items():
            write(source, f"{path}.md", text.encode())
            write(source, f"{path}.png", PNG)
        if rooted:
            write(source, "people.yaml", b"\xef\xbb\xbfpeople:\r\n- id: ana # \xc3\xa9\r\n")
            write(source, "synonyms.yaml", b"synonyms: []")
        write(source, "sure.md", b"")
        found = read_base(source)
        write_base(target, found.articles, found.entities, found.assets)
        assert found.report.count(Severity.REFUSED) == 0, found.report.to_text(full=True)
        assert contents(target) == contents(source)


@given(st.text(), st.sampled_from(["a.md", "f/a b.md", "é.MD"]))
def test_any_text_is_an_article_to_the_letter_or_a_named_fault(text: str, path: str) -> None:
    found = parsed(text, path)
    if isinstance(found, BadContent):
        assert found.path == path
        assert found.sentence
    else:
        assert found.source == text
        assert text.endswith(found.body)
        assert identify(text, path) == found.id


def parsed(text: str, path: str) -> Article | BadContent:
    try:
        return parse(text, path=path)
    except BadContent as error:
        return error


VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(
    lambda text: "\0" not in text
)


@given(sources(), VALUES, VALUES)
@settings(deadline=None)
def test_a_field_is_changed_and_every_other_line_stays(source: str, title: str, new: str) -> None:
    """The new value is read back as given, and putting a field in and out gives the same text."""
    changed = replace_fields(source, title=title, zz_new=new)
    before, after = parse(source, path="a.md"), parse(changed, path="a.md")
    if title.strip():
        assert after.title == one_line(title)
    assert after.extra["zz_new"] == new
    assert after.body == before.body
    assert after.tags == before.tags
    assert replace_fields(changed, title="x") == replace_fields(
        replace_fields(source, title="x"), zz_new=new
    )
