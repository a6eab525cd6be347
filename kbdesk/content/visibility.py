"""Which part of a page one reader may see on one day; every rendering starts here.

Public readers never get internal blocks, nor blocks of a kind we do not know. Dated blocks are
there on the days they are in force, for everyone. Blocks of questions are never part of reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markdown_it.token import Token

from kbdesk.content.containers import CLOSE, OPEN, Container
from kbdesk.content.markdown import tokens_of
from kbdesk.content.passages import is_quiz, title_heading
from kbdesk.core.articles import Article, Audience
from kbdesk.errors import Trouble


@dataclass(frozen=True, slots=True)
class Sight:
    """The tokens one reader sees, the next day on which there will be others, and all such days."""

    tokens: list[Token]
    next_change: date | None
    days: tuple[date, ...] = ()


def seen(article: Article, *, on: date, audience: Audience = Audience.INTERNAL) -> Sight:
    """Return what `audience` sees of an article on the day `on`; its title heading left out.

    Raises Trouble when an internal article is asked for in public.
    """
    public = audience is Audience.PUBLIC
    if public and article.audience is not Audience.PUBLIC:
        raise Trouble(f"“{article.id}” is for internal use only.", "Set `audience: public` in it.")
    tokens = tokens_of(article.body, public=public)
    if not public:
        _tell_no_internal_address(tokens, article.body)
    tokens = _without_title(tokens, article.title)
    kept = [token for token in _shown(tokens, on, public=public) if not is_quiz(token)]
    return Sight(kept, _next_change(tokens, on, public=public), _days(tokens, public=public))


def _tell_no_internal_address(tokens: list[Token], body: str) -> None:
    """Leave text outside internal blocks without links to addresses that only those define.

    An agent copies that text to a customer: it must hold no more than the public page would.
    """
    if "]:" not in body or ":::" not in body:
        return  # as nearly always: nothing is defined, or there is no block to define it in
    around: list[bool] = []
    for token, public in zip(tokens, tokens_of(body, public=True), strict=True):
        if token.type == OPEN:
            around.append(token.meta["container"].internal)
        elif token.type == CLOSE:
            around.pop()
        elif token.children and not any(around):
            told = {_address(child) for child in public.children or []}
            token.children = list(_without_links(token.children, told))


def _address(child: Token) -> str:
    return str(child.attrs.get("href", ""))


def _without_links(children: list[Token], told: set[str]) -> Iterator[Token]:
    """Give the children of a text, of links only those whose address is among `told`."""
    dropped = False  # links do not stand inside each other
    for child in children:
        if child.type == "link_open":
            dropped = _address(child) not in told
        if not (dropped and child.type in {"link_open", "link_close"}):
            yield child
        if child.type == "link_close":
            dropped = False


def _without_title(tokens: list[Token], title: str) -> list[Token]:
    start = title_heading(tokens, title)
    return tokens if start < 0 else tokens[:start] + tokens[start + 3 :]


def _hidden(container: Container, on: date, *, public: bool) -> bool:
    return (public and container.internal) or not container.in_force(on)


def _shown(tokens: list[Token], on: date, *, public: bool) -> Iterator[Token]:
    hidden = 0
    for token in tokens:
        if token.type == OPEN and (hidden or _hidden(token.meta["container"], on, public=public)):
            hidden += 1
        elif token.type == CLOSE and hidden:
            hidden -= 1
        elif not hidden:
            yield token


def _next_change(tokens: list[Token], on: date, *, public: bool) -> date | None:
    """Return the first day after `on` on which other blocks are shown."""
    containers = [token.meta["container"] for token in tokens if token.type == OPEN]
    days = sorted({day for container in containers for day in _edges(container) if day > on})
    now = _open_blocks(tokens, on, public=public) if days else []
    return next((day for day in days if _open_blocks(tokens, day, public=public) != now), None)


def _days(tokens: list[Token], *, public: bool) -> tuple[date, ...]:
    """List the days on which this reader begins to see other blocks."""
    edges = {
        day for token in tokens if token.type == OPEN for day in _edges(token.meta["container"])
    }
    before = date.min
    found = []
    for day in sorted(edges):
        if _open_blocks(tokens, before, public=public) != _open_blocks(tokens, day, public=public):
            found.append(day)
        before = day
    return tuple(found)


def _edges(container: Container) -> list[date]:
    edges = [container.valid_from] if container.valid_from else []
    if container.valid_to and container.valid_to < date.max:
        edges.append(container.valid_to + timedelta(days=1))
    return edges


def _open_blocks(tokens: list[Token], on: date, *, public: bool) -> list[int]:
    return [id(token) for token in _shown(tokens, on, public=public) if token.type == OPEN]
