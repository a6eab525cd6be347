"""The article format: from the text of a file to an Article, or to the fault that keeps it out.

The text is the truth and is kept to the letter; everything else here is read from it. What other
systems write (their kinds, their audiences, their names for tags) is read as well as can be and
noted; what breaks our own rules is a fault with its line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markdown_it.token import Token

from kbdesk.content import guide_steps, passages, quiz_blocks
from kbdesk.content.anchors import checked_path, id_of_path, legal_id
from kbdesk.content.containers import CLOSE, OPEN
from kbdesk.content.crossings import Ends, ends_of
from kbdesk.content.fields import Fields
from kbdesk.content.front_matter import FrontMatter, read, replace_fields
from kbdesk.content.loss_report import Entry, Severity
from kbdesk.content.markdown import plain, tokens_of
from kbdesk.content.one_line import one_line
from kbdesk.content.targets import Place
from kbdesk.core.articles import Article, Kind
from kbdesk.core.faults import Fault
from kbdesk.errors import BadContent

__all__ = ["Parsed", "identify", "parse", "read_article", "replace_fields"]
MAX_TITLE = 500


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article, what its import should say, and the faults that forbid its publication.

    Links to headings of other articles stand unchecked in `ends`, for whoever knows those too.
    """

    article: Article
    ends: Ends
    entries: tuple[Entry, ...] = ()
    faults: tuple[BadContent, ...] = ()


def parse(
    text: str,
    *,
    path: str,
    space: str = "base",
    ids: Mapping[str, str] | None = None,
    updated: date | None = None,
) -> Article:
    """Read the text of one file; raise BadContent with path, line and field on the first fault.

    `ids` maps the paths of the base to article ids; without it every link to a file that may be
    an article counts as one. `updated` stands in when the text does not say.
    """
    parsed = read_article(text, Place(path, ids), space=space, updated=updated)
    if parsed.faults:
        raise parsed.faults[0]
    return parsed.article


def read_article(
    text: str, place: Place, *, space: str = "base", updated: date | None = None
) -> Parsed:
    """Like `parse`, with the notes for the loss report, and all the faults instead of the first."""
    checked_path(place.path)
    try:
        _check_text(text)
        return _read(text, read(text), place, space, updated)
    except BadContent as error:
        error.path = error.path or place.path
        raise


def identify(text: str, path: str) -> str:
    """Return the id that `parse` would give, or raise what it would for the front matter."""
    fields = Fields(read(text), path)
    return _id(fields, path)


def _read(text: str, front: FrontMatter, place: Place, space: str, updated: date | None) -> Parsed:
    path, fields = place.path, Fields(front, place.path)
    tokens = tokens_of(front.body)
    title = _title(fields, tokens, path)
    page = passages.read_page(tokens, place, title=title, first_line=front.body_line)
    article = Article(
        id=_id(fields, path), path=path, source=text, title=title,
        body=front.body, body_line=front.body_line,
        summary=fields.text("summary"), kind=fields.kind(), space=fields.text("space") or space,
        tags=fields.tags(), aliases=fields.aliases(), owner=fields.text("owner"),
        verified=fields.day("verified"), review_every=fields.interval("review_every"),
        valid_from=fields.day("valid_from"), valid_to=fields.day("valid_to"),
        audience=fields.audience(), lang=fields.lang(), updated=fields.day("updated") or updated,
        passages=tuple(page.passages), links=tuple(page.links), assets=tuple(page.assets),
        questions=quiz_blocks.placed_in(tokens), extra=fields.extra(),
    )  # fmt: skip
    fields.check_life()
    fields.check_order("valid_from", "valid_to", article.valid_from, article.valid_to)
    ends = ends_of(article.id, page.anchors, page.crossings)
    entries = (*fields.entries, *page.entries, *_notes(tokens, article))
    return Parsed(article, ends, entries, tuple(_faults(tokens, article)))


def _check_text(text: str) -> None:
    """Refuse what no text file holds, before anything is built from it."""
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise BadContent("The text holds a NUL character.", line=line, code="nul")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise BadContent("The text holds half a character.", line=line, code="half") from None


def _id(fields: Fields, path: str) -> str:
    stated = fields.text("id")
    if not stated:
        return id_of_path(path)
    if not legal_id(stated):
        shown = stated[:80]
        told = f"“{shown}” cannot be an id."
        raise fields.fault("id", "no_id", told, "Use letters, digits, - _ . /", shown)
    return stated


def _title(fields: Fields, tokens: list[Token], path: str) -> str:
    stated = one_line(fields.text("title"))
    if not stated:
        stated = next(filter(None, map(one_line, _headings(tokens))), "")
    return stated[:MAX_TITLE] or id_of_path(path).rpartition("/")[2]


def _headings(tokens: list[Token]) -> Iterator[str]:
    """Give the headings that may name the article: none that stands inside an internal block."""
    internal = [False]
    for index, token in enumerate(tokens):
        if token.type == OPEN:
            internal.append(internal[-1] or token.meta["container"].internal)
        elif token.type == CLOSE:
            internal.pop()
        elif token.type == "heading_open" and not internal[-1]:
            yield plain(tokens[index + 1].children)


def _faults(tokens: list[Token], article: Article) -> list[BadContent]:
    """List what breaks our rules in the body; a sound article has none."""
    found = [*_container_faults(tokens), *quiz_blocks.faults(tokens)]
    if article.kind is Kind.GUIDE:
        found += guide_steps.faults(tokens)
    found.sort(key=lambda fault: fault.line)
    return [
        BadContent(
            one.sentence,
            path=article.path,
            line=one.line + article.body_line,
            code=one.code,
            values=one.values,
        )
        for one in found
    ]


def _container_faults(tokens: list[Token]) -> list[Fault]:
    found = []
    for token in tokens:
        if token.type == OPEN:
            container, line = token.meta["container"], token.map[0] if token.map else 0
            if container.fault:
                found.append(replace(container.fault, line=line))
            if container.name == "internal" and not container.closed:
                told = "This internal block is never closed by `:::`."
                found.append(Fault("internal_open", told, line))
    return found


def _notes(tokens: list[Token], article: Article) -> list[Entry]:
    found = []
    for token in tokens:
        if token.type == OPEN and token.meta["container"].name == "other":
            line = (token.map[0] if token.map else 0) + article.body_line
            found.append(
                Entry(
                    Severity.NOTE,
                    "Blocks of a kind we do not know, shown as a note and kept internal",
                    article.path,
                    f"“::: {token.info}” is shown as a note",
                    line,
                    value=token.info,
                )
            )
    return found
