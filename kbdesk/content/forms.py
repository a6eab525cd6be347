"""The forms of content: what each kind of article must say before it is published (B12).

A form is a template and nothing else: a Markdown file in which `‹…›` stands for what its author has
to write. What holds such a mark is mandatory (a field of the front matter, a section, a line of a
table), unless the mark begins with a word for “optional”. So whoever changes a template changes
what is asked, in one place. An article names its form by `form:`, or by its kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kbdesk.content.anchors import anchor
from kbdesk.content.front_matter import read
from kbdesk.core.articles import Article, Kind
from kbdesk.core.drafts import Problem, Template
from kbdesk.errors import BadContent
from kbdesk.paths import resources

NAMES = ("faq", "procedure", "troubleshooting", "script", "product", "guide")
LANGUAGES = ("fr", "en")
_MARK = re.compile(r"‹([^›\n]*)›?")
_OPTIONAL = ("facultatif", "optional")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*(?:\{#[^}]*\})?\s*#*\s*$")
_TITLED = re.compile(r"^#[ \t]+\S", re.MULTILINE)
_FENCE = re.compile(r"\s*(```|~~~)")
_EMPTY = re.compile(r"\[!\w+\]|&nbsp;|[\s>*_|\-\[\]()#:.!…`]")


@dataclass(frozen=True, slots=True)
class Form:
    """What a template asks for."""

    fields: tuple[str, ...]
    sections: tuple[str, ...]  # headings, as they stand in it
    rows: tuple[tuple[str, str], ...]  # (heading, first cell) of lines of a table


def templates(lang: str) -> tuple[Template, ...]:
    """Return the texts to begin with, in a language that we speak."""
    spoken = lang if lang in LANGUAGES else LANGUAGES[0]
    return tuple(_template(spoken, name) for name in NAMES)


@cache
def _template(lang: str, name: str) -> Template:
    text = (_folder() / lang / f"{name}.md").read_text("utf-8")
    head, title, rest = text.split("\n", 2)
    kind = read(text).fields["kind"].text
    return Template(name, Kind(kind or ""), lang, title.removeprefix("# "), f"{head}\n{rest}")


def _folder() -> Path:
    return resources() / "templates"


def form_of(article: Article) -> str:
    """Return the name of the form an article follows, "" for none."""
    named = article.extra.get("form")
    if isinstance(named, str) and named.strip() in NAMES:
        return named.strip()
    return article.kind.value if article.kind.value in NAMES else ""


def missing(article: Article) -> tuple[Problem, ...]:
    """List what an article must say and does not say yet."""
    found = [_left(line, mark) for line, mark in _marks(article.source)]
    if name := form_of(article):
        found += _unfilled(article, _form(article.lang, name))
    return tuple(dict.fromkeys(found))


def _unfilled(article: Article, form: Form) -> Iterator[Problem]:
    fields = read(article.source).fields
    for name in form.fields:
        said = name in fields and (fields[name].text or "").strip()
        if not said and not (name == "title" and _TITLED.search(article.body)):
            yield _empty(name)
    sections = _sections(article.body)
    for heading in form.sections:
        if not _says_something(sections.get(anchor(heading), "")):
            yield _empty(heading)
    for heading, cell in form.rows:
        if not _row_filled(sections.get(anchor(heading), ""), cell):
            yield _empty(f"{heading} / {cell}")
    if article.kind is Kind.GUIDE and not sections:
        yield _empty("##")


def _form(lang: str, name: str) -> Form:
    return _read_form(lang if lang in LANGUAGES else LANGUAGES[0], name)


@cache
def _read_form(lang: str, name: str) -> Form:
    front = read(_template(lang, name).text)
    fields = tuple(key for key, field in front.fields.items() if _wanted(field.text or ""))
    sections, rows = [], []
    for heading, text in _headed(front.body):
        cells = [_cells(line) for line in text.splitlines() if line.startswith("|")]
        rows += [(heading, cell[0]) for cell in cells if len(cell) > 1 and _wanted(cell[1])]
        if _wanted(text) and not _MARK.search(heading):
            sections.append(heading)
    return Form(fields, tuple(sections), tuple(rows))


def _wanted(text: str) -> bool:
    """Say whether a text of a template holds a mark that has to be filled."""
    return any(not mark.strip().startswith(_OPTIONAL) for mark in _MARK.findall(text))


def _marks(source: str) -> Iterator[tuple[int, str]]:
    """Give line and text of each mark left; one that asks for something optional may stay."""
    for number, line in enumerate(source.splitlines(), start=1):
        for mark in _MARK.findall(line):
            if not mark.strip().startswith(_OPTIONAL):
                yield number, mark


def _sections(body: str) -> dict[str, str]:
    return {anchor(heading): text for heading, text in _headed(body)}


def _headed(body: str) -> Iterator[tuple[str, str]]:
    """Give each heading with all the text under it, up to the next one as high."""
    lines, fenced = body.splitlines(), False
    places: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        if not fenced and (found := _HEADING.match(line)):
            places.append((number, len(found[1]), found[2]))
    for index, (number, level, heading) in enumerate(places):
        after = (at for at, other, _ in places[index + 1 :] if other <= level)
        yield heading, "\n".join(lines[number + 1 : next(after, len(lines))])


def _says_something(text: str) -> bool:
    """Say whether somebody wrote something there; a mark that is left is told of by itself."""
    return _wanted(text) or bool(_EMPTY.sub("", _MARK.sub("", text)))


def _row_filled(text: str, cell: str) -> bool:
    rows = (_cells(line) for line in text.splitlines() if line.lstrip().startswith("|"))
    return any(
        anchor(row[0]) == anchor(cell) and _says_something(row[1]) for row in rows if row[1:]
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _left(line: int, mark: str) -> Problem:
    return Problem(
        f"“‹{mark[:60]}›” was not written yet.", "Write it.", line, mark.strip()[:80], "empty"
    )


def _empty(field: str) -> Problem:
    return Problem(f"{field} is empty.", "Fill it in.", 0, field, "empty")


def as_problem(fault: BadContent) -> Problem:
    """Tell a fault of the parser as something in the way of publishing."""
    return Problem(
        fault.sentence, fault.remedy, fault.line, fault.field, fault.code, fault.values
    )  # fmt: skip
