"""The steps of a guide as pages of their own: what to say, what to know, what stays inside.

A step is what stands between two headings. Its choices become rows of the screen and its internal
blocks a note below them, so both are taken out here; what is left is rendered as in the article.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from markdown_it.token import Token

from kbdesk.content.containers import CLOSE, OPEN
from kbdesk.content.guide_steps import choices, guide_in, is_step, step_id
from kbdesk.content.markdown import plain
from kbdesk.content.render import fragment
from kbdesk.content.visibility import seen
from kbdesk.core.articles import Article
from kbdesk.core.guides import Guide
from kbdesk.core.walks import StepPage

_SAID = re.compile(r"\s*(?:«([^«»]+)»|“([^“”]+)”)\s*")
TOKENS_OF_A_CHOICE = 5  # item, paragraph, inline, /paragraph, /item


@dataclass(slots=True)
class _Section:
    """The tokens of one step, those for everyone apart from each internal block."""

    name: str
    told: list[Token] = field(default_factory=list)
    notes: list[list[Token]] = field(default_factory=list)


def step_pages(
    article: Article, *, on: date, ids: Mapping[str, str] | None = None
) -> tuple[Guide, dict[str, StepPage]]:
    """Read a guide as it holds on a day: its steps, and what each shows, by its id."""
    tokens = seen(article, on=on).tokens
    guide = guide_in(tokens)
    pages: dict[str, StepPage] = {}
    for section in _with_opening(list(_sections(tokens)), guide):
        said, told = _said(_balanced(section.told))
        notes = (fragment(article, _balanced(note), ids).strip() for note in section.notes)
        page = StepPage(said, fragment(article, told, ids).strip(), tuple(filter(None, notes)))
        pages.setdefault(section.name, page)
    return guide, pages


def _with_opening(sections: list[_Section], guide: Guide) -> list[_Section]:
    """Let what stands above the first step be read with it, unless it is a step itself."""
    opening, *rest = sections
    if not rest or (guide.start is not None and guide.start.id == opening.name):
        return sections
    first = rest[0]
    first.told[:0] = opening.told
    first.notes[:0] = opening.notes
    return rest


def _sections(tokens: list[Token]) -> Iterator[_Section]:
    section = _Section("")
    around: list[bool] = []  # whether each block around the token is internal
    skipped = 0
    for index, token in enumerate(tokens):
        hidden = any(around)
        if token.type == OPEN:
            around.append(token.meta["container"].internal)
        elif token.type == CLOSE:
            around.pop()
        if index < skipped:
            continue
        if is_step(token):
            yield section
            section, skipped = _Section(step_id(token), notes=[[]] if hidden else []), index + 3
        elif offered := _is_choices(tokens, index):
            skipped = index + TOKENS_OF_A_CHOICE * offered + 2
        elif any(around) or hidden:
            _note(section, token, first=not hidden, last=not any(around))
        else:
            section.told.append(token)
    yield section


def _is_choices(tokens: list[Token], index: int) -> int:
    """Return how many choices the list that opens here offers, 0 for any other token."""
    opens = tokens[index].type in {"bullet_list_open", "ordered_list_open"}
    return len(choices(tokens, index)) if opens else 0


def _note(section: _Section, token: Token, *, first: bool, last: bool) -> None:
    """Put a token into the internal block at hand; the block's own frame is drawn by the screen."""
    if first:
        section.notes.append([])
    elif not last and section.notes:
        section.notes[-1].append(token)


def _balanced(tokens: list[Token]) -> list[Token]:
    """Close what a heading in the middle of a block or a list cut open."""
    kept: list[Token] = []
    opened: list[Token] = []
    for token in tokens:
        if token.nesting == -1:
            if not opened:
                continue
            opened.pop()
        elif token.nesting == 1:
            opened.append(token)
        kept.append(token)
    return kept + [_closing(token) for token in reversed(opened)]


def _closing(token: Token) -> Token:
    kind = CLOSE if token.type == OPEN else token.type.replace("_open", "_close")
    return Token(kind, token.tag, -1, attrs={"id": f"{token.attrs.get('id', '')}-end"})


def _said(tokens: list[Token]) -> tuple[str, list[Token]]:
    """Take the sentence to say off the start of a step, when its first paragraph is one."""
    if [token.type for token in tokens[:3]] == ["paragraph_open", "inline", "paragraph_close"]:
        found = _SAID.fullmatch(plain(tokens[1].children))
        if found:
            return (found[1] or found[2]).strip(), tokens[3:]
    return "", tokens
